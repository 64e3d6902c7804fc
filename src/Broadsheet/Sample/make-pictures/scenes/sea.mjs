// The open sea: a ferry's wake, a storm, moored boats, a wind farm.
import { Film, W, H } from '../kit/film.mjs';
import { Layer } from '../kit/layer.mjs';
import { ramp, ceiling, heaps } from '../kit/sky.mjs';
import { water } from '../kit/water.mjs';
import { random, fbm, noise, smooth, mix, mixTo, clamp, hash } from '../kit/noise.mjs';
import { ridge, hazed } from './harbour.mjs';

function wake() {
  const film = new Film(), horizon = 380;
  film.shade((x, y, o) => ramp([[0, [0.11, 0.27, 0.6]], [0.6, [0.3, 0.5, 0.78]], [1, [0.72, 0.82, 0.88]]], y / horizon, o));
  heaps(film, { horizon, base: 1.1, top: 2.5, cover: 0.5, scale: 0.62, sun: [-0.7, 0.6, -0.3], lit: [1.15, 1.1, 1.02], dark: [0.4, 0.47, 0.58], haze: [0.74, 0.82, 0.88], seed: 41, thick: 6, hazeDistance: 22 });
  new Layer(pen => ridge(pen, '#405766', horizon + 1, 66, 0.0024, 25, horizon + 3), 0.8).over(film, { haze: hazed([0.66, 0.77, 0.85], 0.55) });
  new Layer(pen => { pen.fillStyle = '#35473f'; pen.beginPath(); pen.moveTo(760, horizon + 2); for (let x = 760; x <= W; x += 2) pen.lineTo(x, horizon + 2 - smooth(760, 1250, x) * 96 * fbm(x * 0.0036, 61, 6)); pen.lineTo(W, horizon + 2); pen.fill(); }, 0.6).over(film, { haze: hazed([0.55, 0.68, 0.78], 0.36) });
  water(film, { horizon, height: 10, wave: 1.7, waveScale: 1.2, deep: [0.012, 0.07, 0.1], samples: 6, haze: [0.6, 0.74, 0.82], hazeDistance: 900, centre: 800, extra(x, z, o) {
    const bend = x + 0.00006 * z * z * 6 - 0.4, half = 2.6 + z * 0.085, inner = smooth(half, half * 0.55, Math.abs(bend)), fade = Math.exp(-z / 170);
    const churn = fbm(bend * 0.9, z * 0.55, 6), lace = 1 - Math.abs(2 * fbm(bend * 0.75 + churn, z * 0.3, 5) - 1) * 3.2;
    const arm = Math.exp(-(((Math.abs(bend) - half) / (0.5 + z * 0.02)) ** 2)), break_ = smooth(0.42, 0.6, fbm(bend * 0.7 + 40, z * 0.2, 5));
    let foam = inner * (smooth(0.44, 0.66, churn + 0.16 * fade) * 0.9 + clamp(lace) * 0.55) * (0.25 + fade) + arm * break_ * (0.25 + 0.7 * fade);
    foam = clamp(foam); const milky = inner * fade * 0.75;
    o[0] = mix(o[0], 0.12, milky * 0.6); o[1] = mix(o[1], 0.42, milky * 0.6); o[2] = mix(o[2], 0.46, milky * 0.6);
    const k = 0.55 + 0.55 * churn; o[0] = mix(o[0], 0.92 * k + 0.1, foam); o[1] = mix(o[1], 0.97 * k + 0.1, foam); o[2] = mix(o[2], k + 0.1, foam);
  } });
  new Layer(pen => { // the stern rail, close and out of focus
    const bar = (y, w) => { const g = pen.createLinearGradient(0, y - w, 0, y + w); g.addColorStop(0, '#f2efe6'); g.addColorStop(0.5, '#b9bcbc'); g.addColorStop(1, '#59646c'); pen.strokeStyle = g; pen.lineWidth = w * 2; pen.beginPath(); pen.moveTo(-10, y + 18); pen.quadraticCurveTo(800, y - 22, 1610, y + 14); pen.stroke(); };
    for (const x of [130, 560, 1010, 1460]) { const g = pen.createLinearGradient(x - 10, 0, x + 10, 0); g.addColorStop(0, '#e9e7df'); g.addColorStop(1, '#5f6a72'); pen.fillStyle = g; pen.fillRect(x - 9, 935, 18, 140); }
    bar(932, 13); bar(1016, 8);
  }, 3.2).over(film, { gain: 0.85 });
  film.bloom(0.08, 24, 1);
  return film.develop({ exposure: 0.98, contrast: 1.1, saturation: 0.94, vignette: 0.3, seed: 21 });
}

