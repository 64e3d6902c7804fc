// The harbour: cranes, boats, bridge, lighthouse, all standing over reflecting water.
import { Film, W, H } from '../kit/film.mjs';
import { Layer } from '../kit/layer.mjs';
import { ramp, ceiling, stars, heaps } from '../kit/sky.mjs';
import { water } from '../kit/water.mjs';
import { random, fbm, linear, smooth, mix, mixTo, clamp, noise, hash } from '../kit/noise.mjs';

export function ridge(pen, colour, base, height, frequency, seed, bottom = base + 40) {
  pen.fillStyle = colour; pen.beginPath(); pen.moveTo(-5, bottom);
  for (let x = -5; x <= W + 5; x += 2) pen.lineTo(x, base - height * fbm(x * frequency + seed, seed * 7.7, 6));
  pen.lineTo(W + 5, bottom); pen.fill();
}

export const hazed = (colour, amount) => (x, y, o) => mixTo(o, colour[0], colour[1], colour[2], amount);

function lattice(pen, x0, y0, x1, y1, width, panels, line) {
  const l = Math.hypot(x1 - x0, y1 - y0), nx = -(y1 - y0) / l * width / 2, ny = (x1 - x0) / l * width / 2;
  const at = (t, s) => [x0 + (x1 - x0) * t + nx * s, y0 + (y1 - y0) * t + ny * s];
  pen.lineWidth = line; pen.beginPath();
  for (const s of [-1, 1]) { pen.moveTo(...at(0, s)); pen.lineTo(...at(1, s)); }
  for (let i = 0; i < panels; i++) { const s = i % 2 ? 1 : -1; pen.moveTo(...at(i / panels, s)); pen.lineTo(...at((i + 1) / panels, -s)); pen.moveTo(...at(i / panels, -1)); pen.lineTo(...at(i / panels, 1)); }
  pen.stroke();
}

function crane(pen, x, ground, k, raised, flip = 1) {
  const p = (dx, dy) => [x + dx * k * flip, ground - dy * k];
  pen.lineCap = 'round';
  for (const dx of [-44, 34]) lattice(pen, ...p(dx, 0), ...p(dx * 0.82, 190), 9 * k, 12, 2.2 * k);
  for (const dy of [8, 70, 188]) lattice(pen, ...p(-46 + dy * 0.04, dy), ...p(36 - dy * 0.03, dy), 8 * k, 7, 2.2 * k);
  pen.lineWidth = 3 * k; pen.beginPath(); pen.moveTo(...p(-42, 70)); pen.lineTo(...p(30, 188)); pen.moveTo(...p(34, 70)); pen.lineTo(...p(-37, 188)); pen.stroke();
  lattice(pen, ...p(-120, 196), ...p(40, 196), 13 * k, 18, 2 * k);
  const tip = raised ? p(120, 372) : p(238, 200);
  lattice(pen, ...p(36, 198), ...tip, 11 * k, 22, 2 * k);
  lattice(pen, ...p(-36, 196), ...p(-8, 300), 6 * k, 9, 2 * k); lattice(pen, ...p(28, 196), ...p(-8, 300), 6 * k, 9, 2 * k);
  pen.lineWidth = 1.4 * k; pen.beginPath();
  for (const t of raised ? [0.95] : [0.45, 0.95]) { pen.moveTo(...p(-8, 300)); pen.lineTo(p(36, 198)[0] + (tip[0] - p(36, 198)[0]) * t, p(36, 198)[1] + (tip[1] - p(36, 198)[1]) * t); }
  pen.moveTo(...p(-8, 300)); pen.lineTo(...p(-116, 200));
  if (!raised) { pen.moveTo(...p(150, 198)); pen.lineTo(...p(148, 120)); pen.moveTo(...p(160, 198)); pen.lineTo(...p(162, 120)); }
  pen.stroke();
  if (!raised) pen.fillRect(...p(flip > 0 ? 130 : 180, 120), 50 * k, 18 * k);
  pen.fillRect(...p(flip > 0 ? -100 : -60, 226), 40 * k, 26 * k);
  return { tip, top: p(-8, 302), cabin: p(70, 188) };
}

