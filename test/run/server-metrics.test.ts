import { expect, test } from 'vitest'
import { healthReading } from '../../shared/hardware/health-reading.ts'
import { type Look, readingOf } from '../../shared/run/reading.ts'
import { parseMetrics, parseSlots } from '../../shared/run/server-metrics.ts'
import { isThrottled, summaryKeeper } from '../../shared/run/summary.ts'
import { reading } from '../adapt/readings.ts'

const METRICS = `# HELP llamacpp:prompt_tokens_total Number of prompt tokens processed
# TYPE llamacpp:prompt_tokens_total counter
llamacpp:prompt_tokens_total 56
llamacpp:prompt_seconds_total 0.5
llamacpp:tokens_predicted_total{model="m.gguf"} 12
llamacpp:tokens_predicted_seconds_total 2e-1
llamacpp:requests_processing 1
llamacpp:requests_deferred nan
`

test('the counters of /metrics, with or without labels; what is missing or no number is null', () => {
  expect(parseMetrics(METRICS)).toEqual({
    prompt_tokens: 56,
    prompt_seconds: 0.5,
    predicted_tokens: 12,
    predicted_seconds: 0.2,
    requests_processing: 1,
    requests_deferred: null,
  })
  expect(parseMetrics('<html>').predicted_tokens).toBeNull()
})

test('the slots of this release and of an older one; anything else is null', () => {
  const now = {
    id: 1,
    n_ctx: 1024,
    is_processing: true,
    id_task: 7,
    n_prompt_tokens: 67,
    next_token: [{ n_decoded: 5 }],
  }
  const older = { id: 0, n_ctx: 512, is_processing: false, n_past: 9, next_token: { n_decoded: 3 } }
  expect(parseSlots([now, older])).toEqual([
    { id: 1, n_ctx: 1024, is_processing: true, task: 7, tokens: 67, decoded: 5 },
    { id: 0, n_ctx: 512, is_processing: false, task: null, tokens: 9, decoded: 3 },
  ])
  expect(parseSlots({ error: 'no' })).toBeNull()
  expect(parseSlots([{ n_ctx: 1 }])).toBeNull()
})

const look = (at_s: number, predicted: number, seconds: number, decoded: number, task = 3): Look => ({
  at_s,
  counters: {
    prompt_tokens: 0,
    prompt_seconds: 0,
    predicted_tokens: predicted,
    predicted_seconds: seconds,
    requests_processing: 1,
    requests_deferred: 2,
  },
  slots: [
    { id: 0, n_ctx: 1024, is_processing: true, task, tokens: 100, decoded },
    { id: 1, n_ctx: 1024, is_processing: false, task: null, tokens: 50, decoded: 0 },
  ],
  health: [],
  engine_bytes: null,
  available_bytes: null,
})

test('the speed of answers that are complete comes from the counters', () => {
  expect(readingOf(look(0, 100, 10, 0), look(2, 140, 12, 0), { waiting: 1 })).toMatchObject({
    decode_tokens_per_s: 20,
    decoded_tokens: 40,
    requests_waiting: 3,
    slots_busy: 1,
    slots_total: 2,
    context_used: 150,
    context_total: 2048,
  })
})

test('the speed of an answer under way comes from what its slot has decoded, not from another request', () => {
  expect(readingOf(look(0, 100, 10, 10), look(2, 100, 10, 70)).decode_tokens_per_s).toBe(30)
  expect(readingOf(look(0, 100, 10, 10, 3), look(2, 100, 10, 70, 4)).decode_tokens_per_s).toBeNull()
})

test('an engine that was started anew counts from nothing, and slots of one context count it once', () => {
  const after = readingOf(look(0, 500, 50, 0), look(2, 40, 4, 0), { shared: true })
  expect(after).toMatchObject({ decoded_tokens: 40, decode_tokens_per_s: 10, context_total: 1024 })
})

test('a run is added up without keeping it', () => {
  const keeper = summaryKeeper()
  keeper.take(reading(10, { decode_tokens_per_s: 10, slots_busy: 1 }))
  keeper.take(reading(12, { decode_tokens_per_s: null }))
  keeper.take(reading(14, { decode_tokens_per_s: 30 }))
  expect(keeper.summary()).toMatchObject({
    seconds: 4,
    decoded_tokens: 120,
    decode_tokens_per_s: 20,
    most_slots_busy: 3,
    hottest_c: 50,
    throttled_readings: 0,
    readings: 3,
  })
})

test('a run lasts from its beginning, not from the first reading of it', () => {
  const keeper = summaryKeeper()
  keeper.begin(3)
  keeper.take(reading(4))
  keeper.begin(5)
  expect(keeper.summary()).toMatchObject({ seconds: 1, readings: 1 })
})

test('a power limit counts only while something runs, heat always', () => {
  const by = (reason: 'power' | 'thermal') =>
    healthReading({ source: 'test', kind: 'gpu', device: 'GPU', throttled: [reason] })
  expect(isThrottled(reading(0, { health: [by('power')], slots_busy: 0 }))).toBe(false)
  expect(isThrottled(reading(0, { health: [by('power')], slots_busy: 1 }))).toBe(true)
  expect(isThrottled(reading(0, { health: [by('thermal')], slots_busy: 0 }))).toBe(true)
})
