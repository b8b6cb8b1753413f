import { type Bench, type Test } from './bench.ts'
import { type Knob, knobsFor, type KnobOptions } from './knobs.ts'
import { type Lengths, lengthsFor, longestPrompt, pilotTests } from './lengths.ts'
import type { KindSpeeds, Objective } from './objective.ts'
import { measurePairs } from './pairs.ts'
import { expectedSeconds, pilot } from './pilot.ts'
import { race } from './race.ts'
import { type LeftOut, type Progress, type Session, startSession, type Trial } from './session.ts'
import { isSlow, leapToPlan, SLOW_SHARE } from './slow-defaults.ts'
import { deviation } from './statistics.ts'
import { sameSettings, type TunedSettings } from './tuned-settings.ts'
import { confirm, type Verdict, withoutContest } from './verdict.ts'

export type TuneRequest = {
  readonly bench: Bench
  readonly objective: Objective
  readonly budget_s: number
  /** What the planner would take: the first challenger of llama.cpp's defaults. */
  readonly planned: TunedSettings
  readonly knobs: Omit<KnobOptions, 'n_prompt' | 'kinds'>
  /** Why a candidate must not be started (memory), or null. */
  misfit(settings: TunedSettings, tests: readonly Test[]): string | null
  /** The speed that the model of this machine expects, on any scale; null where it knows none. Settles the order. */
  estimate(settings: TunedSettings): number | null
  onProgress(progress: Progress): void
}

export type TuneResult = {
  readonly verdict: Verdict
  readonly trials: readonly Trial[]
  readonly left_out: readonly LeftOut[]
  readonly interrupted: boolean
  readonly elapsed_s: number
  /** Where the budget ended it before all was tried and nothing was proved: one that has time for it, in seconds. */
  readonly enough_s: number | null
}

/** Share of the budget that is kept for the comparison at the end. */
const CONFIRM_SHARE = 0.35
/** However slow the runs, the search has the rest. */
const MOST_RESERVE = 0.6
/** Taken for the noise of a machine on which nothing was repeated. */
const UNKNOWN_NOISE = 0.05
/** Runs of the defaults that tell how noisy the machine is. */
const NOISE_RUNS = 3
/** No machine is quieter than this. */
const LEAST_NOISE = 0.01
const FEWEST_PAIRS = 3
const MOST_PAIRS = 7
/** A candidate that is expected to reach less than this share of the best is not tried. */
const HOPELESS_ESTIMATE = 0.25

/**
 * Finds the fastest settings by running the engine: llama.cpp's defaults first, then the plan, then one knob after the
 * other by successive halving, each change kept only when a duel shows it outside the noise. At the end defaults and
 * winner in turn. What was learned before an interruption counts.
 */
export async function tune(request: TuneRequest): Promise<TuneResult> {
  const { bench, objective, budget_s, onProgress } = request
  const session = startSession({ bench, objective, budget_s, onProgress })
  const { verdict, enough_s } = await search(request, session)
  const { trials, left_out } = session
  const interrupted = session.stopped()
  return {
    verdict,
    trials,
    left_out,
    interrupted,
    elapsed_s: session.elapsed(),
    enough_s: interrupted || verdict.ratio !== null || (enough_s ?? 0) <= budget_s ? null : enough_s,
  }
}

type Search = {
  readonly request: TuneRequest
  readonly session: Session
  readonly lengths: Lengths
  readonly noise: number
  readonly limit_s: number
  readonly time_left: () => boolean
  best: TunedSettings
  known: KindSpeeds
  ratio: number
  /** Something was not tried for want of time. */
  cut: boolean
}

/** A verdict, and what time would have been enough; null where more time changes nothing. */
type Searched = { readonly verdict: Verdict; readonly enough_s: number | null }

async function search(request: TuneRequest, session: Session): Promise<Searched> {
  const { objective, budget_s, planned } = request
  const first = await pilot(request, session)
  if (first === null) return { verdict: withoutContest(session, {}, pilotTests(objective), true), enough_s: null }
  const { works } = first
  const slow = isSlow(first, budget_s)
  const plan = slow ? await leapToPlan(first, request, session) : null
  const { settings, speeds, load_s } = plan ?? first
  const lengths = lengthsFor(objective, speeds, load_s, budget_s)
  const limit_s = Math.max(30, budget_s / 4)
  const baseline =
    slow && plan === null
      ? { noise: UNKNOWN_NOISE, known: speeds }
      : await measureNoise(session, settings, lengths.search, limit_s)
  // Slow defaults run their tiny test once more in each pair; others at the length of the comparison.
  const tests = slow ? pilotTests(objective) : lengths.confirm
  const pair_s = slow
    ? first.seconds + (plan ?? first).seconds
    : 2 * (load_s + expectedSeconds(tests, baseline.known ?? speeds))
  const reserve = works ? Math.min(MOST_RESERVE * budget_s, Math.max(CONFIRM_SHARE * budget_s, 3 * pair_s)) : 0
  const state: Search = {
    request,
    session,
    lengths,
    noise: baseline.noise,
    limit_s,
    time_left: () => session.left() > reserve,
    best: settings,
    known: baseline.known ?? speeds,
    ratio: plan === null ? 1 : (plan.score ?? 1) / (first.score ?? 1),
    cut: false,
  }

  if (!session.isSame(planned, settings))
    await tryStage(state, { name: 'plan', affects: ['pp', 'tg', 'users'], values: [planned] }, true)
  const kinds = lengths.search.map(({ kind }) => kind)
  const knobs = knobsFor({ ...request.knobs, kinds, n_prompt: longestPrompt(lengths.confirm) })
  for (let pass = 0; pass < 2 && !session.stopped(); pass++) {
    const before = state.best
    // oxlint-disable-next-line no-await-in-loop -- each knob builds on the ones before
    for (const knob of knobs) await tryStage(state, knob, false)
    if (sameSettings(before, state.best)) break
  }

  const { best } = state
  const enough_s = enoughFor(first.seconds, pair_s)
  if (!works || sameSettings(best, {}) || session.stopped()) {
    const verdict = withoutContest(session, best, lengths.search, works)
    return { verdict, enough_s: state.cut ? enough_s : null }
  }
  return { verdict: await confirm(session, { winner: best, tests, pair_s, limit_s }), enough_s }
}

