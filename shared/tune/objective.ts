import type { UseCase } from '../config/runtime-config.ts'
import type { Test, TestKind } from './bench.ts'

export const OBJECTIVES = ['decode', 'prompt', 'mix', 'users'] as const
export type ObjectiveName = (typeof OBJECTIVES)[number]

/** What "fastest" means: the request whose time counts. */
export type Objective = {
  readonly name: ObjectiveName
  readonly n_prompt: number
  readonly n_gen: number
  /** Clients at once; 1 but for `users`. */
  readonly users: number
}

/** Prompt and answer in tokens: pp512 and tg128 are llama-bench's own. */
const LENGTHS: Readonly<Record<ObjectiveName, { n_prompt: number; n_gen: number }>> = {
  decode: { n_prompt: 0, n_gen: 128 },
  prompt: { n_prompt: 2048, n_gen: 0 },
  mix: { n_prompt: 512, n_gen: 128 },
  users: { n_prompt: 128, n_gen: 64 },
}

const OF_USE_CASE: Readonly<Record<UseCase, ObjectiveName>> = {
  general: 'mix',
  quality: 'mix',
  speed: 'decode',
  long_context: 'prompt',
}

/** The objective for a use case; several users make it their joint throughput, unless another is named. */
export function objectiveOf(use_case: UseCase, users: number, name?: ObjectiveName): Objective {
  const chosen = name ?? (users > 1 ? 'users' : OF_USE_CASE[use_case])
  return { name: chosen, ...LENGTHS[chosen], users: chosen === 'users' ? users : 1 }
}

/** The tests whose speeds make up the objective, at full length. */
export function testsOf({ name, n_prompt, n_gen, users }: Objective): readonly Test[] {
  if (name === 'users') return [{ kind: 'users', users, n_prompt, n_gen }]
  const tests: Test[] = []
  if (n_prompt > 0) tests.push({ kind: 'pp', tokens: n_prompt })
  if (n_gen > 0) tests.push({ kind: 'tg', tokens: n_gen, depth: 0 })
  return tests
}

/** One speed, in tokens per second, for each kind of test. */
export type KindSpeeds = { readonly [kind in TestKind]?: number }

/**
 * Tokens per second of the whole request: prompt and answer over the time of both. Null where a speed that counts is
 * missing.
 */
export function scoreOf({ name, n_prompt, n_gen }: Objective, speeds: KindSpeeds): number | null {
  if (name === 'users') return speeds.users ?? null
  const parts: [number, number | undefined][] = [
    [n_prompt, speeds.pp],
    [n_gen, speeds.tg],
  ]
  let seconds = 0
  for (const [tokens, speed] of parts) {
    if (tokens === 0) continue
    if (speed === undefined || !(speed > 0)) return null
    seconds += tokens / speed
  }
  return (n_prompt + n_gen) / seconds
}
