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
    ...(isSliding || !m.flags.keys_as_values ? [['attn_v.weight', m.n_embd, kv] as const] : []),
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

/** The embeddings by layer that the small models have: the tensors outside the layers, and one layer's. */
function perLayerInputs(m: ModelShape): { readonly outside: TensorRow[]; readonly layer: TensorRow[] } {
  const width = m.number('embedding_length_per_layer_input')
  if (width === 0) return { outside: [], layer: [] }
  return {
    outside: [
      ['per_layer_token_embd.weight', width * m.n_layer, m.n_vocab],
      ['per_layer_model_proj.weight', m.n_embd, width * m.n_layer],
      norm('per_layer_proj_norm', width),
    ],
    layer: [['inp_gate.weight', m.n_embd, width], ['proj.weight', width, m.n_embd], norm('post_norm', m.n_embd)],
  }
}

/** Source: src/models/gemma4.cpp load_arch_tensors(). */
export function gemma4Inventory(m: ModelShape): InventoryTensor[] {
  const pattern = m.list('attention.sliding_window_pattern')
  const inputs = perLayerInputs(m)
  return assemble([...head(m), ...inputs.outside], m.n_layer, (layer) => [
    norm('attn_norm', m.n_embd),
    ...attention(m, layer, pattern[layer] === true),
    norm('post_attention_norm', m.n_embd),
    norm('layer_output_scale', 1),
    norm('ffn_norm', m.n_embd),
    ...feedForward(m, m.at('feed_forward_length', layer)),
    norm('post_ffw_norm', m.n_embd),
    ...expertPart(m),
    ...inputs.layer,
  ])
}
