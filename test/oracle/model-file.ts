import { truncate, writeFile } from 'node:fs/promises'
import type { HparamValue, ModelFacts, TensorGroup } from '../../shared/model/facts.ts'
import { tensorBytes } from '../../shared/model/tensor-types.ts'
import { padTo } from '../../shared/units.ts'
import { BOOL, F32, I32, type Value, writeGguf, type WrittenTensor } from '../helpers/gguf-writer.ts'

const ALIGNMENT = 32

/** Keys that llama.cpp reads as floats even where their value is whole (src/llama-hparams.h, the float members). */
const FLOAT_KEY =
  /(epsilon|eps|scale|scale_linear|freq_base\w*|factor|softcapping|multiplier|alpha\w*|beta\w*|clamp\w*|alibi_bias|magnitude|lower_bound)$/

/**
 * Writes the file that these facts describe: its own keys and tensors, no vocabulary, no weights. The file is sparse:
 * as long as the real one, a few kilobytes on disk. llama.cpp loads it and says what it would allocate.
 */
export async function writeSparseModel(facts: ModelFacts, path: string): Promise<void> {
  const tensors = facts.tensors.flatMap(tensorsOf)
  const keys: [string, Value][] = Object.entries(facts.hparams).map(([key, value]) => [
    `${facts.architecture}.${key}`,
    typedValue(key, value),
  ])
  const header = writeGguf({
    keys: [
      ['general.architecture', facts.architecture],
      ['general.name', facts.name],
      ['tokenizer.ggml.model', 'no_vocab'],
      ...tokenTypeCount(facts),
      ...keys,
    ],
    tensors,
    data: 0,
  })
  await writeFile(path, header)
  await truncate(path, header.length + tensors.reduce((sum, { bytes }) => sum + padTo(bytes, ALIGNMENT), 0))
}

/** The one key of the vocabulary that a BERT cannot be loaded without. */
function tokenTypeCount({ tensors }: ModelFacts): [string, Value][] {
  const count = tensors.find(({ name }) => name === 'token_types.weight')?.shape[1]
  return count === undefined ? [] : [['tokenizer.ggml.token_type_count', count]]
}

function typedValue(key: string, value: HparamValue): Value {
  if (typeof value === 'string' || typeof value === 'boolean') return value
  if (typeof value === 'number') return isFloat(key, [value]) ? { type: F32, value } : value
  if (value.every((item) => typeof item === 'boolean')) return { array: BOOL, values: value }
  const values = value.map(Number)
  return { array: isFloat(key, values) ? F32 : I32, values }
}

function isFloat(key: string, values: readonly number[]): boolean {
  return FLOAT_KEY.test(key) || !values.every(Number.isInteger)
}

function tensorsOf({ name, type, shape, layers }: TensorGroup): (WrittenTensor & { bytes: number })[] {
  const tensor = { name, type, shape, bytes: tensorBytes(type, shape) }
  if (layers === undefined) return [tensor]
  return layers.flatMap(([first, last]) =>
    Array.from({ length: last - first + 1 }, (_, i) => ({ ...tensor, name: name.replace('%d', String(first + i)) })),
  )
}
