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
 * models that keep no conversation.
 * @throws UserError for facts that no model can have
 */
export function filledSpeed({ config, target }: Pick<Plan, 'config' | 'target'>): FilledSpeed | null {
  const { model, settings, backend } = config
  if (model === undefined) return null
  const hparams = hparamsOf(model)
  if (!hparams.causal) return null
  const depth = contextSize(hparams, resolveSettings(settings, hparams, 'server')).n_ctx_seq
  return { depth, tg: estimateThroughput(model, { ...settings, backend, depth }, target).tg }
}
