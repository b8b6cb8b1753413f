import { writeFile } from 'node:fs/promises'
import { F32, I32, TEXT, type Value, writeGguf } from '../helpers/gguf-writer.ts'
import { seededRandom } from './seeded-random.ts'

const LAYERS = 2
const WIDTH = 128
const HEADS = 4
const KV_HEADS = 2
const FEED_FORWARD = 256
const CONTEXT = 2048
/** Spread of the random weights: small enough that two layers do not overflow F16. */
const SPREAD = 0.05
const FLOAT_BYTES = 4

type TinyTensor = { readonly name: string; readonly type: 'f32'; readonly shape: readonly number[] }

/** llama.cpp's token types (include/llama.h, enum llama_token_attr as GGUF stores it). */
const UNKNOWN = 2
const CONTROL = 3
const BYTE = 6

const TOKENS = [
  { text: '<unk>', type: UNKNOWN },
  { text: '<s>', type: CONTROL },
  { text: '</s>', type: CONTROL },
  ...Array.from({ length: 256 }, (_, byte) => ({
    text: `<0x${byte.toString(16).toUpperCase().padStart(2, '0')}>`,
    type: BYTE,
  })),
]

/**
 * Writes a model that runs: two layers of llama architecture with random weights and one token a byte. It says nonsense,
 * but llama.cpp loads it in milliseconds, so that programs and command lines can be tried for real.
 */
export async function writeTinyModel(path: string): Promise<void> {
  const tensors = tinyTensors()
  const counts = tensors.map(({ shape }) => shape.reduce((product, size) => product * size, 1))
  const file = writeGguf({ keys: tinyKeys(), tensors })
  const view = new DataView(file.buffer)
  const random = seededRandom(1)
  // Every tensor's length is a multiple of the alignment, so that they lie one after the other up to the end.
  let at = file.length - counts.reduce((sum, n) => sum + n, 0) * FLOAT_BYTES
  tensors.forEach(({ shape }, i) => {
    const end = at + (counts[i] ?? 0) * FLOAT_BYTES
    for (; at < end; at += FLOAT_BYTES) {
      view.setFloat32(at, shape.length === 1 ? 1 : (random() * 2 - 1) * SPREAD, true)
    }
  })
  await writeFile(path, file)
}

function tinyKeys(): [string, Value][] {
  return [
    ['general.architecture', 'llama'],
    ['general.name', 'tiny'],
    ['general.file_type', 0],
    ['llama.vocab_size', TOKENS.length],
    ['llama.block_count', LAYERS],
    ['llama.context_length', CONTEXT],
    ['llama.embedding_length', WIDTH],
    ['llama.feed_forward_length', FEED_FORWARD],
    ['llama.attention.head_count', HEADS],
    ['llama.attention.head_count_kv', KV_HEADS],
    ['llama.attention.layer_norm_rms_epsilon', { type: F32, value: 1e-5 }],
    ['llama.rope.freq_base', { type: F32, value: 10_000 }],
    ['tokenizer.ggml.model', 'llama'],
    ['tokenizer.ggml.tokens', { array: TEXT, values: TOKENS.map((token) => token.text) }],
    ['tokenizer.ggml.scores', { array: F32, values: TOKENS.map(() => 0) }],
    ['tokenizer.ggml.token_type', { array: I32, values: TOKENS.map((token) => token.type) }],
    ['tokenizer.ggml.bos_token_id', 1],
    ['tokenizer.ggml.eos_token_id', 2],
    ['tokenizer.ggml.unknown_token_id', 0],
  ]
}

function tinyTensors(): TinyTensor[] {
  const kv = (WIDTH / HEADS) * KV_HEADS
  const layer = (il: number) => [
    tensor(`blk.${il}.attn_norm`, WIDTH),
    tensor(`blk.${il}.attn_q`, WIDTH, WIDTH),
    tensor(`blk.${il}.attn_k`, WIDTH, kv),
    tensor(`blk.${il}.attn_v`, WIDTH, kv),
    tensor(`blk.${il}.attn_output`, WIDTH, WIDTH),
    tensor(`blk.${il}.ffn_norm`, WIDTH),
    tensor(`blk.${il}.ffn_gate`, WIDTH, FEED_FORWARD),
    tensor(`blk.${il}.ffn_up`, WIDTH, FEED_FORWARD),
    tensor(`blk.${il}.ffn_down`, FEED_FORWARD, WIDTH),
  ]
  return [
    tensor('token_embd', WIDTH, TOKENS.length),
    tensor('output_norm', WIDTH),
    tensor('output', WIDTH, TOKENS.length),
    ...Array.from({ length: LAYERS }, (_, il) => layer(il)).flat(),
  ]
}

function tensor(name: string, ...shape: number[]): TinyTensor {
  return { name: `${name}.weight`, type: 'f32', shape }
}
