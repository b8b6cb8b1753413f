import { feedForward, fusedAttention, norm, splitAttention } from './parts.ts'
import { assemble, type InventoryTensor, type ModelShape, type TensorRow } from './tensor.ts'

/** Kinds of token that a BERT tells apart: first and second sentence. */
const TOKEN_TYPES = 2

const biasedNorm = (name: string, length: number): TensorRow[] => [norm(name, length), [`${name}.bias`, length]]

function embeddings(m: ModelShape): TensorRow[] {
  return [
    ['token_embd.weight', m.n_embd, m.n_vocab],
    ['token_types.weight', m.n_embd, TOKEN_TYPES],
    ...biasedNorm('token_embd_norm', m.n_embd),
  ]
}

const afterAttention = (m: ModelShape) => biasedNorm('attn_output_norm', m.n_embd)
const afterLayer = (m: ModelShape) => biasedNorm('layer_output_norm', m.n_embd)

/** BERT: learned positions, biases everywhere, norms after the parts. Source: src/models/bert.cpp. */
export function bertInventory(m: ModelShape): InventoryTensor[] {
  const width = m.number('feed_forward_length')
  const outside: TensorRow[] = [...embeddings(m), ['position_embd.weight', m.n_embd, m.number('context_length')]]
  return assemble(outside, m.n_layer, (layer) => [
    ...splitAttention(m, layer),
    ...['q', 'k', 'v', 'output'].map((part): TensorRow => [`attn_${part}.bias`, m.n_embd]),
    ...afterAttention(m),
    ...feedForward(m, width, 'plain'),
    ['ffn_up.bias', width],
    ['ffn_down.bias', m.n_embd],
    ...afterLayer(m),
  ])
}

/** Nomic Embed: rotary positions, fused attention and a gate instead of biases. Source: src/models/bert.cpp. */
export function nomicBertInventory(m: ModelShape): InventoryTensor[] {
  return assemble(embeddings(m), m.n_layer, (layer) => [
    ...fusedAttention(m, layer),
    ...afterAttention(m),
    ...feedForward(m, m.number('feed_forward_length')),
    ...afterLayer(m),
  ])
}
