// npm run mutate:quick -- shared/validate [shared/plan/set ...] [--tests test/plan] [--slowest-ms 3000]
// Stryker's own mutants of pure code, tried in one process: minutes where `npm run mutate` takes hours, with the same
// verdicts (docs/quality.md). Prints the mutants that no test kills, a line for each file, and the score. Tests are those of
// the same folder under test/; those that mock modules, read files beside themselves or are slow are left out and named.
import { INSTRUMENTER_CONSTANTS } from '@stryker-mutator/api/core'
import { createInstrumenter } from '@stryker-mutator/instrumenter'
import { build } from 'esbuild'
import { mkdirSync, readFileSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import { globSync } from 'tinyglobby'

const root = fileURLToPath(new URL('../', import.meta.url))
const shim = fileURLToPath(new URL('mutation/vitest-in-process.mjs', import.meta.url))
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { tests: { type: 'string', multiple: true }, 'slowest-ms': { type: 'string', default: '3000' } },
})
if (positionals.length === 0) {
  console.error('Say what to mutate: npm run mutate:quick -- shared/validate')
  process.exit(2)
}
const slowest_ms = Number(values['slowest-ms'])
const sources = filesOf(positionals, '.ts')
const folders =
  values.tests ??
  [...new Set(positionals.map((path) => path.split('/').slice(1, 2).join()))].map((name) => `test/${name}`)
const all = filesOf(folders, '.test.ts')
const usable = all.filter((file) => !/\bvi\.(?:mock|hoisted)\(|import\.meta/.test(readFileSync(file, 'utf8')))
for (const file of all) if (!usable.includes(file)) console.log(`left out: ${relative(root, file)}`)

const { contents, mutants } = await instrumented()
// Where instrumented code looks for the mutant that is on, and counts what it meets.
const state = (globalThis[INSTRUMENTER_CONSTANTS.NAMESPACE] = {})
const tests = await load()
const { covered, atLoad } = await baseline()
const tried = []
for (const [at, mutant] of mutants.entries()) {
  tried.push({ ...mutant, status: await verdict(mutant) })
  if (at % 100 === 99) console.error(`${at + 1} of ${mutants.length}`)
}
print(tried)
// A test may have left a timer behind.
process.exit(0)

function filesOf(paths, ending) {
  const patterns = paths.map((path) => (path.endsWith(ending) ? path : `${path}/**/*${ending}`))
  return globSync(patterns, { cwd: root, absolute: true })
    .map((file) => resolve(file))
    .toSorted()
}

async function instrumented() {
  const silent = new Proxy({}, { get: (_, name) => (String(name).startsWith('is') ? () => false : () => {}) })
  const injector = {
    provideValue: () => injector,
    injectClass: (Class) => new Class(silent),
  }
  const files = sources.map((name) => ({ name, mutate: true, content: readFileSync(name, 'utf8') }))
  const options = { plugins: null, excludedMutations: [], ignorers: [], noHeader: false }
  const result = await createInstrumenter(injector).instrument(files, options)
  return { contents: new Map(result.files.map(({ name, content }) => [name, content])), mutants: result.mutants }
}

/** Every test of the usable files, in this process. */
async function load() {
  const folder = join(root, '.cache/mutation')
  mkdirSync(folder, { recursive: true })
  const outfile = join(folder, `quick-${process.pid}.mjs`)
  const imports = usable.map((file) => `import ${JSON.stringify(file)}`)
  await build({
    stdin: {
      contents: [`export { tests } from ${JSON.stringify(shim)}`, ...imports].join('\n'),
      resolveDir: root,
      loader: 'ts',
    },
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    mainFields: ['module', 'main'],
    logLevel: 'error',
    banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url)" },
    plugins: [
      {
        name: 'mutants',
        setup(plugin) {
          plugin.onResolve({ filter: /^vitest$/ }, () => ({ path: shim }))
          plugin.onLoad({ filter: /\.ts$/ }, ({ path }) =>
            contents.has(path) ? { contents: contents.get(path), loader: 'ts' } : undefined,
          )
        },
      },
    ],
  })
  return (await import(pathToFileURL(outfile).href)).tests
}

/** Runs every test once without a mutant: which mutants each meets, how often, and how long it takes. */
async function baseline() {
  for (const [id, test] of tests.entries()) {
    state.currentTestId = String(id)
    const start = performance.now()
    try {
      await test.run()
    } catch (error) {
      console.log(`left out, fails as it is: ${test.name}: ${String(error.message).split('\n')[0]}`)
      test.out = true
    }
    test.ms = performance.now() - start
    if (test.ms > slowest_ms) console.log(`left out, takes ${Math.round(test.ms)} ms: ${test.name}`)
    test.out ||= test.ms > slowest_ms
  }
  delete state.currentTestId
  const { perTest = {}, static: atStart = {} } = state.mutantCoverage ?? {}
  const met = new Map()
  for (const [test, hits] of Object.entries(perTest)) {
    if (tests[test].out) continue
    for (const [id, count] of Object.entries(hits)) {
      const one = met.get(id) ?? met.set(id, { by: [], most: 0 }).get(id)
      one.by.push(tests[test])
      one.most = Math.max(one.most, count)
    }
  }
  for (const { by } of met.values()) by.sort((a, b) => a.ms - b.ms)
  return { covered: met, atLoad: atStart }
}

async function verdict({ id }) {
  const met = covered.get(id)
  if (met === undefined) return atLoad[id] === undefined ? 'NoCoverage' : 'Ignored'
  state.activeMutant = id
  try {
    for (const { run } of met.by) {
      // A loop that does not end meets its mutant again and again.
      Object.assign(state, { hitCount: 0, hitLimit: Math.max(1000, 100 * met.most) })
      try {
        await run()
      } catch {
        return 'Killed'
      }
    }
    return 'Survived'
  } finally {
    delete state.activeMutant
  }
}

function print(results) {
  const tallies = new Map()
  for (const { fileName, status, location, mutatorName, replacement } of results) {
    const name = relative(root, fileName)
    const tally = tallies.get(name) ?? tallies.set(name, {}).get(name)
    tally[status] = (tally[status] ?? 0) + 1
    if (status === 'Killed' || status === 'Ignored') continue
    const line = readFileSync(fileName, 'utf8').split('\n')[location.start.line]?.trim()
    console.log(
      `${status} ${name}:${location.start.line + 1} ${mutatorName} ${String(replacement).replaceAll('\n', ' ')} | ${line}`,
    )
  }
  for (const [name, tally] of tallies) console.log(name, ...Object.entries(tally).flat())
  const of = (...names) => results.filter(({ status }) => names.includes(status)).length
  const left = of('Survived', 'NoCoverage')
  const score = (100 * of('Killed')) / (of('Killed') + left)
  console.log(
    `${of('Killed')} killed, ${left} not, ${of('Ignored')} run only while modules load: ${score.toFixed(1)} %`,
  )
}
