// Seen from near: rain on glass, a clock, fruit, a pool, empty seats.
import { Film, W, H } from '../kit/film.mjs';
import { Layer } from '../kit/layer.mjs';
import { Scene, camera, render } from '../kit/trace.mjs';
import { random, fbm, fbm3, noise, smooth, mix, mixTo, clamp, hash, linear } from '../kit/noise.mjs';

function rain() {
  const film = new Film(), rand = random(21), discs = [];
  film.shade((x, y, o) => { const t = y / H; o[0] = 0.02 + 0.05 * t; o[1] = 0.03 + 0.045 * t; o[2] = 0.055 + 0.03 * t; const k = 0.4 * fbm(x * 0.003, y * 0.003, 3); o[0] *= 0.7 + k; o[1] *= 0.7 + k; o[2] *= 0.7 + k; });
  const tones = ['#ffb45a', '#ff8a3a', '#ffd9a0', '#ff3b2a', '#d8ecff', '#57c98a', '#ffcf70'];
  for (let i = 0; i < 74; i++) { const y = 330 + rand() ** 0.8 * 460, big = rand(); discs.push([rand() * W, y, 18 + big * 46, tones[Math.floor(rand() * tones.length)], 0.2 + rand() * 0.6]); }
  for (let i = 0; i < 9; i++) { discs.push([560 + i * 60 + rand() * 16, 620 - i * 13, 42 - i * 2, '#ffb45a', 0.75]); }
  new Layer(pen => { for (const [x, y, r, c, a] of discs) { pen.globalAlpha = a; pen.fillStyle = c; pen.beginPath(); for (let k = 0; k < 8; k++) pen.lineTo(x + r * Math.cos(k * 0.7854 + 0.2), y + r * Math.sin(k * 0.7854 + 0.2)); pen.fill(); pen.globalAlpha = a * 0.35; pen.lineWidth = 3; pen.strokeStyle = c; pen.stroke(); pen.globalAlpha = a * 0.3; pen.beginPath(); pen.ellipse(x, 1120 - (y - 330) * 0.5, r * 0.7, r * 2.4, 0, 0, 7); pen.fill(); } }, 5).shine(film, 1.6);
  film.blur(3);
  const far = film.copy(), c = [0, 0, 0], drops = [];
  for (let i = 0; i < 3300; i++) drops.push([rand() * W, rand() * H, 1.2 + rand() ** 5 * 8, 0.8 + rand() * 0.4]);
  for (let i = 0; i < 230; i++) drops.push([rand() * W, rand() * H, 8 + rand() ** 1.7 * 19, 0.9 + rand() * 0.55]);
  for (let t = 0; t < 15; t++) { let x = rand() * W, y = -20; const end = 200 + rand() * 900; while (y < end) { x += (noise(y * 0.02, t * 9) - 0.5) * 7; y += 7; drops.push([x, y, 3.4 + 2.6 * noise(y * 0.08, t), 1.5]); } drops.push([x, y + 6, 15, 1.35]); }
  const cell = 40, grid = new Map(); drops.forEach((d, n) => { for (let i = Math.floor((d[0] - d[2] * 1.6) / cell); i <= (d[0] + d[2] * 1.6) / cell; i++) for (let j = Math.floor((d[1] - d[2] * 1.6) / cell); j <= (d[1] + d[2] * 1.6) / cell; j++) { const k = i * 999 + j; if (!grid.has(k)) grid.set(k, []); grid.get(k).push(d); } });
  film.shade((x, y, o) => {
    const list = grid.get(Math.floor(x / cell) * 999 + Math.floor(y / cell)); let height = 0, nx = 0, ny = 0;
    if (list) for (const [dx, dy, r, tall] of list) { const u = (x - dx) / r, v = (y - dy) / r / tall, q = u * u + v * v + 0.25 * (noise(x * 0.12, y * 0.12) - 0.5); if (q < 1) { const hh = Math.sqrt(1 - q); if (hh * r > height) { height = hh * r; nx = u; ny = v; } } }
    if (height <= 0) { const fogged = 0.012 * fbm(x * 0.02, y * 0.02, 4); o[0] += fogged; o[1] += fogged; o[2] += fogged * 1.2; return; }
    // A drop shows the street upside down and small.
    far.read(clamp(x - nx * 330, 4, W - 4), clamp(560 - ny * 520, 4, H - 4), c);
    const rim = nx * nx + ny * ny, shade = 1 - 0.72 * smooth(0.5, 1, rim), top = 0.06 * clamp(-ny) ** 2, spark = Math.exp(-((nx + 0.34) ** 2 + (ny + 0.42) ** 2) * 26) * 0.34;
    for (let k = 0; k < 3; k++) o[k] = c[k] * 1.15 * shade + top + spark;
  }, 4);
  film.bloom(0.12, 30, 0.6);
  return film.develop({ exposure: 1.5, contrast: 1.1, grain: 0.006, vignette: 0.4, seed: 51 });
}

