import { createRequire } from 'node:module';
import { clamp, hash, noise } from './noise.mjs';

export const { createCanvas, GlobalFonts } = createRequire(process.env.SAMPLE_TOOLS + '/')('@napi-rs/canvas');

/** Scenes are drawn in a frame of 1600 x 1067 whatever the size of the file. */
export const W = 1600, H = 1067;
export const size = { scale: 1 };
export const wide = () => Math.round(W * size.scale), high = () => Math.round(H * size.scale);

/** A picture in linear light, three floats a pixel. */
export class Film {
  constructor(w = wide(), h = high()) { this.w = w; this.h = h; this.data = new Float32Array(w * h * 3); }

  /** Calls paint(x, y, o) with x and y in the frame, several times a pixel, and keeps the mean. */
  shade(paint, samples = 1, top = 0, bottom = H) {
    const o = [0, 0, 0], k = W / this.w, n = samples;
    for (let j = Math.max(0, Math.floor(top / k)); j < Math.min(this.h, Math.ceil(bottom / k)); j++)
      for (let i = 0; i < this.w; i++) {
        const at = (j * this.w + i) * 3; let r = 0, g = 0, b = 0;
        for (let s = 0; s < n; s++) {
          const dx = n === 1 ? 0.5 : (s + hash(i, j, s)) / n, dy = n === 1 ? 0.5 : (hash(j, i, s + 91) + (s * 0.618) % 1) % 1;
          o[0] = this.data[at]; o[1] = this.data[at + 1]; o[2] = this.data[at + 2];
          paint((i + dx) * k, (j + dy) * k, o);
          r += o[0]; g += o[1]; b += o[2];
        }
        this.data[at] = r / n; this.data[at + 1] = g / n; this.data[at + 2] = b / n;
      }
    return this;
  }

  /** Reads at a place of the frame, between pixels, held at the border. */
  read(x, y, o) {
    const k = this.w / W, u = clamp(x * k - 0.5, 0, this.w - 1.001), v = clamp(y * k - 0.5, 0, this.h - 1.001);
    const i = u | 0, j = v | 0, a = u - i, b = v - j, d = this.data, p = (j * this.w + i) * 3, q = p + this.w * 3;
    for (let c = 0; c < 3; c++)
      o[c] = (d[p + c] * (1 - a) + d[p + 3 + c] * a) * (1 - b) + (d[q + c] * (1 - a) + d[q + 3 + c] * a) * b;
    return o;
  }

  copy() { const f = new Film(this.w, this.h); f.data.set(this.data); return f; }

  /** Three box blurs, near enough to a lens; radius in the frame. */
  blur(radius) {
    const r = Math.max(0, Math.round(radius * this.w / W * 0.58));
    if (r === 0) return this;
    const spare = new Float32Array(this.data.length);
    for (let pass = 0; pass < 3; pass++) {
      sweep(this.data, spare, this.w, this.h, r, 3, this.w * 3);
      sweep(spare, this.data, this.h, this.w, r, this.w * 3, 3);
    }
    return this;
  }

  /** Adds the part of light above a threshold, spread wide, as a lens does. */
  bloom(strength = 0.15, radius = 30, threshold = 0.8) {
    for (const [rad, part] of [[radius * 0.3, 0.5], [radius, 0.3], [radius * 3, 0.2]]) {
      const glow = this.copy();
      for (let i = 0; i < glow.data.length; i++) glow.data[i] = Math.min(12, Math.max(0, glow.data[i] - threshold));
      glow.blur(rad);
      for (let i = 0; i < glow.data.length; i++) this.data[i] += glow.data[i] * strength * part;
    }
    return this;
  }

  /** From light to print: exposure, shoulder, colour, vignette, grain. Returns a canvas. */
  develop({ exposure = 1, contrast = 1.06, saturation = 1, vignette = 0.28, grain = 0.011, tint = [1, 1, 1], lift = 0, seed = 1 } = {}) {
    const canvas = createCanvas(this.w, this.h), context = canvas.getContext('2d');
    const image = context.createImageData(this.w, this.h), out = image.data, k = W / this.w;
    for (let j = 0, p = 0, q = 0; j < this.h; j++)
      for (let i = 0; i < this.w; i++, p += 3, q += 4) {
        const dx = i / this.w - 0.5, dy = (j / this.h - 0.5) * 0.8, fall = 1 - vignette * Math.min(1, (dx * dx + dy * dy) * 2.6);
        let r = shoulder(this.data[p] * exposure * fall * tint[0]);
        let g = shoulder(this.data[p + 1] * exposure * fall * tint[1]);
        let b = shoulder(this.data[p + 2] * exposure * fall * tint[2]);
        const y = r * 0.3 + g * 0.59 + b * 0.11;
        const speck = (hash(i, j, seed) + hash(i, j, seed + 7) - 1) * 0.6 + (noise(i * 0.6, j * 0.6 + seed * 50) - 0.5) * 1.2;
        const n = speck * grain * (1.4 - y) * 1.6 * Math.min(1, 1.6 / k);
        r = y + (r - y) * saturation; g = y + (g - y) * saturation; b = y + (b - y) * saturation;
        out[q] = 255 * clamp(lift + (1 - lift) * ((r - 0.45) * contrast + 0.45) + n);
        out[q + 1] = 255 * clamp(lift + (1 - lift) * ((g - 0.45) * contrast + 0.45) + n);
        out[q + 2] = 255 * clamp(lift + (1 - lift) * ((b - 0.45) * contrast + 0.45) + n);
        out[q + 3] = 255;
      }
    context.putImageData(image, 0, 0);
    return canvas;
  }
}

// A filmic curve (toe, straight part, shoulder), already encoded for a screen.
function shoulder(v) {
  v = Math.max(0, v) * 0.8;
  const t = (v * (2.51 * v + 0.03)) / (v * (2.43 * v + 0.59) + 0.14);
  return Math.min(1, t) ** (1 / 2.2);
}

function sweep(from, to, length, rows, r, step, stride) {
  const f = 1 / (2 * r + 1);
  for (let row = 0; row < rows; row++)
    for (let c = 0; c < 3; c++) {
      const base = row * stride + c, last = length - 1; let sum = 0;
      for (let i = -r; i <= r; i++) sum += from[base + clamp(i, 0, last) * step];
      for (let i = 0; i < length; i++) {
        to[base + i * step] = sum * f;
        sum += from[base + Math.min(last, i + r + 1) * step] - from[base + Math.max(0, i - r) * step];
      }
    }
}
