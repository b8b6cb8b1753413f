// Tests and what they import as two programs: `kept` has what no mutant can reach and is loaded once; `fresh` has the
// mutated files and whatever imports them, and is loaded anew for each mutant, so that nothing remembered by one is seen by the next.
import { build } from 'esbuild'
import { readFileSync } from 'node:fs'
import { relative, resolve } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const shim = fileURLToPath(new URL('vitest-in-process.mjs', import.meta.url))
const common = {
  bundle: true,
  platform: 'node',
  target: 'node20',
  mainFields: ['module', 'main'],
  logLevel: 'error',
}
const entry = (root, contents) => ({ stdin: { contents, resolveDir: root, loader: 'js' } })
const requires = (files) => files.map((file) => `require(${JSON.stringify(file)})`).join('\n')

/** Writes both programs. */
export async function bundle({ root, tests, contents, kept, fresh }) {
  const plain = sourcesPlugin(contents)
  const options = { ...common, ...entry(root, requires([shim, ...tests])), format: 'cjs', plugins: [plain] }
  const { metafile } = await build({ ...options, write: false, outfile: fresh, metafile: true })
  const { by_mutant, border } = reach(metafile, root, new Set(contents.keys()))
  const border_files = [...border.add(shim)]
  const names = border_files.map((file, at) => `import * as m${at} from ${JSON.stringify(file)}`)
  const table = border_files.map((file, at) => `[${JSON.stringify(file)}, m${at}]`)
  await build({
    ...common,
    ...entry(root, `${names.join('\n')}\nexport const modules = new Map([${table.join(', ')}])`),
    format: 'esm',
    outfile: kept,
    banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url)" },
    plugins: [plain],
  })
  const files = tests.filter((file) => by_mutant.has(file))
  const load = files.map(
    (file) => `  [${JSON.stringify(relative(root, file))}, () => require(${JSON.stringify(file)})],`,
  )
  await build({
    ...common,
    ...entry(root, `module.exports = new Map([\n${load.join('\n')}\n])`),
    format: 'cjs',
    outfile: fresh,
    plugins: [keptPlugin(border), plain],
  })
  return shim
}

/** Files that a mutant can reach, and the files beside them that they import. */
function reach({ inputs }, root, mutated) {
  const file = (path) => resolve(root, path)
  const importers = new Map()
  for (const [path, { imports }] of Object.entries(inputs))
    for (const one of imports)
      if (!one.external) importers.set(file(one.path), [...(importers.get(file(one.path)) ?? []), file(path)])
  const above = (files) => {
    const found = new Set(files)
    for (const path of found) for (const one of importers.get(path) ?? []) found.add(one)
    return found
  }
  const by_mutant = above(mutated)
  // What imports vitest declares hooks as it loads.
  const reached = new Set([...by_mutant, ...above(importers.get(shim) ?? [])])
  const imported = Object.entries(inputs)
    .filter(([path]) => reached.has(file(path)))
    .flatMap(([, { imports }]) => imports.filter(({ external }) => !external).map(({ path }) => file(path)))
  return { by_mutant, border: new Set(imported.filter((path) => !reached.has(path))) }
}

/** Mutated files with their mutants; tests find what lies beside them. */
function sourcesPlugin(contents) {
  return {
    name: 'sources',
    setup(plugin) {
      plugin.onResolve({ filter: /^vitest$/ }, () => ({ path: shim }))
      plugin.onLoad({ filter: /\.tsx?$/ }, ({ path }) => {
        const text = contents.get(path) ?? readFileSync(path, 'utf8')
        const here = JSON.stringify(pathToFileURL(path).href)
        return { contents: text.replaceAll('import.meta.url', here), loader: path.endsWith('x') ? 'tsx' : 'ts' }
      })
    },
  }
}

/** Leaves files of the other program out. */
function keptPlugin(border) {
  return {
    name: 'kept',
    setup(plugin) {
      plugin.onResolve({ filter: /./ }, async ({ path, importer, resolveDir, kind, pluginData, with: attributes }) => {
        if (pluginData === 'asked' || path === 'vitest' || path.startsWith('node:'))
          return path === 'vitest' ? { path: shim, external: true } : undefined
        const found = await plugin.resolve(path, { importer, resolveDir, kind, with: attributes, pluginData: 'asked' })
        return border.has(found.path) ? { path: found.path, external: true } : undefined
      })
    },
  }
}
