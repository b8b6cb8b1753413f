import { attentionWidths, experts, head, norm, splitAttention } from './parts.ts'
import { assemble, type InventoryTensor, type ModelShape } from './tensor.ts'

/** Biases everywhere, attention sinks, experts in every layer. Source: src/models/openai-moe.cpp. */
export function gptOssInventory(m: ModelShape): InventoryTensor[] {
  const n = m.number('expert_count')
  const width = m.number('expert_feed_forward_length')
  return assemble(head(m), m.n_layer, (layer) => [
    norm('attn_norm', m.n_embd),
    ...splitAttention(m, layer),
    ['attn_output.bias', m.n_embd],
    norm('attn_sinks', attentionWidths(m, layer).n_head),
    norm('post_attention_norm', m.n_embd),
    ...experts(m, width),
    ['ffn_gate_inp.bias', n],
    ['ffn_gate_exps.bias', width, n],
    ['ffn_up_exps.bias', width, n],
    ['ffn_down_exps.bias', m.n_embd, n],
  ])
}
