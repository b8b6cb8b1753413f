import { embedTokens } from '../embedding.ts'
import type { GraphModel } from '../graph-model.ts'
import { norm } from '../norm.ts'
import { input, unary } from '../ops.ts'
import type { GraphResult } from '../output.ts'
import { uncachedAttention } from '../uncached-attention.ts'
import { gemmaLayers } from './gemma.ts'

/** EmbeddingGemma: Gemma 3's layers without a cache and without logits (src/models/gemma-embedding.cpp). */
export function buildGemmaEmbedding(model: GraphModel): GraphResult {
  const x = unary(embedTokens(model))
  const positions = input('i32', model.n_tokens)
  const attend = uncachedAttention(model)
  const out_ids = input('i32', model.n_outputs)
  const normed = norm(model, gemmaLayers(model, x, positions, attend, out_ids), 'output_norm', -1)
  model.expand(normed)
  return { kept: [normed] }
}
