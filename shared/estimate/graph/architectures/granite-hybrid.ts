import { attention, cachesOf, project } from '../attention.ts'
import { attentionInputs, type AttentionInputs } from '../attention-inputs.ts'
import { embedTokens } from '../embedding.ts'
import { expertKeys, expertsOrDense } from '../expert-layers.ts'
import type { GraphModel } from '../graph-model.ts'
import { hparamFlag, hparamNumber } from '../hparam-values.ts'
import { lastRows } from '../last-rows.ts'
import { mamba2Layer } from '../mamba2-layer.ts'
import { norm } from '../norm.ts'
import { binary, input, rope, unary } from '../ops.ts'
import { type GraphResult, output } from '../output.ts'
import { queryKeyValue, ropeFactors } from '../query-key-value.ts'
import { recurrentInputs } from '../recurrent-state.ts'
import type { Tensor } from '../tensor.ts'

const feedForward = expertsOrDense((model) => expertKeys(model, { gating: 'softmax', normalise: true }))

/** Granite 4 H: Mamba 2 layers with some of attention between, dense or with experts (src/models/granite-hybrid.cpp). */
export function buildGraniteHybrid(model: GraphModel): GraphResult {
  const { hparams, expand } = model
  const scaled = (key: string, tensor: Tensor) => (hparamNumber(model, key) === 0 ? tensor : unary(tensor))
  let x = scaled('embedding_scale', embedTokens(model))
  expand(x)
  const recurrent = recurrentInputs(model)
  const inputs = attentionInputs(model, false)
  const out_ids = input('i32', model.n_outputs)
  // The key says whether layers are rotated at all.
  const positions = hparamFlag(model, 'rope.scaling.finetuned', true) ? input('i32', model.n_tokens) : undefined
  for (const il of model.layers) {
    const normed = norm(model, x, 'attn_norm', il)
    const mixed =
      hparams.is_recr[il] === true
        ? mamba2Layer(model, recurrent, il, normed)
        : attend(model, inputs, positions, il, normed)
    const [a, b] = lastRows(model, il, out_ids, mixed, x)
    const middle = binary(scaled('residual_scale', a), b)
    const fed = feedForward(model, il, norm(model, middle, 'ffn_norm', il))
    x = binary(scaled('residual_scale', fed), middle)
  }
  return output(model, x, 'rms', (logits) => scaled('logit_scale', logits))
}

function attend(
  model: GraphModel,
  inputs: AttentionInputs,
  positions: Tensor | undefined,
  il: number,
  x: Tensor,
): Tensor {
  const { q, k, v } = queryKeyValue(model, il, x)
  const rotated = (tensor: Tensor) =>
    positions === undefined ? tensor : rope(tensor, positions, ropeFactors(model, il))
  const read = attention(model, inputs, cachesOf(model, il, inputs.cells), il, rotated(q), rotated(k), v, false)
  return project(model, 'attn_output', il, read)
}
