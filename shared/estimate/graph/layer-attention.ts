import { attention, type AttentionOptions, type Caches, cachesOf } from './attention.ts'
import { attentionInputs } from './attention-inputs.ts'
import type { GraphModel } from './graph-model.ts'
import type { Tensor } from './tensor.ts'

/** Attention of layer `il` over its cache; without `k` and `v` over the cache of an earlier layer. */
export type LayerAttention = (
  il: number,
  q: Tensor,
  k: Tensor | null,
  v: Tensor | null,
  options?: AttentionOptions,
) => Tensor

/**
 * Attention for models whose layers have, or may have, sliding windows: then there are two caches, each with inputs of
 * its own (llm_graph_context::build_attn_inp_kv_iswa, src/llama-graph.cpp), and all layers store K before V.
 */
export function layerAttention(model: GraphModel): LayerAttention {
  const { hparams } = model
  const windowed = hparams.n_swa > 0
  const full = attentionInputs(model, false)
  const window = windowed ? attentionInputs(model, true) : full
  const made = new Map<number, Caches>()
  const caches = (il: number, cells: number): Caches => {
    const known = made.get(il) ?? cachesOf(model, il, cells)
    made.set(il, known)
    return known
  }
  return (il, q, k, v, options) => {
    const inputs = hparams.is_swa[il] ? window : full
    return attention(model, inputs, caches(cacheOwner(model, il), inputs.cells), il, q, k, v, windowed, options)
  }
}

/**
 * The layer whose cache layer `il` reads: its own, or of those with a cache the last one with (n - 2) or without (n - 1)
 * a window (llama_model::create_memory, layer_reuse_cb of Gemma 3n and 4).
 */
function cacheOwner({ hparams }: GraphModel, il: number): number {
  if (hparams.has_kv[il]) return il
  return hparams.has_kv.lastIndexOf(true) + 1 - (hparams.is_swa[il] ? 2 : 1)
}
