// Puts the packages that every command loads into a file each, with what of them is used, and lets `dist` import those:
// they are some 180 files, 64 of them the languages of zod's messages, and Node takes longer to find and link them than to
// run them (docs/wizard.md). Run after tsc.
import { readFileSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { build } from 'esbuild'
import { distScripts, wayTo } from './dist-scripts.mjs'
import { licences } from './licences.mjs'

/** Packages and the file that each is taken from: where there are several, the one of ES modules, which leave out what is not used. */
const PACKAGES = {
  zod: 'node_modules/zod/index.js',
  yaml: 'node_modules/yaml/browser/dist/index.js',
  'jsonc-parser': 'node_modules/jsonc-parser/lib/esm/main.js',
}
const FOLDER = 'dist/packages'
const FROM = new RegExp(`from '(${Object.keys(PACKAGES).join('|')})'`, 'g')

const texts = new Map(distScripts().map((path) => [path, readFileSync(path, 'utf8')]))

const { metafile, warnings } = await build({
  entryPoints: Object.keys(PACKAGES).map((name) => ({ in: `used:${name}`, out: name })),
  outdir: FOLDER,
  metafile: true,
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'esm',
  charset: 'utf8',
  legalComments: 'none',
  minify: true,
  logLevel: 'warning',
  plugins: [{ name: 'packages', setup }],
})
if (warnings.length > 0) process.exitCode = 1
writeFileSync(`${FOLDER}/THIRD_PARTY_LICENSES`, licences(Object.keys(metafile.inputs)))

for (const [path, text] of texts) {
  const changed = text.replaceAll(FROM, (_all, name) => `from '${wayTo(`${FOLDER}/${name}.js`, path)}'`)
  if (changed !== text) writeFileSync(path, changed)
}

function setup({ onResolve, onLoad }) {
  onResolve({ filter: /^used:/ }, ({ path }) => ({ path: path.slice('used:'.length), namespace: 'used' }))
  onLoad({ filter: /.*/, namespace: 'used' }, ({ path: name }) => ({
    contents: `export ${usedOf(name)} from ${JSON.stringify(resolve(PACKAGES[name]))}`,
    resolveDir: '.',
  }))
  // zod's messages in other languages than the one that it sets itself.
  onLoad({ filter: /zod.v4.locales.index\.js$/ }, () => ({ contents: "export { default as en } from './en.js'" }))
}

/** The names that our files import of a package, all of them where it is imported as a whole. */
function usedOf(name) {
  const names = new Set()
  for (const text of texts.values()) {
    if (new RegExp(`\\* as \\w+ from '${name}'`).test(text)) return '*'
    for (const [, list] of text.matchAll(new RegExp(`import \\{([^}]*)\\} from '${name}'`, 'g'))) {
      for (const one of list.split(',')) if (one.trim() !== '') names.add(one.trim().replace(/ as .*/, ''))
    }
  }
  if (names.size === 0) throw new Error(`nothing imports ${name} any more`)
  return `{ ${[...names].join(', ')} }`
}
