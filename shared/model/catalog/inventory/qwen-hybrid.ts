import {
  attentionWidths,
  experts,
  feedForward,
  head,
  norm,
  queryKeyNorms,
  sharedExpert,
  splitAttention,
} from './parts.ts'
import { assemble, type InventoryTensor, type ModelShape, type TensorRow } from './tensor.ts'

/** Gated delta net: a linear attention with a state of fixed size. */
function deltaNet(m: ModelShape): TensorRow[] {
  const n_value_head = m.number('ssm.time_step_rank')
  const head_width = m.number('ssm.state_size')
  const values = m.number('ssm.inner_size')
  const mixed = 2 * m.number('ssm.group_count') * head_width + values
  const gates: TensorRow[] =
    m.architecture === 'qwen3next'
      ? [['ssm_ba.weight', m.n_embd, 2 * n_value_head]]
      : [
          ['ssm_beta.weight', m.n_embd, n_value_head],
          ['ssm_alpha.weight', m.n_embd, n_value_head],
        ]
  return [
    ['attn_qkv.weight', m.n_embd, mixed],
    ['attn_gate.weight', m.n_embd, values],
    ['ssm_conv1d.weight', m.number('ssm.conv_kernel'), mixed],
    ['ssm_dt.bias', n_value_head],
    ['ssm_a', n_value_head],
    ...gates,
    norm('ssm_norm', head_width),
    ['ssm_out.weight', values, m.n_embd],
  ]
}

function feedForwardPart(m: ModelShape): TensorRow[] {
  if (m.optional('expert_count') === 0) return feedForward(m, m.number('feed_forward_length'))
  return [
    ...experts(m, m.number('expert_feed_forward_length')),
    norm('ffn_gate_inp_shexp', m.n_embd),
    ...sharedExpert(m, m.number('expert_shared_feed_forward_length')),
  ]
}

/** What a layer for drafts (MTP) adds: it reads a token and the state before it. */
function draftPart(m: ModelShape): TensorRow[] {
  return [
    ['nextn.eh_proj.weight', 2 * m.n_embd, m.n_embd],
    ...['enorm', 'hnorm', 'shared_head_norm'].map((name) => norm(`nextn.${name}`, m.n_embd)),
  ]
}

/**
 * qwen3next, qwen35, qwen35moe: full attention (with a gate beside the queries) in every fourth layer, a gated delta
 * net in the others; layers for drafts come last and have full attention. Source: src/models/qwen3next.cpp, qwen35.cpp, qwen35moe.cpp.
 */
export function qwenHybridInventory(m: ModelShape): InventoryTensor[] {
  const interval = m.number('full_attention_interval')
  const first_draft = m.n_layer - m.optional('nextn_predict_layers')
  return assemble(head(m), m.n_layer, (layer) => [
    norm('attn_norm', m.n_embd),
    norm('post_attention_norm', m.n_embd),
    ...((layer + 1) % interval === 0 || layer >= first_draft
      ? [...splitAttention(m, layer, 2 * attentionWidths(m, layer).q), ...queryKeyNorms(m, layer, 'head')]
      : deltaNet(m)),
    ...feedForwardPart(m),
    ...(layer >= first_draft ? draftPart(m) : []),
  ])
}
