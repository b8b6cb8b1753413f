import type { GraphModel } from './graph-model.ts'
import { norm, type NormKind } from './norm.ts'
import { reshape } from './ops.ts'
import { flatQueryKeyValue, type QueryKeyValue, queryKeyValue } from './query-key-value.ts'
import type { Tensor } from './tensor.ts'

/** Where Q and K are normed, if the model has weights for it: per head before RoPE or after it, or over all heads. */
export type QueryKeyNorm = 'head' | 'head_after_rope' | 'all_heads'

/** Query, key and value of a layer with the norms of Q and K and with RoPE. */
export function normedQueryKey(
  model: GraphModel,
  il: number,
  x: Tensor,
  order: QueryKeyNorm,
  kind: NormKind,
  rotate: (tensor: Tensor) => Tensor,
): QueryKeyValue {
  const normed = (name: string, tensor: Tensor) =>
    model.weight(`${name}.weight`, il) === undefined ? tensor : norm(model, tensor, name, il, kind)
  if (order === 'all_heads') {
    const { hparams, n_tokens } = model
    const flat = flatQueryKeyValue(model, il, x)
    const heads = (tensor: Tensor, head: number | undefined) =>
      reshape(tensor, head ?? 1, tensor.ne[0] / (head ?? 1), n_tokens)
    return {
      q: rotate(heads(normed('attn_q_norm', flat.q), hparams.n_embd_head_k[il])),
      k: rotate(heads(normed('attn_k_norm', flat.k), hparams.n_embd_head_k[il])),
      v: heads(flat.v, hparams.n_embd_head_v[il]),
    }
  }
  const { q, k, v } = queryKeyValue(model, il, x)
  return order === 'head'
    ? { q: rotate(normed('attn_q_norm', q)), k: rotate(normed('attn_k_norm', k)), v }
    : { q: normed('attn_q_norm', rotate(q)), k: normed('attn_k_norm', rotate(k)), v }
}
