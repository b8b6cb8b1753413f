import { blockLength, tensorBytes, type TensorType } from '../../tensor-types.ts'

/**
 * Precisions of a whole file, as `llama-quantize` names them, with the type that most of its weights get.
 * Source: tools/quantize/quantize.cpp `QUANT_OPTIONS`; src/llama-quant.cpp llama_ftype_get_default_type().
 * In order of size: by bits per weight of an 8B llama, dense; MXFP4_MOE by what a mixture of experts gets.
 */
const BASE_TYPE = {
  IQ2_XXS: 'iq2_xxs',
  IQ2_XS: 'iq2_xs',
  IQ2_S: 'iq2_xs',
  IQ2_M: 'iq2_s',
  Q2_K_S: 'q2_K',
  Q2_K: 'q2_K',
  IQ3_XXS: 'iq3_xxs',
  IQ3_XS: 'iq3_s',
  Q3_K_S: 'q3_K',
  IQ3_S: 'iq3_s',
  IQ3_M: 'iq3_s',
  Q3_K_M: 'q3_K',
  Q3_K_L: 'q3_K',
  IQ4_XS: 'iq4_xs',
  Q4_0: 'q4_0',
  Q4_K_S: 'q4_K',
  IQ4_NL: 'iq4_nl',
  Q4_K_M: 'q4_K',
  Q4_1: 'q4_1',
  MXFP4_MOE: 'mxfp4',
  Q5_0: 'q5_0',
  Q5_K_S: 'q5_K',
  Q5_K_M: 'q5_K',
  Q5_1: 'q5_1',
  Q6_K: 'q6_K',
  Q8_0: 'q8_0',
  F16: 'f16',
  BF16: 'bf16',
  F32: 'f32',
} as const satisfies Record<string, TensorType>

export type Precision = keyof typeof BASE_TYPE

export const PRECISION_NAMES = Object.keys(BASE_TYPE) as Precision[]

/** The type that a precision gives to a weight without a rule of its own. */
export function baseType(precision: Precision): TensorType {
  return BASE_TYPE[precision]
}

export function isPrecision(name: string): name is Precision {
  return Object.hasOwn(BASE_TYPE, name)
}

/** True for the types that store blocks with a shared scale. */
export function isQuantized(type: TensorType): boolean {
  return blockLength(type) > 1
}

/** Bits that one weight of this type takes, its share of the block's scales included. */
export function bitsPerWeight(type: TensorType): number {
  const length = blockLength(type)
  return (tensorBytes(type, [length]) * 8) / length
}
