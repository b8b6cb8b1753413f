import { project } from '../attention.ts'
import { embedTokens } from '../embedding.ts'
import { expertsOrDense } from '../expert-layers.ts'
import type { GraphModel } from '../graph-model.ts'
import { hparamNumber } from '../hparam-values.ts'
import { lastRows } from '../last-rows.ts'
import { layerAttention } from '../layer-attention.ts'
import { norm } from '../norm.ts'
import { binary, input, rope, unary } from '../ops.ts'
import { type GraphResult, output } from '../output.ts'
import { queryKeyValue } from '../query-key-value.ts'

const feedForward = expertsOrDense({ gating: 'sigmoid', normalise: true, scaled: false })

/** MiMo V2: most layers with windows and sinks, experts from the second layer on (src/models/mimo2.cpp). */
export function buildMimo2(model: GraphModel): GraphResult {
  let x = embedTokens(model)
  const positions = input('i32', model.n_tokens)
  const attend = layerAttention(model)
  const out_ids = input('i32', model.n_outputs)
  const value_scale = hparamNumber(model, 'attention.value_scale', 1)
  const scaled = value_scale !== 0 && value_scale !== 1
  for (const il of model.layers) {
    const { q, k, v } = queryKeyValue(model, il, norm(model, x, 'attn_norm', il))
    const sinks = model.weight('attn_sinks.weight', il)
    const read = project(model, 'attn_output', il, attend(il, rope(q, positions), rope(k, positions), v, { sinks }))
    const [attended, residual] = lastRows(model, il, out_ids, scaled ? unary(read) : read, x)
    const middle = binary(attended, residual)
    const normed = norm(model, middle, 'ffn_norm', il)
    x = binary(feedForward(model, il, normed), middle)
  }
  return output(model, x)
}
