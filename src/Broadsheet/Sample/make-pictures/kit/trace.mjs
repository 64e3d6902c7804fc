import { Film, W, H, wide, high } from './film.mjs';
import { hash, clamp } from './noise.mjs';

/** Boxes and balls under a sun and a sky, followed ray by ray. Lengths are metres, y is up. */
export class Scene {
  constructor() { this.items = []; this.planes = []; }

  box(x0, y0, z0, x1, y1, z1, look) { this.items.push({ kind: 0, lo: [x0, y0, z0], hi: [x1, y1, z1], look }); return this; }
  ball(x, y, z, r, look) { this.items.push({ kind: 1, lo: [x - r, y - r, z - r], hi: [x + r, y + r, z + r], c: [x, y, z], r, look }); return this; }
  /** An upright post of round section. */
  post(x, y0, y1, z, r, look) { this.items.push({ kind: 2, lo: [x - r, y0, z - r], hi: [x + r, y1, z + r], c: [x, y0, z], r, look }); return this; }
  floor(y, look) { this.planes.push({ y, look }); return this; }

  build() {
    const nodes = [], make = list => {
      const node = { lo: [1e9, 1e9, 1e9], hi: [-1e9, -1e9, -1e9], left: null, right: null, list: null, axis: 0 };
      nodes.push(node);
      for (const it of list) for (let c = 0; c < 3; c++) { node.lo[c] = Math.min(node.lo[c], it.lo[c]); node.hi[c] = Math.max(node.hi[c], it.hi[c]); }
      if (list.length <= 3) { node.list = list; return node; }
      const spread = node.hi.map((v, c) => v - node.lo[c]), axis = spread.indexOf(Math.max(...spread));
      list.sort((a, b) => a.lo[axis] + a.hi[axis] - b.lo[axis] - b.hi[axis]);
      node.axis = axis; node.left = make(list.slice(0, list.length >> 1)); node.right = make(list.slice(list.length >> 1));
      return node;
    };
    this.root = this.items.length > 0 ? make(this.items.slice()) : null;
    this.stack = new Array(128);
    return this;
  }

  /** The nearest hit, written into hit {t, n, item}; with any = true the first found, for shadows. */
  cast(o, d, far, hit, any = false) {
    hit.t = far; hit.item = null;
    const ix = 1 / (d[0] || 1e-12), iy = 1 / (d[1] || 1e-12), iz = 1 / (d[2] || 1e-12);
    for (const plane of this.planes) {
      const t = (plane.y - o[1]) * iy;
      if (t > 1e-4 && t < hit.t) { hit.t = t; hit.item = plane; hit.n[0] = 0; hit.n[1] = d[1] > 0 ? -1 : 1; hit.n[2] = 0; if (any) return true; }
    }
    const stack = this.stack; let top = 0; if (this.root) stack[top++] = this.root;
    while (top > 0) {
      const node = stack[--top];
      let a = (node.lo[0] - o[0]) * ix, b = (node.hi[0] - o[0]) * ix, t0 = Math.min(a, b), t1 = Math.max(a, b);
      a = (node.lo[1] - o[1]) * iy; b = (node.hi[1] - o[1]) * iy; t0 = Math.max(t0, Math.min(a, b)); t1 = Math.min(t1, Math.max(a, b));
      a = (node.lo[2] - o[2]) * iz; b = (node.hi[2] - o[2]) * iz; t0 = Math.max(t0, Math.min(a, b)); t1 = Math.min(t1, Math.max(a, b));
      if (t1 < t0 || t1 < 0 || t0 > hit.t) continue;
      if (node.list === null) {
        if (d[node.axis] > 0) { stack[top++] = node.right; stack[top++] = node.left; } else { stack[top++] = node.left; stack[top++] = node.right; }
        continue;
      }
      for (const it of node.list) if (meet(it, o, d, ix, iy, iz, hit) && any) return true;
    }
    return hit.item !== null;
  }
}

