import type { GraphModel } from './graph-model.ts'
import { unary } from './ops.ts'
import type { Tensor } from './tensor.ts'

/** Soft cap on the logits where the model has one: scale, tanh, scale. */
export function softCapLogits(model: GraphModel): (logits: Tensor) => Tensor {
  const cap = Number(model.facts.hparams['final_logit_softcapping'] ?? 0)
  return (logits) => (cap === 0 ? logits : unary(unary(unary(logits))))
}