function ship(pen, x, y, length, k, rand) {
  pen.fillStyle = '#171a22'; pen.beginPath();
  pen.moveTo(x, y - 44 * k); pen.lineTo(x + 18 * k, y + 4); pen.lineTo(x + length - 30 * k, y + 4); pen.lineTo(x + length, y - 60 * k); pen.lineTo(x + length - 60 * k, y - 46 * k); pen.fill();
  const tones = ['#3c2a2c', '#26364a', '#4a3d2c', '#2c3f3a', '#45403f', '#5a3026'];
  for (let cx = x + 95 * k; cx < x + length - 90 * k; cx += 30 * k) {
    const n = 3 + Math.floor(rand() * 4);
    for (let r = 0; r < n; r++) { pen.fillStyle = tones[Math.floor(rand() * tones.length)]; pen.fillRect(cx, y - (46 + 13 * (r + 1)) * k, 28.5 * k, 12 * k); }
  }
  pen.fillStyle = '#2b2c33'; pen.fillRect(x + 30 * k, y - 150 * k, 52 * k, 110 * k); pen.fillRect(x + 22 * k, y - 158 * k, 70 * k, 12 * k); pen.fillRect(x + 44 * k, y - 190 * k, 18 * k, 40 * k);
}

function lights(list, film) { new Layer(pen => { for (const [x, y, r, colour] of list) { pen.fillStyle = colour; pen.beginPath(); pen.arc(x, y, r, 0, 7); pen.fill(); } }).shine(film, 9); }

function cranes() {
  const film = new Film(), horizon = 742, rand = random(11), sun = [1130, 690];
  const stops = [[0, [0.05, 0.09, 0.19]], [0.45, [0.22, 0.22, 0.32]], [0.75, [0.75, 0.38, 0.24]], [0.93, [1.25, 0.62, 0.25]], [1, [1.1, 0.6, 0.32]]];
  const clouds = ceiling({ horizon, sun, lit: [1.25, 0.48, 0.24], dark: [0.1, 0.09, 0.15], cover: 0.47, soft: 0.2, scale: 0.8, seed: 3, stretch: 0.7 });
  film.shade((x, y, o) => {
    ramp(stops, y / horizon, o);
    const d = Math.hypot((x - sun[0]) / 1.5, y - sun[1]), glow = Math.exp(-d / 170) * 1.5;
    o[0] += glow * 1.3; o[1] += glow * 0.62; o[2] += glow * 0.2;
    clouds(x, y, o);
    const disc = smooth(27, 24, Math.hypot(x - sun[0], y - sun[1])); o[0] += disc * 9; o[1] += disc * 5.5; o[2] += disc * 2.4;
  });
  const air = [0.95, 0.45, 0.24];
  new Layer(pen => ridge(pen, '#3a3440', horizon + 2, 105, 0.0021, 4), 1.2).over(film, { haze: hazed(air, 0.6) });
  new Layer(pen => ridge(pen, '#2a2630', horizon + 2, 58, 0.004, 9), 0.8).over(film, { haze: hazed(air, 0.36) });
  new Layer(pen => {
    pen.fillStyle = pen.strokeStyle = '#231f28';
    for (let x = 0; x < W; x += 16 + rand() * 40) pen.fillRect(x, horizon - 10 - rand() * 34, 10 + rand() * 34, 60);
    for (const [x, k, up, f] of [[1290, 0.62, 0, 1], [1420, 0.62, 1, 1], [1010, 0.5, 1, -1]]) crane(pen, x, horizon, k, up, f);
  }, 0.7).over(film, { haze: hazed(air, 0.2) });
  const marks = [];
  new Layer(pen => {
    pen.fillStyle = '#15131a'; pen.fillRect(0, horizon - 12, 900, 30);
    ship(pen, 340, horizon + 6, 640, 1.05, rand);
    pen.fillStyle = pen.strokeStyle = '#14121a';
    for (const [x, k, up] of [[150, 1.45, 0], [420, 1.35, 1], [650, 1.3, 0]]) { const c = crane(pen, x, horizon - 8, k, up); marks.push([...c.tip, 3, '#ff3a20'], [...c.top, 2.6, '#ff3a20'], [...c.cabin, 4, '#ffdca0']); }
    for (let i = 0; i < 40; i++) marks.push([rand() * 880, horizon - 16 - rand() * 22, 1 + rand() * 1.8, rand() < 0.8 ? '#ffc67a' : '#e8f2ff']);
  }).over(film, { haze: hazed(air, 0.03) });
  lights(marks, film);
  water(film, { horizon: horizon + 6, height: 7, wave: 0.8, deep: [0.012, 0.016, 0.03], samples: 8, tilt: 1.1 });
  film.bloom(0.16, 34, 1.1);
  return film.develop({ exposure: 0.95, saturation: 1.08, grain: 0.012, contrast: 1.1, seed: 2 });
}

