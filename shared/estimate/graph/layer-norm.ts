import type { GraphModel } from './graph-model.ts'
import { norm } from './norm.ts'
import { binary, unary } from './ops.ts'
import type { Tensor } from './tensor.ts'

/** A norm of layer `il` only where its weight is in the file: the heads' norms of Q and K. */
export function optionalNorm(model: GraphModel, x: Tensor, name: string, il: number): Tensor {
  return model.weight(`${name}.weight`, il) === undefined ? x : norm(model, x, name, il)
}

/**
 * RMS norm after the feed-forward part, with the weight of layer `il`. llama.cpp builds it as if it were outside the
 * layers (`il` -1), so that it is not kept on the layer's device.
 */
export function postNorm(model: GraphModel, x: Tensor, name: string, il: number): Tensor {
  return binary(unary(x), model.need(`${name}.weight`, il))
}
