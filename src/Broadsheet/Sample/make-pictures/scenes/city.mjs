// The city: its skyline, the stadium, the railway, lit windows.
import { Film, W, H } from '../kit/film.mjs';
import { Layer } from '../kit/layer.mjs';
import { ramp, ceiling } from '../kit/sky.mjs';
import { water } from '../kit/water.mjs';
import { random, fbm, noise, smooth, mix, mixTo, clamp, hash } from '../kit/noise.mjs';
import { ridge, hazed } from './harbour.mjs';

function skyline() {
  const film = new Film(), horizon = 690, rand = random(402), lamps = [];
  const clouds = ceiling({ horizon, sun: [500, 650], lit: [0.75, 0.3, 0.3], dark: [0.06, 0.08, 0.16], cover: 0.48, soft: 0.24, scale: 0.75, seed: 61, stretch: 0.6 });
  film.shade((x, y, o) => { ramp([[0, [0.018, 0.05, 0.14]], [0.5, [0.07, 0.13, 0.26]], [0.82, [0.4, 0.26, 0.3]], [1, [0.85, 0.46, 0.26]]], y / horizon, o); clouds(x, y, o); });
  new Layer(pen => ridge(pen, '#1a2030', horizon, 120, 0.0015, 7), 1).over(film, { haze: hazed([0.45, 0.3, 0.3], 0.5) });
  for (const [row, n, low, tall, air] of [[0, 60, 50, 170, 0.42], [1, 44, 60, 250, 0.22], [2, 34, 46, 210, 0.05]]) {
    const glow = [];
    new Layer(pen => {
      for (let i = 0; i < n; i++) {
        const x = (i + rand() * 0.7) * W / n - 20, centre = Math.exp(-(((x - 860) / 420) ** 2)), w = 24 + rand() * 42, h = low + rand() * 50 + centre * tall * rand() ** 0.6 * 1.35, y = horizon - h, k = row === 2 ? 1 : 0.8;
        const g = pen.createLinearGradient(x, 0, x + w, 0); g.addColorStop(0, '#2b2a33'); g.addColorStop(0.55, '#1b1e28'); g.addColorStop(1, '#11141c'); pen.fillStyle = g; pen.fillRect(x, y, w, h + 4);
        const kind = rand(); if (kind < 0.2) pen.fillRect(x + w * 0.25, y - 16, w * 0.5, 18); else if (kind < 0.34) { pen.fillRect(x + w * 0.48, y - 44, 2, 46); if (h > 200) lamps.push([x + w * 0.48 + 1, y - 44, 2, '#ff3020']); } else if (kind < 0.44) { pen.beginPath(); pen.moveTo(x, y + 1); pen.lineTo(x + w, y - 22); pen.lineTo(x + w, y + 1); pen.fill(); }
        const cw = 3.4 + rand() * 2, ch = 5 + rand() * 2, lit = 0.14 + rand() * 0.4, office = rand() < 0.35;
        for (let wy = y + 7; wy < horizon - 6; wy += ch + 3.4) { const floor = office ? rand() < lit + 0.12 : true; for (let wx = x + 4; wx < x + w - cw - 2; wx += cw + 2.6) if (floor && rand() < (office ? 0.85 : lit)) glow.push([wx, wy, cw * k, ch * k, office ? (rand() < 0.8 ? '#cfe0f2' : '#f5e6c0') : ['#ffc46a', '#ffd99a', '#ff9f4a', '#ffe9c4'][Math.floor(rand() * 4)], 0.25 + rand() * 0.75]); }
      }
    }, 0.4).over(film, { haze: (x, y, o) => mixTo(o, 0.5, 0.3, 0.27, air * (0.5 + 0.5 * smooth(300, horizon, y))) });
    new Layer(pen => { for (const [x, y, w, h, c, a] of glow) { pen.globalAlpha = a; pen.fillStyle = c; pen.fillRect(x, y, w, h); } }, 0.35).shine(film, 1.5 - air * 1.6);
  }
  new Layer(pen => { pen.fillStyle = '#0c0e13'; pen.fillRect(0, horizon - 9, W, 14); for (let x = 0; x < W; x += 13) { pen.beginPath(); pen.arc(x + rand() * 8, horizon - 10, 4 + rand() * 7, 0, 7); pen.fill(); } }, 0.6).over(film);
  for (let x = 18; x < W; x += 33) lamps.push([x + rand() * 4, horizon - 13, 1.9, rand() < 0.85 ? '#ffbd66' : '#e8f4ff']);
  new Layer(pen => { for (const [x, y, r, c] of lamps) { pen.fillStyle = c; pen.beginPath(); pen.arc(x, y, r, 0, 7); pen.fill(); } }).shine(film, 8);
  water(film, { horizon: horizon + 3, height: 8, wave: 1.0, deep: [0.008, 0.014, 0.03], samples: 8, tilt: 1.5, roughness: 0.05 });
  film.bloom(0.22, 30, 0.75);
  return film.develop({ exposure: 1.35, contrast: 1.1, grain: 0.007, vignette: 0.32, seed: 41 });
}

