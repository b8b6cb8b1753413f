import { closeSync, ftruncateSync, openSync, writeSync } from 'node:fs'
import type { HparamValue, ModelFacts, TensorGroup } from '../../shared/model/facts.ts'
import { type GgufTensor, type GgufValue, layOutGguf } from './gguf-file.ts'

/** Keys that llama.cpp reads as floats even where their value is whole (src/llama-hparams.h, the float members). */
const FLOAT_KEY =
  /(epsilon|eps|scale|scale_linear|freq_base\w*|factor|softcapping|multiplier|alpha\w*|beta\w*|clamp\w*|alibi_bias|magnitude|lower_bound)$/

/**
 * Writes the file that these facts describe: its own keys and tensors, no vocabulary, no weights. The file is sparse:
 * as long as the real one, a few kilobytes on disk. llama.cpp loads it and says what it would allocate.
 */
export function writeSparseModel(facts: ModelFacts, path: string): void {
  const metadata: Record<string, GgufValue> = {
    'general.architecture': { string: facts.architecture },
    'general.name': { string: facts.name },
    'general.alignment': { u32: 32 },
    'tokenizer.ggml.model': { string: 'no_vocab' },
  }
  for (const [key, value] of Object.entries(facts.hparams)) {
    metadata[`${facts.architecture}.${key}`] = typedValue(key, value)
  }
  const { header, file_size } = layOutGguf(metadata, facts.tensors.flatMap(tensorsOf))
  const file = openSync(path, 'w')
  try {
    writeSync(file, header)
    ftruncateSync(file, file_size)
  } finally {
    closeSync(file)
  }
}

function typedValue(key: string, value: HparamValue): GgufValue {
  if (typeof value === 'string') return { string: value }
  if (typeof value === 'boolean') return { bool: value }
  if (typeof value === 'number') return isFloat(key, [value]) ? { f32: value } : { u32: value }
  if (value.every((item) => typeof item === 'boolean')) return { array: 'bool', values: value }
  const numbers = value.map(Number)
  return { array: isFloat(key, numbers) ? 'f32' : 'i32', values: numbers }
}

function isFloat(key: string, values: readonly number[]): boolean {
  return FLOAT_KEY.test(key) || !values.every(Number.isInteger)
}

function tensorsOf({ name, type, shape, layers }: TensorGroup): GgufTensor[] {
  if (layers === undefined) return [{ name, type, shape }]
  return layers.flatMap(([first, last]) =>
    Array.from({ length: last - first + 1 }, (_, i) => ({ name: name.replace('%d', String(first + i)), type, shape })),
  )
}
