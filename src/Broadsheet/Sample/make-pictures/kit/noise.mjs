// Seeded, repeatable randomness: the same picture comes out on every machine.
export const clamp = (v, a = 0, b = 1) => v < a ? a : v > b ? b : v;
export const mix = (a, b, t) => a + (b - a) * t;
export const smooth = (a, b, v) => { const t = clamp((v - a) / (b - a)); return t * t * (3 - 2 * t); };
export const mixTo = (o, r, g, b, t) => { o[0] += (r - o[0]) * t; o[1] += (g - o[1]) * t; o[2] += (b - o[2]) * t; };

/** A colour as written on screen (#rrggbb) in linear light. */
export const linear = hex => [1, 3, 5].map(i => ((parseInt(hex.slice(i, i + 2), 16) / 255 + 0.055) / 1.055) ** 2.4);

export function random(seed) {
  let s = seed >>> 0;
  return () => {
    s = s + 0x6d2b79f5 | 0;
    let t = Math.imul(s ^ s >>> 15, 1 | s);
    t = t + Math.imul(t ^ t >>> 7, 61 | t) ^ t;
    return ((t ^ t >>> 14) >>> 0) / 4294967296;
  };
}

export function hash(x, y, z = 0) {
  let h = Math.imul(x | 0, 374761393) + Math.imul(y | 0, 668265263) + Math.imul(z | 0, 2147483647 ^ 0x5bd1e995) | 0;
  h = Math.imul(h ^ h >>> 13, 1274126177);
  h = Math.imul(h ^ h >>> 15, 0x85ebca6b);
  return ((h ^ h >>> 16) >>> 0) / 4294967296;
}

const ease = t => t * t * t * (t * (t * 6 - 15) + 10);

/** Value noise, 0 to 1. */
export function noise(x, y) {
  const i = Math.floor(x), j = Math.floor(y), u = ease(x - i), v = ease(y - j);
  const a = hash(i, j), b = hash(i + 1, j), c = hash(i, j + 1), d = hash(i + 1, j + 1);
  return a + (b - a) * u + (c - a + (a - b - c + d) * u) * v;
}

export function noise3(x, y, z) {
  const i = Math.floor(x), j = Math.floor(y), k = Math.floor(z), u = ease(x - i), v = ease(y - j), w = ease(z - k);
  const p = mix(mix(hash(i, j, k), hash(i + 1, j, k), u), mix(hash(i, j + 1, k), hash(i + 1, j + 1, k), u), v);
  const q = mix(mix(hash(i, j, k + 1), hash(i + 1, j, k + 1), u), mix(hash(i, j + 1, k + 1), hash(i + 1, j + 1, k + 1), u), v);
  return p + (q - p) * w;
}

export function fbm(x, y, octaves = 5, gain = 0.5) {
  let sum = 0, amp = 0.5, total = 0;
  for (let o = 0; o < octaves; o++) {
    sum += amp * noise(x, y); total += amp; amp *= gain;
    const t = x * 1.6 + y * 1.2 + 17.3; y = y * 1.6 - x * 1.2 + 9.1; x = t; // turned, so that no lattice shows
  }
  return sum / total;
}

export function fbm3(x, y, z, octaves = 5, gain = 0.5) {
  let sum = 0, amp = 0.5, total = 0;
  for (let o = 0; o < octaves; o++) {
    sum += amp * noise3(x, y, z); total += amp; amp *= gain;
    const t = x * 1.6 + y * 1.2 + 17.3; y = y * 1.6 - x * 1.2 + 9.1; x = t; z = z * 2.03 + 4.7;
  }
  return sum / total;
}
