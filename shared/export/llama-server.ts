import type { RuntimeConfig } from '../config/runtime-config.ts'
import type { Exported, ExportOptions } from './export-options.ts'
import { serverOptions } from './server-options.ts'
import { quotePosix } from './shell-quote.ts'

/** A config as llama-server's arguments, without the program (llama.cpp, tools/server/README.md). */
export function llamaServerArgs(config: RuntimeConfig): string[] {
  return serverOptions(config).flatMap(({ flag, value }) => (value === undefined ? [flag] : [flag, value]))
}

/** The same as one line for a POSIX shell. */
export function llamaServerCommand(config: RuntimeConfig, engine = 'llama-server'): string {
  return [engine, ...llamaServerArgs(config)].map(quotePosix).join(' ')
}

export function exportLlamaServer(config: RuntimeConfig, { engine }: ExportOptions): Exported {
  return { text: `${llamaServerCommand(config, engine)}\n`, notes: [] }
}
