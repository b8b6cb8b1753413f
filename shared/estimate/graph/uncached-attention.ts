import { attentionCore } from './attention.ts'
import type { GraphModel } from './graph-model.ts'
import type { LayerAttention } from './layer-attention.ts'
import { input } from './ops.ts'

/**
 * Attention within the micro-batch alone: encoders keep no cache (llm_graph_context::build_attn_inp_no_cache and its
 * build_attn, src/llama-graph.cpp). Layers with windows have a mask of their own.
 */
export function uncachedAttention(model: GraphModel): LayerAttention {
  const { hparams, n_tokens, flash, expand } = model
  const mask = () => input(flash ? 'f16' : 'f32', n_tokens, n_tokens)
  const full = mask()
  const window = hparams.n_swa > 0 ? mask() : full
  return (il, q, k, v, options = {}) => {
    if (k === null || v === null) throw new TypeError('attention without a cache needs keys and values')
    for (const tensor of [q, k, v]) expand(tensor)
    return attentionCore(model, il, q, k, v, hparams.is_swa[il] ? window : full, options)
  }
}
