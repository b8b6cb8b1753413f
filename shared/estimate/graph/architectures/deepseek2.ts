import { attentionInputs } from '../attention-inputs.ts'
import { embedTokens } from '../embedding.ts'
import { expertKeys, expertsOrDense } from '../expert-layers.ts'
import type { GraphModel } from '../graph-model.ts'
import { hparamNumber } from '../hparam-values.ts'
import { lastRows } from '../last-rows.ts'
import { latentAttention } from '../latent-attention.ts'
import { norm } from '../norm.ts'
import { binary, input } from '../ops.ts'
import { type GraphResult, output } from '../output.ts'

/** Files before the key `expert_gating_func` mean soft max, but for GLM 4.7 Lite (load_arch_hparams). */
const feedForward = expertsOrDense((model) => {
  const { n_layer, n_vocab } = model.hparams
  const lite = (n_layer === 47 || n_layer === 48) && n_vocab === 154880
  const unsaid = hparamNumber(model, 'expert_gating_func') === 0
  return expertKeys(model, lite && unsaid ? { gating: 'sigmoid' } : {})
})

/** DeepSeek V2 and V3, Kimi K2 and others with latent attention (src/models/deepseek2.cpp). */
export function buildDeepseek2(model: GraphModel): GraphResult {
  const { n_tokens } = model
  let x = embedTokens(model)
  const scale = hparamNumber(model, 'attention.temperature_scale')
  const scales = scale === 0 ? {} : { scales: input('f32', 1, 1, n_tokens) }
  const positions = input('i32', n_tokens)
  const inputs = attentionInputs(model, false)
  const out_ids = input('i32', model.n_outputs)
  for (const il of model.layers) {
    const normed = norm(model, x, 'attn_norm', il)
    const attended = latentAttention(model, inputs, il, normed, { positions, ...scales })
    const [a, b] = lastRows(model, il, out_ids, attended, x)
    const middle = binary(a, b)
    x = binary(feedForward(model, il, norm(model, middle, 'ffn_norm', il)), middle)
  }
  return output(model, x)
}
