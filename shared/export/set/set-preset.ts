import type { ModelSet } from '../../config/model-set.ts'
import type { RuntimeConfig } from '../../config/runtime-config.ts'
import { UserError } from '../../errors.ts'
import type { Exported } from '../export-options.ts'
import { presetSection } from '../preset-ini.ts'
import { type ServerOption, serverOptions } from '../server-options.ts'
import { mostLoaded } from './peak.ts'

/**
 * A set as presets of llama-server's router (llama.cpp, tools/server/README.md, "Using multiple models").
 * @param optionsOf a member's options; those that its config means when absent
 * @throws UserError for a model path that a preset cannot carry
 */
export function setPresetText(
  set: ModelSet,
  optionsOf: (config: RuntimeConfig) => readonly ServerOption[] = serverOptions,
): string {
  const stay = stayingOf(set)
  const sections = set.members.map(({ name, config }) =>
    presetSection(name, config, [`load-on-startup = ${stay.includes(name)}`], optionsOf(config)),
  )
  return ['version = 1\n', ...sections].join('\n')
}

/** How many models of a set are loaded at the same time. */
export function loadedAtOnce(set: ModelSet): number {
  return stayingOf(set).length + set.groups.filter(({ swap }) => swap).length
}

function stayingOf({ groups }: ModelSet): string[] {
  return groups.filter(({ swap }) => !swap).flatMap(({ members }) => members)
}

/**
 * The presets as a file, and how the router is started with it. The router by itself knows no groups: it keeps up to
 * `--models-max` models and unloads the one that was used longest ago (server-models.cpp, pick_victim).
 * @throws UserError for a set that this could not keep to: a model that must stay loaded beside others that swap
 */
export function exportSetPreset(set: ModelSet): Exported {
  const most = mostLoaded(set)
  const wanted = loadedAtOnce(set)
  if (most < wanted) {
    throw new UserError(
      'input',
      `llama-server's router knows no groups: with ${wanted} models loaded it may unload ${stayingOf(set).join(', ')} and hold more than was planned`,
      'Run it with llama-pajamas-run --set or export to llama-swap, which keep groups; or plan a set in which all models stay loaded, or all swap.',
    )
  }
  return {
    text: setPresetText(set),
    notes: [
      `start it with: llama-server --models-preset FILE --models-max ${most}; more would hold more memory than was planned`,
      ...(most < set.members.length
        ? [
            'the router forgets the cache of a model that it unloads; llama-pajamas-run --set, and llama-swap with lp-tui keep, save and restore it',
          ]
        : []),
    ],
  }
}
