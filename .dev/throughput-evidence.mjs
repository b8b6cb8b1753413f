// What a device's own rows add to the model: one entry for each device, backend, model, format and test.
import { quantile } from './throughput-report.mjs'

const median = (values) => quantile(values, 0.5)

/** Rows that count as evidence: the two usual tests, by llama.cpp itself, on a device that was not starved. */
export const isEvidence = (row) => row.target_test && row.fits

/**
 * A row under what an estimate has by default: no depth beside the test's own tokens, flash attention unless the row
 * says that it was off, and all the GPU cores that the profile states its peak for.
 */
export const asEstimated = (row) => ({
  ...row,
  depth: 0,
  flash: row.raw.flash_attn !== '0',
  cores: 1,
  tflops: row.tflops === null ? null : row.tflops / row.cores,
})

/** Addresses as they can be shown: without the search that led to them. */
function cleanSource(source) {
  const clean = source
    .replace(/find_string id\d+(; )?/, '')
    .replace(/ \(\)/, '')
    .trim()
  return clean === '' ? 'a public report' : clean
}

/** @param {(row: object) => number} predict tokens per second by the model */
export function entriesOf(rows, predict) {
  const groups = new Map()
  for (const row of rows.filter(isEvidence)) {
    const key = [row.profile, row.backend, row.model, row.raw.quant, row.raw.test].join(' ')
    groups.set(key, [...(groups.get(key) ?? []), row])
  }
  return [...groups.values()].map((same) => {
    const speeds = same.map((row) => row.tokens_per_s)
    const [{ profile, backend, model, raw, n_layer, n_params, moe, format }] = same
    const ratio = median(same.map((row) => row.tokens_per_s / predict(asEstimated(row))))
    const best = same.reduce((a, b) =>
      Math.abs(a.tokens_per_s - median(speeds)) <= Math.abs(b.tokens_per_s - median(speeds)) ? a : b,
    )
    return {
      profile,
      backend,
      model,
      quant: raw.quant,
      test: raw.test,
      speed: median(speeds),
      low: Math.min(...speeds),
      high: Math.max(...speeds),
      n: same.length,
      ratio,
      build: best.raw.build_or_date,
      source: cleanSource(best.raw.source),
      n_layer,
      n_params,
      moe,
      format,
    }
  })
}

const deviceKey = ({ profile, backend }) => `${profile} ${backend}`

/** An estimate corrected by the other rows of its device; `basis` says by which. */
export function corrected(row, estimate, entries, deviceResidual) {
  const own = entries.filter((entry) => deviceKey(entry) === deviceKey(row) && entry.test === row.raw.test)
  const same = own.find((entry) => entry.model === row.model && entry.quant === row.raw.quant)
  if (same !== undefined) return { row, estimate: estimate * same.ratio, basis: 'same', entry: same }
  if (own.length > 0) return { row, estimate: estimate * Math.exp(deviceResidual(own, row)), basis: 'similar' }
  return { row, estimate, basis: 'model' }
}
