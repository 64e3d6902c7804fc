// Makes client/dist: every entry bundled under a name that holds its hash, with brotli and gzip
// beside it, and manifest.json from the plain name to the hashed one. The program embeds the folder.
import { build } from 'esbuild'
import { readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import path from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'

const here = path.dirname(fileURLToPath(import.meta.url))
const dist = path.join(here, 'dist')
const entries = ['newsroom.ts', 'newsroom.css']

// The writing column has the paper's own faces: "@import 'paper:fonts'" becomes the rules for them.
const fonts = path.join(here, 'dist-paper', 'fonts')
const paperFonts = {
  name: 'paper-fonts',
  setup(bundle) {
    bundle.onResolve({ filter: /^paper:fonts$/ }, () => ({ path: 'fonts', namespace: 'paper' }))
    bundle.onLoad({ filter: /.*/, namespace: 'paper' }, async () => {
      const { faces } = JSON.parse(await readFile(path.join(fonts, 'fonts.json'), 'utf8'))
      // A family's faces of several alphabets differ in weight, and a browser would choose one of them: the second alphabet is a family of its own.
      const rules = faces.filter(face => !['figures', 'small-caps'].includes(face.set))
        .map(face => `@font-face{font-family:"${face.family}${face.set === 'latin-more' ? ' More' : ''}";font-style:${face.style};font-weight:${face.weight};font-display:swap;unicode-range:${face.range};src:url("./${face.file}") format("woff2")}`)
      return { contents: rules.join('\n'), loader: 'css', resolveDir: fonts }
    })
  },
}

await rm(dist, { recursive: true, force: true })

const result = await build({
  absWorkingDir: here,
  entryPoints: entries,
  outdir: dist,
  bundle: true,
  splitting: true,
  format: 'esm',
  target: ['chrome123', 'firefox121', 'safari17.5'],
  minify: true,
  metafile: true,
  legalComments: 'none',
  entryNames: '[name]-[hash]',
  chunkNames: 'part-[hash]',
  assetNames: '[name]-[hash]',
  loader: { '.woff2': 'file' },
  publicPath: '/newsroom/assets',
  plugins: [paperFonts],
  logLevel: 'warning',
})

const manifest = {}
for (const [file, output] of Object.entries(result.metafile.outputs)) {
  if (output.entryPoint) manifest[path.basename(output.entryPoint).replace(/\.ts$/, '.js')] = path.basename(file)
}

for (const name of await readdir(dist)) {
  if (!/\.(js|css|svg)$/.test(name)) continue // fonts are compressed already
  const bytes = await readFile(path.join(dist, name))
  const quality = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length }
  await writeFile(path.join(dist, name + '.br'), brotliCompressSync(bytes, { params: quality }))
  await writeFile(path.join(dist, name + '.gz'), gzipSync(bytes, { level: 9 }))
}

// What nobody of the staff may take for a password: read by Accounts/CommonPasswords, never served.
const passwords = JSON.parse(await readFile(path.join(here, 'node_modules/@zxcvbn-ts/language-common/src/passwords.json'), 'utf8'))
await writeFile(path.join(dist, 'common-passwords.txt'), passwords.join('\n') + '\n')

// The robots that Popular leaves out: the patterns alone, without the examples.
const robots = JSON.parse(await readFile(path.join(here, 'node_modules/crawler-user-agents/crawler-user-agents.json')))
await writeFile(path.join(dist, 'robots.json'), JSON.stringify(robots.map(robot => robot.pattern)))

// Written last: the program's build takes its presence for "everything above is done".
await writeFile(path.join(dist, 'manifest.json'), JSON.stringify(manifest, null, 2) + '\n')
