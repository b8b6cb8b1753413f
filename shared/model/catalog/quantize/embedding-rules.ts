import { blockLength, type TensorType } from '../../tensor-types.ts'
import { baseType, type Precision } from './precision.ts'

const LOW_BIT_OUTPUT: ReadonlySet<Precision> = new Set(['IQ2_XXS', 'IQ2_XS', 'IQ2_S', 'IQ2_M', 'IQ3_XXS'])

/** The type of `output.weight`, or of the token embedding that stands in for it. */
export function outputRule(precision: Precision, architecture: string, columns: number): TensorType {
  const base = baseType(precision)
  if (precision === 'MXFP4_MOE' || architecture === 'falcon' || columns % blockLength(base) !== 0) return 'q8_0'
  if (LOW_BIT_OUTPUT.has(precision)) return 'q5_K'
  return base === 'q8_0' ? 'q8_0' : 'q6_K'
}

const LOW_BIT_EMBEDDING: Partial<Record<Precision, TensorType>> = {
  IQ2_XXS: 'q2_K',
  IQ2_XS: 'q2_K',
  IQ2_S: 'iq3_s',
  IQ2_M: 'iq3_s',
  IQ3_XXS: 'iq3_s',
}

/** The type of a token embedding that is not the output too; of the per-layer embedding table as well. */
export function embeddingRule(precision: Precision): TensorType {
  return LOW_BIT_EMBEDDING[precision] ?? baseType(precision)
}
