import { blockLength, tensorBytes, tensorTypeOf, type TensorType } from '../tensor-types.ts'
import type { Cursor } from './cursor.ts'
import { MAX_DIMENSION, MAX_DIMENSIONS, MAX_TENSORS, MAX_TENSOR_NAME_BYTES } from './limits.ts'
import { badGguf, quote, showNumber } from './trouble.ts'

/** One tensor, with its place relative to the start of the file's tensor data. */
export type GgufTensor = {
  readonly name: string
  readonly type: TensorType
  /** Fastest dimension first. */
  readonly shape: readonly number[]
  readonly offset: number
}

/** The longest that one entry of the list can be. */
const MAX_INFO_BYTES = 8 + MAX_TENSOR_NAME_BYTES + 4 + 8 * MAX_DIMENSIONS + 4 + 8

/**
 * The list of tensors at the cursor.
 * @throws UserError for whatever llama.cpp would refuse (gguf.cpp, gguf_init_from_reader), for a tensor without
 * elements, and for what is beyond the limits.
 */
export async function readTensorInfos(cursor: Cursor, count: number): Promise<GgufTensor[]> {
  const { name } = cursor
  if (count > MAX_TENSORS)
    throw badGguf(name, `claims to have ${showNumber(count)} tensors, so it is damaged or no model`)
  const tensors: GgufTensor[] = []
  const names = new Set<string>()
  for (let i = 0; i < count; i++) {
    // oxlint-disable-next-line no-await-in-loop -- the place of a tensor info follows from the one before
    await cursor.ahead(MAX_INFO_BYTES)
    const tensor = readTensorInfo(cursor)
    if (names.has(tensor.name)) throw badGguf(name, `has the tensor ${quote(tensor.name)} twice`)
    names.add(tensor.name)
    tensors.push(tensor)
  }
  return tensors
}

function readTensorInfo(cursor: Cursor): GgufTensor {
  const length = cursor.u64()
  if (length === 0) throw badGguf(cursor.name, 'has a tensor without a name')
  if (length > MAX_TENSOR_NAME_BYTES) {
    throw badGguf(
      cursor.name,
      `claims to have a tensor name of ${showNumber(length)} bytes, so it is damaged or no model`,
    )
  }
  const name = cursor.text(length)
  const shape = readShape(cursor, name)
  const type = readType(cursor, name)
  const [row = 0] = shape
  if (row % blockLength(type) !== 0) {
    throw badGguf(
      cursor.name,
      `has the tensor ${quote(name)} with rows of ${row} weights, no multiple of the ${blockLength(type)} of ${type}`,
    )
  }
  if (!Number.isSafeInteger(tensorBytes(type, shape))) throw badShape(cursor, name, shape)
  return { name, type, shape, offset: cursor.u64() }
}

function readShape(cursor: Cursor, name: string): number[] {
  const dimensions = cursor.u32()
  if (dimensions > MAX_DIMENSIONS) {
    throw badGguf(cursor.name, `has the tensor ${quote(name)} with ${dimensions} dimensions, more than four`)
  }
  const shape = Array.from({ length: dimensions }, () => cursor.u64())
  const elements = shape.reduce((product, n) => product * n, 1)
  if (shape.some((n) => n < 1 || n > MAX_DIMENSION) || !Number.isSafeInteger(elements)) {
    throw badShape(cursor, name, shape)
  }
  // ggml takes a tensor without dimensions for one number.
  return dimensions === 0 ? [1] : shape
}

function badShape(cursor: Cursor, name: string, shape: readonly number[]): Error {
  return badGguf(
    cursor.name,
    `has the tensor ${quote(name)} with an impossible shape: ${shape.map(showNumber).join(' x ')}`,
  )
}

/** Numbers of types that llama.cpp has dropped (ggml.h, enum ggml_type). */
const DROPPED = new Set([4, 5, 31, 32, 33, 36, 37, 38])

function readType(cursor: Cursor, name: string): TensorType {
  const number = cursor.u32()
  const type = tensorTypeOf(number)
  if (type !== undefined) return type
  const problem = `has the tensor ${quote(name)} of type number ${number}`
  throw DROPPED.has(number)
    ? badGguf(cursor.name, `${problem}, which llama.cpp no longer reads`, 'Download or make a newer GGUF of the model.')
    : badGguf(cursor.name, `${problem}, which is not known here`, 'It is damaged, or made for a newer llama.cpp.')
}
