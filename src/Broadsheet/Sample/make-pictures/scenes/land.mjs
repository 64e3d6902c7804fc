// Inland: ridges, forest, olive groves, harvest, a coast from above.
import { Film, W, H } from '../kit/film.mjs';
import { Layer } from '../kit/layer.mjs';
import { ramp, ceiling, heaps } from '../kit/sky.mjs';
import { Scene, camera, render } from '../kit/trace.mjs';
import { random, fbm, noise, smooth, mix, mixTo, clamp, hash, linear } from '../kit/noise.mjs';

function ridges() {
  const film = new Film();
  film.shade((x, y, o) => { ramp([[0, [0.16, 0.26, 0.42]], [0.55, [0.62, 0.5, 0.45]], [1, [1.2, 0.78, 0.42]]], clamp(y / 620), o); const d = Math.hypot(x - 980, y - 400), g = Math.exp(-d / 150) * 1.2; o[0] += g; o[1] += g * 0.66; o[2] += g * 0.3; const s = smooth(31, 28, d) * 7; o[0] += s; o[1] += s * 0.78; o[2] += s * 0.45; });
  const n = 9, air = [[1.05, 0.66, 0.38], [0.5, 0.46, 0.48]];
  for (let i = 0; i < n; i++) {
    const t = i / (n - 1), base = 470 + 620 * t ** 1.25, height = 180 + 130 * t, f = 0.0011 + 0.0013 * t, rand = random(300 + i);
    const line = x => base + 60 - height * 1.35 * (0.35 * fbm(x * f + i * 9.3, i * 3.1, 2) + 0.65 * fbm(x * f * 1.4 + i * 31, i, 6, 0.5)) + 0.00004 * (x - 800) ** 2 * (i % 2 ? 1 : -0.6);
    const haze = (x, y, o) => { const fog = smooth(0, 200, y - line(x)) * 0.42 * (1 - t) + (fbm(x * 0.002 + i, y * 0.006, 4) - 0.5) * 0.3 * (1 - t), near = Math.exp(-Math.hypot(x - 980, (y - 420) * 1.4) / 420); const a = clamp((1 - t) ** 0.85 * 0.92 + fog, 0, 0.97); for (let c = 0; c < 3; c++) o[c] = mix(o[c], mix(air[1][c], air[0][c], near), a); };
    new Layer(pen => {
      pen.fillStyle = i < n - 1 ? '#232c33' : '#0e1416'; pen.beginPath(); pen.moveTo(-5, H + 5); for (let x = -5; x <= W + 5; x += 2) pen.lineTo(x, line(x)); pen.lineTo(W + 5, H + 5); pen.fill();
      if (i >= 4) for (let x = -10; x < W + 10; x += (2.5 + rand() * 5) * (1 + (t - 0.5) * 3)) { if (fbm(x * 0.006, i, 2) < 0.42) continue; const h = (9 + rand() * 15) * (t ** 2) * 3.4, y = line(x) + 3; pen.beginPath(); pen.moveTo(x, y - h); for (let s = 1; s <= 5; s++) { pen.lineTo(x + h * 0.05 * s + rand() * h * 0.05, y - h + h * s / 5); pen.lineTo(x + h * 0.025 * s, y - h + h * s / 5 - h * 0.02); } for (let s = 5; s >= 1; s--) { pen.lineTo(x - h * 0.025 * s, y - h + h * s / 5 - h * 0.02); pen.lineTo(x - h * 0.05 * s - rand() * h * 0.05, y - h + h * s / 5); } pen.fill(); }
    }, t < 0.4 ? 0.9 : 0.4).over(film, { haze });
  }
  film.bloom(0.12, 50, 0.9);
  return film.develop({ exposure: 0.86, contrast: 1.1, saturation: 0.95, seed: 31 });
}

