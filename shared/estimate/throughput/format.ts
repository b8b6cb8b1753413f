import type { TensorType } from '../../model/tensor-types.ts'

/**
 * Weight formats whose kernels run alike: on a CPU the same bytes cost several times more in one than in another,
 * on a GPU some tenths.
 */
export const FORMATS = ['f32', 'f16', 'bf16', 'q8', 'q5', 'q4', 'mxfp4', 'k', 'k_low', 'iq'] as const
export type Format = (typeof FORMATS)[number]

const OF_TYPE: Partial<Record<TensorType, Format>> = {
  f32: 'f32',
  f16: 'f16',
  bf16: 'bf16',
  q8_0: 'q8',
  q8_1: 'q8',
  q5_0: 'q5',
  q5_1: 'q5',
  q4_0: 'q4',
  q4_1: 'q4',
  iq4_nl: 'q4',
  mxfp4: 'mxfp4',
  nvfp4: 'mxfp4',
  q2_K: 'k_low',
  q3_K: 'k_low',
  iq1_s: 'iq',
  iq1_m: 'iq',
  iq2_xxs: 'iq',
  iq2_xs: 'iq',
  iq2_s: 'iq',
  iq3_xxs: 'iq',
  iq3_s: 'iq',
  tq1_0: 'iq',
  tq2_0: 'iq',
}

/** The group of a tensor type; K-quants of 4 bits and more (and `iq4_xs`) are `k`. */
export function formatOf(type: TensorType): Format {
  return OF_TYPE[type] ?? 'k'
}
