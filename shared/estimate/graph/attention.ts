import { transposesV } from '../cache.ts'
import type { AttentionInputs } from './attention-inputs.ts'
import type { GraphModel } from './graph-model.ts'
import {
  binary,
  cont,
  flashAttention,
  held,
  mulMat,
  permute,
  reshape,
  setRows,
  softMaxExt,
  transpose,
  unary,
  view,
} from './ops.ts'
import { rowBytes } from '../../model/tensor-types.ts'
import type { Tensor } from './tensor.ts'

/** Options of one layer's attention. */
export type AttentionOptions = {
  readonly sinks?: Tensor | undefined
  /** Decompresses MLA's values. */
  readonly v_mla?: Tensor | undefined
  /** Soft cap on the scores (Gemma 2, Grok). */
  readonly soft_cap?: boolean
  /** Layer whose cache is read; the own one when absent. */
  readonly cache_layer?: number
}

/** The caches of a layer, made once. */
export type Caches = { k: Tensor; v: Tensor | null }

/** K and V tensors of layer `il`, on its device or, without `offload_kqv`, on the CPU (src/llama-kv-cache.cpp). */
export function cachesOf(model: GraphModel, il: number, cells: number): Caches {
  const { hparams, settings, size } = model
  const backend = settings.offload_kqv ? model.backendOf(il) : model.cpu
  const v_width = transposesV(settings) ? Math.max(...hparams.n_embd_v_gqa) : (hparams.n_embd_v_gqa[il] ?? 0)
  return {
    k: held(backend, false, settings.cache_type_k, [hparams.n_embd_k_gqa[il] ?? 0, cells, size.n_stream]),
    v: hparams.is_mla ? null : held(backend, false, settings.cache_type_v, [v_width, cells, size.n_stream]),
  }
}

/**
 * Attention over the cache, up to the output projection: llm_graph_context::build_attn and build_attn_mha
 * (src/llama-graph.cpp). `q`, `k`, `v` are [head, heads, tokens]; null k and v read another layer's cache.
 */
export function attention(
  model: GraphModel,
  inputs: AttentionInputs,
  caches: Caches,
  il: number,
  q: Tensor,
  k: Tensor | null,
  v: Tensor | null,
  windowed: boolean,
  options: AttentionOptions = {},
): Tensor {
  const { expand } = model
  const rotated = (x: Tensor, rot: Tensor | undefined) => (rot === undefined ? x : hadamard(x, rot))
  const q_cur = rotated(q, inputs.k_rot)
  const k_cur = k === null ? null : rotated(k, inputs.k_rot)
  const v_cur = v === null ? null : rotated(v, inputs.v_rot)
  expand(q_cur)
  // With sliding windows K comes before V.
  const order = windowed ? [k_cur, v_cur] : [v_cur, k_cur]
  for (const tensor of order) if (tensor !== null) expand(tensor)
  if (k_cur !== null) expand(storeK(model, caches.k, k_cur, inputs.k_idxs))
  if (v_cur !== null && caches.v !== null) expand(storeV(model, caches.v, v_cur, inputs.v_idxs))

  const layer = options.cache_layer ?? il
  const keys = readK(model, caches.k, inputs.cells, layer)
  const values = caches.v === null ? keysAsValues(keys, v) : readV(model, caches.v, inputs.cells, layer)
  const out = attentionCore(model, il, q_cur, keys, values, inputs.mask, options)
  return rotated(out, inputs.v_rot)
}

function hadamard(x: Tensor, rot: Tensor): Tensor {
  const n = rot.ne[0]
  const elements = x.ne[0] * x.ne[1] * x.ne[2] * x.ne[3]
  const rows = isContiguous(x) ? reshape(x, n, elements / n) : cont(x, [n, elements / n, 1, 1])
  return reshape(mulMat(rot, rows), ...x.ne)
}

export function isContiguous(x: Tensor): boolean {
  const nb1 = rowBytes(x.type, x.ne[0])
  const dense = (nb: number, expected: number, ne: number) => ne === 1 || nb === expected
  return (
    x.nb[0] === rowBytes(x.type, 1) &&
    dense(x.nb[1], nb1, x.ne[1]) &&
    dense(x.nb[2], nb1 * x.ne[1], x.ne[2]) &&
    dense(x.nb[3], nb1 * x.ne[1] * x.ne[2], x.ne[3])
  )
}

/** cpy_k: heads side by side, one row a token. */
function storeK(model: GraphModel, cache: Tensor, k: Tensor, idxs: Tensor): Tensor {
  const rows = view(k, [k.ne[0] * k.ne[1], k.ne[2]], [k.nb[2]])
  const { n_stream } = model.size
  const into = n_stream > 1 ? reshape(cache, cache.ne[0], cache.ne[1] * n_stream) : cache
  return setRows(into, rows, idxs)
}