function forest() {
  const film = new Film(), rand = random(64);
  film.shade((x, y, o) => { ramp([[0, [0.42, 0.5, 0.42]], [0.5, [0.78, 0.8, 0.66]], [0.72, [0.6, 0.62, 0.44]], [1, [0.16, 0.18, 0.09]]], y / H, o); const g = Math.exp(-Math.hypot((x - 930), (y - 330) * 0.8) / 250); o[0] += g * 1.1; o[1] += g * 0.95; o[2] += g * 0.55; });
  const n = 8;
  for (let i = 0; i < n; i++) {
    const t = i / (n - 1), ground = 700 + 330 * t ** 1.7, k = 0.32 + 2.6 * t ** 2.1;
    new Layer(pen => {
      const count = Math.round(46 - 39 * t);
      for (let j = 0; j < count; j++) {
        const x = (j + rand()) * W / count + (i === n - 1 ? (j < count / 2 ? -120 : 150) : 0), w = (10 + rand() * 15) * k, lean = (rand() - 0.5) * 40 * k, y = ground + (rand() - 0.5) * 40 * k;
        if (Math.abs(x - 900) < 90 * k && t > 0.4) continue;
        const shade = pen.createLinearGradient(x - w, 0, x + w, 0), lit = x < 930; shade.addColorStop(0, lit ? '#171510' : '#5d553c'); shade.addColorStop(0.5, '#262219'); shade.addColorStop(1, lit ? '#5d553c' : '#171510');
        pen.fillStyle = shade; pen.beginPath(); pen.moveTo(x - w * 0.75, y + 20 * k); pen.quadraticCurveTo(x - w * 0.45, y - 60 * k, x - w * 0.36 + lean, -10); pen.lineTo(x + w * 0.36 + lean, -10); pen.quadraticCurveTo(x + w * 0.45, y - 60 * k, x + w * 0.75, y + 20 * k); pen.fill();
        pen.strokeStyle = '#221f17'; for (let b = 0; b < 7; b++) { const by = rand() * (y - 260 * k), s = rand() < 0.5 ? -1 : 1; pen.lineWidth = w * (0.06 + rand() * 0.1); pen.beginPath(); pen.moveTo(x + lean * (1 - by / y), by); pen.quadraticCurveTo(x + s * (20 + rand() * 30) * k, by - 10 * k, x + s * (50 + rand() * 60) * k, by + (rand() - 0.7) * 70 * k); pen.stroke(); }
        for (let leaf = 0; leaf < 130; leaf++) { const a = rand() * 6.283, r = (20 + rand() * 120) * k, ly = rand() ** 1.6 * (y - 330 * k) - 20 * k; pen.fillStyle = ['#39441d', '#525b26', '#2a3518', '#77762f', '#8f7a30'][Math.floor(rand() * 5)]; pen.globalAlpha = 0.75; pen.beginPath(); pen.ellipse(x + Math.cos(a) * r, ly, (2 + rand() * 5) * k, (1 + rand() * 2.5) * k, rand() * 3, 0, 7); pen.fill(); pen.globalAlpha = 1; }
      }
      for (let j = 0; j < 900; j++) { const x = rand() * W, y = ground + rand() * 110 * k + 6, h = (10 + rand() * 26) * k; pen.strokeStyle = ['#2b3216', '#454a1f', '#5f5a28', '#2c2716', '#6d5a2a'][Math.floor(rand() * 5)]; pen.lineWidth = Math.max(0.6, 1.2 * k); pen.beginPath(); pen.moveTo(x, y); pen.quadraticCurveTo(x + (rand() - 0.5) * 12 * k, y - h * 0.6, x + (rand() - 0.5) * 34 * k, y - h); pen.stroke(); }
    }, [1.6, 1, 0.6, 0.4, 0.3, 0.3, 1.2, 5][i]).over(film, { haze: (x, y, o) => { const near = Math.exp(-Math.hypot(x - 930, y - 380) / 430), a = clamp((1 - t) ** 1.1 * 0.93 + (fbm(x * 0.003, y * 0.005 + i, 4) - 0.5) * 0.25 * (1 - t), 0, 0.96); mixTo(o, mix(0.5, 1.35, near), mix(0.55, 1.2, near), mix(0.42, 0.78, near), a); } });
  }
  film.shade((x, y, o) => { const a = Math.atan2(x - 930, y + 160), r = Math.hypot(x - 930, y + 160), k = smooth(0.44, 0.72, fbm(a * 13, 2, 3)) * Math.exp(-Math.abs(a) * 1.5) * Math.exp(-r / 900) * 0.5 * smooth(1000, 500, y); o[0] += k; o[1] += k * 0.88; o[2] += k * 0.5; });
  film.bloom(0.14, 50, 0.85);
  return film.develop({ exposure: 0.9, contrast: 1.12, saturation: 0.95, vignette: 0.35, seed: 32 });
}

