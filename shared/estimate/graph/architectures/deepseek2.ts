import { attentionInputs } from '../attention-inputs.ts'
import { embedTokens } from '../embedding.ts'
import { denseFeedForward, expertFeedForward } from '../feed-forward.ts'
import type { GraphModel } from '../graph-model.ts'
import { hparamFlag, hparamNumber, scalesExperts } from '../hparam-values.ts'
import { latentAttention } from '../latent-attention.ts'
import { norm } from '../norm.ts'
import { binary, getRows, input } from '../ops.ts'
import { type GraphResult, output } from '../output.ts'
import type { Tensor } from '../tensor.ts'

/** DeepSeek V2 and V3, Kimi K2 and others with latent attention (src/models/deepseek2.cpp). */
export function buildDeepseek2(model: GraphModel): GraphResult {
  const { hparams, n_tokens } = model
  let x = embedTokens(model)
  const scale = hparamNumber(model, 'attention.temperature_scale')
  const scales = scale === 0 ? {} : { scales: input('f32', 1, 1, n_tokens) }
  const positions = input('i32', n_tokens)
  const inputs = attentionInputs(model, false)
  const out_ids = input('i32', model.n_outputs)
  for (const il of model.layers) {
    let residual = x
    const normed = norm(model, x, 'attn_norm', il)
    let attended = latentAttention(model, inputs, il, normed, { positions, ...scales })
    if (il === hparams.n_layer - 1) {
      attended = getRows(attended, out_ids)
      residual = getRows(residual, out_ids)
    }
    const middle = binary(attended, residual)
    x = binary(feedForward(model, il, norm(model, middle, 'ffn_norm', il)), middle)
  }
  return output(model, x)
}

/** Dense in the leading layers, then experts of which some always run. */
function feedForward(model: GraphModel, il: number, x: Tensor): Tensor {
  if (model.weight('ffn_gate_inp.weight', il) === undefined) return denseFeedForward(model, il, x)
  const experts = expertFeedForward(model, il, x, {
    gating: gating(model),
    normalise: hparamFlag(model, 'expert_weights_norm', false),
    scaled: scalesExperts(model),
  })
  return binary(experts, denseFeedForward(model, il, x, { suffix: '_shexp' }))
}

/** LLAMA_EXPERT_GATING_FUNC_TYPE_*; files before the key are soft max, but for GLM 4.7 Lite (load_arch_hparams). */
function gating(model: GraphModel): 'softmax' | 'sigmoid' | 'softmax_weight' {
  const kind = hparamNumber(model, 'expert_gating_func')
  const { n_layer, n_vocab } = model.hparams
  if (kind === 0) return (n_layer === 47 || n_layer === 48) && n_vocab === 154880 ? 'sigmoid' : 'softmax'
  return kind === 3 ? 'softmax_weight' : kind === 2 ? 'sigmoid' : 'softmax'
}
