import { swaCells, transposesV } from '../cache.ts'
import type { GraphModel } from './graph-model.ts'
import { input } from './ops.ts'
import type { Tensor } from './tensor.ts'

/** Inputs of attention with a cache: one set for full, one for sliding-window layers. */
export type AttentionInputs = {
  readonly k_idxs: Tensor
  readonly v_idxs: Tensor
  readonly mask: Tensor
  readonly k_rot: Tensor | undefined
  readonly v_rot: Tensor | undefined
  readonly cells: number
}

/** llm_graph_input_attn_kv (src/llama-graph.cpp build_attn_inp_kv_impl). */
export function attentionInputs(model: GraphModel, windowed: boolean): AttentionInputs {
  const { n_tokens, size, settings, flash, hparams } = model
  const cells = windowed ? swaCells(hparams, size, settings) : size.n_ctx_seq
  const streams = size.n_stream
  const layers = hparams.has_kv.flatMap((has, il) => (has && hparams.is_swa[il] === windowed ? [il] : []))
  // Where V is transposed every element of it has an index of its own.
  const v_rows = transposesV(settings) ? n_tokens * Math.max(0, ...hparams.n_embd_v_gqa) : n_tokens
  return {
    k_idxs: input('i64', n_tokens),
    v_idxs: input('i64', v_rows),
    mask: input(flash ? 'f16' : 'f32', cells, n_tokens / streams, 1, streams),
    // The cache of compressed keys is not rotated (llm_graph_input_attn_k).
    k_rot: hparams.is_mla
      ? undefined
      : rotation(
          settings.cache_type_k,
          layers.map((il) => hparams.n_embd_head_k[il] ?? 0),
          true,
        ),
    v_rot: hparams.is_mla
      ? undefined
      : rotation(
          settings.cache_type_v,
          layers.map((il) => hparams.n_embd_head_v[il] ?? 0),
          false,
        ),
    cells,
  }
}

/** The Hadamard matrix of a quantised cache (src/llama-kv-cache.cpp build_input_k_rot, build_input_v_rot). */
function rotation(type: string, sizes: readonly number[], grows: boolean): Tensor | undefined {
  const first = sizes[0] ?? 0
  const plain = type === 'f16' || type === 'f32' || type === 'bf16'
  if (plain || first === 0 || first % 64 !== 0 || sizes.some((size) => size !== first)) return undefined
  if (!grows) return input('f32', 64, 64)
  let n = 64
  while (first % (2 * n) === 0) n *= 2
  return input('f32', n, n)
}