function meet(it, o, d, ix, iy, iz, hit) {
  if (it.kind === 0) {
    const ax = (it.lo[0] - o[0]) * ix, bx = (it.hi[0] - o[0]) * ix, ay = (it.lo[1] - o[1]) * iy, by = (it.hi[1] - o[1]) * iy, az = (it.lo[2] - o[2]) * iz, bz = (it.hi[2] - o[2]) * iz;
    const nx = Math.min(ax, bx), ny = Math.min(ay, by), nz = Math.min(az, bz), t0 = Math.max(nx, ny, nz), t1 = Math.min(Math.max(ax, bx), Math.max(ay, by), Math.max(az, bz));
    if (t1 < t0 || t0 < 1e-4 || t0 >= hit.t) return false;
    hit.t = t0; hit.item = it; hit.n[0] = hit.n[1] = hit.n[2] = 0;
    if (t0 === nx) hit.n[0] = d[0] > 0 ? -1 : 1; else if (t0 === ny) hit.n[1] = d[1] > 0 ? -1 : 1; else hit.n[2] = d[2] > 0 ? -1 : 1;
    return true;
  }
  const x = o[0] - it.c[0], y = it.kind === 1 ? o[1] - it.c[1] : 0, z = o[2] - it.c[2], dy = it.kind === 1 ? d[1] : 0;
  const a = d[0] * d[0] + dy * dy + d[2] * d[2], b = x * d[0] + y * dy + z * d[2], c = x * x + y * y + z * z - it.r * it.r, q = b * b - a * c;
  if (q < 0) return false;
  const t = (-b - Math.sqrt(q)) / a;
  if (t < 1e-4 || t >= hit.t) return false;
  if (it.kind === 2) { const h = o[1] + d[1] * t; if (h < it.lo[1] || h > it.hi[1]) return false; }
  hit.t = t; hit.item = it; hit.n[0] = (x + d[0] * t) / it.r; hit.n[1] = (y + dy * t) / it.r; hit.n[2] = (z + d[2] * t) / it.r;
  return true;
}

const unit = v => { const l = Math.hypot(...v); return v.map(c => c / l); };
const cross = (a, b) => [a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]];

/** A ray through a place of the frame, with a lens that is sharp at distance focus. */
export function camera({ from, to, lens = 1300, aperture = 0, focus = 10, roll = 0 }) {
  const f = unit(to.map((v, i) => v - from[i])), r = unit(cross([Math.sin(roll), Math.cos(roll), 0], f)), u = cross(f, r);
  return (x, y, a, b, o, d) => {
    const px = (x - W / 2) / lens, py = (H / 2 - y) / lens, rad = aperture * Math.sqrt(a), lx = rad * Math.cos(b * 6.2832), ly = rad * Math.sin(b * 6.2832);
    for (let c = 0; c < 3; c++) {
      o[c] = from[c] + r[c] * lx + u[c] * ly;
      d[c] = (f[c] + r[c] * px + u[c] * py) * focus - r[c] * lx - u[c] * ly;
    }
    const l = Math.hypot(d[0], d[1], d[2]); d[0] /= l; d[1] /= l; d[2] /= l;
  };
}

/**
 * look(p, n, m, item) fills m: m.c colour, m.glow light of its own, m.shine mirror part.
 * Sunlight is kept apart from the light of sky and neighbours, which is noisy and smoothed where surfaces agree.
 */
