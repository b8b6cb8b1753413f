import { num } from '../args.ts'
import type { Rule } from '../rule.ts'
import { targetContext, type TargetContext } from '../target-context.ts'

const path = ['settings', 'n_gpu_layers']

/** LP304 */
export const layersOutOfRange: Rule = {
  id: 'LP304',
  scope: 'config',
  title: 'More layers than the model has',
  severity: 'warning',
  why: 'The number is cut to what the model has; it may have been written for another model.',
  remedy: 'Write -1 for all layers.',
  check: ({ config, model }) => {
    const layers = config.settings.n_gpu_layers
    if (model === null || layers === undefined || config.backend === 'cpu') return []
    const all = model.hparams.n_layer_all + 1
    return layers > all ? [{ path, args: { n_gpu_layers: layers, all } }] : []
  },
  fixes: () => [{ path, values: [-1] }],
  sentence: (args) =>
    `n_gpu_layers is ${num(args, 'n_gpu_layers')}; the model has ${num(args, 'all')}, the output layer included.`,
}

/** LP306. The output layer goes to the GPU first (src/llama-model.cpp, load_tensors), so the one that stays is layer 0. */
export const oneLayerLeft: Rule = {
  id: 'LP306',
  scope: 'target',
  title: 'One layer left on the CPU',
  severity: 'warning',
  why: 'llama.cpp counts the output layer too: n_gpu_layers equal to the number of layers leaves one on the CPU, and each token waits for it.',
  remedy: 'Write -1, or one layer more.',
  check: (context) => {
    const { model, placement, config } = context
    const layers = config.settings.n_gpu_layers
    if (model === null || !placement?.devices || layers !== model.hparams.n_layer_all) return []
    return fitsWhole(context) ? [{ path, args: { n_gpu_layers: layers, all: layers + 1 } }] : []
  },
  fixes: () => [{ path, values: [-1] }],
  sentence: (args) =>
    `n_gpu_layers ${num(args, 'n_gpu_layers')} leaves one layer on the CPU: with the output layer there are ${num(args, 'all')}, and all fit.`,
}

/** Where the whole model would not fit, one layer on the CPU is a choice and not a slip. */
function fitsWhole({ config, withConfig, target }: TargetContext): boolean {
  const whole = { ...config, settings: { ...config.settings, n_gpu_layers: -1 } }
  const { lines } = targetContext(withConfig(whole), target)
  return lines.every(({ state }) => state === 'fits')
}