function stadium() {
  const film = new Film(), rand = random(90), near = 1067, far = 560, banks = [[190, 150], [560, 205], [1040, 205], [1410, 150]];
  film.shade((x, y, o) => { ramp([[0, [0.008, 0.012, 0.026]], [1, [0.05, 0.065, 0.085]]], y / 560, o); for (const [bx, by] of banks) { const d = Math.hypot(x - bx, (y - by) * 1.15), g = 0.5 * Math.exp(-d / 70) + 0.14 * Math.exp(-d / 260); const mist = 0.7 + 0.6 * fbm(x * 0.004, y * 0.005, 5); o[0] += g * mist * 0.95; o[1] += g * mist; o[2] += g * mist * 1.08; } });
  film.shade((x, y, o) => { // the stand: tiers of people under a roof edge
    const roof = 262 + 0.00009 * (x - 800) ** 2, front = far - 26; if (y < roof || y > front) return;
    const t = (y - roof) / (front - roof); if (t < 0.1) { const girder = Math.abs(((x * 0.03) % 1) - 0.5) < 0.06 ? 0.5 : 1; o[0] = o[1] = o[2] = 0.035 * girder; return; }
    if (Math.abs(t - 0.52) < 0.028) { const panel = hash(Math.floor(x / 96), 3); o[0] = 0.16 + 0.5 * (panel < 0.3 ? 1 : 0.2); o[1] = 0.2 + 0.35 * (panel > 0.6 ? 1 : 0.3); o[2] = 0.26 + 0.4 * (panel > 0.3 && panel < 0.6 ? 1 : 0.4); return; }
    const size = 5 + 5 * t, j = Math.floor(y / size), i = Math.floor(x / size + (j % 2) * 0.5), a = hash(i, j, 1), b = hash(i, j, 2), cx = (x / size + (j % 2) * 0.5) - i - 0.5, cy = y / size - j - 0.5, aisle = Math.abs(((x + (x - 800) * t * 0.25) / 210 + 9) % 1 - 0.5) < 0.022;
    const head = cx * cx + (cy + 0.2) ** 2 < 0.05, body = Math.abs(cx) < 0.36 && cy > -0.05, light = (0.05 + 0.22 * t) * (0.6 + 0.8 * b);
    if (aisle) { o[0] = o[1] = o[2] = 0.1 * (0.3 + t); return; }
    if (head) { o[0] = light * 1.1; o[1] = light * 0.75; o[2] = light * 0.55; } else if (body) { const red = a < 0.42, white = a > 0.86; o[0] = light * (red ? 0.7 : white ? 1 : 0.25 + 0.5 * a); o[1] = light * (red ? 0.1 : white ? 1 : 0.3); o[2] = light * (red ? 0.1 : white ? 1 : 0.36); } else { o[0] = o[1] = o[2] = 0.012; }
  }, 3);
  film.shade((x, y, o) => { // the pitch
    if (y < far - 26) return;
    if (y < far) { const k = hash(Math.floor(x / 133), 9), v = (y - far + 26) / 26, mark = Math.abs(v - 0.5) < 0.2 && noise(x * 0.12, 4) > 0.5 ? 0.7 : 0; o[0] = 0.15 + mark; o[1] = 0.2 + mark * (0.5 + k * 0.5); o[2] = 0.34 + mark * k; return; }
    const z = 300 / (y - far + 62), u = (x - 800) / 560 * z, zz = z * 17, stripe = Math.floor(zz / 3.3) % 2 ? 1 : 0.8, blades = 1 + (noise(x * 0.5, y * 0.9) - 0.5) * 0.4 * smooth(600, 900, y) + (fbm(u * 22, zz * 3, 3) - 0.5) * 0.25, pool = 0.75 + 0.35 * Math.exp(-((x - 800) ** 2) / 5e5);
    let r = 0.066, g = 0.165, b = 0.05; const k = stripe * blades * pool * 1.25;
    const line = Math.abs(zz - 14) < 0.12 + 0.02 * zz * 0 || Math.abs(u) < 0.006 * 1 && zz > 14 || Math.abs(Math.hypot(u * 17, zz - 30) - 9) < 0.16; if (line) { r = 0.8; g = 0.85; b = 0.8; }
    o[0] = r * k; o[1] = g * k; o[2] = b * k;
  }, 4);
  new Layer(pen => { // players warming up, with four shadows each
    for (const [x, y, h, c] of [[520, 700, 66, '#b3242a'], [640, 676, 58, '#b3242a'], [820, 742, 82, '#e9e7e0'], [1010, 690, 62, '#b3242a'], [1160, 812, 108, '#e9e7e0'], [350, 838, 116, '#b3242a']]) {
      for (const a of [-1.25, -0.4, 0.4, 1.25]) { pen.strokeStyle = 'rgba(0,14,0,0.32)'; pen.lineWidth = h * 0.12; pen.beginPath(); pen.moveTo(x, y); pen.lineTo(x + a * h * 0.9, y + h * 0.2); pen.stroke(); }
      const lean = (rand() - 0.5) * h * 0.16; pen.lineCap = 'round'; pen.strokeStyle = '#c79a7c'; pen.lineWidth = h * 0.075;
      pen.beginPath(); pen.moveTo(x, y - h * 0.46); pen.lineTo(x - h * 0.1, y - h * 0.24); pen.lineTo(x - h * 0.12 - lean, y - 2); pen.moveTo(x, y - h * 0.46); pen.lineTo(x + h * 0.13, y - h * 0.26); pen.lineTo(x + h * 0.08 + lean, y - h * 0.02); pen.stroke();
      pen.beginPath(); pen.moveTo(x + lean - h * 0.09, y - h * 0.78); pen.lineTo(x - h * 0.2, y - h * 0.56); pen.moveTo(x + lean + h * 0.09, y - h * 0.78); pen.lineTo(x + h * 0.23, y - h * 0.6); pen.stroke();
      pen.fillStyle = c; pen.beginPath(); pen.moveTo(x + lean - h * 0.12, y - h * 0.84); pen.lineTo(x + lean + h * 0.12, y - h * 0.84); pen.lineTo(x + h * 0.1, y - h * 0.5); pen.lineTo(x - h * 0.1, y - h * 0.5); pen.fill(); pen.fillStyle = '#23262c'; pen.fillRect(x - h * 0.1, y - h * 0.52, h * 0.2, h * 0.12);
      pen.fillStyle = '#4a3024'; pen.beginPath(); pen.ellipse(x + lean * 1.1, y - h * 0.93, h * 0.058, h * 0.072, 0, 0, 7); pen.fill();
    }
    pen.fillStyle = '#f4f4f0'; pen.beginPath(); pen.arc(930, 772, 8, 0, 7); pen.fill();
  }, 0.9).over(film);
  new Layer(pen => { pen.fillStyle = '#0d1014'; for (const [x, y] of banks) { pen.fillRect(x - 5, y, 10, 200); pen.fillRect(x - 66, y - 40, 132, 80); } }, 0.8).over(film);
  new Layer(pen => { pen.fillStyle = '#f4f8ff'; for (const [x, y] of banks) for (let i = 0; i < 6; i++) for (let j = 0; j < 4; j++) { pen.beginPath(); pen.arc(x - 55 + i * 22, y - 30 + j * 20, 7, 0, 7); pen.fill(); } }, 0.6).shine(film, 11);
  film.bloom(0.3, 60, 0.9);
  return film.develop({ exposure: 1.15, contrast: 1.08, saturation: 0.98, grain: 0.016, vignette: 0.3, seed: 42 });
}

