import type { RuntimeConfig } from '../../shared/config/runtime-config.ts'
import { type ServerOption, serverOptions } from '../../shared/export/server-options.ts'
import { fitArgs, type KnownFlags } from '../../shared/run/engine-flags.ts'

/** A config's options as this engine knows them, for a preset; what it does not know is left out with a note. */
export function presetOptions(
  config: RuntimeConfig,
  known: KnownFlags,
): { readonly options: readonly ServerOption[]; readonly notes: readonly string[] } {
  const fitted = serverOptions(config).map(({ flag, value }) =>
    fitArgs(value === undefined ? [flag] : [flag, value], known),
  )
  const options = fitted.flatMap(({ args: [flag, value] }): ServerOption[] =>
    flag === undefined ? [] : [{ flag, ...(value !== undefined && { value }) }],
  )
  return { options, notes: fitted.flatMap(({ notes }) => notes) }
}
