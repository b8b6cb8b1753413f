// Puts folders of many small files into one file each: the graphs of the model families, the catalog, the rules and the like
// are some 150 files that are always loaded together, and each costs Node more to find and link than to run (docs/wizard.md).
// What imports one of them imports the one file then. Run after tsc.
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, resolve, sep } from 'node:path'
import { build } from 'esbuild'
import { distScripts, wayTo } from './dist-scripts.mjs'

const FOLDERS = [
  'dist/shared/estimate/graph',
  'dist/shared/estimate/throughput',
  'dist/shared/model/catalog',
  'dist/shared/validate/rules',
]
const BUNDLE = 'bundle.js'
/** How a file outside of the folder is named until the file that imports it has its place. */
const OUTSIDE = 'outside:'
const IMPORT = /(?<=(?:from|import|import\() ?['"])\.[^'"]*\.js(?=['"])/g

// oxlint-disable-next-line no-await-in-loop -- each imports what has become of the ones before
for (const folder of FOLDERS) await bundle(resolve(folder) + sep)

async function bundle(folder) {
  const ways = waysInto(folder)
  const { outputFiles, metafile } = await build({
    stdin: { contents: ways.map((file) => `export * from ${JSON.stringify(file)}`).join('\n'), resolveDir: folder },
    outfile: folder + BUNDLE,
    write: false,
    metafile: true,
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'esm',
    charset: 'utf8',
    packages: 'external',
    logLevel: 'warning',
    plugins: [{ name: 'folder', setup: (api) => setup(api, folder) }],
  })
  for (const input of Object.keys(metafile.inputs)) {
    if (!input.endsWith('.js')) continue
    rmSync(input, { force: true })
    // It would name the lines of what tsc wrote.
    rmSync(`${input}.map`, { force: true })
  }
  for (const { path, text } of outputFiles) writeFileSync(path, placed(text, path))
  for (const path of scriptsOutside(folder)) {
    const text = readFileSync(path, 'utf8')
    const changed = text.replace(IMPORT, (name) =>
      ways.includes(resolve(dirname(path), name)) ? wayTo(folder + BUNDLE, path) : name,
    )
    if (changed !== text) writeFileSync(path, changed)
  }
}

function scriptsOutside(folder) {
  return distScripts()
    .map((path) => resolve(path))
    .filter((path) => !path.startsWith(folder))
}

/**
 * Files of a folder that others import.
 * @throws where two of them have a thing of one name: in one file there can be only one
 */
function waysInto(folder) {
  const found = new Set()
  for (const path of scriptsOutside(folder)) {
    for (const [name] of readFileSync(path, 'utf8').matchAll(IMPORT)) {
      const file = resolve(dirname(path), name)
      if (file.startsWith(folder)) found.add(file)
    }
  }
  const ways = [...found].toSorted((a, b) => (a < b ? -1 : 1))
  const names = new Map()
  for (const file of ways) {
    for (const name of namesIn(file)) {
      if (names.has(name))
        throw new Error(`${name} is in ${names.get(name)} and in ${file}: one of them has to be renamed`)
      names.set(name, file)
    }
  }
  return ways
}

/** What a file that tsc wrote exports itself. */
function namesIn(file) {
  const text = readFileSync(file, 'utf8')
  return [...text.matchAll(/^export (?:const|let|function\*?|async function|class) (\w+)/gm)].map(([, name]) => name)
}

function setup({ onResolve, onLoad }, folder) {
  onResolve({ filter: /^\.{1,2}\// }, ({ path, resolveDir }) => {
    const file = resolve(resolveDir, path)
    // Data comes along: a file less to look for, and text is read faster than a literal.
    if (file.endsWith('.json')) return { path: file }
    return file.startsWith(folder) ? undefined : { path: OUTSIDE + file, external: true }
  })
  onLoad({ filter: /\.json$/ }, ({ path }) => {
    const text = JSON.stringify(JSON.parse(readFileSync(path, 'utf8')))
    return { contents: `export default JSON.parse(${JSON.stringify(text)})` }
  })
}

function placed(text, path) {
  return text.replaceAll(new RegExp(`"${OUTSIDE}([^"]*)"`, 'g'), (_all, file) => `"${wayTo(file, path)}"`)
}
