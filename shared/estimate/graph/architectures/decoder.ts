import { attention, cachesOf, project } from '../attention.ts'
import { embedTokens } from '../embedding.ts'
import { denseFeedForward, expertFeedForward } from '../feed-forward.ts'
import { attentionInputs } from '../attention-inputs.ts'
import type { GraphModel } from '../graph-model.ts'
import { norm } from '../norm.ts'
import { binary, getRows, input, rope } from '../ops.ts'
import { type GraphResult, output } from '../output.ts'
import { queryKeyValue, ropeFactors } from '../query-key-value.ts'

/**
 * The plain decoder: Llama, Qwen 2 and 3 and their relatives, dense or with experts
 * (src/models/llama.cpp, qwen2.cpp, qwen3.cpp, qwen3moe.cpp).
 */
export function buildDecoder(model: GraphModel): GraphResult {
  const { hparams, n_tokens } = model
  let x = embedTokens(model)
  const positions = input('i32', n_tokens)
  const inputs = attentionInputs(model, false)
  const out_ids = input('i32', model.n_outputs)
  for (const il of model.layers) {
    let residual = x
    const qkv = queryKeyValue(model, il, norm(model, x, 'attn_norm', il))
    const withNorm = (name: string, tensor: typeof x) =>
      model.weight(`${name}.weight`, il) === undefined ? tensor : norm(model, tensor, name, il)
    const q = rope(withNorm('attn_q_norm', qkv.q), positions, ropeFactors(model, il))
    const k = rope(withNorm('attn_k_norm', qkv.k), positions, ropeFactors(model, il))
    const read = attention(model, inputs, cachesOf(model, il, inputs.cells), il, q, k, qkv.v, false)
    let attended = project(model, 'attn_output', il, read)
    if (il === hparams.n_layer - 1) {
      attended = getRows(attended, out_ids)
      residual = getRows(residual, out_ids)
    }
    const middle = binary(attended, residual)
    const normed = norm(model, middle, 'ffn_norm', il)
    const fed =
      model.weight('ffn_gate_inp.weight', il) === undefined
        ? denseFeedForward(model, il, normed)
        : expertFeedForward(model, il, normed, { gating: 'softmax', normalise: true, scaled: false })
    x = binary(fed, middle)
  }
  return output(model, x)
}
