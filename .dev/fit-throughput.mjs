// Fits the constants of shared/estimate/throughput from measured rows:
//   node .dev/fit-throughput.mjs --rows measured.csv [--check]
// Writes profiles/throughput/efficiency.json and measured.json and the tables of docs/speed.md and docs/accuracy.md; with
// --check it writes nothing. Both print the errors with whole devices left out.
import { parseArgs } from 'node:util'
import { projectParts, readRows } from './throughput-rows.mjs'
import { logTime, solve } from './throughput-solve.mjs'
import { decodeTerms, prior, promptTerms } from './throughput-terms.mjs'
import { printErrors } from './throughput-report.mjs'
import { writeTables } from './throughput-tables.mjs'
import { asEstimated, corrected, entriesOf } from './throughput-evidence.mjs'
import { constantsOf, evidenceWidths, writeConstants, writeEvidence } from './throughput-write.mjs'

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

/** A third of the rows at a time, whatever their device: how the model does where a device has other rows. */
function thirdOf(row) {
  const text = JSON.stringify(row.raw)
  let hash = 7
  for (let i = 0; i < text.length; i++) hash = (hash * 31 + text.charCodeAt(i)) >>> 0
  return hash % 3
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
  const predict = (row, at) => {
    const terms = quantity.terms(row)
    const plain = (of) => of.filter(([key]) => !key.includes('kind.'))
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
      const entries = entriesOf(others, (row) => predict(row, at))
      for (const row of tested.filter((one) => group(one) === key)) {
        const estimate = predict(row, at)
        plain.push({ row, estimate })
        byDevice.push(corrected(row, predict(asEstimated(row), at), entries, parts.deviceResidual))
      }
    }
    return { plain, byDevice }
  }
  const devices = leaveOut((row) => row.profile)
  const thirds = leaveOut(thirdOf)
  results[name] = {
    all,
    parameters,
    without: devices.plain,
    thirds: thirds.plain,
    byDevice: thirds.byDevice,
    inside: tested.map((row) => ({ row, estimate: predict(row, parameters) })),
    entries: entriesOf(quantity.rows, (row) => predict(row, parameters)),
  }
}
const constants = Object.fromEntries(Object.entries(results).map(([name, result]) => [name, constantsOf(name, result)]))
// As in shared/estimate/throughput/spread.ts; a class whose only device is left out has no rows of its own then.
const widths = evidenceWidths(results)
const WIDEST = Math.log(2.5) / 2
const halfWidthOf =
  (name) =>
  ({ row, basis, entry }) => {
    const own = constants[name][row.class]
    const known = own !== undefined && (basis !== undefined || own.benched > 1)
    const found = known ? own : (constants[name][row.backend] ?? constants[name].all)
    if (basis === undefined || basis === 'model') return parts.halfWidthOf(found, known)
    const stated = widths[basis][row.quantity]
    const extremes = entry ? Math.log(Math.max(entry.high / entry.speed, entry.speed / entry.low)) : 0
    return Math.min(Math.max(stated, extremes), WIDEST, parts.widestHalf(found, known))
  }
printErrors(results, halfWidthOf)
if (!values.check) {
  // Bandwidth alone is only asked where TFLOPS are unknown.
  const unknown = new Set(parts.listProfiles().flatMap(({ row }) => (row.fp16_tflops === null ? [row.generation] : [])))
  const { prompt_by_bandwidth: table, ...rest } = constants
  const needed = Object.entries(table).filter(([name]) => !name.includes('/') || unknown.has(name.split('/')[1]))
  writeConstants({ ...rest, prompt_by_bandwidth: Object.fromEntries(needed) })
  writeEvidence(results)
  writeTables(results, halfWidthOf)
}
