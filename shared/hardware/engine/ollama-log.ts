import { cleanName, linesOf, wholeNumber } from '../text.ts'
import { KIB } from '../../units.ts'

/** A device as ollama's log tells it, from the latest line about it. */
export type OllamaGpu = {
  /** `GPU-32fd...`, an index since 0.13; `cpu` where it found no GPU. */
  readonly id: string
  /** `cuda`, `rocm`, `metal`, `vulkan`, `oneapi`; `cpu`. Null where the line does not say. */
  readonly library: string | null
  readonly name: string | null
  /** Rounded by ollama to a tenth of its unit. */
  readonly total_bytes: number | null
  /** Below zero where its own reservation is larger than what is free: printed as an unsigned number that wraps. */
  readonly free_bytes: number | null
  readonly architecture: string | null
  readonly integrated: boolean | null
}

type Open = { -readonly [Key in keyof OllamaGpu]: OllamaGpu[Key] }

export type OllamaLog = {
  readonly gpus: readonly OllamaGpu[]
  readonly ram_total_bytes: number | null
  readonly ram_free_bytes: number | null
  readonly layers: number | null
  readonly layers_on_gpu: number | null
}

const PAIR = /(?:^|\s)("?[A-Za-z][\w. ]{0,40}"?)=(?:"((?:[^"\\]|\\.){0,2000})"|(\S{0,2000}))/g
const SIZE = /^(\d{1,20}(?:\.\d{1,3})?) ([KMGT]i?)?B$/
const STEPS: Readonly<Record<string, number>> = { K: 1, M: 2, G: 3, T: 4 }
/** 2^64 bytes, where ollama's unsigned sizes wrap. */
const WRAP = 2 ** 64

/** Reads the log of `ollama serve`, which is what people paste: its devices, the machine's memory and the offload. */
export function parseOllamaLog(text: string): OllamaLog | null {
  const gpus = new Map<string, Open>()
  const found = { ram_total: null, ram_free: null, layers: null, on_gpu: null } as Record<string, number | null>
  for (const line of linesOf(text)) {
    if (!line.includes('msg=')) continue
    const pairs = pairsOf(line)
    const msg = pairs.msg ?? ''
    const size = (...keys: string[]): number | null =>
      keys.map((key) => bytesOf(pairs[key])).find((bytes) => bytes !== null) ?? null
    if (/^(?:updating )?system memory/.test(msg)) {
      found.ram_total = size('now.total', 'total') ?? found.ram_total ?? null
      found.ram_free = size('now.free', 'free') ?? found.ram_free ?? null
    } else if (/^offload(?: to |$)/.test(msg)) {
      found.layers = wholeNumber(pairs['layers.model']) ?? found.layers ?? null
      found.on_gpu = wholeNumber(pairs['layers.offload']) ?? found.on_gpu ?? null
    } else if (/^(?:inference compute|updating \w{2,10} memory data|gpu memory)$/.test(msg)) {
      const id = pairs.id ?? pairs.gpu
      if (id === undefined || (gpus.size >= 64 && !gpus.has(id))) continue
      const known = gpus.get(id)
      gpus.set(id, {
        id: id.slice(0, 80),
        library: /^updating (\w+) /.exec(msg)?.[1] ?? pairs.library?.toLowerCase() ?? known?.library ?? null,
        name: cleanName(pairs.description) ?? cleanName(pairs.name) ?? known?.name ?? null,
        total_bytes: size('now.total', 'total') ?? known?.total_bytes ?? null,
        free_bytes: size('now.free', 'free', 'available') ?? known?.free_bytes ?? null,
        architecture: cleanName(pairs.compute) ?? known?.architecture ?? null,
        integrated: pairs.type ? /igpu|integrated/i.test(pairs.type) : (known?.integrated ?? null),
      })
    }
  }
  if (gpus.size === 0 && Object.values(found).every((value) => value === null)) return null
  return {
    gpus: [...gpus.values()],
    ram_total_bytes: found.ram_total ?? null,
    ram_free_bytes: found.ram_free ?? null,
    layers: found.layers ?? null,
    layers_on_gpu: found.on_gpu ?? null,
  }
}

/** `key=value` and `key="value with blanks"`; keys with blanks are quoted as well. */
function pairsOf(line: string): Record<string, string> {
  const pairs = [...line.matchAll(PAIR)].map(([, key = '', quoted, bare]) => [
    key.replaceAll('"', ''),
    quoted ?? bare ?? '',
  ])
  return Object.fromEntries(pairs) as Record<string, string>
}

function bytesOf(text: string | undefined): number | null {
  const match = SIZE.exec(text ?? '')
  if (match?.[1] === undefined) return null
  const bytes = Number(match[1]) * KIB ** (STEPS[match[2]?.[0] ?? ''] ?? 0)
  const signed = bytes > WRAP / 2 ? bytes - WRAP : bytes
  return Math.abs(signed) < 2 ** 50 ? Math.round(signed) : null
}
