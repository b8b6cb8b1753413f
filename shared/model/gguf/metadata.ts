import { textTooLong, type Cursor } from './cursor.ts'
import {
  MAX_ARRAY_LENGTH,
  MAX_KEPT_ARRAY_LENGTH,
  MAX_KEPT_ENTRIES,
  MAX_KEPT_TEXT_BYTES,
  MAX_KEYS,
  MAX_KEY_BYTES,
  MAX_TEXT_BYTES,
} from './limits.ts'
import { badGguf, quote, showNumber } from './trouble.ts'

/** A value that is not kept: a long text, a vocabulary. `length` in bytes or entries. */
type PassedOver = { readonly length: number; readonly kept: false }

/** Whole numbers beyond 2^53 are bigint; no real hyperparameter is. */
export type GgufValue = number | bigint | boolean | string | readonly number[] | readonly boolean[] | PassedOver

export type GgufMetadata = ReadonlyMap<string, GgufValue>

type Scalar = number | bigint | boolean
type ScalarType = { readonly bytes: number; read(view: DataView, at: number): Scalar }

const TEXT = 8
const ARRAY = 9

/** Value types by number (gguf.h, enum gguf_type), without text and array. */
const SCALARS: Record<number, ScalarType> = {
  0: { bytes: 1, read: (view, at) => view.getUint8(at) },
  1: { bytes: 1, read: (view, at) => view.getInt8(at) },
  2: { bytes: 2, read: (view, at) => view.getUint16(at, true) },
  3: { bytes: 2, read: (view, at) => view.getInt16(at, true) },
  4: { bytes: 4, read: (view, at) => view.getUint32(at, true) },
  5: { bytes: 4, read: (view, at) => view.getInt32(at, true) },
  6: { bytes: 4, read: (view, at) => view.getFloat32(at, true) },
  7: { bytes: 1, read: (view, at) => view.getUint8(at) !== 0 },
  10: { bytes: 8, read: (view, at) => narrow(view.getBigUint64(at, true)) },
  11: { bytes: 8, read: (view, at) => narrow(view.getBigInt64(at, true)) },
  12: { bytes: 8, read: (view, at) => view.getFloat64(at, true) },
}

function narrow(value: bigint): number | bigint {
  const number = Number(value)
  return Number.isSafeInteger(number) ? number : value
}

/**
 * The `count` key-value pairs at the cursor. Vocabularies are walked over, not built.
 * @throws UserError for whatever llama.cpp would refuse, and for what is beyond the limits.
 */
export async function readMetadata(cursor: Cursor, count: number): Promise<GgufMetadata> {
  const { name } = cursor
  if (count > MAX_KEYS)
    throw badGguf(name, `claims to have ${showNumber(count)} metadata keys, so it is damaged or no model`)
  const metadata = new Map<string, GgufValue>()
  let kept_entries = 0
  for (let i = 0; i < count; i++) {
    // oxlint-disable-next-line no-await-in-loop -- the place of a key follows from the one before
    await cursor.ahead(8 + MAX_KEY_BYTES + 4)
    const key = readKey(cursor)
    if (metadata.has(key)) throw badGguf(name, `has the metadata key ${quote(key)} twice`)
    // oxlint-disable-next-line no-await-in-loop -- as above
    const value = await readValue(cursor, key, cursor.u32())
    if (Array.isArray(value)) kept_entries += value.length
    if (kept_entries > MAX_KEPT_ENTRIES) throw badGguf(name, 'has too many lists of numbers in its metadata')
    metadata.set(key, value)
  }
  return metadata
}

function readKey(cursor: Cursor): string {
  const length = cursor.u64()
  if (length === 0) throw badGguf(cursor.name, 'has a metadata key without a name')
  if (length > MAX_KEY_BYTES) {
    throw badGguf(
      cursor.name,
      `claims to have a metadata key of ${showNumber(length)} bytes, so it is damaged or no model`,
    )
  }
  return cursor.text(length)
}

async function readValue(cursor: Cursor, key: string, type: number): Promise<GgufValue> {
  if (type === TEXT) return readText(cursor)
  if (type === ARRAY) return readArray(cursor, key)
  const scalar = SCALARS[type]
  if (scalar === undefined) throw unknownType(cursor, key, type)
  await cursor.ahead(scalar.bytes)
  const { view, at } = cursor.take(scalar.bytes)
  return scalar.read(view, at)
}

async function readText(cursor: Cursor): Promise<string | PassedOver> {
  await cursor.ahead(8)
  const length = cursor.u64()
  if (length > MAX_TEXT_BYTES) throw textTooLong(cursor.name, length)
  if (length > MAX_KEPT_TEXT_BYTES) {
    cursor.skip(length)
    return { length, kept: false }
  }
  await cursor.ahead(length)
  return cursor.text(length)
}

async function readArray(cursor: Cursor, key: string): Promise<GgufValue> {
  await cursor.ahead(12)
  const type = cursor.u32()
  const length = cursor.u64()
  if (length > MAX_ARRAY_LENGTH) {
    throw badGguf(
      cursor.name,
      `claims to have a list of ${showNumber(length)} entries at ${quote(key)}, so it is damaged or no model`,
    )
  }
  // llama.cpp reads no lists of lists either (gguf.cpp, gguf_init_from_reader).
  if (type === ARRAY) throw badGguf(cursor.name, `has a list of lists at ${quote(key)}, which llama.cpp does not read`)
  if (type === TEXT) {
    await cursor.skipTexts(length)
    return { length, kept: false }
  }
  const scalar = SCALARS[type]
  if (scalar === undefined) throw unknownType(cursor, key, type)
  const bytes = length * scalar.bytes
  if (length > MAX_KEPT_ARRAY_LENGTH || key.startsWith('tokenizer.')) {
    cursor.skip(bytes)
    return { length, kept: false }
  }
  await cursor.ahead(bytes)
  const { view, at } = cursor.take(bytes)
  return homogeneous(Array.from({ length }, (_, i) => scalar.read(view, at + i * scalar.bytes)))
}

function homogeneous(values: Scalar[]): GgufValue {
  if (values.every((value) => typeof value === 'number')) return values
  if (values.every((value) => typeof value === 'boolean')) return values
  return { length: values.length, kept: false }
}

function unknownType(cursor: Cursor, key: string, type: number): Error {
  return badGguf(cursor.name, `has a value of unknown type ${type} at ${quote(key)}, so it is damaged or too new`)
}
