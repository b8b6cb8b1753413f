import type { ByteSource } from '../../shared/model/gguf/byte-source.ts'
import { tensorBytes, tensorTypeOf, type TensorType } from '../../shared/model/tensor-types.ts'
import { padTo } from '../../shared/units.ts'

/** A metadata value with its GGUF type named; the plain forms stand for u32, f32 (by `f32`), bool, text, arrays of i32. */
export type Value =
  | { readonly type: number; readonly value: number | bigint | boolean | string }
  | {
      readonly array: number
      readonly values: readonly (number | bigint | boolean | string)[]
      readonly length?: bigint
    }
  | { readonly bytes: Uint8Array }
  | number
  | boolean
  | string
  | readonly number[]

export type WrittenTensor = {
  readonly name: string
  /** A name, or any number. */
  readonly type: TensorType | number
  readonly shape: readonly (number | bigint)[]
  /** Default: behind the tensor before it. */
  readonly offset?: bigint
}

export type Written = {
  readonly version?: number
  readonly magic?: string
  readonly keys?: readonly (readonly [string, Value])[]
  readonly tensors?: readonly WrittenTensor[]
  /** What the header claims, where it is to lie. */
  readonly n_tensors?: bigint
  readonly n_keys?: bigint
  readonly alignment?: number
  /** Bytes of tensor data to write; default all (zeros). */
  readonly data?: number
}

export const U8 = 0
const U32 = 4
export const I32 = 5
export const F32 = 6
export const BOOL = 7
export const TEXT = 8
export const ARRAY = 9
export const U64 = 10
export const I64 = 11
export const F64 = 12

const TYPE_NUMBERS = new Map(
  Array.from({ length: 64 }, (_, number) => [tensorTypeOf(number), number] as const).filter(([name]) => name),
)

function little(bytes: number, write: (view: DataView) => void): Uint8Array {
  const array = new Uint8Array(bytes)
  write(new DataView(array.buffer))
  return array
}

export const u32 = (n: number): Uint8Array => little(4, (view) => view.setUint32(0, n, true))
export const u64 = (n: number | bigint): Uint8Array => little(8, (view) => view.setBigUint64(0, BigInt(n), true))

export function text(value: string): Uint8Array {
  const bytes = new TextEncoder().encode(value)
  return concat([u64(bytes.length), bytes])
}

export function concat(parts: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    all.set(part, at)
    at += part.length
  }
  return all
}

function scalar(type: number, value: number | bigint | boolean | string): Uint8Array {
  const n = Number(value)
  switch (type) {
    case 0:
    case 1:
    case BOOL:
      return Uint8Array.of(n)
    case 2:
    case 3:
      return little(2, (view) => view.setUint16(0, n, true))
    case U32:
    case I32:
      return u32(n)
    case F32:
      return little(4, (view) => view.setFloat32(0, n, true))
    case TEXT:
      return text(String(value))
    case F64:
      return little(8, (view) => view.setFloat64(0, n, true))
    default:
      return u64(BigInt.asUintN(64, BigInt(value)))
  }
}

/** A value with its type before it. */
function typed(value: Value): Uint8Array {
  if (typeof value === 'number') return concat([u32(U32), u32(value)])
  if (typeof value === 'boolean') return concat([u32(BOOL), Uint8Array.of(Number(value))])
  if (typeof value === 'string') return concat([u32(TEXT), text(value)])
  if ('bytes' in value) return value.bytes
  if ('type' in value) return concat([u32(value.type), scalar(value.type, value.value)])
  const { array, values, length } = 'array' in value ? value : { array: I32, values: value, length: undefined }
  const entries = values.map((entry) => scalar(array, entry))
  return concat([u32(ARRAY), u32(array), u64(length ?? values.length), ...entries])
}

/** A whole GGUF file, its tensor data zeros. */
export function writeGguf(file: Written): Uint8Array {
  const { keys = [], tensors = [], alignment = 32 } = file
  let data = 0
  const infos = tensors.map(({ name, type, shape, offset }) => {
    const number = typeof type === 'number' ? type : (TYPE_NUMBERS.get(type) ?? Number.NaN)
    const info = concat([text(name), u32(shape.length), ...shape.map(u64), u32(number), u64(offset ?? data)])
    if (typeof type === 'string') data = padTo(data + tensorBytes(type, shape.map(Number)), alignment)
    return info
  })
  const head = concat([
    new TextEncoder().encode(file.magic ?? 'GGUF'),
    u32(file.version ?? 3),
    u64(file.n_tensors ?? tensors.length),
    u64(file.n_keys ?? keys.length),
    ...keys.flatMap(([key, value]) => [text(key), typed(value)]),
    ...infos,
  ])
  return concat([head, new Uint8Array(padTo(head.length, alignment) - head.length + (file.data ?? data))])
}

export type WatchedSource = ByteSource & { reads(): number; bytesAsked(): number; largestRead(): number }

/** Bytes as a source that notes what is asked of it. `size` where it is to claim another one. */
export function sourceOf(bytes: Uint8Array, name = 'model.gguf', size: number | null = bytes.length): WatchedSource {
  let reads = 0
  let asked = 0
  let largest = 0
  return {
    size,
    name,
    read(offset, length) {
      reads++
      asked += length
      largest = Math.max(largest, length)
      return Promise.resolve(bytes.subarray(offset, offset + length))
    },
    reads: () => reads,
    bytesAsked: () => asked,
    largestRead: () => largest,
  }
}
