import {
  attentionWidths,
  experts,
  feedForward,
  fusedAttention,
  head,
  norm,
  queryKeyNorms,
  sharedExpert,
  splitAttention,
  type FeedForwardKind,
} from './parts.ts'
import { assemble, type InventoryTensor, type ModelShape, type TensorRow } from './tensor.ts'

/** How a plain transformer's layers differ between architectures. */
export type TransformerLayout = {
  /** Norms of a layer, all over the embedding width. */
  readonly norms: readonly string[]
  readonly qk_norm?: 'head' | 'full'
  readonly attention?: 'split' | 'fused'
  readonly feed_forward?: FeedForwardKind
  /** The shared expert has the width of one expert, and no key says so. */
  readonly shared_as_wide_as_expert?: true
  /** `attn_gate`: one gate a query head. */
  readonly head_gate?: true
}

const PRE_NORM = ['attn_norm', 'ffn_norm'] as const
const POST_NORM = ['post_attention_norm', 'post_ffw_norm'] as const

/** Architectures of equal layers with attention and a feed-forward part or experts. Source: src/models/<name>.cpp. */
export const TRANSFORMERS: Readonly<Record<string, TransformerLayout>> = {
  llama: { norms: PRE_NORM },
  llama4: { norms: PRE_NORM, shared_as_wide_as_expert: true },
  mistral3: { norms: PRE_NORM },
  granite: { norms: PRE_NORM },
  smollm3: { norms: PRE_NORM },
  internlm2: { norms: PRE_NORM },
  deepseek: { norms: PRE_NORM },
  qwen2: { norms: PRE_NORM },
  qwen3: { norms: PRE_NORM, qk_norm: 'head' },
  qwen3moe: { norms: PRE_NORM, qk_norm: 'head' },
  'hunyuan-dense': { norms: PRE_NORM, qk_norm: 'head' },
  'hunyuan-moe': { norms: PRE_NORM, qk_norm: 'head' },
  'ernie4_5-moe': { norms: PRE_NORM },
  dots1: { norms: PRE_NORM, qk_norm: 'head' },
  bailingmoe2: { norms: PRE_NORM, qk_norm: 'head', attention: 'fused' },
  'minimax-m2': { norms: PRE_NORM, qk_norm: 'full' },
  olmoe: { norms: PRE_NORM, qk_norm: 'full' },
  olmo2: { norms: POST_NORM, qk_norm: 'full' },
  exaone4: { norms: POST_NORM, qk_norm: 'head' },
  'command-r': { norms: ['attn_norm'] },
  cohere2: { norms: ['attn_norm'] },
  seed_oss: { norms: ['attn_norm', 'post_attention_norm'] },
  gemma2: { norms: [...PRE_NORM, ...POST_NORM] },
  gemma3: { norms: [...PRE_NORM, ...POST_NORM], qk_norm: 'head' },
  glm4: { norms: [...PRE_NORM, ...POST_NORM], feed_forward: 'fused' },
  glm4moe: { norms: ['attn_norm', 'post_attention_norm'] },
  step35: { norms: PRE_NORM, qk_norm: 'head', head_gate: true },
  mimo2: { norms: PRE_NORM },
  phi3: { norms: PRE_NORM, attention: 'fused', feed_forward: 'fused' },
}

function feedForwardOrExperts(m: ModelShape, layer: number, layout: TransformerLayout): TensorRow[] {
  const isDense = m.optional('expert_count') === 0 || layer < m.optional('leading_dense_block_count')
  if (isDense) return feedForward(m, m.at('feed_forward_length', layer), layout.feed_forward)
  const width = m.optional('expert_feed_forward_length') || m.at('feed_forward_length', layer)
  const shared = layout.shared_as_wide_as_expert
    ? width
    : m.optional('expert_shared_feed_forward_length') || width * m.optional('expert_shared_count')
  return [...experts(m, width), ...sharedExpert(m, shared)]
}

/** Gates and sinks of attention's heads; sinks only where the layer has a window. */
function perHead(m: ModelShape, layer: number, layout: TransformerLayout): TensorRow[] {
  const { n_head } = attentionWidths(m, layer)
  const windowed = m.list('attention.sliding_window_pattern')[layer] === true
  return [
    ...(layout.head_gate ? [['attn_gate.weight', m.n_embd, n_head] as const] : []),
    ...(m.flags.attention_sinks && windowed ? [norm('attn_sinks', n_head)] : []),
  ]
}

export function transformerInventory(m: ModelShape, layout: TransformerLayout): InventoryTensor[] {
  return assemble(head(m), m.n_layer, (layer) => [
    ...layout.norms.map((name) => norm(name, m.n_embd)),
    ...(layout.attention === 'fused' ? fusedAttention(m, layer) : splitAttention(m, layer)),
    ...(layout.qk_norm === undefined ? [] : queryKeyNorms(m, layer, layout.qk_norm)),
    ...perHead(m, layer, layout),
    ...feedForwardOrExperts(m, layer, layout),
  ])
}
