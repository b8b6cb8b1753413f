import type { ByteSource } from './byte-source.ts'
import { openCursor, type Cursor } from './cursor.ts'
import { checkLayout } from './layout.ts'
import { readMetadata, type GgufMetadata } from './metadata.ts'
import { looksLike, SNIFF_BYTES } from './sniff.ts'
import { readTensorInfos, type GgufTensor } from './tensor-infos.ts'
import { badGguf } from './trouble.ts'

/** All that stands before the weights. */
export type GgufHeader = {
  /** What the source calls itself. */
  readonly name: string
  readonly version: number
  readonly metadata: GgufMetadata
  /** As in the file. */
  readonly tensors: readonly GgufTensor[]
  /** Byte of the file where the tensor data begins. */
  readonly data_offset: number
}

const MAGIC = 'GGUF'
const NEWEST_VERSION = 3

/**
 * Reads a GGUF header (version 2 or 3, little endian; ggml/include/gguf.h describes the format). Reads forwards, in
 * blocks, no further than the header, and keeps no vocabulary.
 * @throws UserError with one sentence for anything that is no whole GGUF model: another format, truncated, damaged,
 * beyond the limits.
 */
export async function readGgufHeader(source: ByteSource): Promise<GgufHeader> {
  const cursor = openCursor(source)
  await cursor.ahead(SNIFF_BYTES)
  const version = readVersion(cursor, source.size)
  const tensor_count = cursor.u64()
  const key_count = cursor.u64()
  const metadata = await readMetadata(cursor, key_count)
  const tensors = await readTensorInfos(cursor, tensor_count)
  const data_offset = checkLayout(source.name, metadata, tensors, cursor.position(), source.size)
  return { name: source.name, version, metadata, tensors, data_offset }
}

function readVersion(cursor: Cursor, size: number | null): number {
  const { view } = cursor.take(0)
  const first = new Uint8Array(view.buffer, view.byteOffset, view.byteLength)
  if (size !== null && size < MAGIC.length) throw badGguf(cursor.name, `is no GGUF file: it has only ${size} bytes`)
  if (String.fromCharCode(...first.subarray(0, MAGIC.length)) !== MAGIC) {
    const other = looksLike(first)
    throw badGguf(
      cursor.name,
      `is no GGUF file: it ${other ? `is ${other.is}` : "does not begin with 'GGUF'"}`,
      other?.hint,
    )
  }
  cursor.skip(MAGIC.length)
  const version = cursor.u32()
  // A big-endian 3 read as little-endian; the same test as llama.cpp's (gguf.cpp, gguf_init_from_reader).
  if (version !== 0 && version % 2 ** 16 === 0) {
    throw badGguf(cursor.name, 'is a big-endian GGUF file', 'Convert it with gguf_convert_endian.py of llama.cpp.')
  }
  if (version < 2) {
    const hint = 'Download or make a newer GGUF of the model.'
    throw badGguf(cursor.name, `is a GGUF file of version ${version}, which llama.cpp no longer reads`, hint)
  }
  if (version > NEWEST_VERSION) {
    throw badGguf(cursor.name, `is a GGUF file of version ${version}; versions 2 and 3 are known here`)
  }
  return version
}
