// Cuts the readers' fonts to what a page needs and writes them to dist-paper/fonts with a manifest that the
// program turns into @font-face rules. Part of `npm run build`; skipped when nothing it reads has changed.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { create as openFont } from 'fontkit';
import subsetFont from 'subset-font';
import { widthOfText, fallbacks } from './fallbacks.mjs';

const here = path.dirname(fileURLToPath(import.meta.url));
const client = path.dirname(here);
const output = path.join(client, 'dist-paper', 'fonts');
const catalog = JSON.parse(readFileSync(path.join(here, 'catalog.json'), 'utf8'));

const stamp = createHash('sha256');
for (const file of ['catalog.json', 'build.mjs', 'fallbacks.mjs', '../package-lock.json']) {
  if (existsSync(path.join(here, file))) stamp.update(readFileSync(path.join(here, file)));
}
const version = stamp.digest('hex');
const manifestFile = path.join(output, 'fonts.json');
if (existsSync(manifestFile) && JSON.parse(readFileSync(manifestFile, 'utf8')).version === version) process.exit(0);

rmSync(output, { recursive: true, force: true });
mkdirSync(output, { recursive: true });
const faces = [];
for (const face of catalog.faces) faces.push(await cut(face));
writeFileSync(manifestFile, JSON.stringify({ version, faces }, null, 1));
console.log(`fonts: ${faces.length} faces, ${faces.reduce((sum, face) => sum + face.bytes, 0)} bytes`);

async function cut(face) {
  const ranges = face.sets.flatMap(name => catalog.sets[name]);
  const whole = readFileSync(sourceOf(face));
  const bytes = await subsetFont(whole, textOf(ranges), {
    targetFormat: 'woff2',
    variationAxes: Object.fromEntries(Object.entries(face.axes).map(([axis, value]) => [axis, Array.isArray(value) ? { min: value[0], max: value[1] } : value])),
    keepFeatures: face.features,
    noHinting: true,
  });
  const name = [face.family, face.sets.join('-'), face.weight, face.style ?? ''].join(' ').trim().toLowerCase().replace(/[^a-z0-9]+/g, '-');
  writeFileSync(path.join(output, `${name}.woff2`), bytes);
  return {
    family: face.family, file: `${name}.woff2`, set: face.sets[0], weight: face.weight, style: face.style ?? 'normal',
    range: ranges.map(range => `U+${range}`).join(','), bytes: bytes.length,
    standIns: (fallbacks[face.fallback] ?? []).map(standIn => standInOf(face, openFont(bytes), standIn)),
  };
}

function sourceOf(face) {
  const folder = path.dirname(createRequire(path.join(client, 'package.json')).resolve(`${face.package}/package.json`));
  return path.join(folder, face.path ?? `files/${face.file}.woff2`);
}

function textOf(ranges) {
  return ranges.map(range => {
    const [first, last = first] = range.split('-').map(hex => parseInt(hex, 16));
    return String.fromCodePoint(...Array.from({ length: last - first + 1 }, (_, i) => first + i));
  }).join('');
}

// The stand-in font is stretched until its lines break where ours will, and given our line metrics,
// so that nothing on the page moves when the real font arrives (promise 29: CLS).
function standInOf(face, font, standIn) {
  const ours = widthOfText(letter => font.glyphForCodePoint(letter.codePointAt(0)).advanceWidth / font.unitsPerEm);
  const sizeAdjust = face.sets[0] === 'latin' ? ours / widthOfText(letter => standIn.widths[letter] / 1000) : 1;
  const percent = value => `${(value / font.unitsPerEm / sizeAdjust * 100).toFixed(2)}%`;
  return {
    local: standIn.local,
    sizeAdjust: `${(sizeAdjust * 100).toFixed(2)}%`,
    ascent: percent(font.ascent), descent: percent(-font.descent), lineGap: percent(font.lineGap),
  };
}
