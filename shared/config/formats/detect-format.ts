import type { ForeignFormat } from './foreign-config.ts'

/** How much of a file its format is looked for in. */
const LOOK = 64 * 1024

const SERVER = /llama[-_]server/i
const IMAGE = /llama[.-]?cpp[\w.-]*:(?:server|full)/i

/**
 * The format of a file, by its name and, where many programs share a name, by what stands in it. Null for a file that is none
 * of ours: a workflow, another program's compose file, a script that starts no llama-server. A runtime config of
 * ours is none of these either.
 */
export function detectFormat(fileName: string, text: string): ForeignFormat | null {
  const name = fileName.slice(Math.max(fileName.lastIndexOf('/'), fileName.lastIndexOf('\\')) + 1).toLowerCase()
  const head = text.slice(0, LOOK)
  const serves = SERVER.test(head) || IMAGE.test(head)
  if (/^(?:.*[.-])?modelfile(?:[.-].*)?$/.test(name) && /^[ \t]*from[ \t]/im.test(head)) return 'ollama'
  if (/^(?:dockerfile|containerfile)(?:\..*)?$/.test(name) || /\.(?:dockerfile|containerfile)$/.test(name)) {
    return serves || /LLAMA_ARG_/.test(head) ? 'dockerfile' : null
  }
  if (/\.ya?ml$/.test(name)) {
    if (/^services[ \t]*:/m.test(head)) return serves ? 'compose' : null
    return /^models[ \t]*:/m.test(head) && /^[ \t]+["']?cmd["']?[ \t]*:/m.test(head) ? 'llama-swap' : null
  }
  if (name.endsWith('.ini')) return /^\[[^\]\n]+\]/m.test(head) && isPreset(head) ? 'preset-ini' : null
  if (name === '.env' || /(?:^|[.-])env(?:\..*)?$/.test(name))
    return /^[ \t]*(?:export[ \t]+)?LLAMA_ARG_\w+[ \t]*=/m.test(head) ? 'env' : null
  if (/\.(?:sh|bash|zsh|ksh|command)$/.test(name) || /^#!.*\b(?:ba|da|z|k)?sh\b/.test(head))
    return serves ? 'shell' : null
  return null
}

/** Keys that a preset for llama-server has and other programs' files have not. */
function isPreset(head: string): boolean {
  return /^(?:model|m|hf|hfr|hf-repo|ctx-size|c|n-gpu-layers|gpu-layers|ngl|LLAMA_ARG_\w+|load-on-startup)[ \t]*=/m.test(
    head,
  )
}
