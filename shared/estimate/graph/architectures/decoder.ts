import { project } from '../attention.ts'
import { deepstackLayers, embedDeepstack } from '../deepstack.ts'
import { embedTokens } from '../embedding.ts'
import { expertsOrDense } from '../expert-layers.ts'
import type { GraphModel } from '../graph-model.ts'
import { layerAttention } from '../layer-attention.ts'
import { norm, type NormKind } from '../norm.ts'
import { binary, getRows, input, rope, unary } from '../ops.ts'
import { type GraphResult, output } from '../output.ts'
import { normedQueryKey, type QueryKeyNorm } from '../query-key-norm.ts'
import { ropeFactors } from '../query-key-value.ts'
import { hasRope, positionsPerToken } from '../rope-layers.ts'
import type { Tensor } from '../tensor.ts'
import { uncachedAttention } from '../uncached-attention.ts'

/** How a decoder differs from Llama; weights tell the rest (biases, norms of Q and K, experts). */
export type DecoderOptions = {
  readonly norm?: NormKind
  readonly qk_norm?: QueryKeyNorm
  /** Q is scaled by an op of its own after RoPE, not inside attention. */
  readonly scaled_query?: boolean
  /** Name of the RoPE factors. */
  readonly rope_factors?: string
  /** Only layers with a window have RoPE. */
  readonly windowed_rope?: boolean
  readonly scaled_embedding?: (model: GraphModel) => boolean
  /** What is added to the stream is scaled first (Granite). */
  readonly scaled_residual?: (model: GraphModel) => boolean
  /** The norm before the feed-forward layer. */
  readonly ffn_norm?: string
  /** Whether the feed-forward layer reads what attention reads, side by side. */
  readonly norm_is_shared?: (model: GraphModel, il: number) => boolean
  /** The norm after attention, before its result is added. */
  readonly attention_post_norm?: string
  /** The feed-forward layer between its norms. */
  readonly feed_forward?: (model: GraphModel, il: number, x: Tensor) => Tensor
  readonly ffn_post_norm?: string
  /** The stream is the first operand of the last addition (phi3.cpp), so its memory is the one that is used again. */
  readonly stream_first?: boolean
  /** Operations on the logits: a scale, a soft cap. */
  readonly logits_ops?: (model: GraphModel) => number
}

/**
 * The decoder that most architectures are: norm, attention, sum, norm, feed-forward, sum
 * (src/models/llama.cpp, qwen2.cpp, qwen3.cpp, qwen3moe.cpp and relatives).
 */
export function decoder(options: DecoderOptions = {}): (model: GraphModel) => GraphResult {
  const { norm: kind = 'rms', qk_norm = 'head', ffn_norm = 'ffn_norm' } = options
  const { feed_forward = expertsOrDense({ gating: 'softmax', normalise: true, scaled: false }) } = options
  return (model) => {
    const { hparams, n_tokens } = model
    const deepstack = deepstackLayers(model.facts) > 0 ? embedDeepstack(model) : undefined
    const embedded = deepstack?.x ?? embedTokens(model)
    const scaled = (tensor: Tensor) => (options.scaled_residual?.(model) ? unary(tensor) : tensor)
    const positions = input('i32', n_tokens * positionsPerToken(model.facts))
    const table = model.weight('position_embd.weight', -1)
    const placed = table === undefined ? embedded : binary(embedded, getRows(table, positions))
    let x = options.scaled_embedding?.(model) ? unary(placed) : placed
    const attend = hparams.traits.no_cache ? uncachedAttention(model) : layerAttention(model)
    const out_ids = input('i32', model.n_outputs)
    const postNormed = (tensor: Tensor, name: string | undefined, il: number) =>
      name === undefined ? tensor : norm(model, tensor, name, il, kind)
    for (const il of model.layers) {
      const normed = norm(model, x, 'attn_norm', il, kind)
      const rotate = (tensor: Tensor) =>
        hasRope(model.facts, il) && (!options.windowed_rope || hparams.is_swa[il])
          ? rope(tensor, positions, ropeFactors(model, il, options.rope_factors))
          : tensor
      const { q, k, v } = normedQueryKey(model, il, normed, qk_norm, kind, rotate)
      const query = options.scaled_query ? unary(q) : q
      const read = attend(il, query, k, v)
      const rows = (tensor: Tensor) => (il === hparams.n_layer - 1 ? getRows(tensor, out_ids) : tensor)
      const attended = postNormed(rows(project(model, 'attn_output', il, read)), options.attention_post_norm, il)
      const middle = binary(scaled(attended), rows(x))
      const shared = options.norm_is_shared?.(model, il) ?? false
      const fed_from = shared ? rows(normed) : norm(model, middle, ffn_norm, il, kind)
      const fed = postNormed(feed_forward(model, il, fed_from), options.ffn_post_norm, il)
      x = options.stream_first ? binary(middle, scaled(fed)) : binary(scaled(fed), middle)
      if (deepstack !== undefined) x = deepstack.addPart(il, x)
    }
    const logitsOps = options.logits_ops?.(model) ?? 0
    return output(model, x, kind, (logits) => {
      let result = logits
      for (let i = 0; i < logitsOps; i++) result = unary(result)
      return result
    })
  }
}

/** Llama, Qwen 2 and 3 and those equal to them. */
export const buildDecoder = decoder()
