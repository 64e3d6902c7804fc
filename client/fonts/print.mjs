// Cuts the faces of receipts and statements to dist-print as plain TrueType, which is what a PDF can embed.
// Part of `npm run build`; skipped when nothing it reads has changed.
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import subsetFont from 'subset-font'

const here = path.dirname(fileURLToPath(import.meta.url))
const client = path.dirname(here)
const output = path.join(client, 'dist-print')
const faces = JSON.parse(readFileSync(path.join(here, 'print.json'), 'utf8'))

const stamp = createHash('sha256')
for (const file of ['print.json', 'print.mjs', '../package-lock.json']) stamp.update(readFileSync(path.join(here, file)))
const version = stamp.digest('hex')
const done = path.join(output, 'version.txt')
if (existsSync(done) && readFileSync(done, 'utf8') === version) process.exit(0)

rmSync(output, { recursive: true, force: true })
mkdirSync(output, { recursive: true })
for (const face of faces) {
  const folder = path.dirname(createRequire(path.join(client, 'package.json')).resolve(`${face.package}/package.json`))
  const bytes = await subsetFont(readFileSync(path.join(folder, face.path)), textOf(face.ranges), {
    targetFormat: 'sfnt', variationAxes: face.axes, keepFeatures: face.features, noHinting: true,
  })
  writeFileSync(path.join(output, `${face.name}.ttf`), bytes)
}
writeFileSync(done, version)

function textOf(ranges) {
  return ranges.split(' ').map(range => {
    const [first, last = first] = range.split('-').map(hex => parseInt(hex, 16))
    return String.fromCodePoint(...Array.from({ length: last - first + 1 }, (_, i) => first + i))
  }).join('')
}
