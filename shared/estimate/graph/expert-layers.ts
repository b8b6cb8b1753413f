import { denseFeedForward, type DenseOptions, expertFeedForward, type ExpertOptions } from './feed-forward.ts'
import type { GraphModel } from './graph-model.ts'
import { binary, mulMat, unary } from './ops.ts'
import type { Tensor } from './tensor.ts'

/** The feed-forward part of one layer. */
export type FeedForward = (model: GraphModel, il: number, x: Tensor) => Tensor

/**
 * Experts where the layer has a router, with the shared experts added where it has any; else dense. So models whose
 * first layers are dense need no rule of their own.
 * @param experts fixed options, or how to read them from the model's keys
 */
export function expertsOrDense(
  experts: ExpertOptions | ((model: GraphModel) => ExpertOptions),
  dense: DenseOptions = {},
): FeedForward {
  return (model, il, x) => {
    if (model.weight('ffn_gate_inp.weight', il) === undefined) return denseFeedForward(model, il, x, dense)
    const routed = expertFeedForward(model, il, x, typeof experts === 'function' ? experts(model) : experts)
    if (model.weight('ffn_up_shexp.weight', il) === undefined) return routed
    return binary(routed, denseFeedForward(model, il, x, { ...dense, suffix: '_shexp' }))
  }
}

/** Experts and shared ones whose share is learned (src/models/qwen2moe.cpp). */
export function gatedSharedExperts(experts: (model: GraphModel) => ExpertOptions): FeedForward {
  return (model, il, x) => {
    const routed = expertFeedForward(model, il, x, experts(model))
    // silu(x) / x: a sigmoid in two ops.
    const logit = mulMat(model.need('ffn_gate_inp_shexp.weight', il), x)
    const share = binary(unary(logit), logit)
    return binary(routed, binary(denseFeedForward(model, il, x, { suffix: '_shexp' }), share))
  }
}

/** LLAMA_EXPERT_GATING_FUNC_TYPE_* (src/llama-hparams.h). */
const GATING = { 1: 'softmax', 2: 'sigmoid', 3: 'softmax_weight' } as const

/**
 * What the keys say of the experts' weights: `expert_gating_func`, `expert_weights_norm`, `expert_weights_scale`.
 * @param fixed what the architecture's graph says itself
 */
export function expertKeys(model: GraphModel, fixed: Partial<ExpertOptions> = {}): ExpertOptions {
  const keys = model.facts.hparams
  const gating = Number(keys['expert_gating_func'] ?? 0)
  const scale = Number(keys['expert_weights_scale'] ?? 0)
  return {
    gating: GATING[gating as keyof typeof GATING] ?? 'softmax',
    normalise: keys['expert_weights_norm'] === true,
    scaled: scale !== 0 && scale !== 1,
    ...fixed,
  }
}
