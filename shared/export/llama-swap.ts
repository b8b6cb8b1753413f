import type { RuntimeConfig } from '../config/runtime-config.ts'
import { UserError } from '../errors.ts'
import type { Exported, ExportOptions } from './export-options.ts'
import { llamaServerArgs } from './llama-server.ts'
import { modelName, writableModelPath } from './model-source.ts'
import { quotePosix } from './shell-quote.ts'
import { yamlText } from './yaml-text.ts'

/** Seconds without a request after which llama-swap may unload a model. */
export const SWAP_TTL_S = 300
export const TTL_NOTE = `ttl: ${SWAP_TTL_S} lets llama-swap unload the model after ${SWAP_TTL_S} s without a request; 0 keeps it loaded`

/**
 * A config as a model of llama-swap's config.yaml (llama-swap, config.example.yaml). `${PORT}` is llama-swap's own.
 */
export function exportLlamaSwap(config: RuntimeConfig, { engine = 'llama-server' }: ExportOptions): Exported {
  const model = { cmd: swapCommand(config, engine), ttl: SWAP_TTL_S }
  return { text: yamlText({ models: { [modelName(config)]: model } }), notes: [TTL_NOTE] }
}

/**
 * The command of a model, a word list for the shell rules that llama-swap splits by (internal/config/commands.go).
 * @throws UserError for a path that llama-swap would take for a macro
 */
export function swapCommand(config: RuntimeConfig, engine: string, before: readonly string[] = []): string {
  const words = [...before, engine, ...llamaServerArgs(config), '--host', '127.0.0.1', '--port', '${PORT}']
  for (const word of [writableModelPath(config), engine, ...before]) {
    if (!word.includes('${')) continue
    throw new UserError(
      'input',
      `llama-swap would take \${ in ${JSON.stringify(word)} for a macro`,
      'Rename the file, or export to another format.',
    )
  }
  return words.map((word) => (word === '${PORT}' ? word : quotePosix(word))).join(' ')
}