function clock() {
  const film = new Film(), cx = 730, cy = 600, R = 760, plan = (x, y) => { const u = x - cx, v = y - cy, k = 1 / (1 + u * 0.00016 - v * 0.00005); return [u * 0.98 * k + v * 0.1, v * 1.02 * k - u * 0.06]; };
  const numerals = ['XII', 'I', 'II', 'III', 'IIII', 'V', 'VI', 'VII', 'VIII', 'IX', 'X', 'XI'];
  // Ink is asked for a point of the dial, so that shadow and metal come from the same drawing.
  const stroke = (x, y, x0, y0, x1, y1, w) => { const dx = x1 - x0, dy = y1 - y0, t = clamp(((x - x0) * dx + (y - y0) * dy) / (dx * dx + dy * dy)); return Math.hypot(x - x0 - dx * t, y - y0 - dy * t) - w; };
  const numeral = (u, v) => { const r = Math.hypot(u, v); if (r < 470 || r > 632) return 99; const turn = Math.atan2(u, -v) / 6.28318 * 12, n = Math.round(turn), a = n / 12 * 6.28318, px = u * Math.cos(a) + v * Math.sin(a), py = -(-u * Math.sin(a) + v * Math.cos(a)) - 550, text = numerals[(n + 12) % 12], wide = { I: 32, V: 62, X: 64 }; let total = 0, d = 99; for (const g of text) total += wide[g]; let at = -total / 2;
    for (const g of text) { const m = at + wide[g] / 2; if (g === 'I') d = Math.min(d, stroke(px, py, m, -62, m, 62, 8)); if (g === 'V') d = Math.min(d, stroke(px, py, m - 20, 62, m, -62, 8.5), stroke(px, py, m + 20, 62, m, -62, 3.5)); if (g === 'X') d = Math.min(d, stroke(px, py, m - 21, 62, m + 21, -62, 8.5), stroke(px, py, m + 21, 62, m - 21, -62, 3.5)); at += wide[g]; }
    return Math.min(d, Math.max(Math.abs(py) - 66, -(Math.abs(py) - 59), Math.abs(px) - total / 2 + 3)); };
  const hand = (u, v, angle, length, w) => { const s = Math.sin(angle), c = -Math.cos(angle), along = u * s + v * c, off = Math.abs(u * c - v * s); if (along < -120 || along > length) return 40; const t = along / length, width = t < 0 ? w * 0.7 + (along < -80 ? 10 : 0) : t < 0.72 ? w * (1 - 0.42 * t) : t < 0.8 ? w * 1.5 * (1 - Math.abs(t - 0.76) / 0.06) + w * 0.5 : w * 1.0 * (1 - t) * 2.4; return off - Math.max(1.5, width); };
  const hour = 10.14 / 12 * 6.28318, minute = 8.6 / 60 * 6.28318, metal = (u, v) => Math.min(hand(u, v, hour, 400, 21), hand(u, v, minute, 625, 15), Math.hypot(u, v) - 40);
  film.shade((x, y, o) => {
    const [u, v] = plan(x, y), r = Math.hypot(u, v); if (r > R) { const k = 0.05 + 0.06 * fbm(x * 0.02, y * 0.02, 5), ring = Math.exp(-(((r - R - 26) / 16) ** 2)) * clamp(0.5 - (u * 0.6 + v) / R) * 0.7; o[0] = k * 1.05 + ring * 0.9; o[1] = k + ring * 0.68; o[2] = k * 0.9 + ring * 0.32; return; }
    const stain = fbm(u * 0.006, v * 0.006, 6), fine = fbm(u * 0.05, v * 0.05, 4), streak = smooth(0.55, 0.75, fbm(u * 0.03, v * 0.003, 4)) * 0.14, k = 0.78 + 0.2 * (fine - 0.5) - 0.3 * smooth(0.5, 0.75, stain) * 0.6 - streak - 0.25 * smooth(R - 90, R, r);
    let c = [0.86 * k, 0.79 * k, 0.64 * k]; const tick = Math.atan2(u, -v) / 6.28318 * 60, near = Math.abs(tick - Math.round(tick)) / 60 * 6.28318 * r, five = Math.round(tick) % 5 === 0;
    const dark = Math.min(numeral(u, v), r > 652 && r < 700 ? near - (five ? 9 : 3) : 9, Math.abs(r - 648) - 2.5, Math.abs(r - 704) - 2.5, Math.abs(r - 452) - 1.5), ink = smooth(1.4, -1.4, dark) * (0.93 - 0.35 * smooth(0.56, 0.7, fine)); for (let q = 0; q < 3; q++) c[q] = mix(c[q], [0.018, 0.02, 0.028][q], ink);
    const shadow = smooth(17, -13, metal(u - 34, v - 46)); for (let q = 0; q < 3; q++) c[q] *= 1 - shadow * [0.72, 0.68, 0.6][q];
    const light = 0.5 + 0.75 * Math.exp(-Math.hypot(u + 360, v + 330) / 520), edge = smooth(R - 12, R - 50, r + (u * 0.5 + v * 0.8) * 0.03 - 12); for (let q = 0; q < 3; q++) c[q] *= light * (0.35 + 0.65 * edge) * [1.1, 0.98, 0.82][q];
    const m = metal(u, v); if (m < 0.8) { const e = 1.5, gx = metal(u + e, v) - metal(u - e, v), gy = metal(u, v + e) - metal(u, v - e), bevel = smooth(-7, 0, m), l = clamp(0.22 + (-gx * 0.25 - gy * 0.3) * bevel) * (0.7 + 0.5 * fbm(u * 0.09, v * 0.09, 3)), brass = Math.hypot(u, v) < 26 ? 1 : 0; const mm = brass ? [0.55, 0.4, 0.16] : [0.055 + 0.26 * l * bevel, 0.06 + 0.25 * l * bevel, 0.075 + 0.24 * l * bevel], a = smooth(0.8, -0.8, m); for (let q = 0; q < 3; q++) c[q] = mix(c[q], mm[q] * (brass ? 0.4 + 1.4 * l : 1) * light, a); }
    o[0] = c[0]; o[1] = c[1]; o[2] = c[2];
  }, 5);
  const soft = film.copy().blur(11), s = [0, 0, 0]; film.shade((x, y, o) => { soft.read(x, y, s); const t = smooth(330, 900, Math.hypot(x - 800, (y - 460) * 1.2)); for (let c = 0; c < 3; c++) o[c] = mix(o[c], s[c], t); });
  film.bloom(0.08, 30, 0.8);
  return film.develop({ exposure: 1.05, contrast: 1.14, vignette: 0.45, saturation: 0.95, seed: 52 });
}

