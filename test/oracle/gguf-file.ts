import { type TensorType, tensorBytes, tensorTypeOf } from '../../shared/model/tensor-types.ts'
import { padTo } from '../../shared/units.ts'

/** A metadata value with its GGUF type: llama.cpp refuses a key that has another type than it asks for. */
export type GgufValue =
  | { readonly u32: number }
  | { readonly f32: number }
  | { readonly bool: boolean }
  | { readonly string: string }
  | { readonly array: 'i32' | 'f32' | 'bool'; readonly values: readonly (number | boolean)[] }
  | { readonly array: 'string'; readonly values: readonly string[] }

export type GgufTensor = { readonly name: string; readonly type: TensorType; readonly shape: readonly number[] }

/** GGUF's numbers of the value types (ggml/include/gguf.h, enum gguf_type). */
const TYPE = { u32: 4, i32: 5, f32: 6, bool: 7, string: 8, array: 9 } as const
const ALIGNMENT = 32
const VERSION = 3

/** Numbers of the tensor types; ggml's are all below 64. */
const TYPE_NUMBER = new Map(Array.from({ length: 64 }, (_, number) => [tensorTypeOf(number), number]))

/** A GGUF header, where its data begins, each tensor's offset after that, and the length of the whole file. */
export type GgufLayout = {
  readonly header: Buffer
  readonly offsets: readonly number[]
  readonly file_size: number
}

/** Lays out a GGUF file: header bytes and the place of every tensor (docs/gguf.md of ggml). */
export function layOutGguf(metadata: Readonly<Record<string, GgufValue>>, tensors: readonly GgufTensor[]): GgufLayout {
  const keys = Object.entries(metadata)
  const offsets: number[] = []
  let end = 0
  for (const tensor of tensors) {
    offsets.push(end)
    end += padTo(tensorBytes(tensor.type, tensor.shape), ALIGNMENT)
  }
  const parts = [
    Buffer.from('GGUF'),
    u32(VERSION),
    u64(tensors.length),
    u64(keys.length),
    ...keys.flatMap(([key, value]) => [text(key), typed(value)]),
    ...tensors.map((tensor, i) =>
      Buffer.concat([
        text(tensor.name),
        u32(tensor.shape.length),
        ...tensor.shape.map(u64),
        u32(TYPE_NUMBER.get(tensor.type) ?? 0),
        u64(offsets[i] ?? 0),
      ]),
    ),
  ]
  const bare = Buffer.concat(parts)
  const header = Buffer.concat([bare, Buffer.alloc(padTo(bare.length, ALIGNMENT) - bare.length)])
  return { header, offsets, file_size: header.length + end }
}

function typed(value: GgufValue): Buffer {
  if ('u32' in value) return Buffer.concat([u32(TYPE.u32), u32(value.u32)])
  if ('f32' in value) return Buffer.concat([u32(TYPE.f32), f32(value.f32)])
  if ('bool' in value) return Buffer.concat([u32(TYPE.bool), bool(value.bool)])
  if ('string' in value) return Buffer.concat([u32(TYPE.string), text(value.string)])
  const start = [u32(TYPE.array), u32(TYPE[value.array]), u64(value.values.length)]
  if (value.array === 'string') return Buffer.concat([...start, ...value.values.map(text)])
  const write = { i32, f32, bool }[value.array]
  return Buffer.concat([...start, ...value.values.map((item) => write(Number(item)))])
}

function u32(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(value)
  return bytes
}

function i32(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeInt32LE(value)
  return bytes
}

function f32(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeFloatLE(value)
  return bytes
}

function u64(value: number): Buffer {
  const bytes = Buffer.alloc(8)
  bytes.writeBigUInt64LE(BigInt(value))
  return bytes
}

function bool(value: boolean | number): Buffer {
  return Buffer.from([value ? 1 : 0])
}

function text(value: string): Buffer {
  const bytes = Buffer.from(value)
  return Buffer.concat([u64(bytes.length), bytes])
}
