// Things made of boxes: containers, a street grid from the air, flats, book shelves, piano keys.
import { W, H } from '../kit/film.mjs';
import { Scene, camera, render } from '../kit/trace.mjs';
import { random, linear, fbm, noise, hash, smooth, mix, clamp } from '../kit/noise.mjs';

const paint = (m, c, k = 1) => { m.c[0] = c[0] * k; m.c[1] = c[1] * k; m.c[2] = c[2] * k; };
const daylight = (zenith, horizon) => (d, o) => { const t = clamp(d[1]) ** 0.5; for (let c = 0; c < 3; c++) o[c] = mix(horizon[c], zenith[c], t); };

function containers() {
  const scene = new Scene(), rand = random(5), tones = ['#a8402c', '#2c5f8a', '#3f7357', '#c98a2b', '#8b8f92', '#7c2b2f', '#1f4568', '#d8d4c8', '#b55a2a', '#46606b'].map(linear);
  const steel = (p, n, m, it) => {
    const along = Math.abs(n[0]) > 0.5 ? p[2] : p[0], rib = n[1] > 0.5 ? 0 : Math.sin(along * 22), edge = Math.min(p[1] - it.lo[1], it.hi[1] - p[1]) < 0.14;
    const rust = smooth(0.56, 0.72, fbm(along * 1.7 + it.seed, p[1] * 1.1, 5)) * 0.7, streak = 0.86 + 0.2 * noise(along * 9 + it.seed, p[1] * 0.5);
    const k = (edge ? 0.8 : 0.92 + 0.3 * rib * (1 - 0.4 * rib)) * streak;
    paint(m, it.tone, k);
    m.c[0] = mix(m.c[0], 0.12, rust); m.c[1] = mix(m.c[1], 0.055, rust); m.c[2] = mix(m.c[2], 0.03, rust);
    if (Math.abs(n[0]) > 0.5) { // doors: bars and a seam
      const z = (p[2] - it.lo[2]) / (it.hi[2] - it.lo[2]);
      for (const bar of [0.2, 0.38, 0.62, 0.8]) if (Math.abs(z - bar) < 0.014) paint(m, [0.34, 0.34, 0.33]);
      if (Math.abs(z - 0.5) < 0.008) paint(m, [0.02, 0.02, 0.02]);
    }
  };
  const add = (x, y, z, l) => { const it = { }; scene.box(x, y, z, x + l, y + 2.55, z + 2.4, steel); Object.assign(scene.items.at(-1), { tone: tones[Math.floor(rand() * tones.length)], seed: rand() * 90, mark: rand() < 0.5 }); };
  for (let row = 0; row < 12; row++) for (let col = 0; col < 9; col++) {
    const x = -34 + col * 13 + (col > 3 ? 5 : 0), z = 9 + row * 2.75 + (row > 4 ? 6 : 0), n = Math.max(1, Math.min(6, Math.floor(1 + fbm(col * 0.5 + 3, row * 0.33 + 8, 3) * 8.4 - 1.6 * hash(col, row) - (row < 1 ? 1 : 0))));
    for (let k = 0; k < n; k++) add(x + (rand() - 0.5) * 0.15, k * 2.6, z + (rand() - 0.5) * 0.08, 12.2);
  }
  scene.floor(0, (p, n, m) => { const k = 0.9 + 0.4 * (fbm(p[0] * 0.5, p[2] * 0.5, 5) - 0.5); paint(m, [0.19, 0.19, 0.185], k); if (Math.abs(p[2] - 6.3) < 0.08 || (Math.abs(p[2] - 2.4) < 0.07 && (p[0] % 3 + 3) % 3 < 1.6)) paint(m, [0.62, 0.5, 0.1], k); const wet = smooth(0.52, 0.6, fbm(p[0] * 0.18, p[2] * 0.3, 4)); m.shine = wet * 0.7; m.rough = 0.05; for (let c = 0; c < 3; c++) m.c[c] *= 1 - wet * 0.5; });
  const film = render(scene.build(), camera({ from: [-26, 5.2, -11], to: [0, 5.8, 14], lens: 1250 }), {
    sun: [-0.62, 0.4, -0.5], sunlight: [2.9, 2.15, 1.4], sky: daylight([0.22, 0.42, 0.8], [0.85, 0.86, 0.85]), samples: 5, haze: [0.75, 0.72, 0.68], hazeDistance: 260 });
  film.bloom(0.07, 26, 1.3);
  return film.develop({ exposure: 0.78, contrast: 1.12, saturation: 0.86, seed: 11 });
}

