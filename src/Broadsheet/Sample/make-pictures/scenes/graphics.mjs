// Editorial graphics: a weather map and two charts with real axes. Figures are invented, like the city.
import { createCanvas, wide, high, size, W, H, Film } from '../kit/film.mjs';
import { fbm, noise, smooth, mix, clamp, random, hash } from '../kit/noise.mjs';

const sans = '"Liberation Sans", "DejaVu Sans", Arial, sans-serif', serif = '"Liberation Serif", "DejaVu Serif", Georgia, serif', ink = '#22262b', quiet = '#6a6d70', paper = '#f6f1e6';

function sheet(draw) {
  const canvas = createCanvas(wide(), high()), pen = canvas.getContext('2d'); pen.scale(size.scale, size.scale); pen.fillStyle = paper; pen.fillRect(0, 0, W, H); draw(pen);
  const image = pen.getImageData(0, 0, canvas.width, canvas.height), d = image.data; // paper has a tooth
  for (let j = 0, p = 0; j < canvas.height; j++) for (let i = 0; i < canvas.width; i++, p += 4) { const n = (noise(i * 0.5, j * 0.5) - 0.5) * 7 + (noise(i * 0.03, j * 0.04) - 0.5) * 4; d[p] += n; d[p + 1] += n; d[p + 2] += n; }
  pen.putImageData(image, 0, 0); return canvas;
}
const text = (pen, s, x, y, px, { face = sans, weight = '', colour = ink, align = 'left' } = {}) => { pen.font = `${weight} ${px}px ${face}`; pen.fillStyle = colour; pen.textAlign = align; pen.fillText(s, x, y); };

function rents() {
  return sheet(pen => {
    text(pen, 'Rents have outrun pay since 2020', 110, 118, 50, { face: serif, weight: 'bold' }); text(pen, 'Median new rent and median pay in Port Calder, index, 2016 = 100', 110, 168, 29, { colour: quiet });
    const x0 = 110, x1 = 1300, y0 = 930, y1 = 240, X = t => x0 + (t - 2016) / 10.75 * (x1 - x0), Y = v => y0 - (v - 90) / 90 * (y0 - y1); pen.lineWidth = 1.5;
    for (let v = 100; v <= 180; v += 20) { pen.strokeStyle = v === 100 ? '#55585c' : '#d3ccbd'; pen.beginPath(); pen.moveTo(x0, Y(v)); pen.lineTo(x1, Y(v)); pen.stroke(); text(pen, String(v), x0 - 16, Y(v) + 9, 26, { colour: quiet, align: 'right' }); }
    pen.strokeStyle = '#55585c'; pen.beginPath(); pen.moveTo(x0, y0); pen.lineTo(x1, y0); pen.stroke(); for (let t = 2016; t <= 2026; t++) { pen.beginPath(); pen.moveTo(X(t), y0); pen.lineTo(X(t), y0 + 10); pen.stroke(); if (t % 2 === 0) text(pen, String(t), X(t), y0 + 44, 26, { colour: quiet, align: 'center' }); }
    const series = (f, colour, w, fill) => { const pts = []; for (let q = 0; q <= 43; q++) pts.push([X(2016 + q / 4), Y(f(q / 4) + (noise(q * 0.9, f(1)) - 0.5) * 2.4)]); if (fill) { pen.fillStyle = fill; pen.beginPath(); pts.forEach(p => pen.lineTo(...p)); pen.lineTo(pts.at(-1)[0], y0); pen.lineTo(x0, y0); pen.fill(); } pen.strokeStyle = colour; pen.lineWidth = w; pen.lineJoin = 'round'; pen.beginPath(); pts.forEach(p => pen.lineTo(...p)); pen.stroke(); pen.fillStyle = colour; pen.beginPath(); pen.arc(...pts.at(-1), 9, 0, 7); pen.fill(); return pts.at(-1); };
    const rent = t => 100 + t * 2.6 + 46 * smooth(3, 10.2, t) + 3 * Math.sin(t * 1.3) - 7 * Math.exp(-((t - 4.6) ** 2) * 3), pay = t => 100 + t * 2.75 + 1.2 * Math.sin(t * 0.9 + 1);
    const b = series(pay, '#3d6276', 6), a = series(rent, '#b03a2e', 7, 'rgba(176,58,46,0.09)'); text(pen, 'New rents', a[0] + 24, a[1] + 2, 31, { weight: 'bold', colour: '#b03a2e' }); text(pen, '+76%', a[0] + 24, a[1] + 40, 31, { colour: '#b03a2e' }); text(pen, 'Pay', b[0] + 24, b[1] + 2, 31, { weight: 'bold', colour: '#3d6276' }); text(pen, '+28%', b[0] + 24, b[1] + 40, 31, { colour: '#3d6276' });
    pen.strokeStyle = quiet; pen.setLineDash([5, 6]); pen.lineWidth = 2; pen.beginPath(); pen.moveTo(X(2022.5), Y(174)); pen.lineTo(X(2022.5), y0); pen.stroke(); pen.setLineDash([]); text(pen, 'Rent cap ends,', X(2022.5) - 14, Y(173), 26, { colour: ink, align: 'right' }); text(pen, 'July 2022', X(2022.5) - 14, Y(169), 26, { colour: ink, align: 'right' });
    text(pen, 'Source: City Rent Register; Calder Statistics Office. Graphic: Broadsheet sample studio', 110, 1024, 23, { colour: quiet });
  });
}

