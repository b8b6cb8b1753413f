import { experts, feedForward, head, norm } from './parts.ts'
import { assemble, type InventoryTensor, type ModelShape, type TensorRow } from './tensor.ts'

/** Sliding-window layers have heads of another width; full layers may use the keys as values. */
function attention(m: ModelShape, layer: number, isSliding: boolean): TensorRow[] {
  const width = m.number(isSliding ? 'attention.key_length_swa' : 'attention.key_length')
  const q = m.at('attention.head_count', layer) * width
  const kv = m.at('attention.head_count_kv', layer) * width
  return [
    ['attn_q.weight', m.n_embd, q],
    ['attn_k.weight', m.n_embd, kv],
    ...(isSliding ? [['attn_v.weight', m.n_embd, kv] as const] : []),
    ['attn_output.weight', q, m.n_embd],
    norm('attn_q_norm', width),
    norm('attn_k_norm', width),
  ]
}

/** Routed experts beside the dense feed-forward part, with their own norms and scales. */
function expertPart(m: ModelShape): TensorRow[] {
  if (m.optional('expert_count') === 0) return []
  return [
    ['ffn_gate_inp.scale', m.n_embd],
    norm('pre_ffw_norm_2', m.n_embd),
    norm('post_ffw_norm_1', m.n_embd),
    norm('post_ffw_norm_2', m.n_embd),
    ...experts(m, m.number('expert_feed_forward_length'), 'fused'),
    ['ffn_down_exps.scale', m.number('expert_count')],
  ]
}

/** The models without per-layer embeddings. Source: src/models/gemma4.cpp load_arch_tensors(). */
export function gemma4Inventory(m: ModelShape): InventoryTensor[] {
  const pattern = m.list('attention.sliding_window_pattern')
  return assemble(head(m), m.n_layer, (layer) => [
    norm('attn_norm', m.n_embd),
    ...attention(m, layer, pattern[layer] === true),
    norm('post_attention_norm', m.n_embd),
    norm('layer_output_scale', 1),
    norm('ffn_norm', m.n_embd),
    ...feedForward(m, m.number('feed_forward_length')),
    norm('post_ffw_norm', m.n_embd),
    ...expertPart(m),
  ])
}