function streets() {
  const scene = new Scene(), rand = random(23);
  const roof = [linear('#b5674a'), linear('#a85a43'), linear('#c27a58'), linear('#9b8f80'), linear('#c9c2b4'), linear('#8a5040')];
  const wall = (p, n, m, it) => {
    if (n[1] > 0.5) { const k = 0.85 + 0.3 * noise(p[0] * 1.2, p[2] * 1.2) + (it.flat ? 0 : 0.16 * Math.sin((it.turn ? p[0] : p[2]) * 9)); paint(m, it.tone, k); return; }
    const u = (Math.abs(n[0]) > 0.5 ? p[2] : p[0]) * 0.42, v = p[1] * 0.32, window = Math.abs(u - Math.floor(u) - 0.5) < 0.2 && Math.abs(v - Math.floor(v) - 0.55) < 0.28;
    paint(m, window ? [0.05, 0.06, 0.07] : it.face);
  };
  const leaf = (p, n, m, it) => paint(m, it.tone, 0.6 + 0.8 * noise(p[0] * 3, p[2] * 3 + p[1] * 3));
  const tree = (x, z, r) => { scene.ball(x, r * 1.1, z, r, leaf); scene.items.at(-1).tone = [0.06 + rand() * 0.05, 0.12 + rand() * 0.06, 0.035]; };
  const faces = ['#d9c7a6', '#cfae8c', '#e2dccf', '#c8a088', '#b8b0a0'].map(linear);
  const house = (x0, z0, x1, z1, h) => { scene.box(x0, 0, z0, x1, h, z1, wall); Object.assign(scene.items.at(-1), { tone: roof[Math.floor(rand() * roof.length)].map(v => v * (0.7 + rand() * 0.5)), face: faces[Math.floor(rand() * faces.length)], flat: rand() < 0.3, turn: rand() < 0.5 });
    if (rand() < 0.5) { const a = mix(x0, x1, 0.2 + rand() * 0.5), b = mix(z0, z1, 0.2 + rand() * 0.5); scene.box(a, h, b, a + 1.4, h + 1.6, b + 1.4, wall); Object.assign(scene.items.at(-1), { tone: [0.2, 0.12, 0.09], face: [0.3, 0.18, 0.13] }); } };
  const pitchX = 58, pitchZ = 48;
  for (let a = -16; a < 15; a++) for (let b = -7; b < 20; b++) {
    const x = a * pitchX, z = b * pitchZ, w = pitchX - 13, l = pitchZ - 12, tall = 9 + 10 * fbm(a * 0.4 + 2, b * 0.4 + 9, 2);
    if ((a === 0 || a === 1) && b === 3) { for (let i = 0; i < 60; i++) tree(x + 2 + rand() * (w - 2), z + 2 + rand() * (l - 2), 1.8 + rand() * 1.8); continue; }
    if (a === -2 && b === 5) { house(x + 6, z + 8, x + w - 4, z + l - 6, 26); for (let i = 0; i < 20; i++) tree(x + rand() * w, z + (rand() < 0.5 ? 2 : l - 2), 2); continue; }
    const deep = 10.5;
    for (let s = 0; s < 4; s++) { const along = s % 2 ? l : w; for (let t = 0; t < along - 2;) {
      const step = Math.min(along - t, 7 + rand() * 8), h = tall + rand() * 5 - 2, gap = rand() < 0.05;
      if (!gap) { if (s === 0) house(x + t, z, x + t + step, z + deep, h); else if (s === 2) house(x + t, z + l - deep, x + t + step, z + l, h); else if (t > deep - 4 && t + step < along - deep + 4) { if (s === 1) house(x, z + t, x + deep, z + t + step, h); else house(x + w - deep, z + t, x + w, z + t + step, h); } }
      t += step; } }
    for (let i = 0; i < 7; i++) tree(x + deep + 3 + rand() * (w - deep * 2 - 6), z + deep + 2 + rand() * (l - deep * 2 - 4), 1.2 + rand() * 2);
    for (let t = 3; t < w; t += 7) if (rand() < 0.75) tree(x + t, z - 2.4, 1.5 + rand() * 0.7);
    for (let t = 2; t < 14; t++) if (rand() < 0.6) { const cx = x + t * 4 * (w / 56), tone = [[0.6, 0.6, 0.6], [0.05, 0.05, 0.06], [0.4, 0.06, 0.05], [0.09, 0.14, 0.28], [0.7, 0.7, 0.68]][Math.floor(rand() * 5)]; const far = rand() < 0.5; scene.box(cx, 0.2, z - (far ? 9.6 : 5.4), cx + 4, 1.5, z - (far ? 7.8 : 3.6), (p, n, m) => paint(m, tone)); }
  }
  scene.floor(0, (p, n, m) => {
    const u = ((p[0] % pitchX) + pitchX) % pitchX, v = ((p[2] % pitchZ) + pitchZ) % pitchZ, k = 0.9 + 0.25 * noise(p[0], p[2]);
    if (u < pitchX - 13 && v < pitchZ - 12) paint(m, fbm(p[0] * 0.2, p[2] * 0.2, 3) > 0.48 ? [0.11, 0.15, 0.06] : [0.3, 0.27, 0.22], k);
    else { const line = (Math.abs(u - pitchX + 6.5) < 0.16 && v % 4 < 2) || (Math.abs(v - pitchZ + 6) < 0.16 && u % 4 < 2); const pave = u < pitchX - 10.6 || u > pitchX - 2.4 ? v < pitchZ - 12 : false; paint(m, line ? [0.6, 0.6, 0.58] : pave ? [0.36, 0.34, 0.31] : [0.13, 0.13, 0.135], k); }
  });
  const film = render(scene.build(), camera({ from: [-95, 210, -150], to: [20, 0, 120], lens: 1500, roll: 0.12 }), {
    sun: [0.8, 0.52, 0.25], sunlight: [3.4, 2.6, 1.75], sky: daylight([0.25, 0.42, 0.72], [0.7, 0.74, 0.78]), samples: 5, haze: [0.62, 0.66, 0.7], hazeDistance: 1500 });
  return film.develop({ exposure: 0.7, contrast: 1.16, saturation: 0.8, vignette: 0.34, grain: 0.005, seed: 12 });
}

