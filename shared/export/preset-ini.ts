import { flagOf } from '../config/formats/flag-names.ts'
import type { RuntimeConfig } from '../config/runtime-config.ts'
import { UserError } from '../errors.ts'
import type { Exported } from './export-options.ts'
import { modelName, writableModelPath } from './model-source.ts'
import { type ServerOption, serverOptions } from './server-options.ts'

/**
 * A config as a model preset of llama-server's router, for `--models-preset` (llama.cpp, tools/server/README.md, "Using
 * multiple models"; common/preset.cpp). Options of the router's own command line and environment would win over it.
 */
export function exportPresetIni(config: RuntimeConfig): Exported {
  const name = modelName(config)
  return {
    text: `version = 1\n\n${presetSection(name, config)}`,
    notes: [
      `start it with: llama-server --models-preset FILE; requests name "${name}" as their model`,
      ...relativeNotes(config.model_path),
    ],
  }
}

/**
 * One section of a preset file: every option under its long name, switches as true or false.
 * @throws UserError for a model path that a preset cannot carry
 */
export function presetSection(
  name: string,
  config: RuntimeConfig,
  more: readonly string[] = [],
  options: readonly ServerOption[] = serverOptions(config),
): string {
  presetValue(writableModelPath(config))
  const lines = options.map(({ flag, value }) => {
    const named = flagOf(flag)
    const key = (named?.flag.flags.at(-1) ?? flag).replace(/^-+/, '')
    return `${key} = ${value ?? String(named?.on !== false)}`
  })
  return `[${name}]\n${[...lines, ...more].join('\n')}\n`
}

/** A value ends where a comment starts, quotes mean nothing, and blanks at its ends are dropped. */
function presetValue(value: string): void {
  if (!/[;#]/.test(value) && value.trim() === value) return
  throw new UserError(
    'input',
    `a preset cannot carry the path ${JSON.stringify(value)}: ; and # start a comment, and blanks at its ends are dropped`,
    'Rename the file, or export to another format.',
  )
}

function relativeNotes(path: string): string[] {
  const rooted = /^([\\/]|[a-z]:[\\/]|hf:|docker:|https?:)/i.test(path)
  return rooted ? [] : [`${path} is taken from the folder that the router is started in`]
}
