import type { Backend } from '../../backend.ts'
import type { Word } from './word.ts'

/** A llama-server that a command starts: its program's (or image's) word and what follows. */
export type ServerCall = {
  readonly program: Word
  readonly args: readonly Word[]
  /** Variables that the command itself sets: `NAME=value` before the program, `-e NAME=value` of docker. */
  readonly environment: readonly (readonly [key: Word, value: Word])[]
  readonly backend: Backend | null
}

/** Programs that run the program that their arguments name. */
const WRAPPERS = new Set(
  'exec nohup sudo doas env time nice ionice command stdbuf numactl taskset setsid timeout chrt gosu su-exec tini dumb-init unbuffer strace'.split(
    ' ',
  ),
)
const CONTAINER_TOOLS = new Set(['docker', 'podman', 'nerdctl'])

/** The server that a simple command starts; null for another command. */
export function serverCall(
  words: readonly Word[],
  split: (word: Word) => readonly [Word, Word] | null,
): ServerCall | null {
  const environment: (readonly [Word, Word])[] = []
  let start = 0
  for (; start < words.length; start++) {
    const pair = assignment(words[start], split)
    if (pair === null) break
    environment.push(pair)
  }
  const first = words[start]
  if (first === undefined) return null
  if (isServer(first)) return { program: first, args: words.slice(start + 1), environment, backend: null }
  const name = basename(first.value)
  if (CONTAINER_TOOLS.has(name)) return containerCall(words.slice(start + 1), environment, split)
  if (!WRAPPERS.has(name) && !(name === 'lp-tui' && words[start + 1]?.value === 'keep')) return null
  for (let index = start + 1; index < words.length; index++) {
    const word = words[index]
    if (word === undefined) break
    if (isServer(word)) return { program: word, args: words.slice(index + 1), environment, backend: null }
    const pair = assignment(word, split)
    if (pair !== null) environment.push(pair)
  }
  return null
}

/** `docker run ... IMAGE ARGS` of an image whose entry point is the server. */
function containerCall(
  words: readonly Word[],
  before: readonly (readonly [Word, Word])[],
  split: (word: Word) => readonly [Word, Word] | null,
): ServerCall | null {
  const at = words.findIndex(({ value }) => isServerImage(value))
  const image = words[at]
  if (image === undefined) return null
  const environment = [...before]
  words.slice(0, at).forEach((word, index, options) => {
    const before_it = options[index - 1]?.value
    const pair = before_it === '-e' || before_it === '--env' ? assignment(word, split) : null
    if (pair !== null) environment.push(pair)
  })
  const rest = words.slice(at + 1)
  // `full` images start a script that takes the tool's name first.
  const [tool] = rest
  const args =
    tool !== undefined && /^(?:--server|-s)$/.test(tool.value) && /:full/.test(image.value) ? rest.slice(1) : rest
  if (args[0] !== undefined && isServer(args[0])) {
    return { program: args[0], args: args.slice(1), environment, backend: imageBackend(image.value) }
  }
  return { program: image, args, environment, backend: imageBackend(image.value) }
}

function assignment(word: Word | undefined, split: (word: Word) => readonly [Word, Word] | null) {
  return word !== undefined && /^[A-Za-z_]\w*=/.test(word.value) ? split(word) : null
}

/** `llama-server`, with a path, a suffix, `.exe`, or as the name of a variable that holds it. */
export function isServer(word: Word): boolean {
  const name = basename(word.value)
  if (word.open && /^\$\{?\w*llama_?server\w*\}?$/i.test(name)) return true
  return /^llama-server(?:[-_.][\w.-]*)?$/i.test(name)
}

/** Images of llama.cpp in which llama-server is the entry point, or the script that starts it. */
export function isServerImage(image: string): boolean {
  return (
    /(?:^|\/)llama[.-]?cpp[\w.-]*:(?:server|full)[\w.-]*(?:@|$)/i.test(image) ||
    /(?:^|\/)llama-server(?:[:@]|$)/i.test(image)
  )
}

/** The backend in an image's tag: `server-cuda13`, `server-rocm`; plain `server` is for the CPU. */
export function imageBackend(image: string): Backend | null {
  const tag = /:(?:server|full)([\w.-]*)/i.exec(image)?.[1]?.toLowerCase()
  if (tag === undefined) return null
  const known = (['cuda', 'rocm', 'vulkan'] as const).find((name) => tag.includes(name))
  if (known !== undefined) return known
  if (tag.includes('intel') || tag.includes('sycl')) return 'sycl'
  return tag === '' || /^-b\d+$/.test(tag) ? 'cpu' : null
}

function basename(path: string): string {
  return path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1)
}
