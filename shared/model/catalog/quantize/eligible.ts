/** Parts of names whose tensors keep the type they were converted with. */
const KEPT_PARTS = [
  '_norm.weight',
  'ffn_gate_inp.weight',
  'altup',
  'laurel',
  'per_layer_model_proj',
  'ssm_conv1d',
  'shortconv.conv.weight',
  'attn_rel_b.weight',
  'indexer.k_proj.weight',
  'indexer.q_proj.weight',
] as const

const KEPT_NAMES: ReadonlySet<string> = new Set(['position_embd.weight', 'token_types.weight'])

/**
 * Whether the quantiser touches this tensor at all: weights with two or more dimensions, but no norms, expert
 * routers, small recurrent and per-layer matrices. Only the exceptions of the catalog's architectures are listed.
 * Source: src/llama-quant.cpp tensor_allows_quantization().
 */
export function isQuantizable(name: string, shape: readonly number[]): boolean {
  const dimensions = shape.findLastIndex((n) => n > 1) + 1
  return (
    dimensions >= 2 &&
    name.endsWith('weight') &&
    !KEPT_NAMES.has(name) &&
    !KEPT_PARTS.some((part) => name.includes(part))
  )
}
