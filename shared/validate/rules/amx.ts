import { amxAborts } from '../../estimate/extras/amx-abort.ts'
import { str } from '../args.ts'
import type { Rule } from '../rule.ts'

/** LP207 */
export const amxLatentAttention: Rule = {
  id: 'LP207',
  scope: 'target',
  title: 'Weights that AMX cannot multiply',
  severity: 'error',
  why: 'llama.cpp packs the split weights of latent attention (MLA) for a processor with AMX, has no kernel for their product, and ends with an assertion before it serves.',
  remedy: 'Set use_extra_bufts to false (--no-repack), or put these layers on a GPU.',
  check: ({ config, model, target, placement }) => {
    const tensor =
      model &&
      placement &&
      amxAborts(
        { capabilities: target.cpu.capabilities, backend: config.backend, n_devices: placement.devices },
        model.facts,
        model.settings,
      )
    return tensor === null ? [] : [{ path: ['settings', 'use_extra_bufts'], args: { tensor } }]
  },
  fixes: ({ hit }) => [{ path: hit.path, values: [false] }],
  sentence: (args) =>
    `llama.cpp ends with an assertion here: it packs ${str(args, 'tensor')} for AMX and cannot multiply it.`,
}