function olives() {
  const scene = new Scene(), rand = random(15);
  const hills = [[-120, -560, 300, 590], [170, -690, 360, 735], [20, -480, 120, 490], [420, -880, 760, 960], [-420, -900, 800, 985], [40, -1180, 1150, 1290], [-900, -1500, 1500, 1640], [900, -1500, 1600, 1660]];
  const height = (x, z) => Math.max(...hills.map(([a, b, c, r]) => { const q = r * r - (x - a) ** 2 - (z - c) ** 2; return q > 0 ? b + Math.sqrt(q) : -40; }));
  const soil = (p, n, m) => {
    const t = fbm(p[0] * 0.012, p[2] * 0.012, 4), row = 0.5 + 0.5 * Math.cos((p[0] + 0.4 * p[2]) * 6.2832 / 9), k = 0.75 + 0.5 * fbm(p[0] * 0.6, p[2] * 0.6, 4);
    const a = [0.36, 0.27, 0.15], b = [0.21, 0.2, 0.085], mixk = smooth(0.42, 0.58, t) * 0.7 + row * 0.25; for (let c = 0; c < 3; c++) m.c[c] = mix(a[c], b[c], mixk) * k;
    if (Math.abs(p[0] - 22 - 30 * Math.sin(p[2] * 0.017)) < 2.1) { m.c[0] = 0.5 * k; m.c[1] = 0.42 * k; m.c[2] = 0.31 * k; }
  };
  for (const [x, y, z, r] of hills) scene.ball(x, y, z, r, soil);
  scene.floor(-40, soil);
  const leaf = (p, n, m, it) => { const k = 0.5 + 1.0 * fbm(p[0] * 2.2, p[1] * 2.2 + p[2] * 2.2, 3); m.c[0] = it.tone[0] * k; m.c[1] = it.tone[1] * k; m.c[2] = it.tone[2] * k; };
  const bark = (p, n, m) => { m.c[0] = 0.1; m.c[1] = 0.075; m.c[2] = 0.055; };
  for (let i = -75; i < 75; i++) for (let j = 2; j < 95; j++) {
    const z = j * 9 + (rand() - 0.5) * 2.4, x = i * 9 - 0.4 * z + (rand() - 0.5) * 2.4, plot = fbm(x * 0.006 + 5, z * 0.006, 3);
    if (Math.abs(x) > z * 0.75 + 60 || plot < 0.33 || rand() < 0.06 || Math.abs(x - 22 - 30 * Math.sin(z * 0.017)) < 5) continue;
    const y = height(x, z); if (y < -39) continue;
    const r = 1.5 + rand() * 0.9, tone = [0.105, 0.125, 0.068].map(v => v * (0.75 + rand() * 0.6));
    scene.post(x, y - 1, y + 2, z, 0.3, bark);
    const parts = z < 260 ? 9 : 3;
    for (let b = 0; b < parts; b++) { scene.ball(x + (rand() - 0.5) * r * 1.7, y + 1.9 + r * 0.5 + (rand() - 0.4) * r * 0.9, z + (rand() - 0.5) * r * 1.7, r * (parts > 3 ? 0.34 + rand() * 0.34 : 0.7), leaf); scene.items.at(-1).tone = tone; }
  }
  for (let k = 0; k < 26; k++) { const z = 190 + k * 9, x = 28 + 30 * Math.sin(z * 0.017), y = height(x, z); for (let b = 0; b < 9; b++) { scene.ball(x, y + 1 + b * 1.25, z, 1.15 - b * 0.11, leaf); scene.items.at(-1).tone = [0.04, 0.06, 0.03]; } }
  const [hx, hz] = [76, 330], hy = height(hx, hz) - 1; scene.box(hx, hy, hz, hx + 16, hy + 8, hz + 10, (p, n, m) => { const w = n[1] < 0.5 && Math.abs((p[0] % 4 + 4) % 4 - 2) < 0.5 && Math.abs((p[1] - hy) % 3.6 - 2) < 0.8; m.c[0] = w ? 0.06 : 0.62; m.c[1] = w ? 0.05 : 0.52; m.c[2] = w ? 0.05 : 0.38; if (n[1] > 0.5) { m.c[0] = 0.4; m.c[1] = 0.2; m.c[2] = 0.12; } });
  const film = render(scene.build(), camera({ from: [0, 52, -70], to: [14, 6, 300], lens: 1500 }), {
    sun: [-0.85, 0.36, 0.2], sunlight: [3.4, 2.35, 1.35], samples: 5, haze: [0.78, 0.7, 0.62], hazeDistance: 2300,
    sky: (d, o) => { const t = clamp(d[1] * 2.2) ** 0.6, cloud = d[1] > 0.01 ? smooth(0.5, 0.75, fbm(d[0] / (d[1] + 0.12) * 1.2, 1.3 / (d[1] + 0.12), 5)) * 0.5 : 0; o[0] = mix(mix(0.98, 0.3, t), 1, cloud); o[1] = mix(mix(0.84, 0.46, t), 0.9, cloud); o[2] = mix(mix(0.68, 0.74, t), 0.82, cloud); } });
  film.bloom(0.06, 30, 1.1);
  return film.develop({ exposure: 0.72, contrast: 1.16, saturation: 0.95, seed: 33 });
}

