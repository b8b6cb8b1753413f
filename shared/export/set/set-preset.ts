import type { ModelSet } from '../../config/model-set.ts'
import type { RuntimeConfig } from '../../config/runtime-config.ts'
import { UserError } from '../../errors.ts'
import type { Exported } from '../export-options.ts'
import { presetSection } from '../preset-ini.ts'
import { type ServerOption, serverOptions } from '../server-options.ts'
import { mostLoaded } from './peak.ts'

/** Presets for the router, and how many models it may keep loaded so that they hold what was planned. */
export type SetPreset = { readonly text: string; readonly at_once: number }

/**
 * A set as presets of llama-server's router (llama.cpp, tools/server/README.md, "Using multiple models"). The router knows
 * no groups: it keeps up to `--models-max` models and unloads the one that was used longest ago (server-models.cpp, pick_victim).
 * @param optionsOf a member's options; those that its config means when absent
 * @throws UserError for a set that this could not keep to: a model that must stay loaded beside others that swap
 */
export function setPreset(
  set: ModelSet,
  optionsOf: (config: RuntimeConfig) => readonly ServerOption[] = serverOptions,
): SetPreset {
  const stay = set.groups.filter(({ swap }) => !swap).flatMap(({ members }) => members)
  const wanted = stay.length + set.groups.filter(({ swap }) => swap).length
  const at_once = mostLoaded(set)
  if (at_once < wanted) {
    throw new UserError(
      'input',
      `llama-server's router knows no groups: with ${wanted} models loaded it may unload ${stay.join(', ')} and hold more than was planned`,
      'Export to llama-swap, which keeps groups; or plan a set in which all models stay loaded, or all swap.',
    )
  }
  const sections = set.members.map(({ name, config }) =>
    presetSection(name, config, [`load-on-startup = ${stay.includes(name)}`], optionsOf(config)),
  )
  return { text: ['version = 1\n', ...sections].join('\n'), at_once }
}

/** The presets as a file, and how the router is started with it. */
export function exportSetPreset(set: ModelSet): Exported {
  const { text, at_once } = setPreset(set)
  return {
    text,
    notes: [
      `start it with: llama-server --models-preset FILE --models-max ${at_once}; more would hold more memory than was planned`,
      ...(at_once < set.members.length
        ? ['the router forgets the cache of a model that it unloads; llama-swap with lp-tui keep saves and restores it']
        : []),
    ],
  }
}