function library() {
  const scene = new Scene(), rand = random(77);
  const cloth = ['#6e2b26', '#2d3f57', '#3f5142', '#8a6b3a', '#4a3242', '#b39b70', '#22282c', '#7a4a2c', '#51606a', '#a3867a', '#c9bfa6', '#30514f'].map(linear), wood = linear('#7a5230');
  const timber = (p, n, m) => paint(m, wood, 0.4 + 0.5 * fbm(p[0] * 0.9, p[1] * 9 + p[2] * 3, 5));
  const bookcase = (x, z0, z1, side) => {
    for (let shelf = 0; shelf < 9; shelf++) {
      const y = shelf * 0.36; scene.box(Math.min(x, x + side * 0.3), y - 0.03, z0, Math.max(x, x + side * 0.3), y, z1, timber);
      for (let z = z0 + 0.03; z < z1 - 0.06;) {
        if (Math.abs(z / 1.0 - Math.round(z / 1.0)) < 0.02) { z += 0.03; continue; }
        const set = hash(Math.floor(z * 3), shelf, side + 7), t = 0.018 + rand() * 0.034, height = 0.2 + rand() * 0.1, deep = 0.03 + rand() * 0.035;
        if (rand() < 0.035) { z += 0.05 + rand() * 0.12; continue; }
        const tone = (set < 0.3 ? cloth[Math.floor(set * 40)] : cloth[Math.floor(rand() * cloth.length)]).map(v => v * (1.3 + rand() * 0.9)), gilt = rand() < 0.55, label = rand() < 0.22, k = rand();
        const a = x + side * (deep - 0.005), b = x + side * 0.28;
        scene.box(Math.min(a, b), y, z, Math.max(a, b), y + height, z + t * 0.94, (p, n, m, it) => {
          const v = (p[1] - it.lo[1]) / height, u = (p[2] - it.lo[2]) / (t * 0.94);
          if (n[1] > 0.5) { paint(m, [0.55, 0.5, 0.4], 0.8 + 0.3 * noise(p[2] * 900, 1)); return; }
          paint(m, tone, 0.75 + 0.35 * noise(p[1] * 60, p[2] * 300) - 0.35 * Math.abs(u - 0.5));
          if (gilt && ((Math.abs(v - 0.14) < 0.012) || Math.abs(v - 0.88) < 0.012 || Math.abs(v - 0.84) < 0.006)) paint(m, [0.62, 0.46, 0.17]);
          if (label && Math.abs(v - 0.68) < 0.09) paint(m, k < 0.5 ? [0.62, 0.58, 0.46] : [0.08, 0.05, 0.04]);
          if (gilt && Math.abs(v - 0.68) < 0.07 && Math.abs(u - 0.5) < 0.3 && noise(p[1] * 420, k * 90) > 0.55) paint(m, [0.5, 0.38, 0.15]);
        });
        z += t;
      }
    }
    for (let z = z0; z <= z1 + 0.01; z += 1) scene.box(Math.min(x, x + side * 0.3), 0, z - 0.02, Math.max(x, x + side * 0.3), 3.25, z + 0.02, timber);
    scene.box(Math.min(x + side * 0.29, x + side * 0.33), 0, z0, Math.max(x + side * 0.29, x + side * 0.33), 3.3, z1, timber);
    scene.box(Math.min(x - side * 0.02, x + side * 0.34), 3.24, z0, Math.max(x - side * 0.02, x + side * 0.34), 3.36, z1, timber);
  };
  bookcase(0.72, 0, 12, 1); bookcase(-0.72, 0, 12, -1);
  for (let z = 1.5; z < 13; z += 2.6) scene.box(-0.12, 3.3, z, 0.12, 3.34, z + 1.1, (p, n, m) => { paint(m, [1, 1, 1]); m.glow[0] = 7; m.glow[1] = 5.2; m.glow[2] = 3.1; });
  scene.floor(0, (p, n, m) => { const plank = Math.floor(p[0] * 9), k = 0.6 + 0.5 * fbm(p[0] * 9 + plank * 7, p[2] * 0.9 + plank * 3, 4) + 0.1 * hash(plank, Math.floor(p[2] + plank * 0.37)); paint(m, wood, k * 0.8); m.shine = 0.8; m.rough = 0.05; });
  scene.box(-3, 0, 12.2, 3, 3.6, 12.4, (p, n, m) => { // end wall with a tall window
    paint(m, [0.5, 0.47, 0.42]);
    if (Math.abs(p[0]) < 0.5 && p[1] > 0.9 && p[1] < 3.1 && Math.abs(p[0]) > 0.02 && Math.abs((p[1] - 0.9) % 0.55 - 0.27) < 0.25) { const k = 1.3 + p[1] * 0.35; m.glow[0] = 0.85 * k; m.glow[1] = 0.95 * k; m.glow[2] = k; }
  });
  scene.box(-3, 3.6, -2, 3, 3.7, 12.2, (p, n, m) => paint(m, [0.5, 0.46, 0.4]));
  const film = render(scene.build(), camera({ from: [0.06, 1.52, -0.7], to: [-0.02, 1.5, 8], lens: 1050, aperture: 0.022, focus: 3.1 }), {
    sun: [0.05, 0.12, 1], sunlight: [2.4, 2.3, 2.0], sky: (d, o) => { o[0] = 0.5; o[1] = 0.52; o[2] = 0.54; const g = Math.max(0, d[2]) ** 8; o[0] += g * 2.2; o[1] += g * 2.3; o[2] += g * 2.3; }, samples: 8, softness: 0.08, ambient: [2, 1.65, 1.3] });
  film.bloom(0.14, 40, 1);
  return film.develop({ exposure: 1.15, contrast: 1.1, saturation: 0.82, vignette: 0.4, seed: 13 });
}

