import type { GraphModel } from './graph-model.ts'
import { getRows, input } from './ops.ts'
import type { Tensor } from './tensor.ts'

/**
 * The rows of the token table for a micro-batch (llm_graph_context::build_inp_embd): [n_embd, n_tokens] on the CPU.
 * The other way in, for given embeddings, is part of the graph too and takes as much memory.
 */
export function embedTokens(model: GraphModel): Tensor {
  const { n_tokens, hparams, expand } = model
  const tokens = input('i32', n_tokens)
  const vectors = input('f32', hparams.n_embd, n_tokens)
  const rows = getRows(model.need('token_embd.weight', -1), tokens)
  expand(rows)
  expand(vectors)
  return rows
}
