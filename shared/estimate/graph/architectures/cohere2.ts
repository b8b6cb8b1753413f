import { project } from '../attention.ts'
import { embedTokens } from '../embedding.ts'
import { denseFeedForward } from '../feed-forward.ts'
import type { GraphModel } from '../graph-model.ts'
import { hparamNumber } from '../hparam-values.ts'
import { lastRows } from '../last-rows.ts'
import { layerAttention } from '../layer-attention.ts'
import { norm } from '../norm.ts'
import { binary, input, rope, unary } from '../ops.ts'
import { type GraphResult, output } from '../output.ts'
import { queryKeyValue, ropeFactors } from '../query-key-value.ts'
import type { Tensor } from '../tensor.ts'

/** Command R7B: attention and feed-forward side by side after one layer norm; full layers have no positions (src/models/cohere2.cpp). */
export function buildCohere2(model: GraphModel): GraphResult {
  let x = embedTokens(model)
  const positions = input('i32', model.n_tokens)
  const attend = layerAttention(model)
  const out_ids = input('i32', model.n_outputs)
  for (const il of model.layers) {
    const normed = norm(model, x, 'attn_norm', il, 'layer')
    const { q, k, v } = queryKeyValue(model, il, normed)
    const placed = (tensor: Tensor) =>
      model.hparams.is_swa[il] ? rope(tensor, positions, ropeFactors(model, il)) : tensor
    const read = project(model, 'attn_output', il, attend(il, placed(q), placed(k), v))
    const [attended, residual, fed] = lastRows(model, il, out_ids, read, x, normed)
    x = binary(binary(denseFeedForward(model, il, fed), residual), attended)
  }
  const scaled = hparamNumber(model, 'logit_scale') !== 0
  return output(model, x, 'layer', (logits) => (scaled ? unary(logits) : logits))
}
