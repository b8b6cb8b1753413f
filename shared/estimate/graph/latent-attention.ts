import { attention, cachesOf, project } from './attention.ts'
import type { AttentionInputs } from './attention-inputs.ts'
import type { GraphModel } from './graph-model.ts'
import { hparamNumber } from './hparam-values.ts'
import { norm } from './norm.ts'
import { binary, compute, concat, cont, mulMat, permute, reshape, rope, view } from './ops.ts'
import type { Tensor } from './tensor.ts'

export type LatentAttentionOptions = {
  /** Token positions; absent where heads are not rotated (Kimi Linear). */
  readonly positions?: Tensor
  /** Scales queries by position (Mistral Large 3). */
  readonly scales?: Tensor
}

/**
 * Multi-head latent attention up to its output projection (src/models/deepseek2.cpp, kimi-linear.cpp). Keys and values
 * are cached compressed where the file has them split (`attn_k_b`), else decompressed, as plain heads.
 */
export function latentAttention(
  model: GraphModel,
  inputs: AttentionInputs,
  il: number,
  x: Tensor,
  options: LatentAttentionOptions,
): Tensor {
  const { hparams, n_tokens } = model
  const heads = hparams.n_head[il] ?? 0
  const rank = hparamNumber(model, 'attention.kv_lora_rank')
  const rotary = hparamNumber(model, 'rope.dimension_count')
  const head_k = hparamNumber(model, 'attention.key_length_mla') || (hparams.n_embd_head_k[il] ?? 0)
  const head_v = hparamNumber(model, 'attention.value_length_mla') || (hparams.n_embd_head_v[il] ?? 0)
  const plain = head_k - rotary
  const rotated = (tensor: Tensor) => (options.positions === undefined ? tensor : rope(tensor, options.positions))

  const q = reshape(queries(model, il, x), head_k, heads, n_tokens)
  const compressed = mulMat(model.need('attn_kv_a_mqa.weight', il), x)
  const { nb } = compressed
  const k_pe = rotated(view(compressed, [rotary, 1, n_tokens], [nb[1], nb[1]]))
  const kv = norm(model, view(compressed, [rank, n_tokens], [nb[1]]), 'attn_kv_a_norm', il)
  const k_b = model.weight('attn_k_b.weight', il)
  const scaled = (tensor: Tensor) => (options.scales === undefined ? tensor : binary(tensor, options.scales))
  const caches = cachesOf(model, il, inputs.cells)

  if (k_b !== undefined) {
    const q_pe = rotated(view(q, [rotary, heads, n_tokens], [q.nb[1], q.nb[2]]))
    const q_nope = permute(view(q, [plain, heads, n_tokens], [q.nb[1], q.nb[2]]), [0, 2, 1, 3])
    const absorbed = permute(mulMat(k_b, q_nope), [0, 2, 1, 3])
    const query = scaled(concat(absorbed, q_pe))
    const v = reshape(kv, rank, 1, n_tokens)
    const v_mla = model.need('attn_v_b.weight', il)
    const read = attention(model, inputs, caches, il, query, concat(v, k_pe), v, false, { v_mla })
    return project(model, 'attn_output', il, read)
  }
  const both = mulMat(model.need('attn_kv_b.weight', il), kv)
  const head = both.nb[1] / heads
  const k_nope = view(both, [plain, heads, n_tokens], [head, both.nb[1]])
  const v = cont(view(both, [head_v, heads, n_tokens], [head, both.nb[1]]))
  const k = concat(k_nope, compute('f32', [rotary, heads, n_tokens], k_pe))
  const read = attention(model, inputs, caches, il, scaled(rotated(q)), k, v, false)
  return project(model, 'attn_output', il, read)
}

/** Queries from one matrix (lite models), or through a low rank. */
function queries(model: GraphModel, il: number, x: Tensor): Tensor {
  const whole = model.weight('attn_q.weight', il)
  if (whole !== undefined) return mulMat(whole, x)
  const low = norm(model, mulMat(model.need('attn_q_a.weight', il), x), 'attn_q_a_norm', il)
  return mulMat(model.need('attn_q_b.weight', il), low)
}