function harvest() {
  const film = new Film(), horizon = 430;
  film.shade((x, y, o) => { ramp([[0, [0.18, 0.34, 0.6]], [0.7, [0.62, 0.68, 0.7]], [1, [1.05, 0.84, 0.56]]], y / horizon, o); const g = Math.exp(-Math.hypot(x - 1280, (y - 400) * 1.3) / 240); o[0] += g * 1.2; o[1] += g * 0.85; o[2] += g * 0.42; });
  heaps(film, { horizon, base: 1.3, top: 2.3, cover: 0.53, scale: 0.7, sun: [0.8, 0.3, 0.5], lit: [1.3, 1.08, 0.85], dark: [0.42, 0.44, 0.52], haze: [1.0, 0.84, 0.62], seed: 90, thick: 6, hazeDistance: 18 });
  const rand = random(18);
  for (const [base, h, f, a] of [[horizon + 2, 60, 0.002, 0.62], [horizon + 3, 34, 0.0045, 0.42]]) new Layer(pen => { pen.fillStyle = '#2c3a28'; pen.beginPath(); pen.moveTo(0, base); for (let x = 0; x <= W; x += 2) pen.lineTo(x, base - h * fbm(x * f + a * 30, 2, 5) - (a < 0.5 ? 7 * fbm(x * 0.09, 1, 3) : 0)); pen.lineTo(W, base); pen.fill(); }, 0.7).over(film, { haze: (x, y, o) => mixTo(o, 0.95, 0.78, 0.52, a) });
  film.shade((x, y, o) => {
    const down = y - horizon; if (down <= 0) return; const z = 260 / (down + 3), u = (x - 560) / 260 * z, swath = Math.floor(u / 0.85), v = u / 0.85 - swath, lod = 1 / (1 + z * 0.35);
    const straw = fbm(u * 26, z * 9, 4), fine = noise(u * 90, z * 22) - 0.5, ridge = Math.exp(-(((v - 0.5) / 0.17) ** 2)), cut = 0.5 + 0.5 * Math.sin(v * 6.283 * 7);
    let k = 0.62 + (straw - 0.5) * 0.9 * lod + fine * 0.55 * lod + ridge * 0.28 * (0.6 + 0.4 * straw) + (cut - 0.5) * 0.22 * lod; k *= swath % 2 ? 0.92 : 1.05;
    const shadow = Math.exp(-(((v - 0.27) / 0.1) ** 2)) * 0.35 * lod, glow = Math.exp(-Math.abs(x - 1280) / 500) * 0.5 + 0.75; k = (k - shadow) * glow;
    o[0] = 0.72 * k; o[1] = 0.5 * k; o[2] = 0.2 * k; const far = 1 - Math.exp(-z / 26); mixTo(o, 1.0, 0.78, 0.46, far * 0.85);
  }, 4, horizon);
  const bale = (x, y, r) => new Layer(pen => {
    pen.fillStyle = 'rgba(58,38,18,0.62)'; pen.beginPath(); pen.ellipse(x - r * 1.3, y + r * 0.1, r * 2.1, r * 0.2, 0, 0, 7); pen.fill();
    const g = pen.createLinearGradient(x - r, 0, x + r * 1.9, 0); g.addColorStop(0, '#6a4a20'); g.addColorStop(0.55, '#a57e3c'); g.addColorStop(1, '#efc877');
    pen.fillStyle = g; pen.beginPath(); pen.ellipse(x + r * 0.85, y - r, r * 0.72, r, 0, 0, 7); pen.rect(x - r * 0.05, y - r * 2, r * 0.9, r * 2); pen.fill();
    const f = pen.createRadialGradient(x, y - r, 1, x, y - r, r); f.addColorStop(0, '#7d5a2a'); f.addColorStop(1, '#5d4220'); pen.fillStyle = f; pen.beginPath(); pen.ellipse(x, y - r, r * 0.72, r, 0, 0, 7); pen.fill();
    for (let i = 0; i < r * 9; i++) { const a = rand() * 6.283, q = r * Math.sqrt(rand()), px = x + Math.cos(a) * q * 0.7 + (i % 2 ? r * 0.9 : 0), py = y - r + Math.sin(a) * q * 0.97; pen.strokeStyle = ['#8f6b34', '#caa05a', '#4a3317', '#e6c280'][Math.floor(rand() * 4)]; pen.globalAlpha = 0.5; pen.lineWidth = Math.max(0.5, r * 0.018); pen.beginPath(); if (i % 2) { pen.moveTo(px - r * 0.2, py); pen.lineTo(px + r * 0.12, py + (rand() - 0.5) * 4); } else { pen.arc(x, y - r, q * 0.85, a, a + 0.25); } pen.stroke(); pen.globalAlpha = 1; }
  }, 0.4).over(film, { gain: 1.05, haze: (px, py, o) => mixTo(o, 1.0, 0.78, 0.46, clamp(9 / r - 0.06, 0, 0.75)) });
  for (const [x, y, r] of [[1120, 446, 9], [760, 448, 10], [360, 452, 12], [1420, 458, 16], [930, 470, 22], [190, 490, 32], [1240, 560, 62], [470, 700, 128]]) bale(x, y, r);
  film.bloom(0.12, 50, 0.95);
  return film.develop({ exposure: 0.84, contrast: 1.1, saturation: 0.94, seed: 34 });
}

