import { project } from '../attention.ts'
import { embedTokens } from '../embedding.ts'
import { expertsOrDense } from '../expert-layers.ts'
import type { GraphModel } from '../graph-model.ts'
import { lastRows } from '../last-rows.ts'
import { norm, pinToLayer } from '../norm.ts'
import { binary, fresh, getRows, input, rope, view } from '../ops.ts'
import type { GraphResult } from '../output.ts'
import { queryKeyValue } from '../query-key-value.ts'
import type { Tensor } from '../tensor.ts'
import { uncachedAttention } from '../uncached-attention.ts'

/**
 * BERT, and Nomic's and Jina's versions with RoPE: encoders without a cache and without logits, with norms after the sums
 * (src/models/bert.cpp, nomic-bert.cpp, jina-bert-v3.cpp; nomic-bert-moe.cpp has experts in every other layer).
 */
export function buildBert(model: GraphModel): GraphResult {
  const { hparams, n_tokens } = model
  const positions = input('i32', n_tokens)
  let x = embeddingNorm(model, embedSegments(model, positions))
  const attend = uncachedAttention(model)
  const out_ids = input('i32', model.n_outputs)
  const rotate = (tensor: Tensor) => (hparams.architecture === 'bert' ? tensor : rope(tensor, positions))
  for (const il of model.layers) {
    const { q, k, v } = queryKeyValue(model, il, x)
    const read = attend(il, rotate(q), rotate(k), v)
    const attended = project(model, 'attn_output', il, read)
    const [rows, stream] = lastRows(model, il, out_ids, attended, x)
    const middle = norm(model, binary(rows, stream), 'attn_output_norm', il, 'layer')
    x = norm(model, binary(feedForward(model, il, middle), middle), 'layer_output_norm', il, 'layer')
  }
  model.expand(x)
  return { kept: [x] }
}

const feedForward = expertsOrDense({ gating: 'softmax', normalise: false, scaled: false })

/** Token rows, the row of the first segment, and position rows where the model has a table of them. */
function embedSegments(model: GraphModel, positions: Tensor): Tensor {
  let x = embedTokens(model)
  const segments = model.weight('token_types.weight', -1)
  if (segments !== undefined) x = binary(x, view(segments, [model.hparams.n_embd]))
  const table = model.weight('position_embd.weight', -1)
  return table === undefined ? x : binary(getRows(table, positions), x)
}

/** A norm outside the layers that is built, and kept in place, as part of layer 0. */
function embeddingNorm(model: GraphModel, x: Tensor): Tensor {
  const plain = fresh(x)
  pinToLayer(model, plain, 0)
  return binary(binary(plain, model.need('token_embd_norm.weight', -1)), model.need('token_embd_norm.bias', -1))
}
