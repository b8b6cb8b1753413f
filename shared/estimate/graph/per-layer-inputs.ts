import type { GraphModel } from './graph-model.ts'
import { norm } from './norm.ts'
import { binary, cont, getRows, input, mulMat, permute, reshape, unary, view } from './ops.ts'
import type { Tensor } from './tensor.ts'

/**
 * The second embedding of Gemma 3n and of the small Gemma 4, a part of it for every layer, mixed with a projection of
 * the first one: [n_embd_per_layer, n_tokens, n_layer] (build_inp_per_layer and project_per_layer_inputs,
 * src/models/gemma4.cpp).
 */
export function perLayerInputs(model: GraphModel, embedded: Tensor): Tensor {
  const table = model.need('per_layer_token_embd.weight', -1)
  const { n_tokens } = model
  const { n_layer } = model.hparams
  const width = table.ne[0] / n_layer
  const looked_up = unary(reshape(getRows(table, input('i32', n_tokens)), width, n_layer, n_tokens))
  model.expand(looked_up)
  const projected = unary(mulMat(model.need('per_layer_model_proj.weight', -1), embedded))
  const normed = norm(model, reshape(projected, width, n_layer, n_tokens), 'per_layer_proj_norm', -1)
  return cont(permute(unary(binary(normed, looked_up)), [0, 2, 1, 3]))
}

/** One slice [ne0, ne1] of a tensor with three axes. */
export function slice(x: Tensor): Tensor {
  return view(x, [x.ne[0], x.ne[1]])
}
