// Model files that time the reading of headers.

const TOKENS = 150_000
const LAYERS = 111
const WIDTH = 64
const FEED_FORWARD = 128
const VOCABULARY = 'tokenizer.ggml.'

/**
 * A header that llama.cpp loads too: 1,002 tensors, and 150,000 tokens with their types and merges.
 * @param {any} writer test/helpers/gguf-writer.ts
 */
export function exampleHeader(writer) {
  const texts = (make) => ({ array: writer.TEXT, values: Array.from({ length: TOKENS }, (_, i) => make(i)) })
  const matrix = (name, ...shape) => ({ name: `${name}.weight`, type: 'f16', shape })
  const vector = (name) => ({ name: `${name}.weight`, type: 'f32', shape: [WIDTH] })
  const layer = (il) => [
    vector(`blk.${il}.attn_norm`),
    ...['attn_q', 'attn_k', 'attn_v', 'attn_output'].map((part) => matrix(`blk.${il}.${part}`, WIDTH, WIDTH)),
    vector(`blk.${il}.ffn_norm`),
    matrix(`blk.${il}.ffn_gate`, WIDTH, FEED_FORWARD),
    matrix(`blk.${il}.ffn_up`, WIDTH, FEED_FORWARD),
    matrix(`blk.${il}.ffn_down`, FEED_FORWARD, WIDTH),
  ]
  return writer.writeGguf({
    keys: [
      ['general.architecture', 'llama'],
      ['llama.block_count', LAYERS],
      ['llama.context_length', 4096],
      ['llama.embedding_length', WIDTH],
      ['llama.feed_forward_length', FEED_FORWARD],
      ['llama.attention.head_count', 1],
      ['llama.attention.layer_norm_rms_epsilon', { type: writer.F32, value: 1e-5 }],
      [`${VOCABULARY}model`, 'gpt2'],
      [`${VOCABULARY}pre`, 'llama-bpe'],
      [`${VOCABULARY}tokens`, texts((i) => `tok${i.toString(36)}`)],
      [`${VOCABULARY}token_type`, Array.from({ length: TOKENS }, () => 1)],
      [`${VOCABULARY}merges`, texts((i) => `${i.toString(36)} ${(i * 7).toString(36)}`)],
    ],
    tensors: [
      matrix('token_embd', WIDTH, TOKENS),
      vector('output_norm'),
      matrix('output', WIDTH, TOKENS),
      ...Array.from({ length: LAYERS }, (_, il) => layer(il)).flat(),
    ],
  })
}
