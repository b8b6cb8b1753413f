/**
 * ggml tensor types: [GGUF number, weights per block, bytes per block].
 * Source: ggml/include/ggml.h `enum ggml_type`; ggml/src/ggml-common.h block structs; names as ggml_type_name() has them.
 */
const TABLE = {
  f32: [0, 1, 4],
  f16: [1, 1, 2],
  q4_0: [2, 32, 18],
  q4_1: [3, 32, 20],
  q5_0: [6, 32, 22],
  q5_1: [7, 32, 24],
  q8_0: [8, 32, 34],
  q8_1: [9, 32, 36],
  q2_K: [10, 256, 84],
  q3_K: [11, 256, 110],
  q4_K: [12, 256, 144],
  q5_K: [13, 256, 176],
  q6_K: [14, 256, 210],
  q8_K: [15, 256, 292],
  iq2_xxs: [16, 256, 66],
  iq2_xs: [17, 256, 74],
  iq3_xxs: [18, 256, 98],
  iq1_s: [19, 256, 50],
  iq4_nl: [20, 32, 18],
  iq3_s: [21, 256, 110],
  iq2_s: [22, 256, 82],
  iq4_xs: [23, 256, 136],
  i8: [24, 1, 1],
  i16: [25, 1, 2],
  i32: [26, 1, 4],
  i64: [27, 1, 8],
  f64: [28, 1, 8],
  iq1_m: [29, 256, 56],
  bf16: [30, 1, 2],
  tq1_0: [34, 256, 54],
  tq2_0: [35, 256, 66],
  mxfp4: [39, 32, 17],
  nvfp4: [40, 64, 36],
  q1_0: [41, 128, 18],
  q2_0: [42, 64, 18],
} as const satisfies Record<string, readonly [number, number, number]>

export type TensorType = keyof typeof TABLE

export const TENSOR_TYPES = Object.keys(TABLE) as [TensorType, ...TensorType[]]

const BY_NUMBER = new Map<number, TensorType>(TENSOR_TYPES.map((name) => [TABLE[name][0], name]))

/** The type with this number in a GGUF tensor info, or undefined when this project does not know it. */
export function tensorTypeOf(number: number): TensorType | undefined {
  return BY_NUMBER.get(number)
}

/** Weights per quantisation block; 1 for plain types. A row's length must be a multiple of it. */
export function blockLength(type: TensorType): number {
  return TABLE[type][1]
}

/** Bytes of one row of `n` weights (ggml.c, ggml_row_size). */
export function rowBytes(type: TensorType, n: number): number {
  const [, length, bytes] = TABLE[type]
  return (n / length) * bytes
}

/** Bytes of a whole tensor, without alignment (ggml.c, ggml_nbytes of a contiguous tensor). */
export function tensorBytes(type: TensorType, shape: readonly number[]): number {
  return shape.slice(1).reduce((bytes, n) => bytes * n, rowBytes(type, shape[0] ?? 0))
}
