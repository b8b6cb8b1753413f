// The model of shared/estimate/throughput/place-time.ts as terms of the solver: one parameter a constant and level
// (all, backend, class), so that a class with few rows leans on its backend.

const GIGA = 1e9

/** Parameters of one constant at all levels that a row belongs to. */
const levels = (name, row, sign = 1) =>
  (row.cpu ? [] : ['all']).concat([row.backend, row.class]).map((level) => [`${name}@${level}`, sign])

const formats = (name, row) => [row.backend, row.class].map((level) => [`${name}.${row.format}@${level}`, 1])

/** A constant of all GPUs (or of the CPU) and of the backend, without classes. */
const wide = (name, row) => [...new Set([row.cpu ? 'cpu' : 'all', row.backend])].map((level) => [`${name}@${level}`, 1])

function shared(prefix, row) {
  const of = []
  if (row.flash && row.flash_known) of.push([`${prefix}flash@${row.backend}`, 1])
  if (row.kind !== 'bench') of.push([`${prefix}kind.${row.kind}@${row.backend}`, 1])
  return of
}

/** Whether fewer GPU cores than the profile's make the weights slower to read: K-quants on the Max chips do. */
const boundByCores = (row) => row.class === 'metal/apple_max' && row.format === 'k'

/** Time of one token. */
export function decodeTerms(row) {
  const rate = row.bandwidth_gb_s * GIGA
  const kv = row.kv * row.depth
  const of = levels('layer', row)
  if (row.kind !== 'bench') of.push([`layerkind.${row.kind}@${row.backend}`, 1])
  if (row.moe) of.push(...wide('moe_layer', row), [`moe_used@${row.cpu ? 'cpu' : 'all'}`, Math.log(row.used / USED)])
  const efficiency = levels('efficiency', row, -1)
  const terms = [{ base: row.n_layer * 1e-6, of }]
  if (row.cpu)
    terms.push(
      { base: (row.read + kv) / rate, of: efficiency },
      { base: row.read / (row.threads * GIGA), of: [...levels('thread', row, -1), ...formats('format', row)] },
    )
  else
    terms.push(
      { base: row.read / rate / (boundByCores(row) ? row.cores : 1), of: [...efficiency, ...formats('format', row)] },
      { base: Math.max(kv, 1) / rate, of: efficiency },
    )
  if (row.state > 0) terms.push({ base: row.state / rate, of: [...efficiency, [`state@${row.backend}`, 1]] })
  return { terms, of: shared('d', row), log: -Math.log(row.tokens_per_s) }
}

/** As in place-time.ts: experts per token, and threads, that the constants are stated for. */
const USED = 8
const THREADS = 8

/**
 * Time of one prompt token in a micro-batch. Where TFLOPS are used, the peak is a blend of them and of the bandwidth:
 * data sheets state rates that kernels do not all use (sparse formats, dual issue).
 */
export function promptTerms(row, blended) {
  const m = Math.min(row.ubatch, row.tokens)
  const work = [...levels('peak', row, -1), ...formats('pformat', row)]
  if (row.cpu) work.push(['crowd@cpu', Math.log(row.threads / THREADS)])
  const peak = (row.cpu ? row.threads : row.bandwidth_gb_s) * GIGA
  if (blended && !row.cpu) {
    const ratio = Math.log((row.tflops * 1e12) / peak)
    work.push(['blend@all', -ratio], [`blend@${row.backend}`, -ratio])
  }
  const terms = [
    { base: (2 * row.weights) / peak, of: work },
    { base: row.touched(m) / (row.bandwidth_gb_s * GIGA) / m, of: levels('moves', row) },
    { base: (row.n_layer * 1e-6) / m, of: levels('players', row) },
  ]
  if (row.moe) {
    const each = (m * row.active) / (1 - (1 - row.active) ** m)
    terms.push({ base: (2 * row.expert_weights) / peak / each, of: [...work, ...wide('tile', row)] })
  }
  const of = shared('p', row)
  if (row.driver !== null) of.push([`driver.${row.driver}@all`, 1], [`driver.${row.driver}.${row.format}@all`, 1])
  return { terms, of, log: -Math.log(row.tokens_per_s) }
}

/**
 * What a constant is before rows speak: mean and spread of its logarithm at the first level, spread at the next ones.
 * Formats of 8 bits and more are read as they lie, so that the efficiency is that of the memory; fewer bits may cost.
 */
const PRIORS = {
  efficiency: [Math.log(0.9), 0.05, 0.08],
  layer: [Math.log(70), 0.8, 0.5],
  moe_layer: [Math.log(1.3), 0.4, 0.3],
  moe_used: [0.4, 0.3],
  state: [Math.log(3), 1],
  peak: [0, 3, 0.35],
  blend: [0.5, 0.1, 0.2],
  moves: [0, 1.2, 0.5],
  players: [Math.log(100), 1, 0.4],
  tile: [Math.log(25), 0.6, 0.5],
  dflash: [0, 0.05],
  pflash: [0, 0.05],
  driver: [0, 0.4],
  dkind: [0, 0.4],
  pkind: [0, 0.4],
  layerkind: [0.3, 0.4],
}

const CPU_PRIORS = {
  // Nothing reads faster than its memory; rows above the peak have faster memory than the data sheet's.
  efficiency: [Math.log(0.8), 0.08, 0.08],
  thread: [Math.log(10), 1, 0.35],
  peak: [Math.log(40), 3, 0.35],
  tile: [Math.log(3), 0.6, 0.5],
  crowd: [0.3, 0.2],
  format: [0, 0.7, 0.25],
  pformat: [0, 0.7, 0.25],
}

const AS_THEY_LIE = { f32: 0.04, f16: 0.04, bf16: 0.04, q8: 0.06 }

function formatPrior(constant, format) {
  if (constant === 'pformat') return [0, 0.2, 0.12]
  const spread = AS_THEY_LIE[format]
  return spread === undefined ? [0.06, 0.12, 0.12] : [0, spread, 0.04]
}

/** Constants that only a backend has start there. */
const FIRST_AT_BACKEND = new Set(['format', 'pformat', 'state', 'dflash', 'pflash', 'dkind', 'pkind', 'layerkind'])

export function prior(name) {
  const [constant, level] = name.split('@')
  const [base, part] = constant.split('.')
  const cpu = level === 'cpu' || level.startsWith('cpu/')
  const known = (cpu ? CPU_PRIORS[base] : undefined) ?? PRIORS[base] ?? formatPrior(base, part)
  const first = FIRST_AT_BACKEND.has(base) ? !level.includes('/') : level === 'all' || level === 'cpu'
  return first ? { mean: known[0], sd: known[1] } : { mean: 0, sd: known[2] ?? known[1] }
}
