import { project } from '../attention.ts'
import { embedTokens } from '../embedding.ts'
import { expertKeys, expertsOrDense } from '../expert-layers.ts'
import type { GraphModel } from '../graph-model.ts'
import { layerAttention } from '../layer-attention.ts'
import { optionalNorm } from '../layer-norm.ts'
import { norm } from '../norm.ts'
import { binary, getRows, input, mulMat, reshape, rope, unary } from '../ops.ts'
import { type GraphResult, output } from '../output.ts'
import { flatQueryKeyValue, ropeFactors, splitHeads } from '../query-key-value.ts'
import type { Tensor } from '../tensor.ts'

// Without a key the experts' weights are sigmoids. Some layers clamp what the gate lets through.
const feedForward = expertsOrDense(
  (model) => ({
    ...expertKeys(model, 'expert_gating_func' in model.facts.hparams ? {} : { gating: 'sigmoid' }),
    clamped_by: 'swiglu_clamp_exp',
  }),
  { clamped_by: 'swiglu_clamp_shexp' },
)

/**
 * Step 3.5: heads with a gate each, windows, experts beside a shared one (src/models/step35.cpp). All rows go through the
 * last layer, and its result stays in memory for the prediction layers (t_h_nextn).
 */
export function buildStep35(model: GraphModel): GraphResult {
  let x = embedTokens(model)
  const positions = input('i32', model.n_tokens)
  const attend = layerAttention(model)
  const out_ids = input('i32', model.n_outputs)
  for (const il of model.layers) {
    const normed = norm(model, x, 'attn_norm', il)
    const { q, k, v } = splitHeads(model, il, flatQueryKeyValue(model, il, normed))
    const factors = model.hparams.is_swa[il] ? undefined : ropeFactors(model, il)
    const query = rope(optionalNorm(model, q, 'attn_q_norm', il), positions, factors)
    const key = rope(optionalNorm(model, k, 'attn_k_norm', il), positions, factors)
    const read = gateHeads(model, il, attend(il, query, key, v), normed)
    const middle = binary(project(model, 'attn_output', il, read), x)
    x = binary(feedForward(model, il, norm(model, middle, 'ffn_norm', il)), middle)
  }
  const { kept } = output(model, getRows(x, out_ids))
  return { kept: [...kept, x] }
}

/** One sigmoid a head and token over what the head read. */
function gateHeads(model: GraphModel, il: number, read: Tensor, normed: Tensor): Tensor {
  const weight = model.weight('attn_gate.weight', il)
  if (weight === undefined) return read
  const { hparams, n_tokens } = model
  const heads = hparams.n_head[il] ?? 0
  const gate = unary(mulMat(weight, normed))
  const by_head = reshape(read, hparams.n_embd_head_v[il] ?? 0, heads, n_tokens)
  return reshape(binary(by_head, reshape(gate, 1, heads, n_tokens)), read.ne[0], n_tokens)
}
