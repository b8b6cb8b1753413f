import type { GraphModel } from './graph-model.ts'
import { binary, getRows, mulMat } from './ops.ts'
import { norm, type NormKind } from './norm.ts'
import type { Tensor } from './tensor.ts'

/** A finished graph: what must stay in memory after it ran (llm_graph_result::set_outputs). */
export type GraphResult = { readonly kept: readonly Tensor[] }

export type OutputOptions = {
  /** Name of the norm's weights where it is not `output_norm`. */
  readonly norm?: string
  /** The tokens with logits are chosen only after the norm: prediction layers start from all of them. */
  readonly out_ids?: Tensor
}

/**
 * The output norm and the logits.
 * @param finish operations on the logits: a scale, a soft cap
 */
export function output(
  model: GraphModel,
  x: Tensor,
  kind: NormKind = 'rms',
  finish: (logits: Tensor) => Tensor = (logits) => logits,
  options: OutputOptions = {},
): GraphResult {
  const all = norm(model, x, options.norm ?? 'output_norm', -1, kind)
  const normed = options.out_ids === undefined ? all : getRows(all, options.out_ids)
  const product = mulMat(model.weight('output.weight', -1) ?? tiedOutput(model), normed)
  const bias = model.weight('output.bias', -1)
  const logits = finish(bias === undefined ? product : binary(product, bias))
  model.expand(logits)
  return { kept: [all, normed, logits] }
}

/** The token table as output matrix: a second copy where the output layer is on another device. */
export function tiedOutput(model: GraphModel): Tensor {
  const table = model.need('token_embd.weight', -1)
  const backend = model.backendOf(model.hparams.n_layer_all)
  return backend === model.cpu ? table : { ...table, held: backend }
}
