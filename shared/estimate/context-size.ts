import { padTo } from '../units.ts'
import type { MemorySettings } from './memory-settings.ts'
import type { Hparams } from '../model/hparams.ts'

/** Sizes that llama.cpp really uses, in tokens. */
export type ContextSize = {
  readonly n_ctx: number
  /** Cells of one stream's cache. */
  readonly n_ctx_seq: number
  readonly n_stream: number
  readonly n_batch: number
  readonly n_ubatch: number
  /** Rows of logits that a micro-batch may ask for. */
  readonly n_outputs_max: number
}

/** llama_context's constructor (src/llama-context.cpp): clamps, then pads, in this order. */
export function contextSize(hparams: Hparams, settings: MemorySettings): ContextSize {
  const n_batch = hparams.causal ? Math.min(settings.n_ctx, settings.n_batch) : settings.n_batch
  const n_ubatch = Math.min(n_batch, settings.n_ubatch)
  const padded = padTo(settings.n_ctx, 256)
  const n_stream = settings.kv_unified ? 1 : settings.n_parallel
  const n_ctx_seq = settings.kv_unified ? padded : padTo(Math.floor(padded / settings.n_parallel), 256)
  return {
    n_ctx: settings.kv_unified ? padded : n_ctx_seq * settings.n_parallel,
    n_ctx_seq,
    n_stream,
    n_batch,
    n_ubatch,
    n_outputs_max:
      settings.program === 'server' ? Math.min(settings.n_parallel * (1 + (settings.n_draft ?? 0)), n_batch) : n_batch,
  }
}
