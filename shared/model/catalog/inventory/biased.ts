import { experts, feedForward, head, norm, splitAttention } from './parts.ts'
import { assemble, type InventoryTensor, type ModelShape, type TensorRow } from './tensor.ts'

const biasedNorm = (name: string, length: number): TensorRow[] => [norm(name, length), [`${name}.bias`, length]]

/** Layer norms and projections with biases, no gate in the feed-forward part. Source: src/models/starcoder2.cpp. */
export function starcoder2Inventory(m: ModelShape): InventoryTensor[] {
  const width = m.number('feed_forward_length')
  return assemble([...head(m), ['output_norm.bias', m.n_embd]], m.n_layer, (layer) => [
    ...biasedNorm('attn_norm', m.n_embd),
    ...splitAttention(m, layer),
    ['attn_output.bias', m.n_embd],
    ...biasedNorm('ffn_norm', m.n_embd),
    ...feedForward(m, width, 'plain'),
    ['ffn_up.bias', width],
    ['ffn_down.bias', m.n_embd],
  ])
}

/** Source: src/models/phimoe.cpp. */
export function phimoeInventory(m: ModelShape): InventoryTensor[] {
  const outside: TensorRow[] = [...head(m), ['output_norm.bias', m.n_embd], ['output.bias', m.n_vocab]]
  return assemble(outside, m.n_layer, (layer) => [
    ...biasedNorm('attn_norm', m.n_embd),
    ...splitAttention(m, layer),
    ['attn_output.bias', m.n_embd],
    ...biasedNorm('ffn_norm', m.n_embd),
    ...experts(m, m.number('feed_forward_length')),
  ])
}

/** Layer norms with biases around an ordinary gated transformer. Source: src/models/stablelm.cpp. */
export function stablelmInventory(m: ModelShape): InventoryTensor[] {
  return assemble([...head(m), ['output_norm.bias', m.n_embd]], m.n_layer, (layer) => [
    ...biasedNorm('attn_norm', m.n_embd),
    ...splitAttention(m, layer),
    ...biasedNorm('ffn_norm', m.n_embd),
    ...feedForward(m, m.number('feed_forward_length')),
  ])
}
