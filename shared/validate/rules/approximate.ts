import { isKnownArchitecture } from '../../model/architecture.ts'
import type { FindingArgs } from '../../finding.ts'
import { num, str } from '../args.ts'
import type { Rule } from '../rule.ts'

/** LP107 */
export const memoryApproximate: Rule = {
  id: 'LP107',
  scope: 'target',
  title: 'Memory only approximate',
  severity: 'warning',
  why: "llama.cpp's allocation can be worked out to the byte where the model's graph is described here; elsewhere a closed form stands in, and a close verdict may be wrong either way.",
  remedy:
    'Leave room for the stated share, try the config on the hardware, or describe the architecture (docs/extending.md).',
  check: ({ config, model, estimate }) => {
    if (estimate === null || model === null || estimate.basis === 'exact') return []
    const { architecture } = model.facts
    const args = {
      bound: Math.round(100 * estimate.bound),
      architecture,
      known: isKnownArchitecture(architecture),
      split: config.settings.split_mode ?? '',
    }
    return [{ path: config.model === undefined ? ['model_path'] : ['model', 'architecture'], args }]
  },
  sentence: (args) => `Needs may be off by ${num(args, 'bound')} %: ${reasonOf(args)}.`,
}

function reasonOf(args: FindingArgs): string {
  if (args['split'] === 'row') return 'rows of every matrix lie on every device (split_mode row)'
  const name = str(args, 'architecture')
  return args['known'] === true
    ? `the graph of ${name} is not described here`
    : `${name} is no architecture that is known here, and llama.cpp may not load it`
}
