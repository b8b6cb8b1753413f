import { attention, cachesOf, project } from '../attention.ts'
import { attentionInputs, type AttentionInputs } from '../attention-inputs.ts'
import { embedTokens } from '../embedding.ts'
import { expertKeys } from '../expert-layers.ts'
import { denseFeedForward, expertFeedForward } from '../feed-forward.ts'
import type { GraphModel } from '../graph-model.ts'
import { mamba2Layer } from '../mamba2-layer.ts'
import { norm } from '../norm.ts'
import { binary, input, mulMat } from '../ops.ts'
import { type GraphResult, output } from '../output.ts'
import { queryKeyValue } from '../query-key-value.ts'
import { recurrentInputs, type RecurrentInputs } from '../recurrent-state.ts'
import type { Tensor } from '../tensor.ts'

/** Squared ReLU: two operations. */
const ACTIVATION = { activation_ops: 2 }

/** Nemotron H and its MoE form: each layer is a Mamba 2, an attention or a feed-forward one (src/models/nemotron-h.cpp). */
export function buildNemotronH(model: GraphModel): GraphResult {
  let x = embedTokens(model)
  const recurrent = recurrentInputs(model)
  const inputs = attentionInputs(model, false)
  const out_ids = input('i32', model.n_outputs)
  for (const il of model.layers) {
    x = binary(block(model, recurrent, inputs, il, norm(model, x, 'attn_norm', il)), x)
  }
  return output(model, x, 'rms', undefined, { out_ids })
}

function block(model: GraphModel, recurrent: RecurrentInputs, inputs: AttentionInputs, il: number, x: Tensor): Tensor {
  const { hparams } = model
  if (hparams.is_recr[il] === true) return mamba2Layer(model, recurrent, il, x)
  if (hparams.n_ff[il] !== 0) return feedForward(model, il, x)
  const { q, k, v } = queryKeyValue(model, il, x)
  const read = attention(model, inputs, cachesOf(model, il, inputs.cells), il, q, k, v, false)
  return project(model, 'attn_output', il, read)
}

/** Dense, or experts (on a narrower copy of the input where the file has one) beside a shared one. */
function feedForward(model: GraphModel, il: number, x: Tensor): Tensor {
  const router = model.weight('ffn_gate_inp.weight', il)
  if (router === undefined) return denseFeedForward(model, il, x, ACTIVATION)
  const through = (name: string, tensor: Tensor) => {
    const weight = model.weight(`${name}.weight`, il)
    return weight === undefined ? tensor : mulMat(weight, tensor)
  }
  const narrow = through('ffn_latent_down', x)
  const used = expertsUsed(model, il)
  const keys = expertKeys(model, { gating: 'sigmoid', ...ACTIVATION, used, scores: mulMat(router, x) })
  const experts = through('ffn_latent_up', expertFeedForward(model, il, narrow, keys))
  return binary(experts, denseFeedForward(model, il, x, { ...ACTIVATION, suffix: '_shexp' }))
}

/** Nemotron 3 Puzzle's layers differ in it: a list in the file. */
function expertsUsed({ facts, hparams }: GraphModel, il: number): number {
  const listed = facts.hparams['expert_used_count']
  const used = Array.isArray(listed) ? listed[il] : listed
  return typeof used === 'number' ? used : hparams.n_expert_used
}
