import type { RuntimeConfig } from '../config/runtime-config.ts'
import { llamaCppPython, lostInPython } from './llama-cpp-python.ts'
import { llamaServerCommand } from './llama-server.ts'

/** What a runtime config can be written as. */
const EXPORTS = {
  'llama-server': (config: RuntimeConfig) => `${llamaServerCommand(config)}\n`,
  'llama-cpp-python': llamaCppPython,
} as const satisfies Record<string, (config: RuntimeConfig) => string>

export type ExportFormat = keyof typeof EXPORTS

export const EXPORT_FORMATS = Object.keys(EXPORTS) as ExportFormat[]

/** The config in another program's words; ends with a line break. */
export function exportConfig(config: RuntimeConfig, to: ExportFormat): string {
  return EXPORTS[to](config)
}

/** What another program's words cannot say of the config, one sentence each; empty when nothing is lost. */
export function exportLosses(config: RuntimeConfig, to: ExportFormat): readonly string[] {
  return to === 'llama-cpp-python' ? lostInPython(config) : []
}

export { llamaServerArgs, llamaServerCommand } from './llama-server.ts'
export { quotePosix, quotePowerShell } from './shell-quote.ts'
