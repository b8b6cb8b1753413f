import type { ClassConstants } from './constants.ts'
import type { Timed } from './whole-time.ts'

/** Half the widest ranges, in log: high / low is at most 1.6 where a class's rows agree, else 2.5. */
const AGREED = Math.log(1.6) / 2
const WIDEST = Math.log(2.5) / 2

/** A range of 1.6 that would hold clearly fewer than nine of ten rows is not one to promise. */
const AGREES = 0.3

/** Devices that a class needs before its rows can be said to agree. */
const ENOUGH_DEVICES = 2

/** A wider class says less of a device than its own residuals suggest. */
const STRANGER = 1.25

/** Two-sided 90 % of a normal distribution. */
const Z90 = 1.645

/** Whether a class's own rows agree well enough for the narrow range. */
export function rowsAgree(constants: ClassConstants): boolean {
  return constants.devices >= ENOUGH_DEVICES && Z90 * constants.sigma <= AGREES
}

/** Half the width of the range under one class's constants, in log. @param own the device's class has rows itself */
export function halfWidthOf(constants: ClassConstants, own: boolean): number {
  const width = Z90 * constants.sigma * (own ? 1 : STRANGER)
  return Math.min(width, own && rowsAgree(constants) ? AGREED : WIDEST)
}

/** Half the width of the range in log: the parts' widths, weighted by the time spent in each. */
export function halfWidth({ parts }: Timed): number {
  return parts.reduce((sum, { found, share }) => sum + share * halfWidthOf(found.constants, found.own), 0)
}