function piano() {
  const scene = new Scene(), key = 0.0235, black = [1, 2, 4, 5, 6];
  for (let i = -30; i < 45; i++) {
    const x = i * key, down = i === 3 || i === 7 ? 0.004 : 0;
    scene.box(x + 0.0006, -0.02 - down, 0, x + key - 0.0006, -down, 0.15, (p, n, m) => { paint(m, [0.74, 0.71, 0.63], 0.97 + 0.06 * noise(p[0] * 300, p[2] * 30)); m.shine = 0.8; m.rough = 0.012; });
    if (black.includes(((i % 7) + 7) % 7)) scene.box(x - 0.0068, -0.01, 0.052, x + 0.0068, 0.0115, 0.15, (p, n, m) => { paint(m, [0.012, 0.012, 0.013]); m.shine = 1; m.rough = 0.03; });
  }
  scene.box(-2, -0.02, 0.15, 2, 0.09, 0.17, (p, n, m) => { paint(m, p[1] < 0.006 ? [0.22, 0.015, 0.02] : [0.012, 0.01, 0.01]); m.shine = p[1] < 0.006 ? 0 : 1; m.rough = 0.02; });
  scene.box(-2, -0.06, -0.05, 2, -0.021, -0.002, (p, n, m) => { paint(m, [0.015, 0.012, 0.012]); m.shine = 1; m.rough = 0.02; });
  scene.floor(-0.06, (p, n, m) => paint(m, [0.02, 0.02, 0.02]));
  const film = render(scene.build(), camera({ from: [-0.21, 0.105, -0.14], to: [0.06, 0.0, 0.105], lens: 1700, aperture: 0.0062, focus: 0.285, roll: 0.05 }), {
    sun: [0.75, 0.42, 0.35], sunlight: [1.35, 0.95, 0.55], softness: 0.09, samples: 28, smoothing: 4,
    sky: (d, o) => { const w = smooth(0.75, 0.95, d[0] * 0.8 + d[1] * 0.5) * 1.3, k = 0.09 + 0.14 * clamp(d[1]); o[0] = k * 0.9 + w; o[1] = k + w * 0.75; o[2] = k * 1.25 + w * 0.5; } });
  film.bloom(0.1, 30, 1);
  return film.develop({ exposure: 1.05, contrast: 1.08, vignette: 0.4, seed: 14 });
}

export default { 'container-stacks': containers, 'street-grid-aerial': streets, 'library-shelves': library, 'piano-keys': piano };
