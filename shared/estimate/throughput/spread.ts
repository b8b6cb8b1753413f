import type { ClassConstants } from './constants.ts'
import type { Timed } from './whole-time.ts'

/** Half the widest ranges, in log: high / low is at most 1.6 for a class with rows, else 2.5. */
const KNOWN = Math.log(1.6) / 2
const WIDEST = Math.log(2.5) / 2

/** One machine is not yet a class, and a range that holds less than half of the rows is none. */
const ENOUGH_DEVICES = 2
const ENOUGH_WITHIN = 0.5

/** A wider class says less of a device than its own residuals suggest. */
const STRANGER = 1.5

/** Half the widest range under one class's constants, in log. @param own the device's class has rows itself */
export function widestHalf(constants: ClassConstants, own: boolean): number {
  return own && constants.benched >= ENOUGH_DEVICES && constants.within >= ENOUGH_WITHIN ? KNOWN : WIDEST
}

/** Half the width of the range under one class's constants, in log. @param own the device's class has rows itself */
export function halfWidthOf(constants: ClassConstants, own: boolean): number {
  return Math.min(constants.half_width * (own ? 1 : STRANGER), widestHalf(constants, own))
}

/** What a width is over all parts of the machine: theirs, weighted by the time spent in each. */
function overParts({ parts }: Timed, width: (constants: ClassConstants, own: boolean) => number): number {
  return parts.reduce((sum, { found, share }) => sum + share * width(found.constants, found.own), 0)
}

/** Half the width of the range in log. @param evidence what the device's own rows say of it; null without rows */
export function halfWidth(timed: Timed, evidence: number | null): number {
  if (evidence === null) return overParts(timed, halfWidthOf)
  return Math.min(evidence, overParts(timed, widestHalf))
}