function storm() {
  const film = new Film(), horizon = 720;
  film.shade((x, y, o) => { ramp([[0, [0.13, 0.17, 0.21]], [0.6, [0.26, 0.3, 0.32]], [0.9, [0.62, 0.56, 0.42]], [1, [0.8, 0.7, 0.48]]], y / horizon, o); });
  heaps(film, { horizon, focal: 1100, base: 1, top: 2.6, cover: 0.36, scale: 0.42, sun: [0.75, 0.25, 0.55], lit: [0.56, 0.54, 0.5], dark: [0.05, 0.062, 0.078], haze: [0.62, 0.55, 0.42], seed: 12, thick: 4.2, hazeDistance: 15 });
  film.shade((x, y, o) => { // rain under the near cloud
    const slant = x + (y - horizon) * 0.22, curtain = smooth(0.44, 0.66, fbm(slant * 0.0034, 4, 4)) * smooth(200, 640, y) * 0.62 * smooth(1250, 700, x), fine = 0.85 + 0.3 * noise(slant * 0.11, y * 0.006);
    mixTo(o, 0.15 * fine, 0.16 * fine, 0.165 * fine, curtain);
  });
  new Layer(pen => { // lightning
    const rand = random(99); pen.lineCap = 'round';
    const bolt = (x, y, to, width, lean) => { pen.lineWidth = width; pen.strokeStyle = '#e6ecff'; pen.beginPath(); pen.moveTo(x, y); while (y < to) { x += (rand() - 0.5) * 24 + lean; y += 7 + rand() * 14; pen.lineTo(x, y); if (width > 1.6 && rand() < 0.13) { const [bx, by] = [x, y]; pen.stroke(); bolt(bx, by, by + 60 + rand() * 110, width * 0.4, (rand() - 0.5) * 26); pen.lineWidth = width; pen.beginPath(); pen.moveTo(bx, by); } } pen.stroke(); };
    bolt(486, 300, horizon, 3, 1.5);
  }).shine(film, 7);
  new Layer(pen => ridge(pen, '#1c2328', horizon + 1, 70, 0.0026, 17, horizon + 2), 0.8).over(film, { haze: (x, y, o) => mixTo(o, 0.5, 0.46, 0.37, 0.35) });
  water(film, { horizon, height: 4.2, wave: 2.3, waveScale: 1.1, deep: [0.012, 0.035, 0.04], samples: 6, tilt: 1.4, haze: [0.4, 0.38, 0.32], hazeDistance: 420, extra(x, z, o) {
    const crest = smooth(0.6, 0.74, fbm(x * 0.34, z * 0.6, 5)) * smooth(0.35, 0.6, fbm(x * 0.05, z * 0.05, 3)) * smooth(110, 10, z);
    mixTo(o, 0.55, 0.58, 0.56, crest * 0.7);
  } });
  const pier = x => 792 + (x - 860) * 0.12;
  film.shade((x, y, o) => { // the breakwater and its stones
    if (x < 850) return; const top = pier(x) - 34 - (x - 850) * 0.05 + noise(x * 0.05, 2) * 8, foot = pier(x) + 46 + (x - 850) * 0.14 + 26 * fbm(x * 0.02, 5, 4);
    if (y < top || y > foot) { const spray = smooth(0.5, 0.75, fbm(x * 0.02, y * 0.025, 5)) * smooth(150, 0, top - y) * smooth(0.5, 0.62, fbm(x * 0.006, 9, 2)) * (y < top ? 1 : 0); mixTo(o, 0.72, 0.73, 0.7, spray * 0.8); return; }
    const i = Math.floor(x / 34 + noise(y * 0.03, 1) * 0.7), j = Math.floor(y / 24 + noise(x * 0.03, 7) * 0.8), k = 0.35 + 0.65 * hash(i, j), light = clamp(0.55 - (y - top) / (foot - top) * 0.5) * (0.7 + 0.6 * fbm(x * 0.05, y * 0.05, 4));
    o[0] = 0.16 * k * light + 0.012; o[1] = 0.155 * k * light + 0.013; o[2] = 0.14 * k * light + 0.014;
    mixTo(o, 0.6, 0.62, 0.6, smooth(26, 0, foot - y) * smooth(0.4, 0.6, fbm(x * 0.04, y * 0.1, 4)));
  }, 2);
  new Layer(pen => { pen.fillStyle = '#14181a'; pen.fillRect(1318, 640, 5, 190); pen.fillRect(1306, 752, 28, 80); pen.beginPath(); pen.arc(1320, 640, 11, 0, 7); pen.fill(); pen.fillRect(1308, 652, 25, 4); }, 0.6).over(film);
  new Layer(pen => { pen.fillStyle = '#58ff9a'; pen.beginPath(); pen.arc(1320, 640, 4, 0, 7); pen.fill(); }).shine(film, 9);
  film.bloom(0.2, 40, 0.9);
  return film.develop({ exposure: 1.05, contrast: 1.12, saturation: 0.92, vignette: 0.36, grain: 0.014, seed: 22 });
}