function lighthouse() {
  const film = new Film(), horizon = 690, lamp = [1090, 262];
  const clouds = ceiling({ horizon, sun: [330, 150], lit: [0.16, 0.2, 0.3], dark: [0.018, 0.025, 0.05], cover: 0.5, soft: 0.25, scale: 0.7, seed: 21, stretch: 0.6 });
  film.shade((x, y, o) => {
    ramp([[0, [0.006, 0.012, 0.035]], [0.6, [0.018, 0.04, 0.085]], [1, [0.07, 0.11, 0.16]]], y / horizon, o);
    stars(x, y, o, 0.55 * smooth(horizon, 300, y));
    const moon = Math.hypot(x - 330, y - 150); o[0] += 0.12 * Math.exp(-moon / 120); o[1] += 0.14 * Math.exp(-moon / 120); o[2] += 0.18 * Math.exp(-moon / 120);
    clouds(x, y, o);
    const disc = smooth(25, 23, moon) * (1.9 + 0.9 * fbm(x * 0.08, y * 0.08, 3)); o[0] += disc; o[1] += disc; o[2] += disc * 0.93;
    // Two beams of the lamp in damp air.
    for (const [angle, power] of [[Math.PI - 0.09, 0.62], [0.17, 0.34]]) {
      const dx = x - lamp[0], dy = y - lamp[1], c = Math.cos(angle), s = Math.sin(angle), along = dx * c + dy * s, off = Math.abs(dy * c - dx * s);
      if (along > 0) { const b = power * Math.exp(-((off / (5 + along * 0.045)) ** 2)) * (26 / (along * 0.35 + 26)) * (0.75 + 0.5 * fbm(x * 0.006, y * 0.01, 4)); o[0] += b; o[1] += b * 0.9; o[2] += b * 0.66; }
    }
  }, 2);
  const shoreline = x => x < 560 ? 1200 : 690 - 205 * smooth(560, 1010, x) - 40 * fbm(x * 0.012, 3, 5) * smooth(560, 700, x) + 24 * smooth(1200, 1600, x);
  film.shade((x, y, o) => {
    const edge = shoreline(x);
    if (y < edge || y > horizon + 14 + 20 * fbm(x * 0.02, 8, 4)) return;
    const e = 3, rock = (a, b) => fbm(a * 0.012, b * 0.03, 6) * 60, dx = rock(x + e, y) - rock(x - e, y), dy = rock(x, y + e) - rock(x, y - e);
    const light = clamp(0.3 - dx * 0.11 - dy * 0.09), rim = Math.exp(-(y - edge) / 7) * 0.05, near = Math.exp(-Math.hypot(x - lamp[0], y - lamp[1] - 180) / 120) * 0.05;
    o[0] = 0.008 + light * 0.05 + rim + near * 1.2; o[1] = 0.011 + light * 0.062 + rim * 1.1 + near; o[2] = 0.017 + light * 0.085 + rim * 1.4 + near * 0.6;
  }, 2);
  new Layer(pen => {
    const [x] = lamp, foot = 500, tone = pen.createLinearGradient(x - 46, 0, x + 46, 0);
    tone.addColorStop(0, '#9fa9b4'); tone.addColorStop(0.35, '#6c7580'); tone.addColorStop(1, '#15191f');
    pen.fillStyle = tone; pen.beginPath(); pen.moveTo(x - 42, foot); pen.lineTo(x - 25, 292); pen.lineTo(x + 25, 292); pen.lineTo(x + 42, foot); pen.fill();
    const red = pen.createLinearGradient(x - 46, 0, x + 46, 0); red.addColorStop(0, '#7c2a2a'); red.addColorStop(0.4, '#571c1e'); red.addColorStop(1, '#170809');
    pen.fillStyle = red;
    for (const [a, b] of [[330, 372], [418, 462]]) { const wa = 25 + (a - 292) * 0.0817, wb = 25 + (b - 292) * 0.0817; pen.beginPath(); pen.moveTo(x - wa, a); pen.lineTo(x + wa, a); pen.lineTo(x + wb, b); pen.lineTo(x - wb, b); pen.fill(); }
    pen.fillStyle = '#11151a'; pen.fillRect(x - 35, 286, 70, 8); pen.fillRect(x - 22, 240, 3, 48); pen.fillRect(x + 19, 240, 3, 48); pen.fillRect(x - 2, 240, 3, 48); pen.fillRect(x - 26, 236, 52, 6);
    pen.beginPath(); pen.moveTo(x - 26, 237); pen.quadraticCurveTo(x, 196, x + 26, 237); pen.fill(); pen.fillRect(x - 1.5, 190, 3, 26);
    for (let i = -34; i <= 34; i += 8.5) pen.fillRect(x + i, 268, 1.6, 20); pen.fillRect(x - 35, 268, 70, 1.8);
    pen.fillStyle = '#3a4149'; pen.fillRect(x + 58, 448, 120, 56); pen.fillStyle = '#1a1512'; pen.beginPath(); pen.moveTo(x + 48, 450); pen.lineTo(x + 72, 410); pen.lineTo(x + 164, 410); pen.lineTo(x + 188, 450); pen.fill();
    for (const dy of [320, 400, 470]) { pen.fillStyle = '#0a0d10'; pen.fillRect(x - 5, dy, 8, 14); }
  }, 0.5).over(film);
  lights([[lamp[0], 263, 13, '#ffeec0'], [lamp[0] + 84, 474, 7, '#ffb860'], [lamp[0] + 132, 474, 7, '#ffb860']], film);
  water(film, { horizon, height: 5, wave: 1.5, deep: [0.004, 0.012, 0.02], samples: 6, tilt: 1.3, extra(x, z, o, px, py, sx, sz) {
    const foam = smooth(0.6, 0.72, fbm(x * 0.5, z * 0.35, 5)) * smooth(26, 8, z) * 0.3 + smooth(40, 0, py - horizon - 10 - 22 * fbm(px * 0.02, 8, 4)) * smooth(560, 640, px) * smooth(0.42, 0.66, fbm(px * 0.03, py * 0.09, 5)) * 0.7;
    o[0] += foam * 0.11; o[1] += foam * 0.13; o[2] += foam * 0.16;
  } });
  film.bloom(0.3, 46, 0.55);
  return film.develop({ exposure: 2.1, contrast: 1.08, grain: 0.017, vignette: 0.35, seed: 3 });
}

