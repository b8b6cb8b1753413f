import { num } from '../args.ts'
import type { ConfigContext } from '../config-context.ts'
import type { Rule } from '../rule.ts'

/** Slots share the context and llama-server caps each at the training length, so the whole may be that many times it. */
function longest({ config, model }: ConfigContext): number {
  if (model === null || model.hparams.n_ctx_train === 0) return Number.POSITIVE_INFINITY
  const own = model.hparams.rope_freq_scale
  const scale = config.settings.rope_freq_scale || own
  // Linear position scaling, beyond what the model itself has, stretches the positions that it was trained on.
  const stretch = scale < own ? own / scale : 1
  return Math.floor(model.hparams.n_ctx_train * stretch) * model.settings.n_parallel
}

/** LP301 */
export const contextOverTraining: Rule = {
  id: 'LP301',
  scope: 'config',
  title: 'Context over the training length',
  severity: 'warning',
  why: 'Beyond the positions that a model was trained on its answers decay, while the cache still costs memory.',
  remedy: 'Stay within the training length (per slot), or set rope_freq_scale as the model card says.',
  check: (context) => {
    const { config, model } = context
    const most = longest(context)
    if (model === null || model.settings.n_ctx <= most) return []
    const { n_ctx, n_parallel } = model.settings
    const { rope_freq_scale, rope_freq_base } = config.settings
    const { hparams } = model
    const scaled =
      (rope_freq_scale || hparams.rope_freq_scale) !== hparams.rope_freq_scale ||
      (rope_freq_base || hparams.rope_freq_base) !== hparams.rope_freq_base
    return [
      {
        path: ['settings', 'n_ctx'],
        args: { n_ctx, n_ctx_train: hparams.n_ctx_train, n_parallel, most, scaled },
      },
    ]
  },
  fixes: (problem) => [{ path: ['settings', 'n_ctx'], values: [longest(problem)] }],
  sentence: (args) => {
    const slots = num(args, 'n_parallel')
    const each = slots > 1 ? ` for each of ${slots} slots` : ''
    const rope = args['scaled'] === true ? ` The rope settings stretch that to ${num(args, 'most')} at most.` : ''
    return `n_ctx is ${num(args, 'n_ctx')}; the model was trained on ${num(args, 'n_ctx_train')} tokens${each}.${rope}`
  },
}
