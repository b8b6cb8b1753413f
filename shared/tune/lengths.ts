import type { Test } from './bench.ts'
import { type KindSpeeds, type Objective, testsOf } from './objective.ts'

/** Shares of the budget that one run of the search, and one of the final comparison, may take. */
const SEARCH_SHARE = 1 / 80
const CONFIRM_SHARE = 1 / 30

const FEWEST_PROMPT = 32
const FEWEST_GENERATED = 8

/** The first, tiny run: it only tells how long the others may be. */
export function pilotTests(objective: Objective): Test[] {
  return testsOf(objective).map((test) => scaled(test, 0))
}

export type Lengths = { readonly search: readonly Test[]; readonly confirm: readonly Test[] }

/**
 * How long the tests may be so that enough of them fit the budget: never longer than the objective says, never shorter
 * than says anything.
 * @param load_s what a run takes beside its tests
 */
export function lengthsFor(objective: Objective, speeds: KindSpeeds, load_s: number, budget_s: number): Lengths {
  const within = (seconds: number) => {
    const tests = testsOf(objective)
    const each = Math.max(0, seconds - load_s) / tests.length
    return tests.map((test) => scaled(test, affordable(test, speeds, each)))
  }
  return { search: within(budget_s * SEARCH_SHARE), confirm: within(budget_s * CONFIRM_SHARE) }
}

/** The share of a test that takes so many seconds; llama-bench runs a prompt once more to warm up. */
function affordable(test: Test, speeds: KindSpeeds, seconds: number): number {
  const speed = speeds[test.kind] ?? 0
  if (test.kind === 'pp') return (seconds * speed) / (2 * test.tokens)
  if (test.kind === 'tg') return (seconds * speed) / test.tokens
  return (seconds * speed) / (test.users * test.n_gen)
}

function scaled(test: Test, share: number): Test {
  const part = (tokens: number, fewest: number) =>
    Math.min(tokens, Math.max(Math.min(fewest, tokens), roundDown(tokens * share)))
  if (test.kind === 'users') {
    return { ...test, n_prompt: part(test.n_prompt, FEWEST_PROMPT), n_gen: part(test.n_gen, FEWEST_GENERATED) }
  }
  return { ...test, tokens: part(test.tokens, test.kind === 'pp' ? FEWEST_PROMPT : FEWEST_GENERATED) }
}

/** To a power of two or one and a half of it: 48, 64, 96, 128. */
function roundDown(tokens: number): number {
  if (tokens < 2) return 1
  const power = 2 ** Math.floor(Math.log2(tokens))
  return tokens >= 1.5 * power ? 1.5 * power : power
}

/** Tokens of the longest prompt that the tests hold. */
export function longestPrompt(tests: readonly Test[]): number {
  return Math.max(
    0,
    ...tests.map((test) => (test.kind === 'pp' ? test.tokens : test.kind === 'users' ? test.n_prompt : 0)),
  )
}

/** The context that the tests need, in tokens, as llama-bench allocates it: one test after the other. */
export function contextOf(tests: readonly Test[]): number {
  return Math.max(
    1,
    ...tests.map((test) => {
      if (test.kind === 'users') return test.users * (test.n_prompt + test.n_gen)
      return test.kind === 'tg' ? test.tokens + test.depth : test.tokens
    }),
  )
}