function tonnage() {
  return sheet(pen => {
    text(pen, 'A port that turned to boxes', 110, 118, 50, { face: serif, weight: 'bold' }); text(pen, 'Cargo through Port Calder, million tonnes a year', 110, 168, 29, { colour: quiet });
    const kinds = [['Containers', '#1f5673'], ['Grain and feed', '#c8963e'], ['Timber', '#6e7f4f'], ['Fuel', '#8b8a86']], x0 = 130, x1 = 1330, y0 = 930, y1 = 250, Y = v => y0 - v / 25 * (y0 - y1);
    pen.lineWidth = 1.5; for (let v = 0; v <= 25; v += 5) { pen.strokeStyle = v ? '#d3ccbd' : '#55585c'; pen.beginPath(); pen.moveTo(x0, Y(v)); pen.lineTo(x1, Y(v)); pen.stroke(); text(pen, String(v), x0 - 18, Y(v) + 9, 26, { colour: quiet, align: 'right' }); }
    const rand = random(6), totals = []; for (let i = 0; i < 15; i++) { const t = i / 14, parts = [3.1 + 8.6 * smooth(0, 0.95, t) - (i === 8 ? 1.2 : 0), 3.4 + rand() * 1.2, 2.1 - 0.9 * t + rand() * 0.3, 5.2 - 3.6 * t + rand() * 0.4], w = (x1 - x0) / 15, x = x0 + i * w + w * 0.14; let at = 0; parts.forEach((v, k) => { pen.fillStyle = kinds[k][1]; pen.fillRect(x, Y(at + v), w * 0.72, Y(at) - Y(at + v) - 1.5); at += v; }); totals.push([x + w * 0.36, at, parts]); if (i % 2 === 0) text(pen, String(2012 + i), x + w * 0.36, y0 + 42, 26, { colour: quiet, align: 'center' }); }
    let at = 0; totals[14][2].forEach((v, k) => { text(pen, kinds[k][0], x1 + 8, Y(at + v / 2) + 9, 28, { weight: 'bold', colour: kinds[k][1] }); at += v; }); text(pen, at.toFixed(1), totals[14][0], Y(at) - 14, 27, { weight: 'bold', align: 'center' }); text(pen, totals[0][1].toFixed(1), totals[0][0], Y(totals[0][1]) - 14, 27, { weight: 'bold', align: 'center' });
    text(pen, 'Source: Calder Port Authority; 2026 to October, annualised. Graphic: Broadsheet sample studio', 110, 1024, 23, { colour: quiet });
  });
}

