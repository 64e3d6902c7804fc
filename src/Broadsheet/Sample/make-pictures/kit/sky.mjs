import { clamp, mix, smooth, fbm, fbm3, hash } from './noise.mjs';
import { Film, wide, high, W, H } from './film.mjs';

/** Colours from zenith (t = 0) to horizon (t = 1): stops are [t, [r, g, b]] in linear light. */
export function ramp(stops, t, o) {
  let i = 0;
  while (i < stops.length - 2 && t > stops[i + 1][0]) i++;
  const [a, p] = stops[i], [b, q] = stops[i + 1], k = smooth(0, 1, clamp((t - a) / (b - a))) * 0.5 + clamp((t - a) / (b - a)) * 0.5;
  for (let c = 0; c < 3; c++) o[c] = mix(p[c], q[c], k);
  return o;
}

/** Flat clouds on a ceiling, seen in perspective; lit from the side of the sun (sx, sy in the frame). */
export function ceiling({ horizon, sun, lit, dark, cover = 0.5, soft = 0.22, scale = 1, seed = 0, stretch = 1, fade = 60 }) {
  const density = (u, v) => {
    const w = fbm(u * 0.6 + seed, v * 0.6, 3);
    return fbm(u + w * 1.4 + seed * 3.1, v + w * 0.9, 6, 0.52);
  };
  return (x, y, o) => {
    const up = horizon - y;
    if (up <= 2) return;
    const far = 900 / (up + 45), u = (x - 800) / 900 * far * scale * stretch, v = far * 1.6 * scale;
    const d = density(u, v), a = smooth(cover, cover + soft, d) * smooth(0, fade, up);
    if (a <= 0) return;
    const toSunX = (sun[0] - x) / 900, toSunY = (y - sun[1]) / 900, l = Math.hypot(toSunX, toSunY) + 0.05;
    const shade = density(u + toSunX / l * 0.16 * scale, v + toSunY / l * 0.10 * scale);
    const light = clamp(0.5 + (d - shade) * 4.2 - (d - cover) * 0.9), near = Math.exp(-l * 1.6);
    for (let c = 0; c < 3; c++) {
      const colour = mix(dark[c], lit[c] * (0.75 + near * 1.6), light);
      o[c] = mix(o[c], colour, a * 0.94);
    }
  };
}

/** Heaped clouds with volume, marched at a third of the size and laid over. */
export function heaps(film, { horizon, focal = 1300, base = 1.2, top = 3.4, cover = 0.52, scale = 0.5, sun, lit, dark, haze, hazeDistance = 26, seed = 0, thick = 5, from = 0 }) {
  const w = Math.ceil(wide() / 2.5), h = Math.ceil(high() / 2.5), part = new Film(w, h), cloud = new Float32Array(w * h);
  const field = (x, y, z) => {
    const level = (y - base) / (top - base);
    if (level <= 0 || level >= 1) return 0;
    const shape = fbm3(x * scale + seed, y * scale * 1.1, z * scale, 5, 0.53) - cover - level * level * 0.16 - (level < 0.12 ? (0.12 - level) * 0.8 : 0);
    return clamp(shape * thick * 2.2);
  };
  for (let j = 0; j < h; j++)
    for (let i = 0; i < w; i++) {
      const fx = (i + 0.5) / w * W, fy = (j + 0.5) / h * H;
      if (fy > horizon - 6 || fy < from) continue;
      const dy = (horizon - fy) / focal, dx = (fx - 800) / focal, l = Math.hypot(dx, dy, 1);
      const start = base / dy, end = Math.min(top / dy, 60), steps = 34, step = (end - start) / steps;
      if (step <= 0) continue;
      let pass = 1, r = 0, g = 0, b = 0, t = start + step * hash(i, j, 3), depth = 0;
      for (let s = 0; s < steps && pass > 0.03; s++, t += step) {
        const x = dx * t, y = dy * t, d = field(x, y, t);
        if (d <= 0.01) continue;
        let shadow = 0;
        for (let n = 1; n <= 4; n++) shadow += field(x + sun[0] * n * 0.22, y + sun[1] * n * 0.22, t + sun[2] * n * 0.22);
        const light = Math.exp(-shadow * 0.75) * (0.55 + 0.45 * (1 - Math.exp(-d * 3))), up = clamp((y - base) / (top - base)) * 0.5 + 0.5;
        const a = 1 - Math.exp(-d * step * l * 2.6), far = 1 - Math.exp(-t / hazeDistance);
        const weight = pass * a;
        r += weight * mix(mix(dark[0] * up, lit[0], light), haze[0], far);
        g += weight * mix(mix(dark[1] * up, lit[1], light), haze[1], far);
        b += weight * mix(mix(dark[2] * up, lit[2], light), haze[2], far);
        pass *= 1 - a; depth += weight * t;
      }
      const p = j * w + i; part.data[p * 3] = r; part.data[p * 3 + 1] = g; part.data[p * 3 + 2] = b; cloud[p] = 1 - pass;
    }
  const mask = new Film(w, h), o = [0, 0, 0], m = [0, 0, 0];
  for (let p = 0; p < cloud.length; p++) mask.data[p * 3] = cloud[p];
  part.blur(2.2); mask.blur(2.2);
  film.shade((x, y, c) => {
    if (y > horizon) return;
    part.read(x, y, o); mask.read(x, y, m);
    for (let k = 0; k < 3; k++) c[k] = c[k] * (1 - m[0]) + o[k];
  });
}

export function stars(x, y, o, amount = 1, seed = 5) {
  const cell = 9, i = Math.floor(x / cell), j = Math.floor(y / cell), a = hash(i, j, seed);
  if (a < 0.9) return;
  const cx = (i + 0.2 + 0.6 * hash(i, j, seed + 1)) * cell, cy = (j + 0.2 + 0.6 * hash(i, j, seed + 2)) * cell;
  const d = (x - cx) ** 2 + (y - cy) ** 2, power = ((a - 0.9) * 10) ** 6 * 2.2 + 0.06, s = Math.exp(-d * 1.3) * power * amount;
  o[0] += s; o[1] += s; o[2] += s * 1.15;
}
