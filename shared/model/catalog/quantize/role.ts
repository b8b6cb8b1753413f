/** What a tensor is for, as coarse as the quantiser cares. */
export type TensorRole =
  | 'token_embd'
  | 'output'
  | 'attn_q'
  | 'attn_k'
  | 'attn_v'
  | 'attn_qkv'
  | 'attn_kv_b'
  | 'attn_output'
  | 'ffn_up'
  | 'ffn_gate'
  | 'ffn_down'
  | 'other'

/** Looked for inside the name, in this order; expert tensors (`ffn_up_exps`) share the role of the dense ones. */
const ROLE_BY_PART: readonly (readonly [string, TensorRole])[] = [
  ['attn_qkv.weight', 'attn_qkv'],
  ['attn_kv_b.weight', 'attn_kv_b'],
  ['attn_v.weight', 'attn_v'],
  ['attn_k.weight', 'attn_k'],
  ['attn_q.weight', 'attn_q'],
  ['attn_output.weight', 'attn_output'],
  ['ffn_up', 'ffn_up'],
  ['ffn_gate', 'ffn_gate'],
  ['ffn_down', 'ffn_down'],
]

/** Source: src/llama-quant.cpp tensor_get_category(). */
export function tensorRole(name: string): TensorRole {
  if (name === 'output.weight') return 'output'
  if (name === 'token_embd.weight' || name === 'per_layer_token_embd.weight') return 'token_embd'
  return ROLE_BY_PART.find(([part]) => name.includes(part))?.[1] ?? 'other'
}

/** Roles that the quantiser counts and treats as the attention's value projection (category_is_attn_v()). */
export function isValueLike(role: TensorRole): boolean {
  return role === 'attn_v' || role === 'attn_qkv' || role === 'attn_kv_b'
}
