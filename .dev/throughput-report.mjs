// Prints how far the model is from the rows.

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

export function printErrors(results, verbose = process.env.VERBOSE === '1') {
  for (const [name, { without, inside }] of Object.entries(results)) {
    console.log(`\n${name}`)
    line('fitted on all rows', inside)
    line('device left out', without)
    line(
      'device left out, GPUs',
      without.filter(({ row }) => !row.cpu),
    )
    line(
      '  llama-2-7b',
      without.filter(({ row }) => row.model === 'llama-2-7b' && !row.cpu),
    )
    line(
      'device left out, CPUs',
      without.filter(({ row }) => row.cpu),
    )
    if (name === 'decode')
      line(
        'rule 0.55 x bandwidth / size',
        without.map(({ row }) => ({ row, estimate: (0.55 * row.bandwidth_gb_s * 1e9) / (row.file ?? row.read) })),
      )
    const classes = new Set(without.map(({ row }) => row.class))
    for (const key of [...classes].sort())
      line(
        `  ${key}`,
        without.filter(({ row }) => row.class === key),
      )
    if (verbose)
      for (const { row, estimate } of [...without]
        .sort(
          (a, b) =>
            Math.abs(Math.log(b.estimate / b.row.tokens_per_s)) - Math.abs(Math.log(a.estimate / a.row.tokens_per_s)),
        )
        .slice(0, 25))
        console.log(
          `   ${row.class} ${row.hardware} ${row.raw.model} ${row.raw.quant} t${row.threads ?? ''} ${row.tokens_per_s} est ${estimate.toFixed(1)} ${row.raw.notes.slice(0, 50)}`,
        )
  }
}