function fruit() {
  const scene = new Scene(), rand = random(35), wood = linear('#a77b4c'), kinds = [{ r: 0.04, c: [0.85, 0.27, 0.025] }, { r: 0.033, c: [0.82, 0.6, 0.06] }, { r: 0.038, c: [0.52, 0.035, 0.025] }, { r: 0.036, c: [0.22, 0.4, 0.06] }, { r: 0.03, c: [0.11, 0.02, 0.055] }, { r: 0.041, c: [0.8, 0.35, 0.06] }];
  const skin = (p, n, m, it) => { const k = 0.82 + 0.35 * fbm3(p[0] * 90 + it.seed, p[1] * 90, p[2] * 90, 3), pole = smooth(0.9, 0.99, n[0] * it.ax[0] + n[1] * it.ax[1] + n[2] * it.ax[2]); for (let c = 0; c < 3; c++) m.c[c] = mix(it.tone[c] * k, [0.16, 0.14, 0.04][c], pole * 0.8); m.shine = 0.45; m.rough = 0.2; };
  const slat = (p, n, m) => { const k = 0.55 + 0.75 * fbm(p[0] * 9 + p[2] * 3, p[1] * 60 + p[2] * 30, 4); for (let c = 0; c < 3; c++) m.c[c] = wood[c] * k; };
  for (let i = -3; i < 5; i++) for (let j = 0; j < 7; j++) {
    const x = i * 0.42 + (j % 2) * 0.04, z = j * 0.34, y = j * 0.075, w = 0.4, l = 0.32, kind = kinds[(i * 2 + j * 3 + 40) % 6];
    for (const s of [0, 0.055]) { scene.box(x, y + s, z, x + w, y + s + 0.042, z + 0.012, slat); scene.box(x, y + s, z + l - 0.012, x + w, y + s + 0.042, z + l, slat); scene.box(x, y + s, z, x + 0.012, y + s + 0.042, z + l, slat); scene.box(x + w - 0.012, y + s, z, x + w, y + s + 0.042, z + l, slat); }
    for (let lay = 0; lay < 3; lay++) { const step = kind.r * 2.0, ins = 0.02 + lay * kind.r * 0.9; for (let a = x + ins + kind.r; a < x + w - ins - kind.r * 0.6; a += step) for (let b = z + ins + kind.r; b < z + l - ins - kind.r * 0.6; b += step) { const r = kind.r * (0.9 + rand() * 0.16); scene.ball(a + (rand() - 0.5) * 0.012, y + 0.055 + lay * kind.r * 1.45 + (rand() - 0.5) * 0.008, b + (rand() - 0.5) * 0.012, r, skin); const ax = [rand() - 0.5, rand() * 0.8, -rand() * 0.6], q = Math.hypot(...ax); Object.assign(scene.items.at(-1), { tone: kind.c.map(v => v * (0.78 + rand() * 0.4)), seed: rand() * 50, ax: ax.map(v => v / q) }); } }
  }
  const stripes = (a, b) => (p, n, m) => { const s = Math.floor(p[0] / 0.13) % 2 === 0; const t = s ? a : b; for (let c = 0; c < 3; c++) { m.c[c] = t[c]; m.glow[c] = t[c] * 0.5; } };
  for (let k = 0; k < 14; k++) scene.box(-3, 1.25 + k * 0.045, 2.6 + k * 0.06, 4, 1.27 + k * 0.045, 2.68 + k * 0.06, stripes([0.55, 0.06, 0.05], [0.75, 0.7, 0.6]));
  scene.box(-6, -0.1, 5, 7, 6, 5.2, (p, n, m) => { const k = 0.04 + 0.3 * smooth(0.45, 0.7, fbm(p[0] * 1.6, p[1] * 2.2, 4)); m.c[0] = k; m.c[1] = k * 0.85; m.c[2] = k * 0.66; });
  scene.floor(-0.1, (p, n, m) => { m.c[0] = 0.15; m.c[1] = 0.14; m.c[2] = 0.13; });
  const film = render(scene.build(), camera({ from: [0.28, 0.72, -0.78], to: [0.3, 0.28, 0.75], lens: 1500, aperture: 0.017, focus: 1.05, roll: 0.03 }), { sun: [-0.55, 0.62, 0.25], sunlight: [2.9, 2.4, 1.75], softness: 0.03, samples: 14, ambient: [0.1, 0.09, 0.08], sky: (d, o) => { const w = 0.55 + 0.5 * clamp(d[1]); o[0] = w * 0.85; o[1] = w * 0.92; o[2] = w; } });
  film.bloom(0.1, 30, 1);
  return film.develop({ exposure: 0.92, contrast: 1.1, saturation: 0.92, vignette: 0.34, seed: 53 });
}

