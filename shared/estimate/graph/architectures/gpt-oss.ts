import { project } from '../attention.ts'
import { embedTokens } from '../embedding.ts'
import { expertFeedForward } from '../feed-forward.ts'
import type { GraphModel } from '../graph-model.ts'
import { layerAttention } from '../layer-attention.ts'
import { norm } from '../norm.ts'
import { binary, getRows, input, rope } from '../ops.ts'
import { type GraphResult, output } from '../output.ts'
import { queryKeyValue } from '../query-key-value.ts'

/**
 * gpt-oss: windows in every other layer, attention sinks, experts in every layer (src/models/openai-moe.cpp). All rows
 * go through the last layer, and its result stays in memory: a draft model may ask for it (t_h_nextn).
 */
export function buildGptOss(model: GraphModel): GraphResult {
  let x = embedTokens(model)
  const positions = input('i32', model.n_tokens)
  const attend = layerAttention(model)
  const out_ids = input('i32', model.n_outputs)
  for (const il of model.layers) {
    const { q, k, v } = queryKeyValue(model, il, norm(model, x, 'attn_norm', il))
    const sinks = model.weight('attn_sinks.weight', il)
    const read = attend(il, rope(q, positions), rope(k, positions), v, { sinks })
    const middle = binary(project(model, 'attn_output', il, read), x)
    const normed = norm(model, middle, 'post_attention_norm', il)
    const gating = { gating: 'softmax_weight', normalise: false, scaled: false } as const
    x = binary(expertFeedForward(model, il, normed, gating), middle)
  }
  const { kept } = output(model, getRows(x, out_ids))
  return { kept: [...kept, x] }
}
