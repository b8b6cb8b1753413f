import { I32, TEXT, writeGguf, type Value } from './gguf-writer.ts'

/**
 * The bytes of a model with a real-sized header: a vocabulary with merges and types, a chat template, many tensors.
 * Its weights are small.
 */
export function vocabularyGguf(n_tokens: number, n_tensors: number): Uint8Array {
  // A token of a byte-pair vocabulary has 6 to 7 bytes in the mean, a merge 8.
  const tokens = Array.from({ length: n_tokens }, (_, i) => `tok${i.toString(36).padStart(4 - (i % 3), 'x')}`)
  const merges = tokens.map((token) => `${token.slice(0, 3)} ${token.slice(3)}`)
  const keys: [string, Value][] = [
    ['general.architecture', 'llama'],
    ['general.name', 'Large Vocabulary'],
    ['llama.block_count', n_tensors],
    ['tokenizer.ggml.model', 'gpt2'],
    ['tokenizer.ggml.tokens', { array: TEXT, values: tokens }],
    ['tokenizer.ggml.token_type', { array: I32, values: tokens.map(() => 1) }],
    ['tokenizer.ggml.merges', { array: TEXT, values: merges }],
    ['tokenizer.chat_template', 'x'.repeat(6000)],
  ]
  const tensors = Array.from({ length: n_tensors }, (_, i) => {
    return { name: `blk.${i}.attn_q.weight`, type: 'f16' as const, shape: [32, 1] }
  })
  return writeGguf({ keys, tensors })
}
