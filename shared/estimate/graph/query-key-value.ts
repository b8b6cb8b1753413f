import { overriddenPlace } from '../overrides/tensor-override.ts'
import { project } from './attention.ts'
import type { GraphModel } from './graph-model.ts'
import { cont, held, reshape, unary, view } from './ops.ts'
import { rowBytes } from '../../model/tensor-types.ts'
import type { Tensor } from './tensor.ts'

export type QueryKeyValue = { readonly q: Tensor; readonly k: Tensor; readonly v: Tensor }

/** Query, key and value as [head, heads, tokens], from one fused or three matrices (llm_graph_context::build_qkv). */
export function queryKeyValue(model: GraphModel, il: number, x: Tensor): QueryKeyValue {
  const { hparams, n_tokens } = model
  const heads = hparams.n_head[il] ?? 0
  const heads_kv = hparams.n_head_kv[il] ?? 0
  const head_k = hparams.n_embd_head_k[il] ?? 0
  const head_v = hparams.n_embd_head_v[il] ?? 0
  const limit = Number(model.facts.hparams['attention.clamp_kqv'] ?? 0)
  const clamped = (tensor: Tensor) => (limit > 0 ? unary(tensor) : tensor)
  if (model.weight('attn_qkv.weight', il) === undefined) {
    // In this order: it is the order in which they are computed.
    const q = clamped(project(model, 'attn_q', il, x))
    const k = clamped(project(model, 'attn_k', il, x))
    const v = clamped(project(model, 'attn_v', il, x))
    return {
      q: reshape(q, head_k, heads, n_tokens),
      k: reshape(k, head_k, heads_kv, n_tokens),
      v: reshape(v, head_v, heads_kv, n_tokens),
    }
  }
  const qkv = clamped(project(model, 'attn_qkv', il, x))
  const part = (head: number, n: number) => view(qkv, [head, n, n_tokens], [rowBytes(qkv.type, head), qkv.nb[1]])
  return { q: part(head_k, heads), k: part(head_k, heads_kv), v: part(head_v, heads_kv) }
}

/** As `queryKeyValue`, with all heads in one row: [width, tokens] (llm_graph_context::build_qkv without reshape). */
export function flatQueryKeyValue(model: GraphModel, il: number, x: Tensor): QueryKeyValue {
  if (model.weight('attn_qkv.weight', il) === undefined) {
    const q = project(model, 'attn_q', il, x)
    const k = project(model, 'attn_k', il, x)
    const v = project(model, 'attn_v', il, x)
    return { q, k, v }
  }
  const { hparams, n_tokens } = model
  const qkv = project(model, 'attn_qkv', il, x)
  const part = (width: number) => cont(view(qkv, [width, n_tokens], [qkv.nb[1]]))
  return {
    q: part((hparams.n_head[il] ?? 0) * (hparams.n_embd_head_k[il] ?? 0)),
    k: part(hparams.n_embd_k_gqa[il] ?? 0),
    v: part(hparams.n_embd_v_gqa[il] ?? 0),
  }
}

/** `flatQueryKeyValue`'s parts as [head, heads, tokens]. */
export function splitHeads(model: GraphModel, il: number, { q, k, v }: QueryKeyValue): QueryKeyValue {
  const { hparams, n_tokens } = model
  const split = (x: Tensor, head = 1) => reshape(x, head, x.ne[0] / head, n_tokens)
  return {
    q: split(q, hparams.n_embd_head_k[il]),
    k: split(k, hparams.n_embd_head_k[il]),
    v: split(v, hparams.n_embd_head_v[il]),
  }
}

/** The RoPE factors lie once in each place with a layer that uses them. */
export function ropeFactors(model: GraphModel, il: number, name = 'rope_freqs.weight'): Tensor | undefined {
  const factors = model.weight(name, -1)
  if (factors === undefined || overriddenPlace(model.settings, name) !== null) return factors
  const backend = model.backendOf(il)
  const key = `${name} ${backend}`
  const known = model.rope_factors.get(key)
  if (known !== undefined) return known
  const copy = held(backend, true, factors.type, factors.ne)
  model.rope_factors.set(key, copy)
  return copy
}
