import type { GraphModel } from './graph-model.ts'
import { binary, fresh, unary } from './ops.ts'
import type { Tensor } from './tensor.ts'

/** RMS norm works in place; layer norm does not (ggml_op_can_inplace). */
export type NormKind = 'rms' | 'layer'

/**
 * A norm with its weight and bias where the model has them (llm_graph_context::build_norm). With all layers offloaded,
 * or few tokens, its first op is kept on the layer's device (llama_context::graph_get_cb; only norms with a weight).
 * @param il layer, or -1 outside the layers
 */
export function norm(model: GraphModel, x: Tensor, name: string, il: number, kind: NormKind = 'rms'): Tensor {
  const weight = model.weight(`${name}.weight`, il)
  const bias = model.weight(`${name}.bias`, il)
  const plain = kind === 'rms' ? unary(x) : fresh(x)
  if (il >= 0 && (weight !== undefined || bias !== undefined)) pinToLayer(model, plain, il)
  const scaled = weight === undefined ? plain : binary(plain, weight)
  return bias === undefined ? scaled : binary(scaled, bias)
}

export function pinToLayer(model: GraphModel, tensor: Tensor, il: number): void {
  const { settings, hparams, n_tokens } = model
  if (n_tokens < 32 || settings.n_gpu_layers > hparams.n_layer_all) tensor.pinned = model.backendOf(il)
}
