import type { TensorGroup } from './facts.ts'
import type { TensorType } from './tensor-types.ts'

/** Names of `general.file_type` (llama.h, enum llama_ftype), as llama-quantize takes them. */
const FILE_TYPES: Record<number, string> = {
  0: 'F32',
  1: 'F16',
  2: 'Q4_0',
  3: 'Q4_1',
  7: 'Q8_0',
  8: 'Q5_0',
  9: 'Q5_1',
  10: 'Q2_K',
  11: 'Q3_K_S',
  12: 'Q3_K_M',
  13: 'Q3_K_L',
  14: 'Q4_K_S',
  15: 'Q4_K_M',
  16: 'Q5_K_S',
  17: 'Q5_K_M',
  18: 'Q6_K',
  19: 'IQ2_XXS',
  20: 'IQ2_XS',
  21: 'Q2_K_S',
  22: 'IQ3_XS',
  23: 'IQ3_XXS',
  24: 'IQ1_S',
  25: 'IQ4_NL',
  26: 'IQ3_S',
  27: 'IQ3_M',
  28: 'IQ2_S',
  29: 'IQ2_M',
  30: 'IQ4_XS',
  31: 'IQ1_M',
  32: 'BF16',
  36: 'TQ1_0',
  37: 'TQ2_0',
  38: 'MXFP4_MOE',
  39: 'NVFP4',
  40: 'Q1_0',
  41: 'Q2_0',
}

/** Set where the type was guessed when the file was made (llama.h, LLAMA_FTYPE_GUESSED). */
const GUESSED = 1024

/** The name of a file's quantisation mix, or undefined for a number that is not known here. */
export function precisionOfFileType(file_type: number): string | undefined {
  return FILE_TYPES[file_type >= GUESSED ? file_type - GUESSED : file_type]
}

/** Types that make a mix of the same name when all large tensors of the layers have them. */
const UNIFORM = new Set<TensorType>([
  ...(['f32', 'f16', 'bf16', 'q4_0', 'q4_1', 'q5_0', 'q5_1', 'q8_0', 'q6_K'] as const),
  ...(['iq4_nl', 'iq4_xs', 'tq1_0', 'tq2_0', 'nvfp4', 'q1_0', 'q2_0'] as const),
])

/**
 * The mix that the layers' matrices are quantised by, for a file that does not say: only where the types leave no
 * doubt, else `mixed`.
 */
export function precisionOfTensors(groups: readonly TensorGroup[]): string {
  const types = new Set<TensorType>()
  for (const { type, shape, layers } of groups) {
    if (layers !== undefined && shape.length > 1) types.add(type)
  }
  // Routers and the like stay F32 in every mix (llama-quant.cpp, tensor_allows_quantization).
  if (types.size > 1) types.delete('f32')
  const [first] = types
  if (types.size === 1 && first !== undefined && UNIFORM.has(first)) return first.toUpperCase()
  // Only the medium mixes take q6_K within the layers, and q4_K with some q5_K is the small one; q4_K alone may be
  // either (llama-quant.cpp, llama_tensor_get_type_impl).
  const is = (...wanted: TensorType[]): boolean =>
    types.size === wanted.length && wanted.every((type) => types.has(type))
  if (is('q4_K', 'q6_K') || is('q4_K', 'q5_K', 'q6_K')) return 'Q4_K_M'
  if (is('q4_K', 'q5_K')) return 'Q4_K_S'
  if (is('q5_K', 'q6_K')) return 'Q5_K_M'
  return 'mixed'
}
