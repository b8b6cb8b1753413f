import type { RuntimeConfig } from '../config/runtime-config.ts'
import { exportCompose } from './compose.ts'
import { exportEnv } from './env.ts'
import type { Exported, ExportOptions } from './export-options.ts'
import { exportLaunchd } from './launchd.ts'
import { exportPython } from './llama-cpp-python.ts'
import { exportLlamaServer } from './llama-server.ts'
import { exportLlamaSwap } from './llama-swap.ts'
import { exportOllama } from './ollama.ts'
import { exportPowerShell } from './powershell.ts'
import { exportPresetIni } from './preset-ini.ts'
import { refuseTilde } from './model-source.ts'
import { exportSystemd } from './systemd.ts'

/** What a runtime config can be written as. */
const EXPORTS = {
  'llama-server': exportLlamaServer,
  'llama-cpp-python': exportPython,
  env: exportEnv,
  'preset-ini': exportPresetIni,
  'llama-swap': exportLlamaSwap,
  ollama: exportOllama,
  compose: exportCompose,
  systemd: exportSystemd,
  launchd: exportLaunchd,
  powershell: exportPowerShell,
} as const satisfies Record<string, (config: RuntimeConfig, options: ExportOptions) => Exported>

export type ExportFormat = keyof typeof EXPORTS

export const EXPORT_FORMATS = Object.keys(EXPORTS) as ExportFormat[]

/**
 * The config in another program's words, and what these cannot say of it.
 * @throws UserError for a config that would mean something else there, and for a path that the format cannot carry or
 * that starts with `~`, which only a shell replaces
 */
export function exportWithNotes(config: RuntimeConfig, to: ExportFormat, options: ExportOptions = {}): Exported {
  refuseTilde(config)
  return EXPORTS[to](config, options)
}

/** The text alone; ends with a line break. */
export function exportConfig(config: RuntimeConfig, to: ExportFormat, options: ExportOptions = {}): string {
  return exportWithNotes(config, to, options).text
}

export { llamaServerArgs, llamaServerCommand } from './llama-server.ts'
export { quotePosix, quotePowerShell } from './shell-quote.ts'
export type { Exported, ExportOptions } from './export-options.ts'
