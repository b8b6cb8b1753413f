// npm run mutate:quick -- shared/validate [shared/plan/set ...] [--tests test/plan] [--sample 0.2 --seed 1] [--again]
//   [--slowest-ms 3000] [--budget-ms 3000]
// Stryker's own mutants of pure code, tried in one process: minutes where `npm run mutate` takes hours (docs/quality.md).
// Prints the mutants that no test kills, a line for each file and folder, and the score. Tests are those of the same folder
// under test/ that reach what is mutated; those that mock modules, fail as they are or are slow are left out and named. Each
// mutant is held against the tests that meet it, for as many as take --budget-ms together. --again skips what the last run killed.
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { globSync } from 'tinyglobby'
import { bundle } from './mutation/bundles.mjs'
import { judge } from './mutation/judge.mjs'
import { mutantsOf, sampled } from './mutation/mutants.mjs'
import { keep, killedBefore, print } from './mutation/report.mjs'

const root = fileURLToPath(new URL('../', import.meta.url))
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    tests: { type: 'string', multiple: true },
    sample: { type: 'string', default: '1' },
    seed: { type: 'string', default: '1' },
    again: { type: 'boolean', default: false },
    'slowest-ms': { type: 'string', default: '3000' },
    'budget-ms': { type: 'string', default: '3000' },
  },
})
if (positionals.length === 0) {
  console.error('Say what to mutate: npm run mutate:quick -- shared/validate')
  process.exit(2)
}

const folder = join(root, '.cache/mutation')
mkdirSync(folder, { recursive: true })
const last = join(folder, 'quick.json')
const programs = { kept: join(folder, `kept-${process.pid}.mjs`), fresh: join(folder, `fresh-${process.pid}.cjs`) }

const { contents, mutants } = await mutantsOf(filesOf(positionals, '.ts'))
const tests = filesOf(values.tests ?? positionals.map(testsOf), '.test.ts')
const usable = tests.filter((file) => !/\bvi\.(?:mock|hoisted)\(/.test(readFileSync(file, 'utf8')))
for (const file of tests) if (!usable.includes(file)) console.log(`left out, mocks modules: ${relative(root, file)}`)
const shim = await bundle({ root, tests: usable, contents, ...programs })

const asked = sampled(mutants, Number(values.sample), Number(values.seed))
const before = values.again ? killedBefore(last) : () => undefined
const limits = { slowest_ms: Number(values['slowest-ms']), budget_ms: Number(values['budget-ms']) }
const judged = await judge(
  asked.filter((mutant) => before(mutant) === undefined),
  mutants,
  { ...programs, shim },
  limits,
)
const verdicts = new Map(judged.map((mutant) => [mutant.id, mutant]))
const all = asked.map((mutant) => verdicts.get(mutant.id) ?? { ...mutant, status: before(mutant) })
keep(last, all)
print(root, all)
for (const path of Object.values(programs)) rmSync(path, { force: true })
// A test may have left a timer behind.
process.exit(0)

function testsOf(path) {
  return `test/${path.split('/')[1]}`
}

function filesOf(paths, ending) {
  const patterns = [...new Set(paths)].map((path) => (path.endsWith(ending) ? path : `${path}/**/*${ending}`))
  return globSync(patterns, { cwd: root, absolute: true })
    .map((file) => resolve(file))
    .toSorted()
}
