import type { ModelFacts } from '../../model/facts.ts'
import type { GraphModel } from './graph-model.ts'
import { binary, compute, getRows, input, view } from './ops.ts'
import type { Tensor } from './tensor.ts'

/** Layers that get a further part of a picture's embedding (Qwen 3 VL). */
export function deepstackLayers({ hparams }: ModelFacts): number {
  return Number(hparams['n_deepstack_layers'] ?? 0)
}

/**
 * The embeddings of a model that takes pictures apart over its first layers: rows of n_embd * (1 + layers), those of
 * tokens padded to that width (llm_graph_context::build_inp_embd with n_embd_inp, src/llama-graph.cpp).
 * @returns the stream, and what adds a layer's part to it (src/models/qwen3vl.cpp)
 */
export function embedDeepstack(model: GraphModel): { x: Tensor; addPart: (il: number, x: Tensor) => Tensor } {
  const { n_tokens, hparams, facts, expand } = model
  const layers = deepstackLayers(facts)
  const width = hparams.n_embd * (1 + layers)
  const tokens = input('i32', n_tokens)
  const vectors = input('f32', width, n_tokens)
  const rows = getRows(model.need('token_embd.weight', -1), tokens)
  const padded = compute('f32', [width, n_tokens], rows)
  expand(padded)
  expand(vectors)
  const part = () => view(padded, [hparams.n_embd, n_tokens], [padded.nb[1]])
  const x = part()
  expand(x)
  return { x, addPart: (il, stream) => (il < layers ? binary(stream, part()) : stream) }
}
