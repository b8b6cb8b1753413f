import type { Test } from './bench.ts'
import type { KindSpeeds } from './objective.ts'
import { measurePairs, type Pairs } from './pairs.ts'
import type { Session } from './session.ts'
import { type Interval, median } from './statistics.ts'
import { sameSettings, type TunedSettings } from './tuned-settings.ts'

/** Middle, lowest and highest of repeated runs, in tokens per second. */
export type Spread = { readonly median: number; readonly low: number; readonly high: number; readonly runs: number }

export type Measured = { readonly score: Spread | null } & {
  readonly [kind in 'pp' | 'tg' | 'users']?: Spread | undefined
}

/**
 * What tuning found. `gain`: the winner is faster than llama.cpp's defaults, outside the noise. `no_gain`: nothing is, and
 * the defaults stay. `only_tuned`: the defaults do not run here, the winner does. `unproved`: the end came before the
 * comparison; the winner leads as far as the search knows.
 */
export type Outcome = 'gain' | 'no_gain' | 'only_tuned' | 'unproved'

export type Verdict = {
  readonly outcome: Outcome
  /** What to use: empty for llama.cpp's defaults. */
  readonly winner: TunedSettings
  /** Winner over defaults, 1.2 is 20 % faster, with its 95 % interval; null where they were not compared. */
  readonly ratio: number | null
  readonly interval: Interval | null
  readonly defaults: Measured
  readonly tuned: Measured
  /** Tests of the comparison. */
  readonly tests: readonly Test[]
}

const FEWEST_PAIRS = 3
const MOST_PAIRS = 12

export type Contest = {
  readonly winner: TunedSettings
  readonly tests: readonly Test[]
  /** What a pair of runs takes, in seconds. */
  readonly pair_s: number
  readonly limit_s: number
}

/**
 * Defaults and winner measured again, in turn, at full length. How often is settled before the first run, by the time
 * that is left: to stop as soon as a gain shows would find one in any noise.
 */
export async function confirm(session: Session, { winner, tests, pair_s, limit_s }: Contest): Promise<Verdict> {
  const pairs = Math.min(MOST_PAIRS, Math.max(FEWEST_PAIRS, Math.floor(session.left() / pair_s)))
  session.enter('confirm', 'winner against defaults')
  const time_left = () => session.left() > -0.5 * session.budget_s
  const found = await measurePairs(session, { a: {}, b: winner, tests, known: {}, pairs, limit_s, time_left })
  return decide(found, winner, tests)
}

/** The rule: a gain is one whose interval lies above 1. */
export function decide(found: Pairs, winner: TunedSettings, tests: readonly Test[]): Verdict {
  const complete = Math.min(found.a.length, found.b.length)
  const both = { defaults: measured(found.a, found.a_speeds), tuned: measured(found.b, found.b_speeds), tests }
  if (complete < FEWEST_PAIRS) return { outcome: 'unproved', winner, ratio: null, interval: null, ...both }
  const { ratio, interval } = found
  if (interval.low > 1) return { outcome: 'gain', winner, ratio, interval, ...both }
  return { outcome: 'no_gain', winner: {}, ratio, interval, ...both }
}

/** The verdict where there is nothing to compare. */
export function withoutContest(
  session: Session,
  winner: TunedSettings,
  tests: readonly Test[],
  works: boolean,
): Verdict {
  const own = (settings: TunedSettings) => {
    const trials = session.trials.filter((trial) => sameSettings(trial.settings, settings) && trial.phase !== 'pilot')
    const speeds = trials.flatMap((trial) => trial.speeds ?? [])
    return measured(
      speeds.flatMap((speed) => session.score(speed) ?? []),
      speeds,
    )
  }
  const compared = session.trials.some(
    ({ phase, score, settings }) => phase !== 'pilot' && score !== null && !sameSettings(settings, {}),
  )
  const kept = compared && !session.stopped() && sameSettings(winner, {})
  const outcome = !works ? 'only_tuned' : kept ? 'no_gain' : 'unproved'
  return { outcome, winner, ratio: null, interval: null, defaults: own({}), tuned: own(winner), tests }
}

function measured(scores: readonly number[], speeds: readonly KindSpeeds[]): Measured {
  const of = (kind: keyof KindSpeeds) => {
    const spread = spreadOf(speeds.flatMap((speed) => speed[kind] ?? []))
    return spread === null ? {} : { [kind]: spread }
  }
  return { score: spreadOf(scores), ...of('pp'), ...of('tg'), ...of('users') }
}

function spreadOf(values: readonly number[]): Spread | null {
  if (values.length === 0) return null
  return { median: median(values), low: Math.min(...values), high: Math.max(...values), runs: values.length }
}
