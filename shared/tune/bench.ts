import type { TunedSettings } from './tuned-settings.ts'

/**
 * What one run measures. `pp`: a prompt of so many tokens. `tg`: so many tokens generated after `depth` tokens. `users`:
 * that many clients at once, each with a prompt and an answer; the speed is that of all answers together.
 */
export type Test =
  | { readonly kind: 'pp'; readonly tokens: number }
  | { readonly kind: 'tg'; readonly tokens: number; readonly depth: number }
  | { readonly kind: 'users'; readonly users: number; readonly n_prompt: number; readonly n_gen: number }

export type TestKind = Test['kind']

export type Run = {
  readonly settings: TunedSettings
  readonly tests: readonly Test[]
  /** How often each test is repeated within the run, the model loaded once. */
  readonly repetitions: number
  /** What it may take before it counts as failed, in seconds. */
  readonly limit_s: number
}

/** Tokens per second of each test, one number a repetition; or why there are none. `seconds` is what the run took. */
export type RunResult =
  | {
      readonly state: 'ok'
      readonly speeds: Speeds
      readonly seconds: number
      /** Values that the engine says it ran with, where it says any: what its defaults are here. */
      readonly effective?: TunedSettings
    }
  | { readonly state: 'failed'; readonly reason: string; readonly seconds: number }
  | { readonly state: 'stopped' }

export type Speeds = { readonly [kind in TestKind]?: readonly number[] }

/** What tuning asks of the world: the engine and a clock. */
export type Bench = {
  /** Runs the engine once. Never rejects because of what the engine does. */
  measure(run: Run): Promise<RunResult>
  /** Seconds since some start; never goes back. */
  now(): number
  /** Whether the user wants to end. */
  stopped(): boolean
}
