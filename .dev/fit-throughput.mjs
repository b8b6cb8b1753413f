// Fits the constants of shared/estimate/throughput from measured rows:
//   node .dev/fit-throughput.mjs --rows measured.csv [--check]
// Writes profiles/throughput/efficiency.json and measured.json and the tables of docs/speed.md and docs/accuracy.md; with
// --check it writes nothing. Both print the errors with whole devices left out, and with a tenth of the rows.
import { parseArgs } from 'node:util'
import { projectParts, readRows } from './throughput-rows.mjs'
import { logTime, solve } from './throughput-solve.mjs'
import { decodeTerms, prior, promptTerms } from './throughput-terms.mjs'
import { printErrors } from './throughput-report.mjs'
import { writeTables } from './throughput-tables.mjs'
import { asEstimated, corrected, entriesOf } from './throughput-evidence.mjs'
import { withRanges } from './throughput-ranges.mjs'
import { constantsOf, writeConstants, writeEvidence } from './throughput-write.mjs'

const { values } = parseArgs({ options: { rows: { type: 'string' }, check: { type: 'boolean', default: false } } })
if (values.rows === undefined) throw new Error('usage: node .dev/fit-throughput.mjs --rows FILE.csv [--check]')
const parts = await projectParts()
const { rows, left } = readRows(values.rows, parts)
console.log(`${rows.length} rows can be used; left out:`, Object.fromEntries(left))

const prompts = rows.filter((row) => row.quantity === 'pp')
const QUANTITIES = {
  decode: { rows: rows.filter((row) => row.quantity === 'tg'), terms: decodeTerms },
  prompt: { rows: prompts.filter((row) => row.cpu || row.tflops !== null), terms: (row) => promptTerms(row, true) },
  // For devices whose TFLOPS nobody states.
  prompt_by_bandwidth: { rows: prompts.filter((row) => !row.cpu), terms: (row) => promptTerms(row, false) },
}

/** How little more a device's many rows count than one, as a power: the best of 0.25, 0.5, 0.75 with rows left out. */
const MANY = 0.25

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
  return fitted.map((row) => ({ row, weight: trust(row) / perDevice.get(device(row)) ** MANY }))
}

/** A tenth of the rows at a time, whatever their device: how the model does where a device has other rows. */
function tenthOf(row) {
  const text = JSON.stringify(row.raw)
  let hash = 2166136261
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 16777619) >>> 0
  return (hash >>> 5) % 10
}

const profileOf = (row) => row.profile

/** The project's rule for devices whose class has no rows, on ranges in log. */
function stranger([low, high]) {
  const range = parts.strangerRange({ low: Math.exp(low), high: Math.exp(high) })
  return [Math.log(range.low), Math.log(range.high)]
}

const results = {}
for (const [name, quantity] of Object.entries(QUANTITIES)) {
  const solver = (used, start) =>
    solve(
      used.map(({ row, weight }) => ({ ...quantity.terms(row), weight })),
      prior,
      start,
    )
  const all = weigh(quantity.rows)
  const parameters = solver(all)
  /** Tokens per second for what the settings say; `asMeasured` with the row's own driver too. */
  const predict = (row, at, asMeasured = false) => {
    const terms = quantity.terms(row)
    const plain = (of) => of.filter(([key]) => !key.includes('kind.') && (asMeasured || !key.includes('driver.')))
    const timed = terms.terms.map((term) => ({ ...term, of: plain(term.of) }))
    return 1 / Math.exp(logTime({ terms: timed, of: plain(terms.of) }, at))
  }
  // Each device is left out with all its rows, whatever the backend.
  const tested = quantity.rows.filter((row) => row.target_test)
  /** Estimates for each row by a fit without the rows of its group; the second corrected by its device's other rows. */
  const leaveOut = (group) => {
    const plain = []
    const byDevice = []
    for (const key of new Set(tested.map(group))) {
      const others = quantity.rows.filter((row) => group(row) !== key)
      const at = solver(weigh(others), parameters)
      const entries = entriesOf(others, (row) => predict(row, at, true))
      for (const row of tested.filter((one) => group(one) === key)) {
        const estimate = predict(row, at)
        plain.push({ row, estimate })
        byDevice.push(corrected(row, predict(asEstimated(row), at), entries, parts.deviceResidual))
      }
    }
    return { plain, byDevice }
  }
  const devices = leaveOut(profileOf)
  const tenths = leaveOut(tenthOf)
  const own = (basis) => ({ from: tenths.byDevice.filter((pair) => pair.basis === basis), group: tenthOf })
  const sources = { model: { from: devices.plain, group: profileOf }, similar: own('similar'), same: own('same') }
  results[name] = {
    all,
    parameters,
    without: withRanges(devices.plain, sources, stranger),
    tenths: tenths.plain,
    byDevice: withRanges(tenths.byDevice, sources, stranger),
    inside: tested.map((row) => ({ row, estimate: predict(row, parameters) })),
    entries: entriesOf(quantity.rows, (row) => predict(row, parameters, true)),
  }
}
const constants = Object.fromEntries(Object.entries(results).map(([name, result]) => [name, constantsOf(name, result)]))
printErrors(results)
if (!values.check) {
  // Bandwidth alone is only asked where TFLOPS are unknown.
  const unknown = new Set(parts.listProfiles().flatMap(({ row }) => (row.fp16_tflops === null ? [row.generation] : [])))
  const { prompt_by_bandwidth: table, ...rest } = constants
  const needed = Object.entries(table).filter(([name]) => !name.includes('/') || unknown.has(name.split('/')[1]))
  writeConstants({ ...rest, prompt_by_bandwidth: Object.fromEntries(needed) })
  writeEvidence(results)
  writeTables(results)
}
