import type { Test } from './bench.ts'
import { pilotTests } from './lengths.ts'
import type { KindSpeeds, Objective } from './objective.ts'
import type { Session } from './session.ts'
import { sameSettings, type TunedSettings } from './tuned-settings.ts'

/** What a first tiny run told: `seconds` it took, `load_s` of them beside its tests. */
export type Pilot = {
  readonly settings: TunedSettings
  readonly speeds: KindSpeeds
  readonly score: number | null
  readonly seconds: number
  readonly load_s: number
  /** Whether llama.cpp's defaults run at all. */
  readonly works: boolean
}

/** Of a `TuneRequest`, what a first run needs. */
export type PilotRequest = {
  readonly objective: Objective
  readonly planned: TunedSettings
  readonly budget_s: number
  misfit(settings: TunedSettings, tests: readonly Test[]): string | null
}

/** A first tiny run of the defaults; where they do not run, of the plan. Null when neither gives a speed. */
export async function pilot(request: PilotRequest, session: Session): Promise<Pilot | null> {
  for (const settings of [{}, request.planned]) {
    // oxlint-disable-next-line no-await-in-loop -- the second only where the first fails
    const found = await tinyRun(settings, request, session)
    if (session.stopped()) return null
    if (found !== null) return found
  }
  return null
}

/** One tiny run of settings; null where they do not fit or give no speed. */
export async function tinyRun(
  settings: TunedSettings,
  { objective, misfit, budget_s }: PilotRequest,
  session: Session,
): Promise<Pilot | null> {
  const tests = pilotTests(objective)
  const works = sameSettings(settings, {})
  session.enter('pilot', works ? 'defaults' : 'plan')
  const reason = misfit(settings, tests)
  if (reason !== null) {
    session.leaveOut(settings, reason)
    return null
  }
  const done = await session.run({ settings, tests, repetitions: 1, limit_s: Math.max(20, budget_s / 3) })
  const { speeds = null, score = null } = done?.trial ?? {}
  if (done === null || speeds === null) return null
  const load_s = Math.max(0.05, done.seconds - expectedSeconds(tests, speeds))
  return { settings, speeds, score, seconds: done.seconds, load_s, works }
}

/** Seconds that the tests take beside loading; a prompt runs twice (llama-bench warms up with it). */
export function expectedSeconds(tests: readonly Test[], speeds: KindSpeeds): number {
  return tests.reduce((sum, test) => {
    const speed = speeds[test.kind] ?? 0
    if (!(speed > 0)) return sum
    if (test.kind === 'pp') return sum + (2 * test.tokens) / speed
    return sum + (test.kind === 'tg' ? test.tokens : test.users * test.n_gen) / speed
  }, 0)
}
