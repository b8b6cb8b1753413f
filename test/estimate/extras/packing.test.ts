import { describe, expect, it } from 'vitest'
import { packedBytes, packingsOf, repackTypes } from '../../../shared/estimate/extras/packing.ts'
import type { TensorType } from '../../../shared/model/tensor-types.ts'

const AMX = packingsOf(['avx2', 'avx512f', 'avx512_vnni', 'amx_int8'])

// ggml/src/ggml-cpu/amx: supports_op (amx.cpp) says what is taken, get_row_size (mmq.cpp) how large a row becomes.
describe('weights on AMX', () => {
  it.each<[TensorType, columns: number, row: number]>([
    ['q4_0', 32, 18],
    ['q4_1', 32, 20],
    ['q8_0', 32, 34 + 4],
    ['q4_K', 256, 144 + 4],
    ['q5_K', 256, 176 + 4],
    ['q6_K', 256, 210],
    ['iq4_xs', 256, 136 + 2],
    ['f16', 16, 32],
  ])('%s with %i columns: %i bytes a row', (type, columns, row) => {
    for (const n of [1, 3])
      expect(packedBytes(AMX, { type, shape: [n * columns, 64], expert: false })).toBe(64 * n * row)
  })

  it('half a tile of rows, or a part of a block, is left to repacking', () => {
    const of = (type: TensorType, shape: readonly number[], expert = false) => packedBytes(AMX, { type, shape, expert })
    // Repacked Q4_0 keeps its 18 bytes a block; Q8_0 is not repacked on x86.
    expect(of('q4_0', [32, 16])).toBe(16 * 18)
    expect(of('q8_0', [32, 16])).toBeNull()
    expect(of('f16', [24, 32])).toBeNull()
    expect(of('f16', [32, 31])).toBeNull()
    // Experts are repacked, never packed for AMX; vectors are neither.
    expect(of('q8_0', [32, 32, 4], true)).toBeNull()
    expect(of('q4_0', [32, 32, 4], true)).toBe(4 * 32 * 18)
    expect(of('f16', [32])).toBeNull()
    expect(of('q4_0', [64])).toBeNull()
  })

  it('needs both the tiles and the vector instructions', () => {
    for (const capabilities of [
      ['avx2', 'avx512f', 'amx_int8'],
      ['avx2', 'avx512f', 'avx512_vnni'],
    ])
      expect(packedBytes(packingsOf(capabilities), { type: 'q8_0', shape: [32, 32], expert: false })).toBeNull()
  })
})

// ggml_repack_get_optimal_repack_type (ggml/src/ggml-cpu/repack.cpp): of how many rows a multiple is needed.
describe('weights that are repacked', () => {
  const x86 = { q4_0: 8, q4_K: 8, iq4_nl: 8, mxfp4: 8 }
  const arm = { q4_0: 4, q4_K: 8, q5_K: 8, q6_K: 8, q8_0: 4 }

  it.each<[string, readonly string[], Readonly<Record<string, number>>]>([
    ['AVX2', ['avx2'], x86],
    ['AVX-512', ['avx2', 'avx512f'], { ...x86, q2_K: 8 }],
    ['AVX alone', ['avx', 'sse3'], {}],
    ['NEON with dot products', ['neon', 'dotprod'], { ...arm, iq4_nl: 4, mxfp4: 4 }],
    ['NEON with matrix products', ['neon', 'i8mm'], arm],
    ['NEON with both', ['neon', 'dotprod', 'i8mm'], { ...arm, iq4_nl: 4, mxfp4: 4 }],
    ['NEON alone', ['neon'], {}],
    ['dot products without NEON', ['dotprod', 'i8mm'], {}],
    ['nothing known', [], {}],
  ])('%s', (_, capabilities, expected) => {
    expect(Object.fromEntries(repackTypes(capabilities))).toEqual(expected)
  })

  it('are whole groups of rows of matrices', () => {
    const of = (type: TensorType, shape: readonly number[]) =>
      packedBytes(packingsOf(['neon', 'dotprod']), { type, shape, expert: false })
    expect(of('q8_0', [32, 4])).toBe(padded(4 * 34))
    expect(of('q8_0', [32, 6])).toBeNull()
    expect(of('q4_K', [256, 4])).toBeNull()
    expect(of('q4_K', [256, 8])).toBe(8 * 144)
    expect(of('q8_0', [32])).toBeNull()
    expect(of('f16', [32, 8])).toBeNull()
    expect(of('q8_0', [32, 4, 3])).toBe(padded(3 * 4 * 34))
  })
})

/** Tensors begin at multiples of 32 bytes. */
function padded(bytes: number): number {
  return Math.ceil(bytes / 32) * 32
}