function railway() {
  const film = new Film(), horizon = 560, vx = 700, rand = random(55), fogAt = (x, y) => { const g = Math.exp(-Math.hypot(x - vx, (y - 520) * 1.2) / 420); return [0.5 + 0.3 * g, 0.55 + 0.28 * g, 0.6 + 0.22 * g]; };
  film.shade((x, y, o) => { const f = fogAt(x, y), k = 1 - 0.35 * smooth(500, 0, y) + 0.08 * (fbm(x * 0.003, y * 0.004, 4) - 0.5); o[0] = f[0] * k; o[1] = f[1] * k; o[2] = f[2] * k; });
  film.shade((x, y, o) => {
    const down = y - horizon; if (down < 1) return; const z = 190 / down, u = (x - vx) / 190 * z * 2.3, zz = z * 10, fog = 1 - Math.exp(-zz / 20), lod = 1 / (1 + zz * 0.05);
    const cell = 15, i = Math.floor(u * cell), j = Math.floor(zz * 7), stone = hash(i + Math.floor(noise(u * 9, zz * 5) * 2), j), k = mix(0.5, 0.25 + 0.6 * stone, lod) * (0.8 + 0.4 * fbm(u * 3, zz, 3)); let c = [0.15 * k, 0.14 * k, 0.13 * k];
    let best = 9, centre = 0; for (const t of [-2.35, 0.35, 3.1, 6]) if (Math.abs(u - t) < best) { best = Math.abs(u - t); centre = t; }
    const s = u - centre, sleeper = (zz * 1.55) % 1 < 0.42 && Math.abs(s) < 1.12; if (sleeper) { const g = 0.6 + 0.4 * noise(u * 30, zz * 4); c = [0.17 * g, 0.155 * g, 0.14 * g]; }
    if (Math.abs(s) > 1.2 && Math.abs(s) < 1.6 && best > 1.2) { const grass = fbm(u * 8, zz * 4, 3); if (grass > 0.54) c = [0.075, 0.09, 0.04]; }
    if (u > 7.6 || u < -4) { const g = 0.5 + 0.6 * fbm(u * 9, zz * 6, 4); c = [0.06 * g, 0.075 * g, 0.035 * g]; }
    for (const r of [-0.68, 0.68]) { const a = Math.abs(s - r); if (a < 0.075) c = a < 0.035 ? [0.55, 0.6, 0.66] : [0.1, 0.055, 0.035]; else if (a < 0.12) c = [0.03, 0.025, 0.02]; }
    const f = fogAt(x, horizon); for (let q = 0; q < 3; q++) o[q] = mix(c[q], f[q], fog);
  }, 6);
  for (let n = 9; n >= 0; n--) { const z = 0.62 + n * 0.72, k = 1 / z, fog = 1 - Math.exp(-z / 2.1), left = vx - 560 * k, right = vx + 900 * k, base = horizon + 128 * k, top = horizon - 470 * k; new Layer(pen => {
    pen.strokeStyle = pen.fillStyle = '#1b2024';
    for (const x of [left, right]) { pen.fillRect(x - 7 * k, top, 14 * k, base - top); pen.fillRect(x - 16 * k, base - 14 * k, 32 * k, 16 * k); }
    pen.fillRect(left, top + 12 * k, right - left, 7 * k); pen.fillRect(left, top + 44 * k, right - left, 6 * k); pen.lineWidth = 3 * k; pen.beginPath(); for (let i = 0; i < 22; i++) { const a = left + (right - left) * i / 22, b = left + (right - left) * (i + 1) / 22; pen.moveTo(a, top + (i % 2 ? 15 : 47) * k); pen.lineTo(b, top + (i % 2 ? 47 : 15) * k); } pen.stroke();
    for (const u of [-330, 45, 405]) { pen.fillRect(vx + u * k - 2 * k, top + 46 * k, 4 * k, 66 * k); pen.lineWidth = 2.4 * k; pen.beginPath(); pen.moveTo(vx + u * k, top + 112 * k); pen.lineTo(vx + (u + 60) * k, top + 76 * k); pen.stroke(); }
  }, n === 0 ? 1.6 : 0.4).over(film, { haze: (x, y, o) => { const f = fogAt(x, y); mixTo(o, f[0], f[1], f[2], fog); } }); }
  new Layer(pen => { pen.strokeStyle = '#23282c'; for (const u of [-330, 45, 405]) { for (const drop of [112, 74]) { pen.lineWidth = 1.5; pen.beginPath(); pen.moveTo(vx, horizon); pen.lineTo(vx + u / 0.3, horizon + (-470 + drop) / 0.3); pen.stroke(); } } }, 0.5).over(film, { opacity: 0.6, haze: (x, y, o) => { const d = Math.hypot(x - vx, y - horizon), f = fogAt(x, y); mixTo(o, f[0], f[1], f[2], smooth(500, 40, d)); } });
  new Layer(pen => { const x = 1024, y = 470; pen.fillStyle = '#14181b'; pen.fillRect(x - 3, y, 6, 190); pen.beginPath(); pen.roundRect(x - 15, y - 62, 30, 74, 13); pen.fill(); }, 0.7).over(film, { haze: hazed([0.6, 0.63, 0.66], 0.22) });
  new Layer(pen => { pen.fillStyle = '#ff2a18'; pen.beginPath(); pen.arc(1024, 428 + 8, 8, 0, 7); pen.fill(); pen.fillStyle = '#fff0cc'; for (const x of [768, 792]) { pen.beginPath(); pen.arc(x, 574, 4.2, 0, 7); pen.fill(); } pen.beginPath(); pen.arc(780, 545, 3.2, 0, 7); pen.fill(); }, 1).shine(film, 12);
  film.bloom(0.42, 44, 1);
  return film.develop({ exposure: 0.9, contrast: 1.12, saturation: 0.9, vignette: 0.36, seed: 43 });
}

