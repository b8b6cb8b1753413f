import { padTo } from '../../units.ts'
import { tensorBytes } from '../tensor-types.ts'
import type { GgufMetadata } from './metadata.ts'
import type { GgufTensor } from './tensor-infos.ts'
import { badGguf, quote, showNumber } from './trouble.ts'

/** gguf.h, GGUF_DEFAULT_ALIGNMENT. */
const DEFAULT_ALIGNMENT = 32

/**
 * Where the tensor data begins, after checks that the tensors lie one behind the other as llama.cpp demands
 * (gguf.cpp, gguf_init_from_reader), and that all of them are in the file (llama-model-loader.h, llama_tensor_weight).
 * @param header_end the byte behind the list of tensors.
 * @param size bytes of the file; null when unknown: then its end is not checked.
 * @throws UserError
 */
export function checkLayout(
  name: string,
  metadata: GgufMetadata,
  tensors: readonly GgufTensor[],
  header_end: number,
  size: number | null,
): number {
  const alignment = readAlignment(name, metadata)
  const data_offset = padTo(header_end, alignment)
  let next = 0
  let end = 0
  for (const tensor of tensors) {
    if (tensor.offset !== next) {
      throw badGguf(
        name,
        `has the tensor ${quote(tensor.name)} at data byte ${showNumber(tensor.offset)}, where ${next} is due, so it is damaged`,
      )
    }
    end = next + tensorBytes(tensor.type, tensor.shape)
    next = padTo(end, alignment)
    if (!Number.isSafeInteger(next)) throw badGguf(name, 'claims to have more tensor data than any disk')
  }
  const needed = tensors.length === 0 ? header_end : data_offset + end
  if (size !== null && size < needed) {
    throw badGguf(
      name,
      `is truncated: ${needed - size} of its ${needed} bytes are missing`,
      'Download it again; it is not complete.',
    )
  }
  return data_offset
}

function readAlignment(name: string, metadata: GgufMetadata): number {
  const alignment = metadata.get('general.alignment') ?? DEFAULT_ALIGNMENT
  if (
    typeof alignment === 'number' &&
    Number.isInteger(Math.log2(alignment)) &&
    alignment >= 1 &&
    alignment < 2 ** 32
  ) {
    return alignment
  }
  const shown = typeof alignment === 'object' ? 'a list' : quote(String(alignment))
  throw badGguf(name, `has an alignment of ${shown}, which is not a power of two`)
}
