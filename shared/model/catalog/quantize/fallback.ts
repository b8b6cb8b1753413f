import { blockLength, type TensorType } from '../../tensor-types.ts'

/** Types of 256-weight blocks and what stands in for them when a row is not a multiple of 256. */
const SMALLER_BLOCK: Partial<Record<TensorType, TensorType>> = {
  iq2_xxs: 'iq4_nl',
  iq2_xs: 'iq4_nl',
  iq2_s: 'iq4_nl',
  iq3_xxs: 'iq4_nl',
  iq3_s: 'iq4_nl',
  iq4_xs: 'iq4_nl',
  q2_K: 'q4_0',
  q3_K: 'q4_0',
  q4_K: 'q5_0',
  q5_K: 'q5_1',
  q6_K: 'q8_0',
}

/** The type a row of `columns` weights can really have. Source: src/llama-quant.cpp tensor_type_fallback(). */
export function fittingType(wanted: TensorType, columns: number): TensorType {
  if (columns % blockLength(wanted) === 0) return wanted
  const smaller = SMALLER_BLOCK[wanted] ?? wanted
  return columns % blockLength(smaller) === 0 ? smaller : 'f16'
}