function boat(pen, x, y, k, hull, trim, rand, flip = 1) {
  const p = (dx, dy) => [x + dx * k * flip, y - dy * k];
  const g = pen.createLinearGradient(0, p(0, 58)[1], 0, y + 6 * k); g.addColorStop(0, hull[0]); g.addColorStop(1, hull[1]);
  pen.fillStyle = g; pen.beginPath(); pen.moveTo(...p(-128, 40)); pen.quadraticCurveTo(...p(-20, 24), ...p(126, 66)); pen.quadraticCurveTo(...p(112, 20), ...p(92, -3)); pen.lineTo(...p(-116, -3)); pen.closePath(); pen.fill();
  pen.strokeStyle = trim; pen.lineWidth = 4 * k; pen.beginPath(); pen.moveTo(...p(-128, 38)); pen.quadraticCurveTo(...p(-20, 22), ...p(126, 64)); pen.stroke();
  pen.fillStyle = '#4a2620'; pen.beginPath(); pen.moveTo(...p(-118, 4)); pen.lineTo(...p(96, 4)); pen.lineTo(...p(92, -3)); pen.lineTo(...p(-116, -3)); pen.fill();
  const box = (a, b, c, d, tone) => { pen.fillStyle = tone; const [x0, y0] = p(a, d), [x1, y1] = p(c, b); pen.fillRect(Math.min(x0, x1), y0, Math.abs(x1 - x0), y1 - y0); };
  box(-58, 28, 10, 88, '#d9d6ca'); box(flip > 0 ? -58 : -20, 28, flip > 0 ? -20 : 10, 88, '#a9adab'); box(-66, 86, 18, 93, trim);
  for (const a of [-48, -26, -6]) box(a, 60, a + 13, 78, '#26323a');
  pen.strokeStyle = '#4c4a46'; pen.lineWidth = 3.2 * k; pen.beginPath(); pen.moveTo(...p(40, 34)); pen.lineTo(...p(44, 212)); pen.moveTo(...p(-88, 30)); pen.lineTo(...p(-90, 130)); pen.stroke();
  pen.lineWidth = 1.1 * k; pen.beginPath();
  for (const [a, b, c, d] of [[44, 210, 124, 66], [44, 210, -90, 130], [44, 205, -126, 40], [44, 150, 100, 150], [42, 80, 108, 148], [100, 150, 44, 205], [44, 210, 20, 60]]) { pen.moveTo(...p(a, b)); pen.lineTo(...p(c, d)); }
  pen.stroke();
  for (let i = 0; i < 5; i++) { pen.fillStyle = ['#c9502e', '#d8a23c', '#2f6f78', '#3c4a44'][Math.floor(rand() * 4)]; pen.beginPath(); pen.ellipse(...p(-112 + i * 10, 44 + rand() * 5), 8 * k, 6 * k, 0, 0, 7); pen.fill(); }
  for (const a of [-80, -10, 60]) { pen.fillStyle = '#23272a'; pen.beginPath(); pen.ellipse(...p(a, 14), 6 * k, 10 * k, 0, 0, 7); pen.fill(); }
}

