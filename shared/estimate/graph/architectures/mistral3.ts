import { project } from '../attention.ts'
import { embedTokens } from '../embedding.ts'
import { expertsOrDense } from '../expert-layers.ts'
import type { GraphModel } from '../graph-model.ts'
import { hparamNumber } from '../hparam-values.ts'
import { lastRows } from '../last-rows.ts'
import { layerAttention } from '../layer-attention.ts'
import { norm } from '../norm.ts'
import { binary, input, rope } from '../ops.ts'
import { type GraphResult, output } from '../output.ts'
import { queryKeyValue, ropeFactors } from '../query-key-value.ts'

const feedForward = expertsOrDense({ gating: 'softmax', normalise: true, scaled: false })

/** Ministral 3: a plain decoder whose Q is scaled by a temperature that grows with the position (src/models/mistral3.cpp). */
export function buildMistral3(model: GraphModel): GraphResult {
  const { n_tokens } = model
  let x = embedTokens(model)
  const positions = input('i32', n_tokens)
  const scaled = hparamNumber(model, 'attention.temperature_scale') !== 0
  const temperature = scaled ? input('f32', 1, 1, n_tokens) : undefined
  const attend = layerAttention(model)
  const out_ids = input('i32', model.n_outputs)
  for (const il of model.layers) {
    const { q, k, v } = queryKeyValue(model, il, norm(model, x, 'attn_norm', il))
    const factors = ropeFactors(model, il)
    const query = rope(q, positions, factors)
    const warmed = temperature === undefined ? query : binary(query, temperature)
    const read = project(model, 'attn_output', il, attend(il, warmed, rope(k, positions, factors), v))
    const [attended, residual] = lastRows(model, il, out_ids, read, x)
    const middle = binary(attended, residual)
    const normed = norm(model, middle, 'ffn_norm', il)
    x = binary(feedForward(model, il, normed), middle)
  }
  return output(model, x)
}