function pool() {
  const film = new Film(), tilt = (x, y) => { const k = 1 / (1.22 - y / H * 0.44); return [(x - 800) * k, (y - 300) * k * 1.35]; };
  const caustic = (x, y) => { const a = fbm(x * 0.9 + 3, y * 0.9, 3) * 2.4, n1 = noise(x * 2.1 + a, y * 2.1 - a), n2 = noise(x * 2.6 - a + 9, y * 2.4 + a + 4); return Math.exp(-Math.abs(n1 - 0.5) * 13) * 0.8 + Math.exp(-Math.abs(n2 - 0.5) * 15) * 0.6; };
  film.shade((x, y, o) => {
    const [u0, v0] = tilt(x, y), a = fbm(u0 * 0.006, v0 * 0.008, 4), b = fbm(u0 * 0.006 + 40, v0 * 0.008 + 9, 4), f = (noise(u0 * 0.03, v0 * 0.04) - 0.5) * 9, u = u0 + (a - 0.5) * 64 + f, v = v0 + (b - 0.5) * 64 + f;
    const lane = u / 330 + 0.5, s = lane - Math.floor(lane) - 0.5, tile = 0.96 + 0.04 * (((u / 22) % 1 + 1) % 1 < 0.07 || ((v / 22) % 1 + 1) % 1 < 0.07 ? -2.4 : 1), c = caustic(u * 0.0125, v * 0.0135);
    let r = 0.1, g = 0.5, bl = 0.6; if (Math.abs(s) < 0.085 && v > -60) { r = 0.01; g = 0.05; bl = 0.13; } if (Math.abs(s) < 0.26 && v > -60 && v < 10) { r = 0.01; g = 0.05; bl = 0.13; }
    const k = tile * (0.62 + 0.75 * c); o[0] = r * k + c * 0.05; o[1] = g * k + c * 0.08; o[2] = bl * k + c * 0.08;
    const rope = u0 / 330, q = rope - Math.floor(rope) - 0.5, wob = q * 330 + (noise(v0 * 0.01, Math.floor(rope) * 7) - 0.5) * 20, shade = Math.exp(-(((wob - 42) / 15) ** 2)) * 0.5; o[0] *= 1 - shade; o[1] *= 1 - shade; o[2] *= 1 - shade;
    const bead = ((v0 / 17) % 1 + 1) % 1, rad = 9.5 * Math.sqrt(Math.max(0, 1 - (2 * bead - 1) ** 2 * 0.8)); if (Math.abs(wob) < rad) { const n = wob / 9.5, band = Math.floor(v0 / 17 / 7) % 2 ? [0.78, 0.06, 0.05] : [0.9, 0.88, 0.84], l = 0.45 + 0.6 * clamp(-n * 0.7 + 0.45) ; o[0] = band[0] * l; o[1] = band[1] * l; o[2] = band[2] * l; if (n < -0.3 && n > -0.55 && Math.abs(bead - 0.5) < 0.2) { o[0] += 0.6; o[1] += 0.6; o[2] += 0.6; } }
    const sky = smooth(0.62, 0.74, fbm(u0 * 0.008 + 7, v0 * 0.012 + 70, 5)) * 0.36; o[0] += sky; o[1] += sky; o[2] += sky; const glint = smooth(0.8, 0.9, noise(u0 * 0.05 + a * 9, v0 * 0.06)) * smooth(0.55, 0.7, a) * 2; o[0] += glint; o[1] += glint; o[2] += glint;
  }, 5);
  new Layer(pen => { const x = 800 + 0, y = 610; pen.fillStyle = 'rgba(0,30,55,0.4)'; pen.beginPath(); pen.ellipse(x + 70, y + 90, 66, 190, 0.04, 0, 7); pen.fill();
    pen.fillStyle = pen.strokeStyle = '#b98565'; pen.lineCap = 'round'; pen.lineWidth = 27; pen.beginPath(); pen.moveTo(x - 40, y - 70); pen.quadraticCurveTo(x - 84, y - 140, x - 52, y - 232); pen.stroke(); pen.lineWidth = 25; pen.beginPath(); pen.moveTo(x + 40, y - 62); pen.quadraticCurveTo(x + 88, y - 4, x + 80, y + 74); pen.stroke();
    pen.beginPath(); pen.moveTo(x - 54, y - 82); pen.quadraticCurveTo(x, y - 108, x + 54, y - 78); pen.quadraticCurveTo(x + 44, y + 20, x + 34, y + 92); pen.lineTo(x - 34, y + 92); pen.quadraticCurveTo(x - 46, y + 20, x - 54, y - 82); pen.fill();
    pen.lineWidth = 28; pen.beginPath(); pen.moveTo(x - 18, y + 120); pen.lineTo(x - 26, y + 290); pen.moveTo(x + 18, y + 120); pen.lineTo(x + 22, y + 272); pen.stroke();
    pen.fillStyle = '#1d2c52'; pen.beginPath(); pen.moveTo(x - 41, y + 20); pen.lineTo(x + 41, y + 20); pen.lineTo(x + 35, y + 122); pen.lineTo(x - 35, y + 122); pen.fill(); pen.beginPath(); pen.moveTo(x - 38, y - 60); pen.lineTo(x - 16, y + 30); pen.lineTo(x + 16, y + 30); pen.lineTo(x + 38, y - 60); pen.lineTo(x + 22, y - 70); pen.lineTo(x, y - 8); pen.lineTo(x - 22, y - 70); pen.fill();
    pen.fillStyle = '#e8e4d8'; pen.beginPath(); pen.ellipse(x, y - 122, 31, 37, 0, 0, 7); pen.fill(); pen.fillStyle = '#c23a30'; pen.fillRect(x - 3.5, y - 158, 7, 70); }, 2.4).over(film, { gain: 0.85, haze: (x, y, o) => { const k = 0.72 + 0.5 * caustic(x * 0.011, y * 0.012), wash = smooth(0.5, 0.7, fbm(x * 0.016, y * 0.02, 4)) * 0.72; for (let c = 0; c < 3; c++) o[c] *= k; mixTo(o, 0.2, 0.62, 0.7, clamp(0.1 + wash + 0.55 * smooth(760, 900, y))); } });
  film.shade((x, y, o) => { const dx = x - 800, ends = [[748, 380, 46], [778, 890, 84], [826, 884, 78]]; let k = 0; for (const [a, b, r] of ends) k += smooth(0.42, 0.64, fbm(x * 0.03 + a, y * 0.03, 5)) * Math.exp(-(((x - a) / r) ** 2 + ((y - b) / r / 0.8) ** 2)); k += smooth(0.56, 0.66, fbm(x * 0.04, y * 0.02, 4)) * Math.exp(-(((Math.abs(dx) - 64) / 16) ** 2)) * smooth(470, 560, y) * smooth(900, 800, y) * 0.8; mixTo(o, 1, 1.05, 1.05, clamp(k)); }, 2);
  film.bloom(0.1, 26, 0.95);
  return film.develop({ exposure: 0.95, contrast: 1.12, saturation: 0.95, vignette: 0.25, seed: 54 });
}

