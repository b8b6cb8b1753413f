import type { ModelFacts } from '../../../shared/model/facts.ts'
import { factsFromHeader } from '../../../shared/model/facts-from-gguf.ts'
import { type GgufHeader, readGgufHeader } from '../../../shared/model/gguf/header.ts'
import { tensorBytes, type TensorType } from '../../../shared/model/tensor-types.ts'
import { padTo } from '../../../shared/units.ts'
import { F32, type Value, writeGguf } from '../../helpers/gguf-writer.ts'

export type TestTensor = readonly [name: string, type: TensorType, shape: readonly number[]]

/** A header as it is read from a file with these keys and tensors; the weights are never asked for. */
export function headerOf(
  name: string,
  keys: readonly (readonly [string, Value])[],
  tensors: readonly TestTensor[],
): Promise<GgufHeader> {
  const bytes = writeGguf({
    keys,
    tensors: tensors.map(([tensor, type, shape]) => ({ name: tensor, type, shape })),
    data: 0,
  })
  const data = tensors.reduce((sum, [, type, shape]) => sum + padTo(tensorBytes(type, shape), 32), 0)
  const read = (offset: number, length: number) => Promise.resolve(bytes.slice(offset, offset + length))
  return readGgufHeader({ name, size: bytes.length + data, read })
}

/** A small language model of one architecture with the layers' projections: enough to place things beside it. */
export async function smallModel(
  architecture: string,
  n_layer = 4,
  more: readonly TestTensor[] = [],
  keys: readonly (readonly [string, Value])[] = [],
): Promise<ModelFacts> {
  const head = Number(keys.find(([key]) => key.endsWith('.attention.key_length'))?.[1] ?? 64)
  const at = (il: number): TestTensor[] => [
    [`blk.${il}.attn_norm.weight`, 'f32', [256]],
    [`blk.${il}.attn_q.weight`, 'f16', [256, 4 * head]],
    [`blk.${il}.attn_k.weight`, 'f16', [256, 2 * head]],
    [`blk.${il}.attn_v.weight`, 'f16', [256, 2 * head]],
    [`blk.${il}.attn_output.weight`, 'f16', [4 * head, 256]],
    [`blk.${il}.ffn_norm.weight`, 'f32', [256]],
    [`blk.${il}.ffn_gate.weight`, 'f16', [256, 512]],
    [`blk.${il}.ffn_up.weight`, 'f16', [256, 512]],
    [`blk.${il}.ffn_down.weight`, 'f16', [512, 256]],
  ]
  const header = await headerOf(
    'small.gguf',
    [
      ['general.architecture', architecture],
      ['general.name', 'small'],
      [`${architecture}.vocab_size`, 1000],
      [`${architecture}.block_count`, n_layer],
      [`${architecture}.context_length`, 8192],
      [`${architecture}.embedding_length`, 256],
      [`${architecture}.feed_forward_length`, 512],
      [`${architecture}.attention.head_count`, 4],
      [`${architecture}.attention.head_count_kv`, 2],
      [`${architecture}.rope.freq_base`, { type: F32, value: 10_000 }],
      ...keys,
    ],
    [
      ['token_embd.weight', 'f16', [256, 1000]],
      ['output_norm.weight', 'f32', [256]],
      ['output.weight', 'f16', [256, 1000]],
      ...Array.from({ length: n_layer }, (_, il) => at(il)).flat(),
      ...more,
    ],
  )
  return factsFromHeader(header)
}
