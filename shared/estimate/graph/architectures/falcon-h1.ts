import { attention, cachesOf, project } from '../attention.ts'
import { attentionInputs } from '../attention-inputs.ts'
import { embedTokens } from '../embedding.ts'
import { denseFeedForward } from '../feed-forward.ts'
import type { GraphModel } from '../graph-model.ts'
import { lastRows } from '../last-rows.ts'
import { mamba2Layer } from '../mamba2-layer.ts'
import { norm, pinToLayer } from '../norm.ts'
import { binary, input, rope, unary } from '../ops.ts'
import { type GraphResult, output } from '../output.ts'
import { queryKeyValue } from '../query-key-value.ts'
import { recurrentInputs } from '../recurrent-state.ts'
import type { Tensor } from '../tensor.ts'

/** Falcon H1: attention and Mamba 2 side by side in every layer (src/models/falcon-h1.cpp). */
export function buildFalconH1(model: GraphModel): GraphResult {
  let x = embedTokens(model)
  const positions = input('i32', model.n_tokens)
  const recurrent = recurrentInputs(model)
  const inputs = attentionInputs(model, false)
  const out_ids = input('i32', model.n_outputs)
  for (const il of model.layers) {
    const { q, k, v } = queryKeyValue(model, il, norm(model, x, 'attn_norm', il))
    const caches = cachesOf(model, il, inputs.cells)
    const read = attention(model, inputs, caches, il, rope(q, positions), rope(k, positions), v, false)
    const attended = project(model, 'attn_output', il, read)
    // Normed once more, not shared with attention.
    const mixed = mamba2Layer(model, recurrent, il, norm(model, x, 'attn_norm', il))
    const [middle] = lastRows(model, il, out_ids, binary(binary(attended, mixed), x))
    x = binary(denseFeedForward(model, il, feedForwardNorm(model, il, middle)), middle)
  }
  return output(model, x)
}

/** The norm's weight is named without `.weight`. */
function feedForwardNorm(model: GraphModel, il: number, x: Tensor): Tensor {
  const plain = unary(x)
  pinToLayer(model, plain, il)
  return binary(plain, model.need('ffn_norm', il))
}
