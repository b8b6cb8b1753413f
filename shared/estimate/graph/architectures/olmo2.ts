import { project } from '../attention.ts'
import { embedTokens } from '../embedding.ts'
import { denseFeedForward } from '../feed-forward.ts'
import type { GraphModel } from '../graph-model.ts'
import { lastRows } from '../last-rows.ts'
import { layerAttention } from '../layer-attention.ts'
import { postNorm } from '../layer-norm.ts'
import { norm } from '../norm.ts'
import { binary, input, rope } from '../ops.ts'
import { type GraphResult, output } from '../output.ts'
import { flatQueryKeyValue, queryKeyValue, type QueryKeyValue, ropeFactors, splitHeads } from '../query-key-value.ts'
import type { Tensor } from '../tensor.ts'

/** OLMo 2 and 3: no norms before, but after both parts of a layer; Q and K are normed as a whole (src/models/olmo2.cpp). */
export function buildOlmo2(model: GraphModel): GraphResult {
  return postNormDecoder(model, (il, x, positions) => {
    const flat = flatQueryKeyValue(model, il, x)
    const normed = { ...flat, q: norm(model, flat.q, 'attn_q_norm', il), k: norm(model, flat.k, 'attn_k_norm', il) }
    const { q, k, v } = splitHeads(model, il, normed)
    return { q: rope(q, positions), k: rope(k, positions), v }
  })
}

/** EXAONE 4: as OLMo 2, Q and K normed by head; with windows, full layers have no positions (src/models/exaone4.cpp). */
export function buildExaone4(model: GraphModel): GraphResult {
  const { hparams } = model
  return postNormDecoder(model, (il, x, positions) => {
    const qkv = queryKeyValue(model, il, x)
    const q = norm(model, qkv.q, 'attn_q_norm', il)
    const k = norm(model, qkv.k, 'attn_k_norm', il)
    if (hparams.n_swa > 0 && !hparams.is_swa[il]) return { q, k, v: qkv.v }
    const factors = ropeFactors(model, il)
    return { q: rope(q, positions, factors), k: rope(k, positions, factors), v: qkv.v }
  })
}

function postNormDecoder(
  model: GraphModel,
  attentionOf: (il: number, x: Tensor, positions: Tensor) => QueryKeyValue,
): GraphResult {
  let x = embedTokens(model)
  const positions = input('i32', model.n_tokens)
  const attend = layerAttention(model)
  const out_ids = input('i32', model.n_outputs)
  for (const il of model.layers) {
    const { q, k, v } = attentionOf(il, x, positions)
    const read = project(model, 'attn_output', il, attend(il, q, k, v))
    const [attended, residual] = lastRows(model, il, out_ids, read, x)
    const middle = binary(norm(model, attended, 'post_attention_norm', il), residual)
    x = binary(postNorm(model, denseFeedForward(model, il, middle), 'post_ffw_norm', il), middle)
  }
  return output(model, x)
}
