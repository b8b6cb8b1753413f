import { readCompose } from './compose.ts'
import { readDockerfile } from './dockerfile.ts'
import { readEnvFile } from './env-file.ts'
import {
  FOREIGN_LIMITS,
  type ForeignConfig,
  type ForeignFile,
  type ForeignFormat,
  type ForeignOptions,
} from './foreign-config.ts'
import { readLlamaSwap } from './llama-swap.ts'
import { readModelfile } from './modelfile.ts'
import { unread } from './nothing-found.ts'
import { readPresetIni } from './preset-ini.ts'
import { readShell } from './shell-script.ts'

const READERS: Readonly<Record<ForeignFormat, (text: string, options: ForeignOptions) => ForeignConfig[]>> = {
  shell: readShell,
  dockerfile: readDockerfile,
  env: readEnvFile,
  'preset-ini': readPresetIni,
  'llama-swap': readLlamaSwap,
  compose: readCompose,
  ollama: readModelfile,
}

/**
 * A file of another program -> a runtime config for each server that it describes, with the place of every value.
 * Never throws for what a file may hold, and never guesses: what only a run decides keeps a config from being judged
 * (LP009), and what the engine decides by itself is judged at its worst and told (LP012). Facts of the models are the caller's to attach: {@link attachModel}.
 */
export function readForeign(format: ForeignFormat, text: string, options: ForeignOptions = {}): ForeignFile {
  const { length } = options.limits ?? FOREIGN_LIMITS
  if (text.length > length) {
    const span = { offset: 0, length: 1 }
    return {
      configs: [
        unread(format, '', [{ rule: 'LP007', severity: 'error', args: { limit: 'length', most: length }, span }]),
      ],
    }
  }
  // As for JSON, columns do not count a byte order mark; offsets of a change must.
  if (!text.startsWith('\uFEFF')) return { configs: READERS[format](text, options) }
  const configs = READERS[format](text.slice(1), options)
  return { configs: configs.map((config) => ({ ...config, edit: afterMark(config.edit) })) }
}

function afterMark(edit: ForeignConfig['edit']): ForeignConfig['edit'] {
  return (path, value) => {
    const change = edit(path, value)
    return change && { ...change, offset: change.offset + 1 }
  }
}

export { attachModel } from './attach-model.ts'
export { detectFormat } from './detect-format.ts'
export { FLAG_CHANGES } from './llama-flag-changes.ts'
export {
  FOREIGN_FORMATS,
  FOREIGN_LIMITS,
  type ForeignConfig,
  type ForeignFile,
  type ForeignFormat,
  type ForeignOptions,
} from './foreign-config.ts'
export { FOREIGN_RULES } from './foreign-rules.ts'