function coast() {
  const film = new Film(), rand = random(45);
  const shore = (x, y) => (x - 760) * 0.88 + (y - 520) * -0.42 + 300 * (fbm(x * 0.0018 + 3, y * 0.0018, 3) - 0.5) + 46 * (fbm(x * 0.011, y * 0.011, 4) - 0.5);
  film.shade((x, y, o) => {
    const d = shore(x, y), tex = fbm(x * 0.02, y * 0.02, 5), fine = fbm(x * 0.14, y * 0.14, 3) - 0.5;
    if (d < 0) { // water: shallow turquoise to deep blue, with reefs and swell
      const depth = clamp(-d / 560 + (fbm(x * 0.004, y * 0.004 + 8, 4) - 0.5) * 0.35), reef = smooth(0.52, 0.64, fbm(x * 0.009 + 5, y * 0.009, 5)) * smooth(60, 200, -d) * 0.55;
      ramp([[0, [0.42, 0.62, 0.52]], [0.12, [0.12, 0.5, 0.5]], [0.4, [0.02, 0.25, 0.36]], [1, [0.006, 0.07, 0.17]]], depth, o);
      mixTo(o, 0.015, 0.1, 0.11, reef);
      const swell = noise(d * 0.035 + fbm(x * 0.006, y * 0.006, 3) * 5, (x * 0.42 + y * 0.88) * 0.006), chop = fbm(x * 0.05 + y * 0.02, y * 0.09, 4) - 0.5, k = 1 + (swell - 0.5) * 0.22 + chop * 0.35; for (let c = 0; c < 3; c++) o[c] *= k;
      const glint = smooth(0.68, 0.8, fbm(x * 0.09 + 3, y * 0.13, 3)) * 0.05; o[0] += glint; o[1] += glint; o[2] += glint;
      for (const [at, w] of [[-10, 9], [-46, 8], [-96, 7]]) { const wob = d + 26 * (fbm(x * 0.012 + at, y * 0.012, 4) - 0.5), front = Math.exp(-(((wob - at) / w) ** 2)), trail = wob > at ? Math.exp(-(wob - at) / 26) : 0, lace = smooth(0.44, 0.6, fbm(x * 0.06 + at, y * 0.06, 4)); mixTo(o, 0.95, 0.98, 0.97, clamp(front * (0.45 + lace) + trail * lace * 0.7) * (at < -60 ? 0.7 : 1)); }
    } else if (d < 120 + 50 * tex) { const wet = smooth(30, 6, d), k = 0.95 + fine * 0.22 + (tex - 0.5) * 0.2; o[0] = mix(0.82, 0.46, wet) * k; o[1] = mix(0.68, 0.38, wet) * k; o[2] = mix(0.47, 0.27, wet) * k; }
    else { const scrub = smooth(0.4, 0.56, fbm(x * 0.03 + 7, y * 0.03, 4) + smooth(150, 420, d) * 0.1), relief = fbm(x * 0.01 - 0.01, y * 0.01 - 0.008, 5) - fbm(x * 0.01, y * 0.01, 5), k = 1 + relief * 9 + fine * 0.5; o[0] = mix(0.56, 0.1, scrub) * k; o[1] = mix(0.44, 0.135, scrub) * k; o[2] = mix(0.28, 0.05, scrub) * k; const road = Math.abs(d - 300 - 40 * fbm(x * 0.003, y * 0.003, 2)); if (road < 9) mixTo(o, 0.34, 0.33, 0.31, 0.95); if (road < 0.9) mixTo(o, 0.8, 0.78, 0.7, 0.7); }
  }, 3);
  new Layer(pen => { for (let i = 0; i < 420; i++) { const x = rand() * W, y = rand() * H, d = shore(x, y); if (d > 44 && d < 112) { pen.fillStyle = 'rgba(40,30,20,0.45)'; pen.beginPath(); pen.arc(x - 5, y + 4, 6, 0, 7); pen.fill(); pen.fillStyle = ['#f4f1e8', '#d8483a', '#f0c24a', '#3a7fa8', '#f4f1e8'][i % 5]; pen.beginPath(); pen.arc(x, y, 6, 0, 7); pen.fill(); } else if (d > 330 && d < 800) { const r = 4 + rand() * 8; pen.fillStyle = 'rgba(10,14,8,0.5)'; pen.beginPath(); pen.arc(x - r * 0.7, y + r * 0.5, r, 0, 7); pen.fill(); pen.fillStyle = ['#34472a', '#42522e', '#2b3d26'][i % 3]; pen.beginPath(); pen.arc(x, y, r, 0, 7); pen.fill(); } }
    for (const [x, y, a] of [[330, 420, 0.8], [210, 760, 0.5], [520, 900, 1.1]]) { pen.save(); pen.translate(x, y); pen.rotate(a); pen.scale(0.55, 0.55); pen.fillStyle = 'rgba(235,245,245,0.5)'; pen.beginPath(); pen.moveTo(-14, 0); pen.lineTo(-120, -20); pen.lineTo(-112, 0); pen.lineTo(-120, 20); pen.fill(); pen.fillStyle = '#f6f6f2'; pen.beginPath(); pen.moveTo(22, 0); pen.quadraticCurveTo(4, -10, -16, -7); pen.lineTo(-16, 7); pen.quadraticCurveTo(4, 10, 22, 0); pen.fill(); pen.fillStyle = '#8a6a48'; pen.fillRect(-12, -4, 16, 8); pen.restore(); } }, 0.7).over(film, { gain: 0.9 });
  return film.develop({ exposure: 1.0, contrast: 1.08, saturation: 0.9, vignette: 0.2, seed: 35 });
}

export default { 'ridges-dawn': ridges, 'forest-mist': forest, 'olive-hills': olives, 'harvest-bales': harvest, 'coast-aerial': coast };
