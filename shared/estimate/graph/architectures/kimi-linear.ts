import { attentionInputs } from '../attention-inputs.ts'
import { embedTokens } from '../embedding.ts'
import { expertKeys, expertsOrDense } from '../expert-layers.ts'
import type { GraphModel } from '../graph-model.ts'
import { kimiDeltaLayer } from '../kimi-delta-layer.ts'
import { lastRows } from '../last-rows.ts'
import { latentAttention } from '../latent-attention.ts'
import { norm } from '../norm.ts'
import { binary, input } from '../ops.ts'
import { type GraphResult, output } from '../output.ts'
import { recurrentInputs } from '../recurrent-state.ts'

const feedForward = expertsOrDense((model) => expertKeys(model, { normalise: true }))

/** Kimi Linear: delta nets with latent attention, not rotated, between (src/models/kimi-linear.cpp). */
export function buildKimiLinear(model: GraphModel): GraphResult {
  let x = embedTokens(model)
  const recurrent = recurrentInputs(model)
  const inputs = attentionInputs(model, false)
  const out_ids = input('i32', model.n_outputs)
  for (const il of model.layers) {
    const normed = norm(model, x, 'attn_norm', il)
    model.expand(normed)
    const mixed =
      model.hparams.is_recr[il] === true
        ? kimiDeltaLayer(model, recurrent, il, normed)
        : latentAttention(model, inputs, il, normed, {})
    const [a, b] = lastRows(model, il, out_ids, mixed, x)
    const middle = binary(a, b)
    x = binary(feedForward(model, il, norm(model, middle, 'ffn_norm', il)), middle)
  }
  return output(model, x)
}
