import { createCanvas, size, W, wide, high } from './film.mjs';

const toLinear = Float32Array.from({ length: 256 }, (_, i) => ((i / 255 + 0.055) / 1.055) ** 2.4);

/** Shapes drawn with a pen, to be laid over a film: hard edges, colour in screen values, light in linear. */
export class Layer {
  constructor(draw, blur = 0) {
    this.w = wide(); this.h = high();
    let canvas = createCanvas(this.w, this.h), context = canvas.getContext('2d');
    context.scale(size.scale, size.scale);
    draw(context);
    if (blur > 0) {
      const soft = createCanvas(this.w, this.h), pen = soft.getContext('2d');
      pen.filter = `blur(${blur * size.scale}px)`; pen.drawImage(canvas, 0, 0);
      canvas = soft; context = pen;
    }
    this.data = context.getImageData(0, 0, this.w, this.h).data;
  }

  /** Lays the layer over the film. haze(x, y, colour) may change the linear colour first. */
  over(film, { haze, opacity = 1, gain = 1 } = {}) {
    const d = this.data, o = [0, 0, 0], k = W / this.w;
    for (let j = 0, p = 0, q = 0; j < this.h; j++)
      for (let i = 0; i < this.w; i++, p += 4, q += 3) {
        const a = d[p + 3] / 255 * opacity;
        if (a === 0) continue;
        o[0] = toLinear[d[p]] * gain; o[1] = toLinear[d[p + 1]] * gain; o[2] = toLinear[d[p + 2]] * gain;
        haze?.((i + 0.5) * k, (j + 0.5) * k, o);
        for (let c = 0; c < 3; c++) film.data[q + c] += (o[c] - film.data[q + c]) * a;
      }
    return this;
  }

  /** Adds the layer as light. */
  shine(film, gain = 1) {
    const d = this.data;
    for (let p = 0, q = 0; p < d.length; p += 4, q += 3) {
      const a = d[p + 3] / 255 * gain;
      if (a > 0) for (let c = 0; c < 3; c++) film.data[q + c] += toLinear[d[p + c]] * a;
    }
    return this;
  }

  alpha(x, y) {
    const k = this.w / W, i = x * k | 0, j = y * k | 0;
    return i < 0 || j < 0 || i >= this.w || j >= this.h ? 0 : this.data[(j * this.w + i) * 4 + 3] / 255;
  }
}
