import { project } from '../attention.ts'
import { embedTokens } from '../embedding.ts'
import { expertsOrDense } from '../expert-layers.ts'
import type { GraphModel } from '../graph-model.ts'
import { lastRows } from '../last-rows.ts'
import { layerAttention } from '../layer-attention.ts'
import { norm } from '../norm.ts'
import { binary, input, rope, unary } from '../ops.ts'
import { type GraphResult, output } from '../output.ts'
import { queryKeyValue, ropeFactors } from '../query-key-value.ts'
import type { Tensor } from '../tensor.ts'

/** Maverick, the one Llama 4 that does not norm Q and K (LLM_TYPE_17B_128E). */
const EXPERTS_OF_MAVERICK = 128

/** Every n-th layer has no positions (llama_hparams::n_no_rope_layer_step). */
const NO_ROPE_STEP = 4

const feedForward = expertsOrDense({
  gating: 'sigmoid',
  normalise: false,
  scaled: false,
  weigh_first: true,
})

/** Llama 4: chunked attention, a temperature where there are no positions, a shared expert (src/models/llama4.cpp). */
export function buildLlama4(model: GraphModel): GraphResult {
  const { hparams, n_tokens } = model
  let x = embedTokens(model)
  const positions = input('i32', n_tokens)
  const temperature = input('f32', 1, 1, n_tokens)
  const attend = layerAttention(model)
  const out_ids = input('i32', model.n_outputs)
  const step = hparams.n_swa > 0 ? NO_ROPE_STEP : hparams.n_layer
  const headNorm = hparams.n_expert === EXPERTS_OF_MAVERICK ? (tensor: Tensor) => tensor : unary
  for (const il of model.layers) {
    const { q, k, v } = queryKeyValue(model, il, norm(model, x, 'attn_norm', il))
    const placed = (tensor: Tensor) => headNorm(rope(tensor, positions, ropeFactors(model, il)))
    const read = (il + 1) % step === 0 ? attend(il, binary(q, temperature), k, v) : attend(il, placed(q), placed(k), v)
    const [attended, residual] = lastRows(model, il, out_ids, project(model, 'attn_output', il, read), x)
    const middle = binary(attended, residual)
    x = binary(feedForward(model, il, norm(model, middle, 'ffn_norm', il)), middle)
  }
  return output(model, x)
}
