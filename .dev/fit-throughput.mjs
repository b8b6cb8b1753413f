// Fits the constants of shared/estimate/throughput from measured rows:
//   node .dev/fit-throughput.mjs --rows measured.csv [--check]
// Writes profiles/throughput/efficiency.json and measured.json; with --check it writes nothing. Both print the errors
// with whole devices left out.
import { parseArgs } from 'node:util'
import { projectParts, readRows } from './throughput-rows.mjs'
import { logTime, solve } from './throughput-solve.mjs'
import { decodeTerms, PEAKS, prior, promptTerms } from './throughput-terms.mjs'
import { printErrors } from './throughput-report.mjs'
import { writeConstants } from './throughput-write.mjs'

const { values } = parseArgs({ options: { rows: { type: 'string' }, check: { type: 'boolean', default: false } } })
if (values.rows === undefined) throw new Error('usage: node .dev/fit-throughput.mjs --rows FILE.csv [--check]')
const parts = await projectParts()
const { rows, left } = readRows(values.rows, parts)
console.log(`${rows.length} rows can be used; left out:`, Object.fromEntries(left))

const QUANTITIES = {
  decode: { rows: rows.filter((row) => row.quantity === 'tg'), terms: decodeTerms },
  prompt: forPrompt('prompt'),
  prompt_by_bandwidth: forPrompt('prompt_by_bandwidth'),
}

function forPrompt(name) {
  const usable = rows.filter((row) => row.quantity === 'pp' && PEAKS[name](row) !== null)
  return { rows: usable, terms: (row) => promptTerms(row, PEAKS[name](row)) }
}

/** Rows to fit on: weaker kinds of test count little where the class has better ones; many rows of a device do not add up. */
function weigh(usable) {
  const fitted = usable.filter((row) => row.fits)
  const better = new Map()
  const perDevice = new Map()
  const device = (row) => `${row.class} ${row.hardware} ${row.kind === 'bench'}`
  for (const row of fitted) {
    perDevice.set(device(row), (perDevice.get(device(row)) ?? 0) + 1)
    if (row.kind === 'bench') better.set(row.class, (better.get(row.class) ?? new Set()).add(row.hardware))
  }
  const trust = (row) =>
    row.kind === 'bench' ? 1 : row.kind === 'old' ? 0.5 : (better.get(row.class)?.size ?? 0) >= 2 ? 0.05 : 0.3
  return fitted.map((row) => ({ row, weight: trust(row) / Math.sqrt(perDevice.get(device(row))) }))
}

const results = {}
for (const [name, quantity] of Object.entries(QUANTITIES)) {
  const solver = (used, start) =>
    solve(
      used.map(({ row, weight }) => ({ ...quantity.terms(row), weight })),
      prior(name),
      start,
    )
  const all = weigh(quantity.rows)
  const parameters = solver(all)
  const predict = (row, at) => {
    const terms = quantity.terms(row)
    return 1 / Math.exp(logTime({ ...terms, of: terms.of.filter(([key]) => !key.includes('kind.')) }, at))
  }
  // Each device is left out with all its rows, whatever the backend.
  const tested = quantity.rows.filter((row) => row.target_test)
  const without = []
  for (const hardware of new Set(tested.map((row) => row.profile))) {
    const at = solver(weigh(quantity.rows.filter((row) => row.profile !== hardware)), parameters)
    for (const row of tested.filter((one) => one.profile === hardware))
      without.push({ row, estimate: predict(row, at) })
  }
  results[name] = {
    all,
    parameters,
    without,
    inside: tested.map((row) => ({ row, estimate: predict(row, parameters) })),
    predict: (row) => predict(row, parameters),
  }
}
printErrors(results)
if (!values.check) writeConstants(results, rows)
