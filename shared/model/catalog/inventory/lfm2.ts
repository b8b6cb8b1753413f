import { experts, feedForward, head, norm, queryKeyNorms, splitAttention } from './parts.ts'
import { assemble, type InventoryTensor, type ModelShape, type TensorRow } from './tensor.ts'

function shortConvolution(m: ModelShape): TensorRow[] {
  return [
    ['shortconv.conv.weight', m.number('shortconv.l_cache'), m.n_embd],
    ['shortconv.in_proj.weight', m.n_embd, 3 * m.n_embd],
    ['shortconv.out_proj.weight', m.n_embd, m.n_embd],
  ]
}

/** lfm2 and lfm2moe: attention where the layer has key/value heads, else a short convolution. Source: src/models/lfm2.cpp. */
export function lfm2Inventory(m: ModelShape): InventoryTensor[] {
  const hasExperts = m.optional('expert_count') > 0
  return assemble(head(m, 'token_embd_norm'), m.n_layer, (layer) => [
    norm('attn_norm', m.n_embd),
    ...(m.at('attention.head_count_kv', layer) === 0
      ? shortConvolution(m)
      : [...queryKeyNorms(m, layer, 'head'), ...splitAttention(m, layer)]),
    norm('ffn_norm', m.n_embd),
    ...(hasExperts && layer >= m.number('leading_dense_block_count')
      ? experts(m, m.number('expert_feed_forward_length'))
      : feedForward(m, m.number('feed_forward_length'))),
  ])
}
