// The model of shared/estimate/throughput/place-time.ts as terms of the solver: one parameter a constant and level
// (all, backend, class), so that a class with few rows leans on its backend.

const GIGA = 1e9

/** Parameters of one constant at all levels that a row belongs to. */
const levels = (name, row, sign = 1) =>
  (row.cpu ? [] : ['all']).concat([row.backend, row.class]).map((level) => [`${name}@${level}`, sign])

const formats = (name, row) => [row.backend, row.class].map((level) => [`${name}.${row.format}@${level}`, 1])

function shared(prefix, row) {
  const of = []
  if (row.flash && row.flash_known) of.push([`${prefix}flash@${row.backend}`, 1])
  if (row.kind !== 'bench') of.push([`${prefix}kind.${row.kind}@${row.backend}`, 1])
  return of
}

/** Time of one token. */
export function decodeTerms(row) {
  const rate = row.bandwidth_gb_s * GIGA
  const kv = row.kv * row.depth
  const layers = {
    base: row.n_layer * 1e-6,
    of: [
      ...levels('layer', row),
      ...(row.moe
        ? [
            [`moe_layer@${row.cpu ? 'cpu' : 'all'}`, 1],
            [`moe_layer@${row.backend}`, 1],
          ]
        : []),
    ],
  }
  const read = row.cpu
    ? [
        { base: (row.read + kv) / rate, of: levels('efficiency', row, -1) },
        { base: row.read / (row.threads * GIGA), of: [...levels('thread', row, -1), ...formats('format', row)] },
      ]
    : [
        { base: row.read / rate, of: [...levels('efficiency', row, -1), ...formats('format', row)] },
        { base: Math.max(kv, 1) / rate, of: levels('efficiency', row, -1) },
      ]
  return { terms: [...read, layers], of: shared('d', row), log: -Math.log(row.tokens_per_s) }
}

/**
 * Time of one prompt token in a micro-batch. Where TFLOPS are used, the peak is a blend of them and of the bandwidth:
 * data sheets state rates that kernels do not all use (tensor cores with FP32 sums, sparse formats).
 */
export function promptTerms(row, blended) {
  const m = Math.min(row.ubatch, row.tokens)
  const work = [
    ...levels('peak', row, -1),
    ...formats('pformat', row),
    ...(row.moe ? [[`moe_work@${row.backend}`, 1]] : []),
  ]
  const peak = (row.cpu ? row.threads : row.bandwidth_gb_s) * GIGA
  if (blended && !row.cpu) {
    const ratio = Math.log((row.tflops * 1e12) / peak)
    work.push(['blend@all', -ratio], [`blend@${row.backend}`, -ratio])
  }
  return {
    terms: [
      { base: (2 * row.weights) / peak, of: work },
      { base: row.touched(m) / (row.bandwidth_gb_s * GIGA) / m, of: levels('moves', row) },
      { base: (row.n_layer * 1e-6) / m, of: levels('players', row) },
    ],
    of: shared('p', row),
    log: -Math.log(row.tokens_per_s),
  }
}

const MEANS = {
  efficiency: Math.log(0.8),
  thread: Math.log(10),
  layer: Math.log(70),
  moe_layer: Math.log(1.3),
  peak: 0,
  moves: 0,
  players: Math.log(100),
}

/** Spread that a constant may have at each level before rows speak: [first level, next levels]. */
const SPREADS = {
  efficiency: [0.4, 0.15],
  thread: [1, 0.35],
  layer: [0.8, 0.5],
  moe_layer: [0.4, 0.3],
  format: [0.15, 0.12],
  peak: [3, 0.35],
  pformat: [0.2, 0.12],
  moe_work: [0.7, 0.3],
  moves: [1.2, 0.5],
  players: [1, 0.4],
}
const CPU_FORMAT = [0.7, 0.25]

export function prior(quantity) {
  return (name) => {
    const [constant, level] = name.split('@')
    const [base] = constant.split('.')
    const top = level === 'all' || level === 'cpu'
    if (base.endsWith('flash')) return { mean: 0, sd: 0.05 }
    if (base.endsWith('kind')) return { mean: 0, sd: 0.4 }
    const cpu = level === 'cpu' || level.startsWith('cpu/')
    const isFormat = base.endsWith('format')
    if (base === 'blend') return top ? { mean: 0.5, sd: 0.1 } : { mean: 0, sd: 0.12 }
    // Nothing reads faster than its memory; rows above the peak have faster memory than the data sheet's.
    if (cpu && base === 'efficiency') return { mean: level === 'cpu' ? Math.log(0.8) : 0, sd: 0.08 }
    const [first, next] = cpu && isFormat ? CPU_FORMAT : SPREADS[base]
    if (isFormat) return { mean: 0, sd: level.includes('/') ? next : first }
    if (base === 'peak' && top) return { mean: quantity === 'prompt' && !cpu ? 0 : Math.log(40), sd: first }
    return { mean: top ? (MEANS[base] ?? 0) : 0, sd: top ? first : next }
  }
}
