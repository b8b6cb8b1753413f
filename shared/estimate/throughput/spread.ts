import type { Timed } from './whole-time.ts'

/** Widest honest range: with rows of the same class high / low is at most 1.6, else 2.5. */
const WIDEST = { own: Math.log(1.6) / 2, wider: Math.log(2.5) / 2 }

/** A wider class than its own says less than its own residuals suggest. */
const STRANGER = 1.25

/** Two-sided 90 % of a normal distribution. */
const Z90 = 1.645

/** Half the width of the range, in log: the constants' spreads, weighted by the time spent under each. */
export function halfWidth({ parts }: Timed): number {
  const sigma = parts.reduce(
    (sum, { found, share }) => sum + share * found.constants.sigma * (found.own ? 1 : STRANGER),
    0,
  )
  const widest = parts.every(({ found }) => found.own) ? WIDEST.own : WIDEST.wider
  return Math.min(Z90 * sigma, widest)
}