function boats() {
  const film = new Film(), horizon = 560, rand = random(31);
  const clouds = ceiling({ horizon, sun: [260, 420], lit: [1.05, 0.8, 0.68], dark: [0.5, 0.5, 0.58], cover: 0.46, soft: 0.3, scale: 0.75, seed: 51, stretch: 0.8 });
  film.shade((x, y, o) => { ramp([[0, [0.34, 0.45, 0.62]], [0.6, [0.66, 0.64, 0.68]], [1, [1.0, 0.8, 0.66]]], y / horizon, o); clouds(x, y, o); });
  const air = [0.88, 0.74, 0.68];
  new Layer(pen => ridge(pen, '#4a5a60', horizon, 210, 0.0017, 72, horizon + 4), 1).over(film, { haze: hazed(air, 0.52) });
  new Layer(pen => {
    const tones = ['#c9b9a0', '#b98a72', '#d8cfc0', '#a8a49c', '#c7a25e', '#8fa0a4', '#d2a79a'], roofs = ['#7a3f30', '#5c4038', '#8a5040', '#4d4a4c'];
    for (let row = 2; row >= 0; row--) for (let x = -20; x < W; ) {
      const w = 26 + rand() * 30, h = 34 + rand() * 34, y = horizon - 8 - row * 34 - 12 * fbm(x * 0.004, row, 3);
      if (rand() < 0.86) { pen.fillStyle = tones[Math.floor(rand() * tones.length)]; pen.fillRect(x, y - h, w, h + 60); pen.fillStyle = roofs[Math.floor(rand() * 4)]; pen.beginPath(); pen.moveTo(x - 2, y - h + 1); pen.lineTo(x + w / 2, y - h - 13); pen.lineTo(x + w + 2, y - h + 1); pen.fill(); pen.fillStyle = '#39414a'; for (let wx = x + 5; wx < x + w - 7; wx += 10) for (let wy = y - h + 8; wy < y - 4; wy += 15) if (rand() < 0.8) pen.fillRect(wx, wy, 5, 8); }
      x += w + (rand() < 0.2 ? 14 : 1);
    }
    pen.fillStyle = '#5d5850'; pen.fillRect(0, horizon - 8, W, 14);
  }, 1).over(film, { haze: hazed(air, 0.3) });
  new Layer(pen => { boat(pen, 1330, 586, 0.66, ['#3f5c6a', '#22343f'], '#d8d2c0', rand, -1); boat(pen, 250, 592, 0.72, ['#8a3a30', '#4f1f1c'], '#e2ddcf', rand); boat(pen, 1010, 598, 0.6, ['#d8d4c6', '#90928c'], '#2e5f72', rand); }, 0.6).over(film, { haze: hazed(air, 0.12) });
  const draw = list => new Layer(pen => { for (const [x, y, k, a, b, c, f] of list) boat(pen, x, y, k, [a, b], c, rand, f); }, 0.4);
  const front = [[640, 655, 1.5, '#2f6b78', '#173a44', '#e6dcc4', 1]];
  draw(front).over(film);
  // What stands below the horizon must still be mirrored about its own waterline: draw, reflect, draw again.
  water(film, { horizon: 588, height: 5, wave: 0.5, deep: [0.04, 0.06, 0.07], samples: 6, roughness: 0.008, bottom: H });
  const rand2 = random(77); new Layer(pen => {
    pen.save(); pen.translate(0, 1312); pen.scale(1, -1); pen.globalAlpha = 0.75; boat(pen, 640, 655, 1.5, ['#2f6b78', '#173a44'], '#b8b09c', rand2); pen.restore();
  }, 3).over(film, { haze: (x, y, o) => { const k = 0.72 + 0.4 * fbm(x * 0.02, y * 0.14, 3); o[0] *= k; o[1] *= k; o[2] *= k; }, opacity: 0.8 });
  const rip = film.copy(), c = [0, 0, 0];
  film.shade((x, y, o) => { if (y < 657) return; const k = smooth(657, 760, y), dx = (fbm(x * 0.014, y * 0.085, 4) - 0.5) * (8 + 46 * k), dy = (fbm(x * 0.02 + 9, y * 0.1, 3) - 0.5) * 10 * k; rip.read(x + dx, Math.max(656, y + dy), c); o[0] = c[0]; o[1] = c[1]; o[2] = c[2]; }, 2);
  const rand3 = random(77); new Layer(pen => boat(pen, 640, 655, 1.5, ['#2f6b78', '#173a44'], '#e6dcc4', rand3), 0.4).over(film);
  film.bloom(0.08, 40, 0.9);
  return film.develop({ exposure: 0.95, contrast: 1.12, saturation: 0.96, seed: 23 });
}

