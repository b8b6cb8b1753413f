import { writeFileSync } from 'node:fs'
import { type GgufTensor, type GgufValue, layOutGguf } from './gguf-file.ts'
import { seededRandom } from './seeded-random.ts'

const LAYERS = 2
const WIDTH = 64
const HEADS = 4
const KV_HEADS = 2
const FEED_FORWARD = 128
const CONTEXT = 2048
/** Spread of the random weights: small enough that two layers do not overflow F16. */
const SPREAD = 0.05

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
export function writeTinyModel(path: string): void {
  const tensors = tinyTensors()
  const { header, offsets, file_size } = layOutGguf(tinyMetadata(), tensors)
  const file = Buffer.alloc(file_size)
  header.copy(file)
  const random = seededRandom(1)
  tensors.forEach((tensor, i) => {
    const n = tensor.shape.reduce((product, size) => product * size, 1)
    const start = header.length + (offsets[i] ?? 0)
    for (let at = 0; at < n; at++) {
      const value = tensor.shape.length === 1 ? 1 : (random() * 2 - 1) * SPREAD
      file.writeFloatLE(value, start + at * 4)
    }
  })
  writeFileSync(path, file)
}

function tinyMetadata(): Record<string, GgufValue> {
  return {
    'general.architecture': { string: 'llama' },
    'general.name': { string: 'tiny' },
    'general.alignment': { u32: 32 },
    'general.file_type': { u32: 0 },
    'llama.vocab_size': { u32: TOKENS.length },
    'llama.block_count': { u32: LAYERS },
    'llama.context_length': { u32: CONTEXT },
    'llama.embedding_length': { u32: WIDTH },
    'llama.feed_forward_length': { u32: FEED_FORWARD },
    'llama.attention.head_count': { u32: HEADS },
    'llama.attention.head_count_kv': { u32: KV_HEADS },
    'llama.attention.layer_norm_rms_epsilon': { f32: 1e-5 },
    'llama.rope.freq_base': { f32: 10_000 },
    'tokenizer.ggml.model': { string: 'llama' },
    'tokenizer.ggml.tokens': { array: 'string', values: TOKENS.map((token) => token.text) },
    'tokenizer.ggml.scores': { array: 'f32', values: TOKENS.map(() => 0) },
    'tokenizer.ggml.token_type': { array: 'i32', values: TOKENS.map((token) => token.type) },
    'tokenizer.ggml.bos_token_id': { u32: 1 },
    'tokenizer.ggml.eos_token_id': { u32: 2 },
    'tokenizer.ggml.unknown_token_id': { u32: 0 },
  }
}

function tinyTensors(): GgufTensor[] {
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

function tensor(name: string, ...shape: number[]): GgufTensor {
  return { name: `${name}.weight`, type: 'f32', shape }
}
