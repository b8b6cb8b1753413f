import type { Test } from './bench.ts'
import { type KindSpeeds } from './objective.ts'
import type { Session } from './session.ts'
import { mean } from './statistics.ts'
import type { TunedSettings } from './tuned-settings.ts'

type Runner = { readonly settings: TunedSettings; readonly scores: number[] }

export type RaceRequest = {
  /** The first is the one to beat: it stays to the end. */
  readonly candidates: readonly TunedSettings[]
  readonly tests: readonly Test[]
  readonly known: KindSpeeds
  /** Standard deviation of one run, as a share of its speed. */
  readonly noise: number
  readonly limit_s: number
  readonly time_left: () => boolean
}

/** A loser this far behind the best, in standard deviations of a difference, is out at once. */
const HOPELESS = 3

/**
 * Successive halving: everyone runs once in turn, the slower half goes, those who stay run as often again. Ends with the
 * one to beat and its best challenger; null where nobody is left beside it.
 * @returns the challenger, whatever its lead: that is for a duel to tell
 */
export async function race(session: Session, request: RaceRequest): Promise<TunedSettings | null> {
  let runners: Runner[] = request.candidates.map((settings) => ({ settings, scores: [] }))
  const [holder] = runners
  if (holder === undefined) return null
  for (let repeats = 1; runners.length > 1; repeats *= 2) {
    for (let turn = 0; turn < repeats; turn++) {
      const starting = runners
      for (const runner of starting) {
        if (session.stopped() || !request.time_left()) return bestChallenger(runners, holder)
        // oxlint-disable-next-line no-await-in-loop -- two at once would slow each other down
        const alive = await runOnce(session, request, runner)
        if (alive === 'stopped') return bestChallenger(runners, holder)
        if (alive === 'failed') runners = runners.filter((other) => other !== runner)
        if (!runners.includes(holder)) return bestChallenger(runners, holder)
      }
    }
    const challengers = ranked(runners.filter((runner) => runner !== holder))
    const best = Math.max(...runners.map(scoreOf))
    const behind = 1 - (HOPELESS * Math.SQRT2 * request.noise) / Math.sqrt(repeats)
    const half = challengers.slice(0, Math.ceil(challengers.length / 2))
    const kept = half.filter((runner) => scoreOf(runner) >= best * behind)
    if (challengers.length === 1 || kept.length === 0) return bestChallenger(runners, holder)
    if (kept.length === 1) return kept[0]?.settings ?? null
    runners = [holder, ...kept]
  }
  return null
}

async function runOnce(
  session: Session,
  { tests, known, limit_s }: RaceRequest,
  { settings, scores }: Runner,
): Promise<'ok' | 'failed' | 'stopped'> {
  const done = await session.run({ settings, tests, repetitions: 1, limit_s }, known)
  if (done === null) return 'stopped'
  if (done.trial.score === null) return 'failed'
  scores.push(done.trial.score)
  return 'ok'
}

function scoreOf({ scores }: Runner): number {
  return scores.length === 0 ? 0 : mean(scores)
}

function ranked(runners: readonly Runner[]): Runner[] {
  return [...runners].sort((a, b) => scoreOf(b) - scoreOf(a))
}

/** The fastest challenger that has run; null where none has. */
function bestChallenger(runners: readonly Runner[], holder: Runner): TunedSettings | null {
  const best = ranked(runners.filter((runner) => runner !== holder && runner.scores.length > 0))[0]
  return best === undefined ? null : best.settings
}
