import { experts, feedForward, head, norm, sharedExpert } from './parts.ts'
import { assemble, type InventoryTensor, type ModelShape, type TensorRow } from './tensor.ts'

/** Kimi delta attention: a linear attention with a convolution and two gates of low rank. */
function deltaAttention(m: ModelShape): TensorRow[] {
  const n_head = m.number('attention.head_count')
  const head_width = m.number('kda.head_dim')
  const width = n_head * head_width
  const parts = ['q', 'k', 'v']
  return [
    ...parts.map((part): TensorRow => [`ssm_conv1d_${part}.weight`, m.number('ssm.conv_kernel'), 1, width, 1]),
    ...parts.map((part): TensorRow => [`attn_${part}.weight`, m.n_embd, width]),
    ['ssm_f_a.weight', m.n_embd, head_width],
    ['ssm_f_b.weight', head_width, width],
    ['ssm_beta.weight', m.n_embd, n_head],
    ['ssm_a', 1, n_head, 1, 1],
    ['ssm_dt.bias', width],
    ['ssm_g_a.weight', m.n_embd, head_width],
    ['ssm_g_b.weight', head_width, width],
    norm('ssm_norm', head_width),
    ['attn_output.weight', width, m.n_embd],
  ]
}

/** Multi-head latent attention without a rank of the queries. */
function latentAttention(m: ModelShape): TensorRow[] {
  const n_head = m.number('attention.head_count')
  const rank = m.number('attention.kv_lora_rank')
  const rotated = m.number('rope.dimension_count')
  const head_k = m.number('attention.key_length_mla')
  const head_v = m.number('attention.value_length_mla')
  return [
    norm('attn_kv_a_norm', rank),
    ['attn_q.weight', m.n_embd, n_head * head_k],
    ['attn_kv_a_mqa.weight', m.n_embd, rank + rotated],
    ['attn_k_b.weight', head_k - rotated, rank, n_head],
    ['attn_v_b.weight', rank, head_v, n_head],
    ['attn_output.weight', n_head * head_v, m.n_embd],
  ]
}

/** Latent attention where the layer has key/value heads, else Kimi delta attention. Source: src/models/kimi-linear.cpp. */
export function kimiLinearInventory(m: ModelShape): InventoryTensor[] {
  const width = m.number('expert_feed_forward_length')
  return assemble(head(m), m.n_layer, (layer) => [
    norm('attn_norm', m.n_embd),
    ...(m.at('attention.head_count_kv', layer) === 0 ? deltaAttention(m) : latentAttention(m)),
    norm('ffn_norm', m.n_embd),
    ...(layer < m.number('leading_dense_block_count')
      ? feedForward(m, m.number('feed_forward_length'))
      : [...experts(m, width), ...sharedExpert(m, width * m.number('expert_shared_count'))]),
  ])
}
