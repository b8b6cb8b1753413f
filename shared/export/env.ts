import { flagOf } from '../config/formats/flag-names.ts'
import type { RuntimeConfig } from '../config/runtime-config.ts'
import { UserError } from '../errors.ts'
import type { Exported } from './export-options.ts'
import { writableModelPath } from './model-source.ts'
import { type ServerOption, serverOptions } from './server-options.ts'

/**
 * A config as llama-server's environment variables, one `NAME=value` a line (llama.cpp, tools/server/README.md; each
 * name is the option's own in common/arg.cpp). Shells, systemd's EnvironmentFile, compose's env_file and docker's
 * --env-file read such files, and agree on plain and on quoted values except where a note says so.
 */
export function exportEnv(config: RuntimeConfig): Exported {
  writableModelPath(config)
  const notes: string[] = []
  const lines = serverOptions(config).flatMap((option) => {
    const pair = environmentOf(option)
    if (pair !== null) return [`${pair[0]}=${quoted(pair[1], notes)}`]
    notes.push(
      `llama-server has no environment variable for ${option.flag} ${option.value ?? ''}: it changes speed, not memory; give it on the command line`,
    )
    return []
  })
  return { text: `${lines.join('\n')}\n`, notes }
}

/** The variable of an option, or null where llama-server has none; a switch that is off is `false`. */
export function environmentOf({ flag, value }: ServerOption): readonly [name: string, value: string] | null {
  const named = flagOf(flag)
  if (named?.flag.env === undefined) return null
  return [named.flag.env, value ?? String(named.on)]
}

/** Bare where every reader takes it as it is; else in the quotes that mean the same to all that know quotes. */
function quoted(value: string, notes: string[]): string {
  if (/^[\w@%+:,./=-]*$/.test(value)) return value
  notes.push(
    `${value} needs quotes, which docker run --env-file takes for a part of the value; shells, systemd and compose do not`,
  )
  if (!value.includes("'")) return `'${value}'`
  if (!/["$`\\]/.test(value)) return `"${value}"`
  throw new UserError(
    'input',
    `the readers of env files disagree on how to quote ${JSON.stringify(value)}`,
    'Rename the file, or export to llama-server.',
  )
}
