import { feedForward, head, norm, queryKeyNorms, splitAttention } from './parts.ts'
import { assemble, type InventoryTensor, type ModelShape } from './tensor.ts'

/** Gemma 3's layers, and two dense layers over the pooled output. Source: src/models/gemma-embedding.cpp. */
export function gemmaEmbeddingInventory(m: ModelShape): InventoryTensor[] {
  const outside = [
    ...head(m),
    ['dense_2.weight', m.number('dense_2_feat_in'), m.number('dense_2_feat_out')],
    ['dense_3.weight', m.number('dense_3_feat_in'), m.number('dense_3_feat_out')],
  ] as const
  return assemble(outside, m.n_layer, (layer) => [
    norm('attn_norm', m.n_embd),
    ...splitAttention(m, layer),
    ...queryKeyNorms(m, layer, 'head'),
    norm('post_attention_norm', m.n_embd),
    norm('ffn_norm', m.n_embd),
    ...feedForward(m, m.number('feed_forward_length')),
    norm('post_ffw_norm', m.n_embd),
  ])
}
