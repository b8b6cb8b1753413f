import type { JsonPath } from '../../finding.ts'
import type { ForeignFormat } from './foreign-config.ts'
import { LLAMA_FLAGS } from './llama-flags.ts'

/** Ollama's names of the keys that its Modelfiles can set. */
const OLLAMA: Readonly<Record<string, string>> = {
  n_ctx: 'num_ctx',
  n_gpu_layers: 'num_gpu',
  n_threads: 'num_thread',
  n_batch: 'num_batch',
  n_ubatch: 'num_batch',
  use_mmap: 'use_mmap',
  model_path: 'FROM',
}

/** How a format calls a key of the runtime config: `--ctx-size`, `LLAMA_ARG_CTX_SIZE`, `ctx-size`, `num_ctx`. */
export function optionName(format: ForeignFormat, path: JsonPath): string {
  const key = String(path.at(-1) ?? '')
  const option = LLAMA_FLAGS.find(({ means }) => means === key)
  const flag = option?.flags.at(-1)
  switch (format) {
    case 'ollama':
      return OLLAMA[key] ?? key
    case 'env':
      return option?.env ?? flag ?? key
    case 'preset-ini':
      return flag?.replace(/^-+/, '') ?? key
    case 'shell':
    case 'dockerfile':
    case 'llama-swap':
    case 'compose':
      return flag ?? key
    default:
      return format satisfies never
  }
}
