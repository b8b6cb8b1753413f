import type { Test } from './bench.ts'
import { type KindSpeeds } from './objective.ts'
import type { Session } from './session.ts'
import { type Interval, median, pairedInterval } from './statistics.ts'
import type { TunedSettings } from './tuned-settings.ts'

/** Two candidates measured in turn. Ratios are b over a; the interval holds the true one with 95 %. */
export type Pairs = {
  readonly a: readonly number[]
  readonly b: readonly number[]
  readonly a_speeds: readonly KindSpeeds[]
  readonly b_speeds: readonly KindSpeeds[]
  readonly ratio: number
  readonly interval: Interval
  /** Why a candidate could not be measured to the end; null where both were. */
  readonly failure: string | null
}

export type PairsRequest = {
  readonly a: TunedSettings
  readonly b: TunedSettings
  readonly tests: readonly Test[]
  /** Speeds of tests that are not run because the two do not differ there. */
  readonly known: KindSpeeds
  readonly pairs: number
  readonly limit_s: number
  /** Whether to end before `pairs`, by what the complete ones say. */
  readonly enough?: (so_far: Pick<Pairs, 'interval' | 'ratio' | 'a'>) => boolean
  /** Whether there is time for one more pair. */
  readonly time_left: () => boolean
}

/**
 * Measures a and b in turn, each pair in the other order than the one before, so that a machine that gets warmer or
 * busier slows both alike.
 */
export async function measurePairs(session: Session, request: PairsRequest): Promise<Pairs> {
  const { tests, known, limit_s } = request
  const scores: Record<'a' | 'b', number[]> = { a: [], b: [] }
  const speeds: Record<'a' | 'b', KindSpeeds[]> = { a: [], b: [] }
  let failure: string | null = null

  pairs: for (let pair = 0; pair < request.pairs; pair++) {
    if (session.stopped() || !request.time_left()) break
    for (const side of pair % 2 === 0 ? (['a', 'b'] as const) : (['b', 'a'] as const)) {
      // oxlint-disable-next-line no-await-in-loop -- two at once would slow each other down
      const done = await session.run({ settings: request[side], tests, repetitions: 1, limit_s }, known)
      if (done === null) break pairs
      const { score, speeds: measured, failure: why } = done.trial
      if (score === null || measured === null) {
        failure = why ?? 'no speed'
        break pairs
      }
      scores[side].push(score)
      speeds[side].push(measured)
    }
    if (
      request.enough?.({
        a: scores.a,
        ratio: ratioOf(scores.a, scores.b),
        interval: intervalOf(scores.a, scores.b),
      }) === true
    )
      break
  }
  return {
    ...scores,
    a_speeds: speeds.a,
    b_speeds: speeds.b,
    ratio: ratioOf(scores.a, scores.b),
    interval: intervalOf(scores.a, scores.b),
    failure,
  }
}

function ratioOf(a: readonly number[], b: readonly number[]): number {
  return Math.exp(median(logRatios(a, b)))
}

function intervalOf(a: readonly number[], b: readonly number[]): Interval {
  const { low, high } = pairedInterval(logRatios(a, b))
  return { low: Math.exp(low), high: Math.exp(high) }
}

/** Of the complete pairs. */
function logRatios(a: readonly number[], b: readonly number[]): number[] {
  const n = Math.min(a.length, b.length)
  return Array.from({ length: n }, (_, i) => Math.log((b[i] ?? Number.NaN) / (a[i] ?? Number.NaN)))
}