/** A budget in which the defaults do not count as slow and the usual reserve holds the comparison, in whole minutes. */
function enoughFor(first_s: number, pair_s: number): number {
  return 60 * Math.ceil(Math.max(first_s / SLOW_SHARE, (3 * pair_s) / CONFIRM_SHARE) / 60)
}

/** The standard deviation of repeated runs, as a share, and the middle speeds. */
async function measureNoise(
  session: Session,
  settings: TunedSettings,
  tests: readonly Test[],
  limit_s: number,
): Promise<{ noise: number; known: KindSpeeds | null }> {
  session.enter('search', sameSettings(settings, {}) ? 'defaults' : 'plan')
  const logs: number[] = []
  let known: KindSpeeds | null = null
  for (let run = 0; run < NOISE_RUNS; run++) {
    // oxlint-disable-next-line no-await-in-loop -- two at once would slow each other down
    const done = await session.run({ settings, tests, repetitions: 1, limit_s })
    const score = done?.trial.score ?? null
    if (done === null || score === null) break
    known = done.trial.speeds
    logs.push(Math.log(score))
  }
  return { noise: logs.length < 2 ? LEAST_NOISE : Math.max(LEAST_NOISE, deviation(logs)), known }
}

/** Races a knob's values against what leads, and takes the best over when a duel says that it is faster. */
async function tryStage(state: Search, knob: Knob, whole: boolean): Promise<void> {
  const { request, session, best } = state
  const tests = state.lengths[knob.long === true ? 'confirm' : 'search'].filter(({ kind }) =>
    knob.affects.includes(kind),
  )
  if (tests.length === 0 || session.stopped()) return
  if (!state.time_left()) {
    state.cut = true
    return
  }
  session.enter('search', knob.name)
  const candidates = promising(
    request,
    session,
    best,
    knob.values.map((value) => (whole ? value : changed(session, best, value, knob))),
  )
  if (candidates.length === 0) return
  const { known, noise, limit_s, time_left } = state
  const common = { tests, known, limit_s, time_left }
  const challenger =
    candidates.length === 1
      ? (candidates[0] ?? null)
      : await race(session, { ...common, candidates: [best, ...candidates], noise })
  if (challenger === null) return
  const duel = await measurePairs(session, {
    ...common,
    a: best,
    b: challenger,
    pairs: MOST_PAIRS,
    // Settled either way: faster for sure, or after a few pairs not by anything that would count.
    enough: ({ interval, ratio, a }) => interval.low > 1 || (a.length >= FEWEST_PAIRS && ratio < 1 + noise / 2),
  })
  if (duel.interval.low <= 1) return
  state.best = challenger
  state.known = { ...known, ...duel.b_speeds.at(-1) }
  state.ratio *= duel.ratio
  session.lead(challenger, state.ratio)
}

/** What leads, with a knob turned. */
function changed(session: Session, best: TunedSettings, value: TunedSettings, knob: Knob): TunedSettings {
  const prompt = knob.keeps_prompt_threads === true ? session.promptThreads(best) : undefined
  const { n_threads_batch, ...rest } = {
    ...best,
    ...(prompt !== undefined && { n_threads_batch: prompt }),
    ...value,
  }
  // Says nothing where it follows anyway.
  return n_threads_batch === undefined || n_threads_batch === rest.n_threads ? rest : { ...rest, n_threads_batch }
}

/** What fits and is not known to be far off, in the order of its expected speed. */
function promising(
  { misfit, estimate }: TuneRequest,
  session: Session,
  best: TunedSettings,
  candidates: readonly TunedSettings[],
): TunedSettings[] {
  const fitting = candidates.filter((settings) => {
    if (session.isSame(settings, best)) return false
    const reason = misfit(settings, [])
    if (reason !== null) session.leaveOut(settings, reason)
    return reason === null
  })
  const expected = fitting.map((settings) => ({ settings, speed: estimate(settings) ?? 0 }))
  const top = Math.max(...expected.map(({ speed }) => speed), estimate(best) ?? 0)
  return expected
    .filter(({ speed }) => speed >= HOPELESS_ESTIMATE * top)
    .sort((a, b) => b.speed - a.speed)
    .map(({ settings }) => settings)
}