function seats() {
  const scene = new Scene(), rand = random(9), velvet = (p, n, m, it) => { const k = 0.72 + 0.5 * fbm3(p[0] * 22, p[1] * 22, p[2] * 22, 3), tuft = 0.85 + 0.15 * Math.cos(p[0] * 60); m.c[0] = 0.36 * k * tuft; m.c[1] = 0.02 * k; m.c[2] = 0.028 * k; };
  const wood = (p, n, m) => { const k = 0.5 + 0.7 * fbm(p[0] * 8, p[1] * 30 + p[2] * 8, 4); m.c[0] = 0.24 * k; m.c[1] = 0.12 * k; m.c[2] = 0.05 * k; m.shine = 0.5; m.rough = 0.1; }, brass = (p, n, m) => { m.c[0] = 0.5; m.c[1] = 0.36; m.c[2] = 0.12; m.shine = 1; m.rough = 0.1; };
  for (let row = 0; row < 15; row++) { const z = row * 0.95, y = -row * 0.15, bend = i => 0.012 * i * i; for (let i = -15; i <= 15; i++) { if (i === 0) continue; const x = i * 0.56 + (i < 0 ? 0.02 : -0.02), zz = z + bend(i) * -1;
    // A back with round shoulders: thin slabs, each a little narrower.
    for (let k = 0; k < 12; k++) { const t = k / 11, inset = t < 0.7 ? 0 : 0.13 * (1 - Math.sqrt(Math.max(0, 1 - ((t - 0.7) / 0.3) ** 2))); const y0 = y + 0.45 + t * 0.5; scene.box(x - 0.235 + inset, y0, zz, x + 0.235 - inset, y0 + 0.048, zz + 0.1, velvet); scene.box(x - 0.245 + inset, y0, zz - 0.02, x + 0.245 - inset, y0 + 0.05, zz, velvet); }
    scene.box(x - 0.22, y + 0.4, zz + 0.1, x + 0.22, y + 0.5, zz + 0.5, velvet); scene.box(x + 0.25, y, zz, x + 0.3, y + 0.62, zz + 0.42, wood); scene.box(x + 0.245, y + 0.62, zz - 0.01, x + 0.31, y + 0.66, zz + 0.44, velvet); scene.box(x - 0.03, y + 0.78, zz - 0.026, x + 0.03, y + 0.81, zz - 0.02, brass); }
    scene.box(-12, y - 1.2, z - 0.6, 12, y, z + 0.35, (p, n, m) => { const red = Math.abs(p[0]) < 0.3; m.c[0] = red ? 0.2 : 0.06; m.c[1] = red ? 0.02 : 0.045; m.c[2] = red ? 0.025 : 0.04; }); }
  scene.box(-40, -3.2, 16.5, 40, -1.6, 24, (p, n, m) => { const k = 0.6 + 0.6 * fbm(p[0] * 5, p[2] * 0.8, 3); m.c[0] = 0.3 * k; m.c[1] = 0.18 * k; m.c[2] = 0.09 * k; m.shine = 0.6; m.rough = 0.06; const lit = Math.exp(-((p[0] / 2.2) ** 2) - (((p[2] - 19) / 1.6) ** 2)); m.glow[0] = lit * 2.3; m.glow[1] = lit * 1.8; m.glow[2] = lit * 1.15; });
  scene.box(-40, -3, 24, 40, 14, 24.2, (p, n, m) => { const fold = 0.5 + 0.5 * Math.sin(p[0] * 5.2 + Math.sin(p[0] * 1.7) * 1.5), l = Math.exp(-((p[0] / 4.5) ** 2)) * Math.exp(-Math.max(0, p[1] + 1.5) / 3.4); m.c[0] = 0.2 * fold; m.c[1] = 0.02 * fold; m.c[2] = 0.024 * fold; const k = (0.1 + fold) * (0.035 + l * 0.6); m.glow[0] = k; m.glow[1] = k * 0.13; m.glow[2] = k * 0.11; });
  const film = render(scene.build(), camera({ from: [-1.7, 1.85, -2.5], to: [0.35, -0.1, 9], lens: 1350, aperture: 0.035, focus: 4.4 }), { sun: [-0.5, 0.75, -0.55], sunlight: [1.0, 0.78, 0.55], softness: 0.12, samples: 10, ambient: [0.3, 0.22, 0.18], sky: (d, o) => { const f = clamp(d[2]) ** 3 * 0.3; o[0] = 0.05 + f; o[1] = 0.042 + f * 0.7; o[2] = 0.045 + f * 0.5; } });
  film.shade((x, y, o) => { const t = (x - 905) / (90 + Math.max(0, y) * 0.28), k = Math.exp(-(t * t) * 1.6) * smooth(470, 60, y) * 0.13 * (0.7 + 0.6 * fbm(x * 0.006, y * 0.008, 4)); o[0] += k; o[1] += k * 0.82; o[2] += k * 0.56; });
  film.bloom(0.2, 50, 0.7);
  return film.develop({ exposure: 1.1, contrast: 1.12, grain: 0.013, vignette: 0.45, seed: 55 });
}

export default { 'rain-window': rain, 'clock-hands': clock, 'market-fruit': fruit, 'pool-lanes': pool, 'theatre-seats': seats };
