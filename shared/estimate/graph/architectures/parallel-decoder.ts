import { attention, cachesOf, project } from '../attention.ts'
import { attentionInputs } from '../attention-inputs.ts'
import { embedTokens } from '../embedding.ts'
import { denseFeedForward } from '../feed-forward.ts'
import type { GraphModel } from '../graph-model.ts'
import { norm } from '../norm.ts'
import { binary, getRows, input, rope, unary } from '../ops.ts'
import { type GraphResult, output } from '../output.ts'
import { normedQueryKey } from '../query-key-norm.ts'
import type { Tensor } from '../tensor.ts'
import { decoder } from './decoder.ts'

export type ParallelOptions = {
  /** In which order the feed-forward result, the attention result and the stream are added. */
  readonly sum: (fed: Tensor, attended: Tensor, stream: Tensor) => Tensor
  readonly scaled_query?: boolean
  readonly scaled_logits?: (model: GraphModel) => boolean
}

/**
 * Decoders whose attention and feed-forward layer read the same stream, of one layer norm or of two, and are added
 * together (src/models/command-r.cpp, falcon.cpp, gptneox.cpp, phi2.cpp).
 */
export function parallelDecoder(options: ParallelOptions): (model: GraphModel) => GraphResult {
  return (model) => {
    const { hparams, n_tokens } = model
    let x = embedTokens(model)
    const positions = input('i32', n_tokens)
    const inputs = attentionInputs(model, false)
    const out_ids = input('i32', model.n_outputs)
    for (const il of model.layers) {
      let stream = x
      let normed = norm(model, x, 'attn_norm', il, 'layer')
      // Falcon 40B has a second norm, for attention alone.
      const attentionNorm =
        model.weight('attn_norm_2.weight', il) === undefined ? normed : norm(model, x, 'attn_norm_2', il, 'layer')
      const rotate = (tensor: Tensor) => rope(tensor, positions)
      const { q, k, v } = normedQueryKey(model, il, attentionNorm, 'head', 'layer', rotate)
      const query = options.scaled_query ? unary(q) : q
      const read = attention(model, inputs, cachesOf(model, il, inputs.cells), il, query, k, v, false)
      let attended = project(model, 'attn_output', il, read)
      if (il === hparams.n_layer - 1) {
        attended = getRows(attended, out_ids)
        stream = getRows(stream, out_ids)
        normed = getRows(normed, out_ids)
      }
      const own = model.weight('ffn_norm.weight', il) !== undefined
      const fed_from = own ? norm(model, stream, 'ffn_norm', il, 'layer') : normed
      x = options.sum(denseFeedForward(model, il, fed_from), attended, stream)
    }
    const finish = (logits: Tensor) => (options.scaled_logits?.(model) ? unary(logits) : logits)
    return output(model, x, 'layer', finish)
  }
}

export const buildCommandR = parallelDecoder({
  sum: (fed, attended, stream) => binary(binary(fed, stream), attended),
  scaled_logits: ({ facts }) => Number(facts.hparams['logit_scale'] ?? 0) !== 0,
})

export const buildFalcon = parallelDecoder({
  sum: (fed, attended, stream) => binary(binary(fed, attended), stream),
})

export const buildPhi2 = parallelDecoder({
  sum: (fed, attended, stream) => binary(binary(attended, fed), stream),
  scaled_query: true,
})

const besideEachOther = parallelDecoder({
  sum: (fed, attended, stream) => binary(binary(fed, stream), attended),
})
const oneAfterTheOther = decoder({ norm: 'layer' })

/** GPT-NeoX, Pythia: a key says which. */
export function buildGptNeoX(model: GraphModel): GraphResult {
  return model.facts.hparams['use_parallel_residual'] === true ? besideEachOther(model) : oneAfterTheOther(model)
}
