import type { HealthReading } from '../hardware/health.ts'
import type { Counters, Slot } from './server-metrics.ts'

/** What was asked of the engine and of the machine at one moment. */
export type Look = {
  /** Seconds on a clock that never goes back. */
  readonly at_s: number
  readonly counters: Counters | null
  readonly slots: readonly Slot[] | null
  readonly health: readonly HealthReading[]
  /** Memory of the engine's process; null where the system does not say. */
  readonly engine_bytes: number | null
  /** RAM that is free for new allocations; null where unknown. */
  readonly available_bytes: number | null
}

/** One line of the record: how the engine did since the reading before. */
export type Reading = {
  readonly at_s: number
  /** Tokens a second of one stream; null when nothing was generated. */
  readonly decode_tokens_per_s: number | null
  readonly prompt_tokens_per_s: number | null
  /** Tokens since the reading before. */
  readonly prompt_tokens: number
  readonly decoded_tokens: number
  readonly requests_processing: number
  readonly requests_waiting: number
  readonly slots_busy: number
  readonly slots_total: number
  /** Tokens in all caches, and what they hold at most. */
  readonly context_used: number
  readonly context_total: number
  readonly engine_bytes: number | null
  readonly available_bytes: number | null
  readonly health: readonly HealthReading[]
}

/** Generation shorter than this says nothing about speed: one token more or less changes it. */
const LEAST_TOKENS = 4
const LEAST_SECONDS = 0.001

/**
 * What happened between two looks. Speeds come from the counters, which move when an answer is complete; while a long
 * answer is under way, from the tokens that the slots have decoded.
 * @param waiting requests that wait in front of the engine
 * @param shared all slots share one context; then each of them says the whole of it
 */
export function readingOf(before: Look | null, now: Look, { waiting = 0, shared = false } = {}): Reading {
  const from = before?.counters ?? null
  const to = now.counters
  const since = (key: keyof Counters) => {
    const later = to?.[key] ?? null
    if (later === null) return 0
    const earlier = from?.[key] ?? 0
    // The engine was started anew in between.
    return later >= earlier ? later - earlier : later
  }
  const slots = now.slots ?? []
  const counted = rate(since('predicted_tokens'), since('predicted_seconds'))
  return {
    at_s: now.at_s,
    decode_tokens_per_s: counted ?? liveRate(before, now),
    prompt_tokens_per_s: rate(since('prompt_tokens'), since('prompt_seconds')),
    prompt_tokens: since('prompt_tokens'),
    decoded_tokens: since('predicted_tokens'),
    requests_processing: to?.requests_processing ?? slots.filter((slot) => slot.is_processing).length,
    requests_waiting: (to?.requests_deferred ?? 0) + waiting,
    slots_busy: slots.filter((slot) => slot.is_processing).length,
    slots_total: slots.length,
    context_used: slots.reduce((sum, { tokens }) => sum + tokens, 0),
    context_total: slots.reduce((sum, { n_ctx }) => (shared ? Math.max(sum, n_ctx) : sum + n_ctx), 0),
    engine_bytes: now.engine_bytes,
    available_bytes: now.available_bytes,
    health: now.health,
  }
}

function rate(tokens: number, seconds: number): number | null {
  return tokens >= LEAST_TOKENS && seconds > LEAST_SECONDS ? tokens / seconds : null
}

/** Tokens a second of one stream, from answers that both looks saw under way. */
function liveRate(before: Look | null, now: Look): number | null {
  const seconds = before === null ? 0 : now.at_s - before.at_s
  if (seconds <= 0) return null
  const rates = (now.slots ?? []).flatMap((slot) => {
    const earlier = before?.slots?.find(({ id }) => id === slot.id)
    const same = slot.is_processing && earlier?.is_processing === true && slot.task === earlier.task
    const tokens = slot.decoded - (earlier?.decoded ?? 0)
    return same && (earlier?.decoded ?? 0) > 0 && tokens >= LEAST_TOKENS ? [tokens / seconds] : []
  })
  return rates.length === 0 ? null : rates.reduce((sum, value) => sum + value, 0) / rates.length
}
