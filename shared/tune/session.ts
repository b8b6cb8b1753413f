import type { Bench, Run, RunResult, Test, TestKind } from './bench.ts'
import { type KindSpeeds, type Objective, scoreOf } from './objective.ts'
import { mean } from './statistics.ts'
import { sameSettings, type TunedSettings } from './tuned-settings.ts'

export type Phase = 'pilot' | 'search' | 'confirm'

/** One run of the engine, as it is kept and shown. */
export type Trial = {
  readonly phase: Phase
  /** What was varied: a knob's name, `defaults`, `plan`, `winner`. */
  readonly stage: string
  readonly settings: TunedSettings
  readonly tests: readonly Test[]
  readonly speeds: KindSpeeds | null
  /** The objective's speed, tests that were not run taken as known; null where there is none. */
  readonly score: number | null
  /** Why there are no speeds. */
  readonly failure: string | null
  readonly at_s: number
}

/** A candidate that was not started, and why. */
export type LeftOut = { readonly settings: TunedSettings; readonly reason: string }

/** What the live view shows; a new one after everything that happens. */
export type Progress = {
  readonly phase: Phase
  readonly stage: string
  /** What runs now; null between runs. */
  readonly candidate: TunedSettings | null
  readonly trials: readonly Trial[]
  readonly left_out: readonly LeftOut[]
  readonly best: TunedSettings
  /** Best over llama.cpp's defaults as far as the search knows: 1.2 is 20 % faster. Null while unknown. */
  readonly ratio: number | null
  readonly elapsed_s: number
  readonly budget_s: number
}

export type SessionOptions = {
  readonly bench: Bench
  readonly objective: Objective
  readonly budget_s: number
  readonly onProgress: (progress: Progress) => void
}

export type Session = ReturnType<typeof startSession>

/** The log of one tuning run, its clock and its budget. Everything that starts the engine goes through `run`. */
export function startSession({ bench, objective, budget_s, onProgress }: SessionOptions) {
  const start = bench.now()
  const trials: Trial[] = []
  const left_out: LeftOut[] = []
  const state: { phase: Phase; stage: string; best: TunedSettings; ratio: number | null } = {
    phase: 'pilot',
    stage: 'defaults',
    best: {},
    ratio: null,
  }
  let effective: TunedSettings = {}
  const elapsed = () => bench.now() - start
  const show = (candidate: TunedSettings | null) =>
    onProgress({
      ...state,
      candidate,
      trials: [...trials],
      left_out: [...left_out],
      elapsed_s: elapsed(),
      budget_s,
    })

  return {
    objective,
    budget_s,
    trials: trials as readonly Trial[],
    left_out: left_out as readonly LeftOut[],
    elapsed,
    left: () => budget_s - elapsed(),
    stopped: () => bench.stopped(),
    enter(phase: Phase, stage: string): void {
      Object.assign(state, { phase, stage })
      show(null)
    },
    leaveOut(settings: TunedSettings, reason: string): void {
      if (left_out.some((other) => sameSettings(other.settings, settings))) return
      left_out.push({ settings, reason })
      show(null)
    },
    lead(best: TunedSettings, ratio: number | null): void {
      Object.assign(state, { best, ratio: ratio ?? state.ratio })
      show(null)
    },
    /** Runs the engine once and notes what came of it; null when the user ended it. */
    async run(run: Run, known: KindSpeeds = {}): Promise<{ trial: Trial; seconds: number } | null> {
      show(run.settings)
      const result = await bench.measure(run)
      if (result.state === 'stopped') return null
      if (result.state === 'ok' && sameSettings(run.settings, {})) effective = result.effective ?? {}
      const speeds = speedsOf(result, run.tests)
      const trial: Trial = {
        phase: state.phase,
        stage: state.stage,
        settings: run.settings,
        tests: run.tests,
        speeds,
        score: speeds === null ? null : scoreOf(objective, { ...known, ...speeds }),
        failure: failureOf(result, run.tests),
        at_s: elapsed(),
      }
      trials.push(trial)
      show(null)
      return { trial, seconds: result.seconds }
    },
    /** Threads that the prompt has with these settings; undefined where only the engine knows. */
    promptThreads: (settings: TunedSettings) => filled(settings, effective).n_threads_batch,
    /** Whether two candidates are one to the engine: what stands in one is the default that the other leaves open. */
    isSame: (a: TunedSettings, b: TunedSettings) => sameSettings(filled(a, effective), filled(b, effective)),
    /** The objective's speed with what was measured, the rest as `known`. */
    score: (speeds: KindSpeeds | null, known: KindSpeeds = {}) =>
      speeds === null ? null : scoreOf(objective, { ...known, ...speeds }),
  }
}

function filled(settings: TunedSettings, effective: TunedSettings): TunedSettings {
  const all = { ...effective, ...settings }
  return { ...all, ...(all.n_threads !== undefined && { n_threads_batch: settings.n_threads_batch ?? all.n_threads }) }
}

function speedsOf(result: RunResult, tests: readonly Test[]): KindSpeeds | null {
  if (result.state !== 'ok' || failureOf(result, tests) !== null) return null
  const kinds = tests.map(({ kind }): [TestKind, number] => [kind, mean(result.speeds[kind] ?? [])])
  return Object.fromEntries(kinds)
}

function failureOf(result: RunResult, tests: readonly Test[]): string | null {
  if (result.state === 'stopped') return null
  if (result.state === 'failed') return result.reason
  const missing = tests.find(({ kind }) => !(mean(result.speeds[kind] ?? []) > 0))
  return missing === undefined ? null : `it gave no speed for ${missing.kind}`
}
