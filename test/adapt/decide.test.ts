import { expect, test } from 'vitest'
import { TIMING } from '../../shared/adapt/causes.ts'
import { type AdaptState, applied, decide, failed, startAdapting } from '../../shared/adapt/decide.ts'
import {
  catalogModel,
  choiceFromFacts,
  findProfile,
  makePlan,
  targetFromProfile,
  type RuntimeConfig,
} from '../../shared/index.ts'
import type { Reading } from '../../shared/run/reading.ts'
import { MIB } from '../../shared/units.ts'
import { HOT, readings } from './readings.ts'

const target = targetFromProfile(findProfile('cpu_amd_ryzen_9_7950x'))
const plan = makePlan({
  target,
  model: choiceFromFacts(catalogModel('qwen3-8b', 'Q4_K_M'), 'm.gguf'),
  intent: { use_case: 'general', n_parallel: 4 },
})
/** Nothing expected, so that only its own speed counts. */
const CONFIG: RuntimeConfig = { ...plan.config, metadata: { hardware: target.id } }

const ask = (state: AdaptState, record: readonly Reading[]) => decide(state, record, { target })
const start = () => startAdapting(CONFIG, 0)

test('nothing is changed while all is well', () => {
  const { state, decision } = ask(start(), readings(2, 600))
  expect(decision).toBeNull()
  expect(state.baseline).toBe(20)
})

test('lasting heat: cooler; a short one and the first half minute do not count', () => {
  expect(ask(start(), readings(2, 40, { health: [HOT] })).decision).toBeNull()
  expect(ask(start(), [...readings(2, 90), ...readings(92, 100, { health: [HOT] })]).decision).toBeNull()
  const { decision } = ask(start(), [...readings(2, 90), ...readings(92, 124, { health: [HOT] })])
  expect(decision).toMatchObject({ do: 'change', cause: 'heat', reason: 'a device has been slowed by heat for 30 s' })
  expect(decision?.to.settings.n_threads).toBeLessThan(CONFIG.settings.n_threads ?? 0)
})

/** The state after heat made it cooler at second 100. */
function cooled(): AdaptState {
  const { state, decision } = ask(start(), [...readings(2, 60), ...readings(62, 100, { health: [HOT] })])
  if (decision === null) throw new Error('no decision')
  return applied(state, decision, 20, 100)
}

test('still hot after the change: cooler again', () => {
  const state = cooled()
  const { decision } = ask(state, readings(102, 190, { health: [HOT] }))
  expect(decision).toMatchObject({ do: 'change', cause: 'heat' })
  expect(decision?.to.settings.n_threads).toBeLessThan(state.current.settings.n_threads ?? 0)
})

test('when it is cool for long enough the change is taken back, the next time after twice as long', () => {
  const state = cooled()
  expect(ask(state, readings(102, 300)).decision).toBeNull()
  const back = ask(state, readings(102, 100 + TIMING.settle_s + TIMING.calm_s + 4))
  expect(back.decision).toMatchObject({ do: 'go back', cause: 'heat', to: CONFIG })
  const again = applied(back.state, back.decision ?? neverMind(), 20, 500)
  expect(again).toMatchObject({ current: CONFIG, steps: [], calm_s: { heat: 2 * TIMING.calm_s } })
})

test('a warm device is not cool enough to go back', () => {
  const warm = { ...HOT, throttled: [], temperature_c: 85 }
  expect(ask(cooled(), readings(102, 600, { health: [warm] })).decision).toBeNull()
})

test('a lasting fall against the first minutes: cooler, and back at once where that is no faster', () => {
  const fast = ask(start(), readings(2, 200)).state
  const slow = ask(fast, [...readings(150, 200), ...readings(202, 240, { decode_tokens_per_s: 12 })])
  expect(slow.decision).toMatchObject({
    do: 'change',
    cause: 'slow',
    reason: '12 tokens/s for 30 s, 20 in its first minutes',
  })
  const state = applied(slow.state, slow.decision ?? neverMind(), 12, 240)
  const same = ask(state, readings(242, 310, { decode_tokens_per_s: 12 }))
  expect(same.decision).toMatchObject({ do: 'go back', cause: 'slow', reason: 'it is no faster: 12 after 12 tokens/s' })
  const back = applied(same.state, same.decision ?? neverMind(), 12, 310)
  expect(ask(back, readings(312, 400, { decode_tokens_per_s: 12 })).decision).toBeNull()

  const better = ask(state, readings(242, 310, { decode_tokens_per_s: 18 }))
  expect(better.decision).toBeNull()
})

test('far below what was expected at the least counts as slow, too', () => {
  const expecting = { ...CONFIG, metadata: { expected_tokens_per_sec_range: [50, 70] as [number, number] } }
  const { decision } = ask(startAdapting(expecting, 0), readings(2, 90))
  expect(decision).toMatchObject({ cause: 'slow', reason: '20 tokens/s for 30 s, 50 expected at the least' })
})

test('scarce memory: less of it, never below what conversations hold, and back when it is free again', () => {
  const scarce = { available_bytes: 100 * MIB, context_used: 4000 }
  const { state, decision } = ask(start(), readings(2, 100, scarce))
  expect(decision).toMatchObject({ do: 'change', cause: 'memory' })
  expect(decision?.to.settings.n_ctx).toBeGreaterThanOrEqual(4000)
  const smaller = applied(state, decision ?? neverMind(), 20, 100)
  expect(ask(smaller, readings(102, 180)).decision).toBeNull()
  expect(ask(smaller, readings(102, 500)).decision).toMatchObject({ do: 'go back', cause: 'memory', to: CONFIG })
})

test('slots that nobody uses are given up, and come back when requests wait', () => {
  const quiet = { slots_busy: 1, decode_tokens_per_s: 20 }
  const { state, decision } = ask(start(), readings(2, 1000, quiet))
  expect(decision).toMatchObject({ do: 'change', cause: 'idle slots' })
  expect(decision?.to.settings.n_parallel).toBe(1)
  const fewer = applied(state, decision ?? neverMind(), 20, 1000)
  expect(ask(fewer, readings(1002, 1100, quiet)).decision).toBeNull()
  const waiting = ask(fewer, readings(1002, 1100, { slots_busy: 1, requests_waiting: 2 }))
  expect(waiting.decision).toMatchObject({ do: 'go back', cause: 'idle slots' })
})

test('a change that could not be made is not tried again', () => {
  const hot = readings(2, 100, { health: [HOT] })
  const { state, decision } = ask(start(), hot)
  const after = failed(state, decision ?? neverMind(), 100)
  expect(ask(after, readings(102, 200, { health: [HOT] })).decision).toBeNull()
})

function neverMind(): never {
  throw new Error('there was no decision')
}
