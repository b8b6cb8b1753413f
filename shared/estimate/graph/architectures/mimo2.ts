import { project } from '../attention.ts'
import { embedTokens } from '../embedding.ts'
import { denseFeedForward, expertFeedForward } from '../feed-forward.ts'
import type { GraphModel } from '../graph-model.ts'
import { lastRows } from '../last-rows.ts'
import { layerAttention } from '../layer-attention.ts'
import { norm } from '../norm.ts'
import { binary, input, rope, unary } from '../ops.ts'
import { type GraphResult, output } from '../output.ts'
import { queryKeyValue } from '../query-key-value.ts'
import type { Tensor } from '../tensor.ts'

/** MiMo V2: most layers with windows and sinks, experts from the second layer on (src/models/mimo2.cpp). */
export function buildMimo2(model: GraphModel): GraphResult {
  let x = embedTokens(model)
  const positions = input('i32', model.n_tokens)
  const attend = layerAttention(model)
  const out_ids = input('i32', model.n_outputs)
  const value_scale = Number(model.facts.hparams['attention.value_scale'] ?? 1)
  const scaled = value_scale !== 0 && value_scale !== 1
  for (const il of model.layers) {
    const { q, k, v } = queryKeyValue(model, il, norm(model, x, 'attn_norm', il))
    const sinks = model.weight('attn_sinks.weight', il)
    const read = project(model, 'attn_output', il, attend(il, rope(q, positions), rope(k, positions), v, { sinks }))
    const [attended, residual] = lastRows(model, il, out_ids, scaled ? unary(read) : read, x) as [Tensor, Tensor]
    const middle = binary(attended, residual)
    const normed = norm(model, middle, 'ffn_norm', il)
    const fed =
      model.weight('ffn_gate_inp.weight', il) === undefined
        ? denseFeedForward(model, il, normed)
        : expertFeedForward(model, il, normed, { gating: 'sigmoid', normalise: true, scaled: false })
    x = binary(fed, middle)
  }
  return output(model, x)
}
