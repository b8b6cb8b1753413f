import { project } from '../attention.ts'
import { embedTokens } from '../embedding.ts'
import { denseFeedForward, expertFeedForward } from '../feed-forward.ts'
import type { GraphModel } from '../graph-model.ts'
import { lastRows } from '../last-rows.ts'
import { layerAttention } from '../layer-attention.ts'
import { norm } from '../norm.ts'
import { binary, input, rope, unary } from '../ops.ts'
import { type GraphResult, output } from '../output.ts'
import { queryKeyValue, ropeFactors } from '../query-key-value.ts'
import type { Tensor } from '../tensor.ts'

/** Phi 3 and Phi 3.5 MoE: Q, K and V in one matrix, gate and up too (src/models/phi3.cpp). */
export function buildPhi3(model: GraphModel): GraphResult {
  let x = embedTokens(model)
  const positions = input('i32', model.n_tokens)
  const attend = layerAttention(model)
  const out_ids = input('i32', model.n_outputs)
  for (const il of model.layers) {
    const { q, k, v } = queryKeyValue(model, il, norm(model, x, 'attn_norm', il))
    const factors = phiFactors(model, il)
    const read = attend(il, unary(rope(q, positions, factors)), rope(k, positions, factors), v)
    const [attended, residual] = lastRows(model, il, out_ids, project(model, 'attn_output', il, read), x) as [
      Tensor,
      Tensor,
    ]
    const middle = binary(attended, residual)
    const normed = norm(model, middle, 'ffn_norm', il)
    const fed =
      model.weight('ffn_gate_inp.weight', il) === undefined
        ? denseFeedForward(model, il, normed, { fused: true })
        : expertFeedForward(model, il, normed, { gating: 'softmax', normalise: true, scaled: false })
    x = binary(middle, fed)
  }
  return output(model, x)
}

/** Factors for long and for short contexts have one size (llama_model::get_rope_factors). */
function phiFactors(model: GraphModel, il: number): Tensor | undefined {
  return ropeFactors(model, il, 'rope_factors_long.weight') ?? ropeFactors(model, il, 'rope_factors_short.weight')
}
