import type { GraphModel } from './graph-model.ts'
import { norm } from './norm.ts'
import { binary, compute, cont, fresh, mulMat, permute, reshape, transpose, unary, view } from './ops.ts'
import { slice } from './per-layer-inputs.ts'
import type { Tensor } from './tensor.ts'

/** Streams that Gemma 3n keeps side by side; the first one is active (llama_hparams::n_altup, i_altup_act). */
const N_ALTUP = 4

/** The root of the summed squares of each token: [1, n_tokens, ...]. */
function magnitude(x: Tensor): Tensor {
  return unary(fresh(unary(x), [1, x.ne[1], x.ne[2], x.ne[3]]))
}

/** From one stream to all: projections of the first, brought to its magnitude: [n_embd, n_tokens, n_altup]. */
export function spreadStreams(model: GraphModel, x: Tensor): Tensor {
  const [n_embd, n_tokens] = x.ne
  const target = magnitude(x)
  const repeated = compute('f32', [n_embd, n_tokens, N_ALTUP - 1], x)
  const added = mulMat(model.need('altup_proj.weight', -1), repeated)
  const scaled = binary(binary(added, target), magnitude(added))
  return compute('f32', [n_embd, n_tokens, N_ALTUP], x, scaled)
}

/** From all streams back to one: their mean, all at the magnitude of the first. */
export function mergeStreams(model: GraphModel, streams: Tensor): Tensor {
  const target = magnitude(slice(streams))
  const product = mulMat(model.need('altup_unembd_proj.weight', -1), restOf(streams))
  const scaled = binary(binary(product, target), magnitude(product))
  let sum = slice(streams)
  for (let i = 1; i < N_ALTUP; i++) sum = binary(sum, slice(scaled))
  return unary(sum)
}

/** What each stream will be after the layer, from all of them (altup_predict, src/models/gemma3n.cpp). */
export function predictStreams(model: GraphModel, il: number, streams: Tensor): Tensor {
  const n_tokens = streams.ne[1]
  const routed = routeModalities(model, il, slice(streams))
  const coefs = reshape(mulMat(model.need('altup_predict_coef.weight', il), routed), N_ALTUP, N_ALTUP, n_tokens)
  const predicted = mulMat(cont(permute(streams, [1, 2, 0, 3])), coefs)
  return binary(cont(permute(predicted, [0, 2, 1, 3])), streams)
}

/** All streams moved by how far the active one is from its prediction (altup_correct). */
export function correctStreams(model: GraphModel, il: number, predictions: Tensor, activated: Tensor): Tensor {
  const [n_embd, n_tokens] = activated.ne
  const routed = routeModalities(model, il, activated)
  const innovation = binary(activated, slice(predictions))
  const coefs = unary(mulMat(model.need('altup_correct_coef.weight', il), routed))
  const by_stream = cont(transpose(coefs), [1, n_tokens, N_ALTUP, 1])
  const repeated = compute('f32', [n_embd, n_tokens, N_ALTUP], innovation)
  return binary(binary(repeated, by_stream), predictions)
}

/** Adds to all streams but the first. */
export function addToRest(streams: Tensor, x: Tensor): Tensor {
  return compute('f32', streams.ne, slice(streams), binary(restOf(streams), x))
}

function restOf(streams: Tensor): Tensor {
  return view(streams, [streams.ne[0], streams.ne[1], N_ALTUP - 1], [streams.nb[1], streams.nb[2]])
}

function routeModalities(model: GraphModel, il: number, x: Tensor): Tensor {
  const routed = unary(norm(model, x, 'altup_router_norm', il))
  return unary(mulMat(model.need('altup_router.weight', il), routed))
}
