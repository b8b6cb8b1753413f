import type { ModelSet } from '../../config/model-set.ts'
import { UserError } from '../../errors.ts'
import type { Exported } from '../export-options.ts'
import { presetSection } from '../preset-ini.ts'
import { mostLoaded } from './peak.ts'

/**
 * A set as presets of llama-server's router (llama.cpp, tools/server/README.md, "Using multiple models"). The router knows
 * no groups: it keeps up to `--models-max` models and unloads the one that was used longest ago (server-models.cpp, pick_victim).
 * @throws UserError for a set that this could not keep to: a model that must stay loaded beside others that swap
 */
export function exportSetPreset(set: ModelSet): Exported {
  const stay = set.groups.filter(({ swap }) => !swap).flatMap(({ members }) => members)
  const wanted = stay.length + set.groups.filter(({ swap }) => swap).length
  const most = mostLoaded(set)
  if (most < wanted) {
    throw new UserError(
      'input',
      `llama-server's router knows no groups: with ${wanted} models loaded it may unload ${stay.join(', ')} and hold more than was planned`,
      'Export to llama-swap, which keeps groups; or plan a set in which all models stay loaded, or all swap.',
    )
  }
  const sections = set.members.map(({ name, config }) =>
    presetSection(name, config, [`load-on-startup = ${stay.includes(name)}`]),
  )
  return {
    text: ['version = 1\n', ...sections].join('\n'),
    notes: [
      `start it with: llama-server --models-preset FILE --models-max ${most}; more would hold more memory than was planned`,
      ...(most < set.members.length
        ? ['the router forgets the cache of a model that it unloads; llama-swap with lp-tui keep saves and restores it']
        : []),
    ],
  }
}
