import { project } from '../attention.ts'
import { embedTokens } from '../embedding.ts'
import { denseFeedForward } from '../feed-forward.ts'
import type { GraphModel } from '../graph-model.ts'
import { lastRows } from '../last-rows.ts'
import { type LayerAttention, layerAttention } from '../layer-attention.ts'
import { optionalNorm, postNorm } from '../layer-norm.ts'
import { softCapLogits } from '../logits.ts'
import { norm } from '../norm.ts'
import { binary, input, rope, unary } from '../ops.ts'
import { type GraphResult, output } from '../output.ts'
import { queryKeyValue } from '../query-key-value.ts'
import type { Tensor } from '../tensor.ts'

/** Gemma 2 and 3: norms before and after both parts of a layer, windows in most layers (src/models/gemma2.cpp, gemma3.cpp). */
export function buildGemma(model: GraphModel): GraphResult {
  const x = unary(embedTokens(model))
  const positions = input('i32', model.n_tokens)
  const attend = layerAttention(model)
  const out_ids = input('i32', model.n_outputs)
  return output(model, gemmaLayers(model, x, positions, attend, out_ids), 'rms', softCapLogits(model))
}

/** All layers; the heads' norms only where the file has them (not in Gemma 2). */
export function gemmaLayers(
  model: GraphModel,
  embedded: Tensor,
  positions: Tensor,
  attend: LayerAttention,
  out_ids: Tensor,
): Tensor {
  const soft_cap = model.facts.architecture === 'gemma2'
  let x = embedded
  for (const il of model.layers) {
    const qkv = queryKeyValue(model, il, norm(model, x, 'attn_norm', il))
    const q = unary(rope(optionalNorm(model, qkv.q, 'attn_q_norm', il), positions))
    const k = rope(optionalNorm(model, qkv.k, 'attn_k_norm', il), positions)
    const read = project(model, 'attn_output', il, attend(il, q, k, qkv.v, { soft_cap }))
    const [attended, residual] = lastRows(model, il, out_ids, read, x)
    const middle = binary(norm(model, attended, 'post_attention_norm', il), residual)
    const fed = denseFeedForward(model, il, norm(model, middle, 'ffn_norm', il))
    x = binary(postNorm(model, fed, 'post_ffw_norm', il), middle)
  }
  return x
}
