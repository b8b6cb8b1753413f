import { hparamsOf } from '../estimate/compiled-model.ts'
import { contextSize } from '../estimate/context-size.ts'
import { resolveSettings } from '../estimate/memory-settings.ts'
import { estimateThroughput } from '../estimate/throughput/estimate-throughput.ts'
import type { Speed } from '../estimate/throughput-estimate.ts'
import type { Plan } from './plan.ts'

/** Decode speed of one stream with `depth` tokens in its context; null where nothing supports a number. */
export type FilledSpeed = { readonly depth: number; readonly tg: Speed | null }

/**
 * What is left of a plan's decode speed once a conversation has filled all of the context that one slot can have. Null for
 * models that keep no conversation. A speed that was measured on the machine itself sets the level here too.
 * @throws UserError for facts that no model can have
 */
export function filledSpeed({
  config,
  target,
  throughput,
}: Pick<Plan, 'config' | 'target' | 'throughput'>): FilledSpeed | null {
  const { model, settings, backend } = config
  if (model === undefined) return null
  const hparams = hparamsOf(model)
  if (!hparams.causal) return null
  const depth = contextSize(hparams, resolveSettings(settings, hparams, 'server')).n_ctx_seq
  const speedAt = (tokens: number) => estimateThroughput(model, { ...settings, backend, depth: tokens }, target).tg
  const measured = throughput.tg?.basis === 'measured here' ? throughput.tg : null
  return { depth, tg: measured === null ? speedAt(depth) : leftOf(measured, speedAt(0), speedAt(depth)) }
}

/** A measured speed less the share that the estimate loses on the way. */
function leftOf(measured: Speed, empty: Speed | null, full: Speed | null): Speed | null {
  if (empty === null || full === null) return full
  const share = full.tokens_per_s / empty.tokens_per_s
  const { tokens_per_s, low, high } = measured
  return { ...measured, tokens_per_s: tokens_per_s * share, low: low * share, high: high * share }
}
