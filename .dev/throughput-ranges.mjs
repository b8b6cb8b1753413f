// Ranges from rows that were left out: what a class's estimates were off by, with what is known of a device.

/** What is known: nothing of the device itself, other models on it, the very model and format on it. */
export const KNOWLEDGE = ['model', 'similar', 'same']

const NARROW = Math.log(1.6)
const WIDEST = Math.log(2.5)

/** A range is 1.6 (high / low) where that holds this share of a class's rows, of at least two devices; else up to 2.5. */
const ENOUGH = 0.8
const ENOUGH_DEVICES = 2

/** Aimed above nine of ten: the spread of few rows is itself uncertain. */
const SHARE = 0.98

/** Room beside the rows that were seen, in log. */
const MARGIN = 0.04

/** A prior's worth of rows: few residuals say little of a spread. */
const PRIOR_ROWS = 3

/** A backend with fewer rows left out than this says no more than all of its kind do. */
const WIDER_ROWS = 10

/** Rows that a range must gain to be shifted by its whole width away from the estimate. */
const SHIFT = 5

const EPSILON = 1e-9

export const offOf = ({ row, estimate }) => Math.log(row.tokens_per_s / estimate)

/** The devices of a class count alike, for the most part, however many rows they have. */
function weighed(pairs) {
  const rows = new Map()
  for (const { row } of pairs) rows.set(row.profile, (rows.get(row.profile) ?? 0) + 1)
  return pairs.map((pair) => ({ off: offOf(pair), weight: 1 / Math.sqrt(rows.get(pair.row.profile)) }))
}

const total = (list) => list.reduce((sum, { weight }) => sum + weight, 0)

/** Half the width around the estimate that holds `SHARE` of what was seen. */
function halfOf(all) {
  const sorted = all.map(({ off, weight }) => ({ off: Math.abs(off), weight })).sort((a, b) => a.off - b.off)
  const goal = SHARE * total(sorted)
  let sum = 0
  return (sorted.find(({ weight }) => (sum += weight) >= goal) ?? sorted.at(-1)).off + MARGIN
}

/** Where a range of a given width lies best: it leaves the middle only for rows enough to pay for that. */
function placed(all, width) {
  const inside = (middle) => total(all.filter(({ off }) => Math.abs(off - middle) <= width / 2 + EPSILON))
  let best = { value: inside(0), middle: 0 }
  for (let step = 1; step < 40; step++) {
    for (const middle of [(-step * width) / 80, (step * width) / 80]) {
      const value = inside(middle) - SHIFT * Math.abs(middle)
      if (value > best.value + EPSILON) best = { value, middle }
    }
  }
  return [best.middle - width / 2, best.middle + width / 2]
}

/**
 * The range of one class in log of measured / estimate (a split conformal interval): `own` rows, and `wider` ones that
 * count as `PRIOR_ROWS` beside them. Around the estimate; where even 2.5 is too narrow for rows of known devices (two
 * drivers, say), it lies where it holds most of them.
 */
function windowOf(own, wider, knowledge) {
  const prior = weighed(wider)
  const share = Math.min(1, PRIOR_ROWS / total(prior))
  const all = [...weighed(own), ...prior.map((one) => ({ ...one, weight: one.weight * share }))]
  const within = total(all.filter(({ off }) => Math.abs(off) <= NARROW / 2)) / total(all)
  const devices = new Set(own.map(({ row }) => row.profile)).size
  const narrow = within >= ENOUGH && (knowledge !== 'model' || devices >= ENOUGH_DEVICES)
  const width = narrow ? NARROW : WIDEST
  const half = halfOf(all)
  if (half < width / 2) return [-half, half]
  return width === WIDEST && knowledge !== 'model' ? placed(all, width) : [-width / 2, width / 2]
}

/**
 * The range of a level (`all`, a backend, a class) for what is known of a device, in log.
 * @param pairs rows that were left out, with their estimates, of the same knowledge
 * @returns null where no such row was left out
 */
export function rangeOf(pairs, { level, backend, cpu }, knowledge) {
  const tested = pairs.filter(({ row }) => row.fits && row.cpu === cpu)
  const own = tested.filter(({ row }) => level === 'all' || level === row.backend || level === row.class)
  if (tested.length === 0) return null
  const near = level.includes('/') ? tested.filter(({ row }) => row.backend === backend) : tested
  return windowOf(own, near.length >= WIDER_ROWS ? near : tested, knowledge)
}

/**
 * Pairs with the range that the estimate would state, from the rows of the other groups alone: neither the row itself
 * nor what was left out with it has a say in its own range.
 * @param sources by knowledge, the pairs that ranges come from and what was left out together there
 * @param stranger the range of a device whose class has no rows (shared/estimate/throughput/spread.ts)
 */
export function withRanges(pairs, sources, stranger) {
  const known = new Map()
  return pairs.map((pair) => {
    const knowledge = pair.basis ?? 'model'
    const { class: level, backend, cpu } = pair.row
    const { from, group } = sources[knowledge]
    const key = [level, knowledge, group(pair.row)].join(' ')
    if (!known.has(key)) {
      const others = from.filter(({ row }) => group(row) !== group(pair.row))
      const seen = knowledge !== 'model' || others.some(({ row }) => row.fits && row.class === level)
      const at = { level: seen ? level : backend, backend, cpu }
      const range = rangeOf(others, at, knowledge) ?? rangeOf(sources.model.from, at, 'model')
      known.set(key, seen ? range : stranger(range))
    }
    return { ...pair, range: widened(known.get(key), pair.entry) }
  })
}

/** As in spread.ts: a range holds what was measured before at the same settings, as far as 2.5 allows. */
function widened([low, high], entry) {
  if (entry === undefined) return [low, high]
  const held = [Math.min(low, Math.log(entry.low / entry.speed)), Math.max(high, Math.log(entry.high / entry.speed))]
  return held[1] - held[0] <= WIDEST + EPSILON ? held : [low, high]
}

export const isInside = (pair) => offOf(pair) >= pair.range[0] - EPSILON && offOf(pair) <= pair.range[1] + EPSILON
export const isNarrow = ({ range: [low, high] }) => high - low <= NARROW + EPSILON

/**
 * What no estimate can hold that sees only the settings: of rows with the same device, backend, model and format, those
 * outside the best placed range of `width` (high / low).
 */
export function floorOf(pairs, width) {
  const groups = new Map()
  for (const { row } of pairs) {
    const key = [row.profile, row.backend, row.raw.model, row.raw.quant, row.threads].join(' ')
    groups.set(key, [...(groups.get(key) ?? []), row.tokens_per_s])
  }
  let rows = 0
  let outside = 0
  for (const speeds of [...groups.values()].filter((all) => all.length > 1)) {
    rows += speeds.length
    const held = speeds.map((low) => speeds.filter((one) => one >= low && one <= low * width).length)
    outside += speeds.length - Math.max(...held)
  }
  return { rows, outside }
}