/** cpy_v: as K, or transposed, an element a row. */
function storeV(model: GraphModel, cache: Tensor, v: Tensor, idxs: Tensor): Tensor {
  if (!transposesV(model.settings)) return storeK(model, cache, v, idxs)
  const width = v.ne[0] * v.ne[1]
  let rows = rowBytes(v.type, width) === v.nb[2] ? reshape(v, width, v.ne[2]) : cont(v, [width, v.ne[2], 1, 1])
  if (width < cache.ne[0]) rows = cont(rows, [cache.ne[0], v.ne[2], 1, 1])
  const elements = reshape(rows, 1, rows.ne[0] * rows.ne[1])
  const into = reshape(cache, 1, cache.ne[0] * cache.ne[1] * cache.ne[2])
  return setRows(into, elements, idxs)
}

/** get_k: [head, heads, cells, streams]. */
function readK(model: GraphModel, cache: Tensor, cells: number, il: number): Tensor {
  const head = model.hparams.n_embd_head_k[il] ?? 0
  const heads = model.hparams.n_head_kv[il] ?? 0
  const row = rowBytes(cache.type, cache.ne[0])
  return view(cache, [head, heads, cells, model.size.n_stream], [rowBytes(cache.type, head), row, row * cells])
}

/** get_v: as K, or transposed [cells, heads, head, streams]. */
function readV(model: GraphModel, cache: Tensor, cells: number, il: number): Tensor {
  const head = model.hparams.n_embd_head_v[il] ?? 0
  const heads = model.hparams.n_head_kv[il] ?? 0
  const { n_stream } = model.size
  if (!transposesV(model.settings)) {
    const row = rowBytes(cache.type, cache.ne[0])
    return view(cache, [head, heads, cells, n_stream], [rowBytes(cache.type, head), row, row * cells])
  }
  const column = rowBytes(cache.type, cells)
  return view(cache, [cells, heads, head, n_stream], [column * head, column, column * cache.ne[0]])
}

/** With MLA the values are the first part of the keys. */
function keysAsValues(keys: Tensor, v: Tensor | null): Tensor {
  return view(keys, [v?.ne[0] ?? keys.ne[0], keys.ne[1], keys.ne[2], keys.ne[3]], [keys.nb[1], keys.nb[2], keys.nb[3]])
}

/** build_attn_mha: one op with flash attention, else scores, soft max and the weighted sum. */
export function attentionCore(
  model: GraphModel,
  il: number,
  query: Tensor,
  keys: Tensor,
  values: Tensor,
  mask: Tensor,
  { sinks, v_mla, soft_cap }: AttentionOptions,
): Tensor {
  const transposed = values.nb[1] > values.nb[2]
  const streams = keys.ne[3]
  const split = view(
    query,
    [query.ne[0], query.ne[1], query.ne[2] / streams, streams],
    [query.nb[1], query.nb[2], query.nb[3] / streams],
  )
  const q = permute(split, [0, 2, 1, 3])
  let k = permute(keys, [0, 2, 1, 3])
  let v = permute(values, [0, 2, 1, 3])
  let out: Tensor
  if (model.flash) {
    if (transposed) v = transpose(v)
    if (k.type === 'f32') k = cont(k, k.ne, 'f16')
    if (v.type === 'f32') v = cont(v, v.ne, 'f16')
    let attended = flashAttention(q, k, v, mask, sinks)
    model.flashes.set(il, attended)
    if (v_mla !== undefined) {
      attended = mulMat(v_mla, permute(attended, [0, 2, 1, 3]))
      attended = cont(permute(attended, [0, 2, 1, 3]))
    }
    out = reshape(attended, attended.ne[0] * attended.ne[1], attended.ne[2] * attended.ne[3])
  } else {
    let kq = mulMat(k, q)
    if (soft_cap) kq = unary(unary(unary(kq)))
    kq = softMaxExt(kq, mask, sinks)
    if (!transposed) v = cont(transpose(v))
    let kqv = mulMat(v, kq)
    if (v_mla !== undefined) kqv = mulMat(v_mla, kqv)
    const merged = permute(kqv, [0, 2, 1, 3])
    out = cont(merged, [merged.ne[0] * merged.ne[1], merged.ne[2] * merged.ne[3], 1, 1])
    if (!model.settings.offload_kqv) out.pinned = model.cpu
  }
  model.expand(out)
  return out
}

/** A projection with its optional scale and bias. */
export function project(model: GraphModel, name: string, il: number, x: Tensor): Tensor {
  const product = mulMat(model.need(`${name}.weight`, il), x)
  const bias = model.weight(`${name}.bias`, il)
  return bias === undefined ? product : binary(product, bias)
}
