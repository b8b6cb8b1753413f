import type { ModelShape, TensorRow } from './tensor.ts'

// Names and shapes: src/llama-arch.cpp LLM_TENSOR_NAMES and each architecture's load_arch_tensors() in src/models/.

export const norm = (name: string, length: number): TensorRow => [`${name}.weight`, length]

/** Embedding, final norm and, unless tied, the output projection. */
export function head(m: ModelShape, finalNorm = 'output_norm'): TensorRow[] {
  return [
    ['token_embd.weight', m.n_embd, m.n_vocab],
    norm(finalNorm, m.n_embd),
    ...(m.flags.tied_embeddings ? [] : [['output.weight', m.n_embd, m.n_vocab] as const]),
    ...(m.flags.rope_freqs ? [norm('rope_freqs', m.number('attention.key_length') / 2)] : []),
    ...(m.flags.rope_factors
      ? ['long', 'short'].map((which) => norm(`rope_factors_${which}`, m.number('rope.dimension_count') / 2))
      : []),
  ]
}

/** Widths of one layer's attention: all query heads, all key heads, all value heads, one head. */
export function attentionWidths(m: ModelShape, layer: number) {
  const head_k = m.number('attention.key_length')
  const head_v = m.number('attention.value_length')
  const n_head = m.at('attention.head_count', layer)
  const n_head_kv = m.at('attention.head_count_kv', layer)
  return { n_head, head_k, q: n_head * head_k, k: n_head_kv * head_k, v: n_head_kv * head_v, out: n_head * head_v }
}

/** Separate query, key and value projections. `q` where queries carry more than the heads (a gate). */
export function splitAttention(m: ModelShape, layer: number, q = attentionWidths(m, layer).q): TensorRow[] {
  const { k, v, out } = attentionWidths(m, layer)
  const bias: TensorRow[] = [
    ['attn_q.bias', q],
    ['attn_k.bias', k],
    ['attn_v.bias', v],
  ]
  return [
    ['attn_q.weight', m.n_embd, q],
    ['attn_k.weight', m.n_embd, k],
    ['attn_v.weight', m.n_embd, v],
    ...(m.flags.qkv_bias ? bias : []),
    ['attn_output.weight', out, m.n_embd],
  ]
}

/** Query, key and value projections in one tensor. */
export function fusedAttention(m: ModelShape, layer: number): TensorRow[] {
  const { q, k, v, out } = attentionWidths(m, layer)
  return [
    ['attn_qkv.weight', m.n_embd, q + k + v],
    ['attn_output.weight', out, m.n_embd],
  ]
}

/** Norms over each head, or over the whole projection. */
export function queryKeyNorms(m: ModelShape, layer: number, over: 'head' | 'full'): TensorRow[] {
  const { q, k, head_k } = attentionWidths(m, layer)
  return over === 'head'
    ? [norm('attn_q_norm', head_k), norm('attn_k_norm', head_k)]
    : [norm('attn_q_norm', q), norm('attn_k_norm', k)]
}

/** `gated`: gate, up, down. `plain`: up, down. `fused`: gate and up in one tensor named up. */
export type FeedForwardKind = 'gated' | 'plain' | 'fused'

export function feedForward(m: ModelShape, width: number, kind: FeedForwardKind = 'gated', suffix = ''): TensorRow[] {
  return [
    ...(kind === 'gated' ? [[`ffn_gate${suffix}.weight`, m.n_embd, width] as const] : []),
    [`ffn_up${suffix}.weight`, m.n_embd, kind === 'fused' ? 2 * width : width],
    [`ffn_down${suffix}.weight`, width, m.n_embd],
  ]
}

/** Router and stacked experts; `fused`: gate and up of an expert in one tensor. */
export function experts(m: ModelShape, width: number, kind: FeedForwardKind = 'gated'): TensorRow[] {
  const n = m.number('expert_count')
  return [
    ['ffn_gate_inp.weight', m.n_embd, n],
    ...(m.flags.router_bias ? [['exp_probs_b.bias', n] as const] : []),
    ...(kind === 'gated' ? [['ffn_gate_exps.weight', m.n_embd, width, n] as const] : []),
    kind === 'fused' ? ['ffn_gate_up_exps.weight', m.n_embd, 2 * width, n] : ['ffn_up_exps.weight', m.n_embd, width, n],
    ['ffn_down_exps.weight', width, m.n_embd, n],
  ]
}

/** The expert that every token visits, or nothing when `width` is 0. */
export function sharedExpert(m: ModelShape, width: number, kind: FeedForwardKind = 'gated'): TensorRow[] {
  return width === 0 ? [] : feedForward(m, width, kind, '_shexp')
}
