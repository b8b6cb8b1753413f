import type { GraphModel } from './graph-model.ts'
import { hparamNumber } from './hparam-values.ts'
import { unary } from './ops.ts'
import type { Tensor } from './tensor.ts'

/** Soft cap on the logits where the model has one: scale, tanh, scale. */
export function softCapLogits(model: GraphModel): (logits: Tensor) => Tensor {
  const cap = hparamNumber(model, 'final_logit_softcapping')
  return (logits) => (cap === 0 ? logits : unary(unary(unary(logits))))
}
