import { list, str } from '../args.ts'
import type { Rule } from '../rule.ts'

/** LP303 */
export const backendAvailable: Rule = {
  id: 'LP303',
  scope: 'target',
  title: 'Backend not available',
  severity: 'error',
  why: 'The engine finds no such device, and either does not start or runs everything on the CPU.',
  remedy: 'Choose a backend that the target has, or keep one config for each kind of hardware.',
  check: ({ config, target, placement }) =>
    placement === null
      ? [{ path: ['backend'], args: { backend: config.backend, has: [...new Set([...target.backends, 'cpu'])] } }]
      : [],
  // Never one that leaves a GPU unused: that passes, and is many times slower.
  fixes: ({ targets }) => [
    {
      path: ['backend'],
      values: [
        ...new Set(
          targets.flatMap(({ target }) =>
            [target.backend, ...target.backends].filter((one) => one !== 'cpu' || target.devices.length === 0),
          ),
        ),
      ],
    },
  ],
  sentence: (args) =>
    `The target has no ${str(args, 'backend')} backend; it has ${list(args, 'has').join(', ')}. A config is for one kind of hardware.`,
}

/** LP308 */
export const layersWithoutGpu: Rule = {
  id: 'LP308',
  scope: 'target',
  title: 'Layers for a GPU that is not used',
  severity: 'warning',
  why: 'The setting has no effect; whoever reads the config may think that a GPU takes part.',
  remedy: 'Set n_gpu_layers to 0, or choose a GPU backend.',
  check: ({ config, placement }) => {
    const layers = config.settings.n_gpu_layers ?? 0
    if (placement === null || placement.devices > 0 || layers === 0) return []
    return [{ path: ['settings', 'n_gpu_layers'], args: { n_gpu_layers: layers, backend: config.backend } }]
  },
  fixes: ({ hit }) => [{ path: hit.path, values: [0] }],
  sentence: (args) =>
    str(args, 'backend') === 'cpu'
      ? `n_gpu_layers is ${String(args['n_gpu_layers'])}, but backend cpu uses no GPU.`
      : `n_gpu_layers is ${String(args['n_gpu_layers'])}, but the target has no GPU.`,
}
