import { tensorBytes, type TensorType } from '../../model/tensor-types.ts'
import { padTo } from '../../units.ts'

/** What decides how a CPU packs a weight: its type and shape, and whether it is one of experts' (GGML_OP_MUL_MAT_ID). */
export type PackedTensor = { readonly type: TensorType; readonly shape: readonly number[]; readonly expert: boolean }

/** One of the CPU's buffer types for weights in another order: the bytes a weight takes there, null where not taken. */
export type Packing = (tensor: PackedTensor) => number | null

/**
 * The buffer types that llama.cpp tries before the plain one, in its order (ggml/src/ggml-cpu/ggml-cpu.cpp,
 * ggml_backend_cpu_get_extra_buffer_types).
 * @param capabilities as in snapshots: avx2, avx512f, avx512_vnni, amx_int8, neon, dotprod, i8mm, ...
 */
export function packingsOf(capabilities: readonly string[]): readonly Packing[] {
  const types = repackTypes(capabilities)
  return [...(hasAmx(capabilities) ? [amxPacking] : []), (tensor: PackedTensor) => repacked(tensor, types)]
}

/** Whether llama.cpp's build for this processor has AMX's buffer type. */
export function hasAmx(capabilities: readonly string[]): boolean {
  return capabilities.includes('amx_int8') && capabilities.includes('avx512_vnni')
}

/** Bytes of a weight as the first packing that takes it holds it; null where it stays as it is in the file. */
export function packedBytes(packings: readonly Packing[], tensor: PackedTensor): number | null {
  for (const packing of packings) {
    const bytes = packing(tensor)
    if (bytes !== null) return bytes
  }
  return null
}

/**
 * Types that AMX takes: of how many columns a multiple is needed (extra_buffer_type::supports_op,
 * ggml/src/ggml-cpu/amx/amx.cpp), and what is stored beside each block (get_row_size, amx/mmq.cpp): the sums of q8_0's
 * blocks, the unpacked scales of the K types. F16 is copied as it is.
 */
const AMX: ReadonlyMap<TensorType, { readonly columns: number; readonly block: number; readonly beside: number }> =
  new Map([
    ['q4_0', { columns: 32, block: 32, beside: 0 }],
    ['q4_1', { columns: 32, block: 32, beside: 0 }],
    ['q8_0', { columns: 32, block: 32, beside: 4 }],
    ['q4_K', { columns: 256, block: 256, beside: 4 }],
    ['q5_K', { columns: 256, block: 256, beside: 4 }],
    ['q6_K', { columns: 256, block: 256, beside: 0 }],
    ['iq4_xs', { columns: 256, block: 256, beside: 2 }],
    ['f16', { columns: 16, block: 16, beside: 0 }],
  ])
/** Rows go in two tiles of 16 (TILE_N). */
const AMX_ROWS = 32

/** AMX's own. */
export function amxPacking({ type, shape, expert }: PackedTensor): number | null {
  const kind = AMX.get(type)
  const [columns = 0, rows = 1] = shape
  if (kind === undefined || expert || shape.length < 2) return null
  if (columns % kind.columns !== 0 || rows % AMX_ROWS !== 0) return null
  return padTo(tensorBytes(type, shape) + rows * (columns / kind.block) * kind.beside, 32)
}

/** Types that llama.cpp repacks, and of how many rows a multiple is needed. */
export type RepackTypes = ReadonlyMap<TensorType, number>

/** What a CPU repacks, in as many bytes (ggml/src/ggml-cpu/repack.cpp, ggml_repack_get_optimal_repack_type). */
export function repackTypes(capabilities: readonly string[]): RepackTypes {
  const has = (name: string) => capabilities.includes(name)
  if (has('avx2')) {
    const types: [TensorType, number][] = [
      ['q4_0', 8],
      ['q4_K', 8],
      ['iq4_nl', 8],
      ['mxfp4', 8],
    ]
    return new Map(has('avx512f') ? [...types, ['q2_K', 8]] : types)
  }
  if (has('neon') && (has('dotprod') || has('i8mm'))) {
    const types: [TensorType, number][] = [
      ['q4_0', 4],
      ['q4_K', 8],
      ['q5_K', 8],
      ['q6_K', 8],
      ['q8_0', 4],
    ]
    return new Map(has('dotprod') ? [...types, ['iq4_nl', 4], ['mxfp4', 4]] : types)
  }
  return new Map()
}

function repacked({ type, shape }: PackedTensor, types: RepackTypes): number | null {
  const step = types.get(type)
  const [, rows = 1] = shape
  if (step === undefined || shape.length < 2 || rows % step !== 0) return null
  return padTo(tensorBytes(type, shape), 32)
}
