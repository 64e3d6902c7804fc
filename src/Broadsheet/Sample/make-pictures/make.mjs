// node make.mjs [name …] [--scale 0.4] [--out folder]: draws the sample paper's pictures.
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readdirSync } from 'node:fs';
import { size } from './kit/film.mjs';

const here = dirname(fileURLToPath(import.meta.url)), names = [], options = { scale: '1', out: join(here, '../paper/pictures') };
for (let args = process.argv.slice(2), i = 0; i < args.length; i++)
  if (args[i].startsWith('--')) options[args[i].slice(2)] = args[++i]; else names.push(args[i]);

const scenes = {};
for (const file of readdirSync(join(here, 'scenes')).sort()) Object.assign(scenes, (await import(`./scenes/${file}`)).default);

size.scale = Number(options.scale);
mkdirSync(options.out, { recursive: true });
for (const name of names.length > 0 ? names : Object.keys(scenes)) {
  const start = Date.now(), canvas = scenes[name]();
  // A front page carries a dozen of these: quality gives way before size does.
  let quality = 82, jpeg = canvas.toBuffer('image/jpeg', quality);
  while (jpeg.length > 245_000 && quality > 55) jpeg = canvas.toBuffer('image/jpeg', quality -= 3);
  writeFileSync(join(options.out, `${name}.jpg`), jpeg);
  console.log(`${name}: ${Math.round(jpeg.length / 1024)} KB at quality ${quality}, ${((Date.now() - start) / 1000).toFixed(1)} s`);
}