function windows() {
  const film = new Film(), rand = random(71), lit = [], cols = 7, rows = 4, w = 228, h = 266;
  film.shade((x, y, o) => { const row = Math.floor((y + 6) / 15.5), brick = hash(Math.floor(x / 42 + (row % 2) * 0.5), row), fx = (x / 42 + (row % 2) * 0.5) % 1, fy = ((y + 6) / 15.5) % 1, mortar = fx < 0.045 || fy < 0.12, k = 0.7 + 0.55 * brick + 0.4 * (fbm(x * 0.01, y * 0.01, 4) - 0.5) - 0.2 * smooth(700, 1067, y); o[0] = (mortar ? 0.03 : 0.037) * k; o[1] = (mortar ? 0.034 : 0.026) * k; o[2] = (mortar ? 0.045 : 0.032) * k; }, 3);
  const edge = [];
  for (let r = 0; r < rows; r++) for (let c = 0; c < cols; c++) { const on = rand(), tone = [[1, 0.62, 0.27], [1, 0.74, 0.42], [0.95, 0.82, 0.6], [0.5, 0.66, 1], [1, 0.5, 0.2]][Math.floor(rand() * 5)]; edge.push({ x: c * w + 32 - 4, y: r * h + 44 - 10, on: on < 0.52, tone, power: 0.45 + rand() * 0.75, curtain: rand(), seed: rand() * 99, person: rand(), plant: rand() }); }
  const ww = 158, wh = 186;
  film.shade((x, y, o) => { for (const e of edge) { const u = (x - e.x) / ww, v = (y - e.y) / wh; if (u < -0.09 || u > 1.09 || v < -0.1 || v > 1.16) continue;
    if (u < 0 || u > 1 || v < 0 || v > 1) { const sill = v > 1 && v < 1.08, lintel = v < 0; if (sill || (lintel && u > -0.06 && u < 1.06)) { const k = sill && v < 1.03 && e.on ? 0.16 * e.power : 0.05; o[0] = k * (e.on ? e.tone[0] : 0.8); o[1] = k * (e.on ? e.tone[1] : 0.9); o[2] = k * (e.on ? e.tone[2] : 1.1); } continue; }
    const frame = u < 0.035 || u > 0.965 || v < 0.03 || v > 0.97 || Math.abs(u - 0.5) < 0.018 || Math.abs(v - 0.34) < 0.014;
    if (!e.on) { const sky = 0.05 + 0.04 * (1 - v) + 0.04 * smooth(0.5, 0.6, noise(u * 2 + e.seed, v * 3)); o[0] = sky * 0.55; o[1] = sky * 0.75; o[2] = sky * 1.15; }
    else { let k = e.power * (0.55 + 0.55 * Math.exp(-(((u - 0.3 - 0.4 * e.curtain) ** 2 + (v - 0.25) ** 2) * 3.5))); const drape = e.curtain < 0.6 ? 0.16 + 0.2 * e.curtain : 0.03, cover = u < drape || u > 1 - drape; if (cover) k *= 0.52 + 0.2 * Math.sin(u * 95 + Math.sin(v * 5) * 0.7); else { const shelf = e.person > 0.62 && v > 0.4 && v < 0.86 && u > 0.55 ? (hash(Math.floor(u * 46), Math.floor(v * 7), e.seed | 0) * 0.7 + 0.15) : 1; k *= shelf; if (e.curtain > 0.8 && v < 0.45) k *= 0.8 + 0.12 * Math.sin(v * 90); }
      o[0] = e.tone[0] * k; o[1] = e.tone[1] * k; o[2] = e.tone[2] * k; }
    if (frame) { o[0] = e.on ? 0.05 : 0.03; o[1] = e.on ? 0.042 : 0.032; o[2] = e.on ? 0.036 : 0.04; }
  } }, 4);
  new Layer(pen => { for (const e of edge) { if (!e.on) continue; const bx = e.x, by = e.y + wh * 0.97; pen.fillStyle = '#0c0906';
    if (e.person < 0.24) { const x = bx + ww * (0.35 + e.plant * 0.25); pen.beginPath(); pen.ellipse(x, by - 84, 13, 17, 0, 0, 7); pen.fill(); pen.beginPath(); pen.moveTo(x - 31, by); pen.quadraticCurveTo(x - 33, by - 62, x, by - 66); pen.quadraticCurveTo(x + 33, by - 62, x + 31, by); pen.fill(); }
    else if (e.plant < 0.45) { const x = bx + ww * (0.2 + e.plant); pen.fillRect(x - 10, by - 18, 20, 19); for (let i = 0; i < 13; i++) { const a = -1.57 + (i - 6) * 0.22; pen.beginPath(); pen.ellipse(x + Math.cos(a) * 20, by - 22 + Math.sin(a) * 26, 14, 4, a, 0, 7); pen.fill(); } }
    else if (e.plant > 0.72) { const x = bx + ww * 0.3; pen.fillRect(x - 1, e.y + 4, 2, 44); pen.beginPath(); pen.moveTo(x - 22, e.y + 66); pen.lineTo(x - 10, e.y + 46); pen.lineTo(x + 10, e.y + 46); pen.lineTo(x + 22, e.y + 66); pen.fill(); } } }, 1.1).over(film, { opacity: 0.94 });
  new Layer(pen => { pen.strokeStyle = '#07080b'; pen.fillStyle = '#07080b'; pen.lineWidth = 7; pen.beginPath(); pen.moveTo(1158, -5); pen.lineTo(1158, 1075); pen.stroke(); for (let y = 60; y < H; y += 180) pen.fillRect(1150, y, 16, 7); }, 0.7).over(film);
  film.bloom(0.3, 44, 0.42);
  return film.develop({ exposure: 1.5, contrast: 1.06, grain: 0.017, vignette: 0.42, seed: 44 });
}

export default { 'skyline-dusk': skyline, 'stadium-lights': stadium, 'train-tracks-fog': railway, 'windows-at-night': windows };
