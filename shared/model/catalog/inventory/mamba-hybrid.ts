import { experts, feedForward, head, norm, sharedExpert, splitAttention } from './parts.ts'
import { assemble, type InventoryTensor, type ModelShape, type TensorRow } from './tensor.ts'

/** A Mamba-2 mixer without its norm. Source: src/models/mamba-base.cpp and the loaders of its users. */
function plainMamba2(m: ModelShape): TensorRow[] {
  const inner = m.number('ssm.inner_size')
  const groups = m.number('ssm.group_count')
  const n_head = m.number('ssm.time_step_rank')
  const convolved = inner + 2 * groups * m.number('ssm.state_size')
  return [
    ['ssm_in.weight', m.n_embd, inner + convolved + n_head],
    ['ssm_conv1d.weight', m.number('ssm.conv_kernel'), convolved],
    ['ssm_conv1d.bias', convolved],
    ['ssm_dt.bias', n_head],
    ['ssm_a', 1, n_head],
    ['ssm_d', 1, n_head],
    ['ssm_out.weight', inner, m.n_embd],
  ]
}

/** The norm inside the mixer, which Falcon H1 has not. */
function mixerNorm(m: ModelShape): TensorRow {
  const groups = m.number('ssm.group_count')
  return ['ssm_norm.weight', m.number('ssm.inner_size') / groups, groups]
}

function mamba2(m: ModelShape): TensorRow[] {
  return [...plainMamba2(m), mixerNorm(m)]
}

/** Mamba-2 mixers only, no feed-forward part. Source: src/models/mamba2.cpp. */
export function mamba2Inventory(m: ModelShape): InventoryTensor[] {
  return assemble(head(m), m.n_layer, () => [norm('attn_norm', m.n_embd), ...mamba2(m)])
}

/** Attention where the layer has key/value heads, else a Mamba-2 mixer. Source: src/models/granite-hybrid.cpp. */
export function graniteHybridInventory(m: ModelShape): InventoryTensor[] {
  const width = m.number('feed_forward_length')
  const feed =
    m.optional('expert_count') === 0
      ? feedForward(m, width)
      : [...experts(m, width), ...sharedExpert(m, m.number('expert_shared_feed_forward_length'))]
  return assemble(head(m), m.n_layer, (layer) => [
    norm('attn_norm', m.n_embd),
    ...(m.at('attention.head_count_kv', layer) === 0 ? mamba2(m) : splitAttention(m, layer)),
    norm('ffn_norm', m.n_embd),
    ...feed,
  ])
}

/** One part a layer: attention, a plain feed-forward part or a Mamba-2 mixer. Source: src/models/nemotron-h.cpp. */
export function nemotronHybridInventory(m: ModelShape): InventoryTensor[] {
  return assemble(head(m), m.n_layer, (layer) => {
    const width = m.at('feed_forward_length', layer)
    if (m.at('attention.head_count_kv', layer) > 0) return [norm('attn_norm', m.n_embd), ...splitAttention(m, layer)]
    return [norm('attn_norm', m.n_embd), ...(width > 0 ? feedForward(m, width, 'plain') : mamba2(m))]
  })
}

/** A mixer beside attention in every layer; the norm before the feed-forward part has no suffix. Source: src/models/falcon-h1.cpp. */
export function falconH1Inventory(m: ModelShape): InventoryTensor[] {
  return assemble(head(m), m.n_layer, (layer) => [
    norm('attn_norm', m.n_embd),
    ...plainMamba2(m),
    ...splitAttention(m, layer),
    ['ffn_norm', m.n_embd],
    ...feedForward(m, m.number('feed_forward_length')),
  ])
}