function weather() {
  const film = new Film(), land = (x, y) => fbm(x * 0.0021 + 4.2, y * 0.0024 + 1.1, 7, 0.52) - 0.47 + 0.16 * smooth(300, 1300, x) - 0.12 * smooth(900, 400, y) * smooth(500, 900, x);
  film.shade((x, y, o) => { const h = land(x, y); if (h > 0) { const e = 4, l = clamp(0.72 + (land(x + e, y + e) - h) * -18), k = mix(0.82, 1.06, l), t = clamp(h * 4); o[0] = mix(0.62, 0.72, t) * k; o[1] = mix(0.66, 0.62, t) * k; o[2] = mix(0.46, 0.44, t) * k; } else { const d = clamp(-h * 4.5); o[0] = mix(0.5, 0.22, d); o[1] = mix(0.68, 0.42, d); o[2] = mix(0.74, 0.55, d); if (h > -0.006) { o[0] = o[1] = o[2] = 0.3; } } }, 3);
  const canvas = film.develop({ exposure: 1.05, contrast: 1, vignette: 0.08, grain: 0.01, saturation: 0.75 }), pen = canvas.getContext('2d'); pen.scale(size.scale, size.scale);
  const lows = [[560, 420, 34, 230], [1330, 250, -22, 330], [1180, 930, 14, 200], [150, 960, -16, 300]], P = (x, y) => 1013 - lows.reduce((s, [a, b, k, r]) => s + k * Math.exp(-((x - a) ** 2 * 0.8 + (y - b) ** 2) / (2 * r * r)), 0) + 3 * (fbm(x * 0.002, y * 0.002, 3) - 0.5);
  const g = 8; // isobars by marching squares
  for (let v = 972; v <= 1044; v += 4) { pen.strokeStyle = v % 20 === 12 ? 'rgba(30,34,40,0.9)' : 'rgba(30,34,40,0.55)'; pen.lineWidth = v % 20 === 12 ? 3 : 1.8; pen.beginPath(); for (let x = 0; x < W; x += g) for (let y = 0; y < H; y += g) { const a = P(x, y) - v, b = P(x + g, y) - v, c = P(x + g, y + g) - v, d = P(x, y + g) - v, p = []; if (a * b < 0) p.push([x + g * a / (a - b), y]); if (b * c < 0) p.push([x + g, y + g * b / (b - c)]); if (c * d < 0) p.push([x + g * d / (d - c), y + g]); if (d * a < 0) p.push([x, y + g * a / (a - d)]); if (p.length >= 2) { pen.moveTo(...p[0]); pen.lineTo(...p[1]); } } pen.stroke(); }
  const curve = (pts, t) => { const n = pts.length - 1, i = Math.min(n - 1, Math.floor(t * n)), u = t * n - i, q = k => pts[clamp(k, 0, n)], s = c => { const [a, b, d, e] = [q(i - 1)[c], q(i)[c], q(i + 1)[c], q(i + 2)[c]]; return 0.5 * (2 * b + (d - a) * u + (2 * a - 5 * b + 4 * d - e) * u * u + (3 * b - a - 3 * d + e) * u ** 3); }; return [s(0), s(1)]; };
  const front = (pts, colour, shape, side) => { pen.strokeStyle = pen.fillStyle = colour; pen.lineWidth = 6; pen.beginPath(); for (let t = 0; t <= 1.0001; t += 0.01) pen.lineTo(...curve(pts, Math.min(t, 1))); pen.stroke(); for (let i = 1; i < 12; i++) { const [x, y] = curve(pts, i / 12), [a, b] = curve(pts, i / 12 + 0.012), l = Math.hypot(a - x, b - y), tx = (a - x) / l, ty = (b - y) / l, kind = shape === 'both' ? (i % 2 ? 'cold' : 'warm') : shape; pen.save(); pen.translate(x, y); pen.transform(tx, ty, -ty * side, tx * side, 0, 0); pen.beginPath(); if (kind === 'cold') { pen.moveTo(-17, 0); pen.lineTo(0, 27); pen.lineTo(17, 0); } else pen.arc(0, 0, 16, 0, Math.PI); pen.fill(); pen.restore(); } };
  front([[585, 445], [690, 620], [690, 800], [560, 990], [420, 1090]], '#1d4f91', 'cold', -1); front([[585, 445], [790, 470], [980, 560], [1120, 700]], '#b3342b', 'warm', -1); front([[585, 445], [510, 330], [560, 210], [680, 150]], '#6d3d86', 'both', 1);
  for (const [x, y, s, c, p] of [[545, 430, 'L', '#b3342b', '979'], [1330, 260, 'H', '#1d4f91', '1035'], [1180, 940, 'L', '#b3342b', '999'], [160, 960, 'H', '#1d4f91', '1029']]) { pen.lineWidth = 9; pen.strokeStyle = 'rgba(248,244,234,0.9)'; pen.font = `bold 92px ${serif}`; pen.textAlign = 'center'; pen.strokeText(s, x, y); text(pen, s, x, y, 92, { face: serif, weight: 'bold', colour: c, align: 'center' }); pen.lineWidth = 6; pen.font = `bold 30px ${sans}`; pen.strokeText(p, x, y + 40); text(pen, p, x, y + 40, 30, { weight: 'bold', colour: ink, align: 'center' }); }
  for (const [x, y, n] of [[1085, 372, 'Port Calder'], [1240, 560, 'Sallow Bridge'], [760, 700, 'Orsk Point']]) { pen.fillStyle = ink; pen.beginPath(); pen.arc(x, y, 7, 0, 7); pen.fill(); pen.lineWidth = 6; pen.font = `bold 27px ${sans}`; pen.textAlign = 'left'; pen.strokeStyle = 'rgba(248,244,234,0.85)'; pen.strokeText(n, x + 15, y + 9); text(pen, n, x + 15, y + 9, 27, { weight: 'bold' }); }
  return canvas;
}

export default { 'chart-rents': rents, 'chart-tonnage': tonnage, 'weather-map': weather };