export function render(scene, view, { sun, sunlight, sky, samples = 4, softness = 0.01, haze, hazeDistance = 1e9, smoothing = 5, bounce = 1, ambient = [0, 0, 0], reach = 1e4 }) {
  const w = wide(), h = high(), direct = new Film(w, h), soft = new Film(w, h), albedo = new Film(w, h), guide = new Float32Array(w * h * 4);
  const o = [0, 0, 0], d = [0, 0, 0], p = [0, 0, 0], q = [0, 0, 0], e = [0, 0, 0], hit = { t: 0, n: [0, 0, 0], item: null }, other = { t: 0, n: [0, 0, 0], item: null };
  const m = { c: [0, 0, 0], glow: [0, 0, 0], shine: 0 }, m2 = { c: [0, 0, 0], glow: [0, 0, 0], shine: 0 }, s = [0, 0, 0], L = unit(sun), n = [0, 0, 0], towards = [0, 0, 0];
  const clear = x => { x.glow[0] = x.glow[1] = x.glow[2] = 0; x.shine = 0; };
  let seed = 1; const rnd = () => { seed = Math.imul(seed, 1664525) + 1013904223 | 0; return (seed >>> 8) / 16777216; };
  const lit = (at, normal) => {
    for (let c = 0; c < 3; c++) towards[c] = L[c] + (rnd() - 0.5) * 2 * softness;
    const k = towards[0] * normal[0] + towards[1] * normal[1] + towards[2] * normal[2];
    return k <= 0 || scene.cast(at, towards, reach, other, true) ? 0 : k;
  };
  const gather = (at, normal, out) => { // one ray into the half-space, cosine weighted
    const a = rnd() * 6.2832, z = rnd() * 2 - 1, rr = Math.sqrt(1 - z * z);
    e[0] = normal[0] + rr * Math.cos(a) * 0.999; e[1] = normal[1] + z * 0.999; e[2] = normal[2] + rr * Math.sin(a) * 0.999;
    const l = Math.hypot(e[0], e[1], e[2]); e[0] /= l; e[1] /= l; e[2] /= l;
    radiance(at, e, out);
  };
  const radiance = (at, dir, out) => {
    if (!scene.cast(at, dir, reach, other)) { sky(dir, out); return; }
    const t = other.t, it = other.item; n[0] = other.n[0]; n[1] = other.n[1]; n[2] = other.n[2];
    for (let c = 0; c < 3; c++) q[c] = at[c] + dir[c] * t + n[c] * 2e-4;
    clear(m2); it.look(q, n, m2, it);
    const k = lit(q, n);
    towards[0] = 0; towards[1] = 1; towards[2] = 0; sky(towards, out);
    for (let c = 0; c < 3; c++) out[c] = m2.c[c] * (k * sunlight[c] + out[c] * 0.3 * bounce + ambient[c]) + Math.min(m2.glow[c], 5);
  };
  const N = [0, 0, 0];
  for (let j = 0, at = 0; j < h; j++)
    for (let i = 0; i < w; i++, at++) {
      for (let k = 0; k < samples; k++) {
        seed = (Math.imul(i, 73856093) ^ Math.imul(j, 19349663) ^ Math.imul(k + 1, 83492791)) | 0; rnd(); rnd();
        view((i + (k + rnd()) / samples) / w * W, (j + rnd()) / h * H, rnd(), rnd(), o, d);
        const b = at * 3;
        if (!scene.cast(o, d, reach, hit)) { sky(d, s, true); for (let c = 0; c < 3; c++) direct.data[b + c] += s[c]; guide[at * 4 + 3] += 400; continue; }
        const t = hit.t, it = hit.item; N[0] = hit.n[0]; N[1] = hit.n[1]; N[2] = hit.n[2];
        for (let c = 0; c < 3; c++) p[c] = o[c] + d[c] * t + N[c] * 2e-4;
        clear(m); it.look(p, N, m, it);
        const far = haze ? 1 - Math.exp(-t / hazeDistance) : 0, sunK = lit(p, N);
        gather(p, N, s);
        for (let c = 0; c < 3; c++) {
          direct.data[b + c] += (m.c[c] * sunK * sunlight[c] + m.glow[c]) * (1 - far) + (haze ? haze[c] * far : 0);
          soft.data[b + c] += s[c]; albedo.data[b + c] += m.c[c] * (1 - far);
          guide[at * 4 + c] += N[c];
        }
        guide[at * 4 + 3] += Math.min(t, 400);
        if (m.shine > 0) {
          const dn = 2 * (d[0] * N[0] + d[1] * N[1] + d[2] * N[2]), r = [d[0] - dn * N[0], d[1] - dn * N[1], d[2] - dn * N[2]], rough = m.rough ?? 0.02;
          for (let c = 0; c < 3; c++) r[c] += (rnd() - 0.5) * rough;
          const fresnel = m.shine * (0.06 + 0.94 * (1 - Math.abs(dn / 2)) ** 4) * (1 - far);
          radiance(p, r, s);
          const spec = sunK > 0 ? Math.max(0, r[0] * L[0] + r[1] * L[1] + r[2] * L[2]) ** 180 * 3 : 0;
          for (let c = 0; c < 3; c++) direct.data[b + c] += (Math.min(6, s[c]) + spec * sunlight[c]) * fresnel;
        }
      }
      for (let c = 0; c < 4; c++) guide[at * 4 + c] /= samples;
    }
  for (const f of [direct, soft, albedo]) for (let i = 0; i < f.data.length; i++) f.data[i] /= samples;
  for (let step = 1, pass = 0; pass < smoothing; pass++, step *= 2) agree(soft, guide, step);
  for (let i = 0; i < direct.data.length; i++) direct.data[i] += soft.data[i] * albedo.data[i];
  return direct;
}

// One round of an edge-keeping smoothing with holes (à trous): 3 x 3 taps that lie `step` apart.
function agree(film, guide, step) {
  const { w, h, data } = film, out = new Float32Array(data.length);
  for (let j = 0, at = 0; j < h; j++)
    for (let i = 0; i < w; i++, at++) {
      let r = 0, g = 0, b = 0, sum = 0; const a = at * 4, depth = guide[a + 3];
      for (let v = -1; v <= 1; v++) for (let u = -1; u <= 1; u++) {
        const x = i + u * step, y = j + v * step;
        if (x < 0 || y < 0 || x >= w || y >= h) continue;
        const q = y * w + x, e = q * 4, turn = Math.abs(guide[a] - guide[e]) + Math.abs(guide[a + 1] - guide[e + 1]) + Math.abs(guide[a + 2] - guide[e + 2]);
        const weight = Math.exp(-turn * 6 - Math.abs(depth - guide[e + 3]) / (0.004 * depth * step + 0.01)) * (u === 0 ? 2 : 1) * (v === 0 ? 2 : 1);
        r += data[q * 3] * weight; g += data[q * 3 + 1] * weight; b += data[q * 3 + 2] * weight; sum += weight;
      }
      out[at * 3] = r / sum; out[at * 3 + 1] = g / sum; out[at * 3 + 2] = b / sum;
    }
  film.data.set(out);
}
