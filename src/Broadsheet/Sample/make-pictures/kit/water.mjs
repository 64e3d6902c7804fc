import { hash, noise } from './noise.mjs';
import { W, H } from './film.mjs';

const bump = [0, 0];

// Slope of one octave of waves by difference; waves are longer across the wind than along it.
function slope(x, z, time) {
  const e = 0.12, a = noise(x, z + time), b = noise(x + e, z + time), c = noise(x, z + e + time);
  bump[0] = (b - a) / e; bump[1] = (c - a) / e;
}

/**
 * Paints water below the horizon. What stands above the horizon in the film is mirrored in it by real
 * reflection at a rippled surface; octaves finer than a pixel become roughness.
 */
export function water(film, { horizon, height = 6, focal = 1300, wave = 1, waveScale = 1, deep = [0.01, 0.03, 0.04], samples = 6, haze, hazeDistance = 400,
                              extra, bottom = H, tilt = 1, roughness = 0.02, brightness = 1, above, centre = 800 } = {}) {
  const sky = film.copy(), m = [0, 0, 0];
  film.shade((px, py, o) => {
    const down = py - horizon;
    if (down <= 0.2) return;
    const dx = (px - centre) / focal, dy = -down / focal, t = height / -dy, x = dx * t, z = t;
    let sx = 0, sz = 0, rough = roughness;
    const foot = t * t / (height * focal); // length of a pixel on the water
    for (let k = 0, f = 0.22 * waveScale, a = 0.62 * wave; k < 6; k++, f *= 2.1, a *= 0.86) {
      const seen = 1 / (1 + (foot * f * 1.6) ** 2);
      if (seen > 0.02) { slope(x * f * 0.75 + k * 13.7, z * f * 1.25, k * 5.3); sx += bump[0] * a * 0.34 * seen; sz += bump[1] * a * 0.34 * seen; }
      rough += a * 0.05 * (1 - seen);
    }
    sx *= 0.35; sz *= 0.35;
    const h1 = hash(px * 64, py * 64, 1) + hash(px * 64, py * 64, 3) - 1, h2 = hash(px * 64, py * 64, 2) + hash(px * 64, py * 64, 4) - 1;
    sx += h1 * rough * 0.6; sz += h2 * rough * tilt;
    const l = Math.hypot(dx, dy, 1), vx = dx / l, vy = dy / l, vz = 1 / l, nl = Math.hypot(sx, 1, sz), nx = -sx / nl, ny = 1 / nl, nz = -sz / nl;
    let cos = -(vx * nx + vy * ny + vz * nz);
    if (cos < 0.02) cos = 0.02;
    const rx = vx + 2 * cos * nx, ry = Math.abs(vy + 2 * cos * ny) + 0.002, rz = Math.max(0.12, vz + 2 * cos * nz);
    const qx = centre + focal * rx / rz, qy = horizon - focal * ry / rz;
    if (above && qy < 4) above(qx, qy, m); else sky.read(mirror(qx), Math.max(2, Math.min(horizon - 1, qy)), m);
    const fresnel = 0.03 + 0.97 * (1 - cos) ** 5, far = haze ? 1 - Math.exp(-t / hazeDistance) : 0;
    for (let c = 0; c < 3; c++) o[c] = (deep[c] * (0.75 + 0.5 * ny) * (1 - fresnel) + m[c] * fresnel * brightness);
    extra?.(x, z, o, px, py, sx, sz);
    if (haze) for (let c = 0; c < 3; c++) o[c] += (haze[c] - o[c]) * far;
  }, samples, horizon, bottom);
}

const mirror = x => x < 0 ? -x : x > W ? 2 * W - x : x;
