// Prints how far the model is from the rows.
import { floorOf, isInside, isNarrow, offOf } from './throughput-ranges.mjs'

export function quantile(values, share) {
  const sorted = [...values].sort((a, b) => a - b)
  const at = (sorted.length - 1) * share
  const low = sorted[Math.floor(at)]
  return low + (sorted[Math.ceil(at)] - low) * (at - Math.floor(at))
}

const percent = (share) => `${(share * 100).toFixed(1)} %`

export function errorsOf(pairs) {
  const errors = pairs.map(({ row, estimate }) => Math.abs(estimate / row.tokens_per_s - 1))
  return { n: pairs.length, median: quantile(errors, 0.5), p90: quantile(errors, 0.9) }
}

function line(name, pairs) {
  if (pairs.length === 0) return
  const { n, median, p90 } = errorsOf(pairs)
  const ratios = pairs.map(({ row, estimate }) => row.tokens_per_s / estimate)
  const devices = new Set(pairs.map(({ row }) => row.hardware)).size
  console.log(
    `${name.padEnd(34)} n ${String(n).padStart(3)} dev ${String(devices).padStart(2)} median ${percent(median).padStart(7)} p90 ${percent(p90).padStart(8)}  measured/model ${quantile(ratios, 0.1).toFixed(2)} ${quantile(ratios, 0.5).toFixed(2)} ${quantile(ratios, 0.9).toFixed(2)}`,
  )
}

/** Share of rows inside their range. */
export const coverage = (pairs) => pairs.filter(isInside).length / pairs.length

/** Rows inside ranges of one width around the estimate. */
export const coverageAt = (pairs, width) =>
  pairs.filter((pair) => Math.abs(offOf(pair)) <= Math.log(width) / 2).length / pairs.length

/** Two devices have half of the rows: the median row of each device, so that they do not decide alone. */
export function oneVote(pairs) {
  const devices = new Map()
  for (const pair of pairs)
    devices.set(pair.row.class + pair.row.hardware, [...(devices.get(pair.row.class + pair.row.hardware) ?? []), pair])
  const off = ({ row, estimate }) => Math.abs(estimate / row.tokens_per_s - 1)
  return [...devices.values()].map((own) => own.sort((a, b) => off(a) - off(b))[Math.floor(own.length / 2)])
}

/** What the usual rule says of the same rows. */
export const withRule = (pairs) =>
  pairs.map(({ row }) => ({ row, estimate: (0.55 * row.bandwidth_gb_s * 1e9) / (row.file ?? row.read) }))

export function printErrors(results, verbose = process.env.VERBOSE === '1') {
  for (const [name, { without, inside, tenths, byDevice }] of Object.entries(results)) {
    console.log(`\n${name}`)
    line('fitted on all rows', inside)
    line('whole device left out', without)
    line(
      'whole device left out, GPU',
      without.filter(({ row }) => !row.cpu),
    )
    line(
      'whole device left out, CPU',
      without.filter(({ row }) => row.cpu),
    )
    line('  one vote a device', oneVote(without))
    line('a tenth of rows left out', tenths)
    line('  by own rows', byDevice)
    for (const basis of ['same', 'similar', 'model']) {
      line(
        `  then by own rows: ${basis}`,
        byDevice.filter((pair) => pair.basis === basis),
      )
    }
    if (name === 'decode') {
      line('rule 0.55 x bandwidth / size', withRule(without))
      line('  the same, GPU', withRule(without.filter(({ row }) => !row.cpu)))
    }
    for (const [title, pairs] of [
      ['whole device left out', without],
      ['a tenth of rows left out', byDevice],
    ]) {
      console.log(`inside the range, ${title}: ${percent(coverage(pairs))}`)
      for (const narrow of [true, false]) {
        const some = pairs.filter((pair) => isNarrow(pair) === narrow)
        if (some.length === 0) continue
        console.log(
          `  high / low ${narrow ? 'at most 1.6' : 'to 2.5    '}: ${some.length} rows, ${percent(coverage(some))} inside; all of them at 1.6: ${percent(coverageAt(some, 1.6))}, at 2.5: ${percent(coverageAt(some, 2.5))}`,
        )
      }
    }
    for (const width of [1.6, 2.5]) {
      const { rows, outside } = floorOf(without, width)
      console.log(`measured again at the same settings: ${rows} rows, ${outside} outside any range of ${width}`)
    }
    const classes = new Set(without.map(({ row }) => row.class))
    for (const key of [...classes].sort((a, b) => a.localeCompare(b)))
      line(
        `  ${key}`,
        without.filter(({ row }) => row.class === key),
      )
    if (!verbose) continue
    const off = ({ row, estimate }) => Math.abs(Math.log(estimate / row.tokens_per_s))
    for (const { row, estimate } of [...without].sort((a, b) => off(b) - off(a)).slice(0, 25)) {
      const { model, quant, notes } = row.raw
      console.log(
        `   ${row.class} ${row.hardware} ${model} ${quant} ${row.tokens_per_s}, model ${estimate.toFixed(1)} ${notes.slice(0, 50)}`,
      )
    }
  }
}
