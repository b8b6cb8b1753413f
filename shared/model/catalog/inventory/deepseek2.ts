import { experts, feedForward, head, norm, sharedExpert } from './parts.ts'
import { assemble, type InventoryTensor, type ModelShape, type TensorRow } from './tensor.ts'

/**
 * Multi-head latent attention: keys and values are kept as one compressed row per token; the projections back to the
 * heads (`attn_k_b`, `attn_v_b`) are stored per head. Source: src/models/deepseek2.cpp load_arch_tensors().
 */
function latentAttention(m: ModelShape, layer: number): TensorRow[] {
  const n_head = m.at('attention.head_count', layer)
  const kv_rank = m.number('attention.kv_lora_rank')
  const q_rank = m.optional('attention.q_lora_rank')
  const rotated = m.number('rope.dimension_count')
  const head_k = m.number('attention.key_length_mla')
  const head_v = m.number('attention.value_length_mla')
  const query: TensorRow[] =
    q_rank === 0
      ? [['attn_q.weight', m.n_embd, n_head * head_k]]
      : [
          ['attn_q_a.weight', m.n_embd, q_rank],
          norm('attn_q_a_norm', q_rank),
          ['attn_q_b.weight', q_rank, n_head * head_k],
        ]
  return [
    ...query,
    ['attn_kv_a_mqa.weight', m.n_embd, kv_rank + rotated],
    norm('attn_kv_a_norm', kv_rank),
    ['attn_k_b.weight', head_k - rotated, kv_rank, n_head],
    ['attn_v_b.weight', kv_rank, head_v, n_head],
    ['attn_output.weight', n_head * head_v, m.n_embd],
  ]
}

export function deepseek2Inventory(m: ModelShape): InventoryTensor[] {
  const dense = m.number('leading_dense_block_count')
  const width = m.number('expert_feed_forward_length')
  return assemble(head(m), m.n_layer, (layer) => [
    norm('attn_norm', m.n_embd),
    ...latentAttention(m, layer),
    norm('ffn_norm', m.n_embd),
    ...(layer < dense
      ? feedForward(m, m.number('feed_forward_length'))
      : [...experts(m, width), ...sharedExpert(m, width * m.number('expert_shared_count'))]),
  ])
}
