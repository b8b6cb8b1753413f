import type { ClassConstants } from './constants.ts'
import type { Timed } from './whole-time.ts'

/** What is known of a device: nothing, other models measured on it, or the very model and format. */
export type Knowledge = 'model' | 'similar' | 'same'

/** A range as factors on the estimate. */
export type Range = { readonly low: number; readonly high: number }

/** The widest range, high / low. */
const WIDEST = 2.5

/** A wider class says less of a device than its own residuals suggest. */
const STRANGER = 1.5

/** The range of a device whose class has no rows, from that of the wider class: as factors, at most `WIDEST` apart. */
export function strangerRange({ low, high }: Range): Range {
  const power = Math.min(STRANGER, Math.log(WIDEST) / Math.log(high / low))
  return { low: low ** power, high: high ** power }
}

function partRange(constants: ClassConstants, own: boolean, knowledge: Knowledge): Range {
  const [low, high] = constants.ranges[knowledge] ?? constants.ranges.similar ?? constants.ranges.model
  return own ? { low, high } : strangerRange({ low, high })
}

/** The range over all parts of the machine: theirs, as powers of the share of the time that is spent in each. */
export function rangeOver({ parts }: Timed, knowledge: Knowledge): Range {
  let low = 1
  let high = 1
  for (const { found, share } of parts) {
    const range = partRange(found.constants, found.own, knowledge)
    low *= range.low ** share
    high *= range.high ** share
  }
  return { low, high }
}

/** A range that also holds what was measured before at the same settings, as far as `WIDEST` allows. */
export function holding(range: Range, seen: Range | null): Range {
  if (seen === null) return range
  const both = { low: Math.min(range.low, seen.low), high: Math.max(range.high, seen.high) }
  return both.high / both.low <= WIDEST ? both : range
}