function windFarm() {
  const film = new Film(), horizon = 770, rand = random(8);
  const clouds = ceiling({ horizon, sun: [1200, 600], lit: [0.95, 0.9, 0.88], dark: [0.45, 0.53, 0.62], cover: 0.5, soft: 0.3, scale: 0.9, seed: 8 });
  film.shade((x, y, o) => { ramp([[0, [0.25, 0.42, 0.6]], [0.6, [0.56, 0.68, 0.75]], [1, [0.92, 0.87, 0.78]]], y / horizon, o); clouds(x, y, o); const g = Math.exp(-Math.hypot((x - 1200) / 1.6, y - 700) / 190) * 0.5; o[0] += g; o[1] += g * 0.8; o[2] += g * 0.5; });
  const list = []; for (let row = 0; row < 4; row++) for (let i = 0; i < 7; i++) { const z = 1 + i * 0.95 + row * 0.28; list.push([560 + (row * 520 - 640) / z + i * 36 / z, z, rand() * 2]); }
  list.sort((a, b) => b[1] - a[1]);
  for (const [x, z, turn] of list) new Layer(pen => {
    const k = 1 / z, top = horizon - 540 * k; const g = pen.createLinearGradient(x - 10 * k, 0, x + 10 * k, 0); g.addColorStop(0, '#7e8a92'); g.addColorStop(1, '#e6e4de');
    pen.fillStyle = g; pen.beginPath(); pen.moveTo(x - 5 * k, top); pen.lineTo(x + 5 * k, top); pen.lineTo(x + 11 * k, horizon); pen.lineTo(x - 11 * k, horizon); pen.fill();
    pen.fillStyle = '#c9a02c'; pen.fillRect(x - 12 * k, horizon - 40 * k, 24 * k, 42 * k);
    for (let b = 0; b < 3; b++) { const a = turn + b * 2.0944, c = Math.cos(a), s = Math.sin(a), q = (r, w) => [x + (c * r - s * w) * k, top + (s * r + c * w) * k]; pen.fillStyle = c > 0 ? '#dfe1df' : '#a3adb3'; pen.beginPath(); pen.moveTo(...q(0, -4)); pen.lineTo(...q(60, -13)); pen.lineTo(...q(300, -1)); pen.lineTo(...q(302, 1.5)); pen.lineTo(...q(60, 6)); pen.lineTo(...q(0, 4)); pen.fill(); }
    pen.fillStyle = '#8d989e'; pen.fillRect(x - 15 * k, top - 9 * k, 30 * k, 18 * k); pen.beginPath(); pen.arc(x, top, 10 * k, 0, 7); pen.fill();
  }, 0.4).over(film, { haze: (px, py, o) => mixTo(o, 0.82, 0.82, 0.78, clamp(0.06 + (z - 1) * 0.135 + 0.12 * smooth(560, horizon, py))), gain: 0.9 });
  water(film, { horizon, height: 8, wave: 1.15, deep: [0.02, 0.075, 0.1], samples: 6, haze: [0.8, 0.8, 0.76], hazeDistance: 700 });
  film.bloom(0.08, 40, 0.95);
  return film.develop({ exposure: 0.92, contrast: 1.14, saturation: 0.95, seed: 24 });
}

export default { 'ferry-wake': wake, 'storm-breakwater': storm, 'fishing-boats-morning': boats, 'wind-farm': windFarm };