function bridge() {
  const film = new Film(), horizon = 800;
  film.shade((x, y, o) => {
    ramp([[0, [0.36, 0.47, 0.56]], [0.5, [0.66, 0.68, 0.66]], [1, [0.96, 0.83, 0.66]]], y / horizon, o);
    const d = Math.hypot(x - 420, y - 560), g = Math.exp(-d / 260) * 0.9; o[0] += g; o[1] += g * 0.75; o[2] += g * 0.42;
  });
  const fog = (x, y, o) => ramp([[0, [0.36, 0.47, 0.56]], [0.5, [0.7, 0.7, 0.67]], [1, [1.05, 0.88, 0.68]]], y / horizon, o);
  const f = [0, 0, 0], into = amount => (x, y, o) => { fog(x, y, f); mixTo(o, f[0], f[1], f[2], clamp(amount + 0.4 * smooth(560, horizon, y) + 0.24 * (fbm(x * 0.003, y * 0.008, 4) - 0.5))); };
  new Layer(pen => ridge(pen, '#33414a', horizon, 190, 0.0016, 14), 2).over(film, { haze: into(0.74) });
  new Layer(pen => ridge(pen, '#2c3a40', horizon, 90, 0.003, 31), 1.5).over(film, { haze: into(0.58) });
  // Towers run away to a vanishing point on the left; a deck of constant height joins them.
  const at = z => ({ x: 330 + 1420 / z, k: 1 / z }), deck = 232, spans = [1.18, 2.05, 3.4, 5.6, 9];
  for (const [n, z] of [...spans.entries()].reverse()) {
    const { x, k } = at(z), y = h => horizon - h * k * 1.5;
    new Layer(pen => {
      pen.fillStyle = pen.strokeStyle = '#18222a';
      for (const s of [-1, 1]) { pen.beginPath(); pen.moveTo(x + s * 66 * k, y(-6)); pen.lineTo(x + s * 90 * k, y(-6)); pen.lineTo(x + s * 26 * k, y(660)); pen.lineTo(x + s * 10 * k, y(660)); pen.fill(); }
      for (const h of [200, 400, 560]) pen.fillRect(x - 62 * k * (1 - h / 900), y(h), 124 * k * (1 - h / 900), 17 * k);
      pen.fillRect(x - 104 * k, y(8), 208 * k, 22 * k);
      pen.lineWidth = Math.max(0.7, 3.2 * k); pen.beginPath();
      const far = z * 1.3, near = z * 0.76;
      for (let i = 1; i <= 13; i++) for (const end of [far, near]) { const zz = z + (end - z) * i / 13, q = at(zz); pen.moveTo(x, y(660 - i * 9)); pen.lineTo(q.x, horizon - deck * q.k * 1.5); }
      pen.stroke();
      const a = at(z * 1.34), b = at(n === 0 ? 0.5 : z * 0.74);
      pen.beginPath(); pen.moveTo(a.x, horizon - deck * a.k * 1.5); pen.lineTo(b.x, horizon - deck * b.k * 1.5); pen.lineTo(b.x, horizon - (deck - 30) * b.k * 1.5); pen.lineTo(a.x, horizon - (deck - 30) * a.k * 1.5); pen.fill();
      pen.fillStyle = '#2a343b'; for (let i = 0; i < 60; i++) { const zz = z * (1.34 - i * 0.01), q = at(zz); pen.fillRect(q.x, horizon - (deck + 26) * q.k * 1.5, Math.max(0.6, 3 * q.k), 26 * q.k * 1.5); }
    }, 0.5).over(film, { haze: (px, py, o) => into(clamp(1 - Math.exp(-(1420 / Math.max(20, px - 330) - 0.9) * 0.2), 0.02, 1))(px, py, o) });
  }
  water(film, { horizon, height: 6, wave: 0.42, deep: [0.05, 0.075, 0.08], samples: 6, haze: [1.0, 0.86, 0.68], hazeDistance: 160, roughness: 0.012 });
  new Layer(pen => { // a launch, small against the piers
    pen.fillStyle = '#182026'; pen.beginPath(); pen.moveTo(520, 868); pen.lineTo(600, 866); pen.lineTo(592, 880); pen.lineTo(528, 880); pen.fill();
    pen.fillRect(536, 849, 28, 20); pen.fillRect(532, 846, 36, 4); pen.fillRect(549, 828, 1.6, 20); pen.fillStyle = '#8d938f'; pen.fillRect(541, 853, 8, 8); pen.fillRect(552, 853, 8, 8);
    pen.globalAlpha = 0.35; pen.fillStyle = '#26323a'; for (let i = 0; i < 26; i++) pen.fillRect(526 + hash(i, 1) * 18, 880 + i * 1.6, 20 + hash(i, 2) * 38, 0.9);
  }, 0.7).over(film, { haze: hazed([0.9, 0.8, 0.66], 0.22) });
  film.bloom(0.1, 60, 0.9);
  return film.develop({ exposure: 0.86, contrast: 1.14, saturation: 0.95, vignette: 0.3, seed: 5 });
}

export default { 'harbour-cranes-dusk': cranes, 'lighthouse-night': lighthouse, 'bridge-morning-fog': bridge };
