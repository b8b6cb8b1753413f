import efficiency from '../../../profiles/throughput/efficiency.json' with { type: 'json' }
import type { Backend } from '../../backend.ts'
import type { Format } from './format.ts'

/** [low, high]; a JSON file's pairs are read as lists. */
export type RangeFactors = readonly [low: number, high: number]

/**
 * What the measured rows say of one class of devices. A constant that no row of the class supports is absent: the
 * wider class's counts. `.dev/fit-throughput.mjs` writes them.
 */
export type ClassConstants = {
  /** Decode: share of the peak bandwidth. Prompt: share of the peak rate (CPU: 10^9 operations a second and thread). */
  readonly efficiency: number
  /** Time per layer beside the bytes and the arithmetic, in microseconds: per token, or per micro-batch for the prompt. */
  readonly layer_us: number
  /** Factor on `layer_us` for models that use 8 experts a token, and how it grows with their number, as a power. */
  readonly moe_layer?: number
  readonly moe_used?: number
  /** Decode: how often the state of recurrent layers is read or written for a token. */
  readonly state?: number
  /** Prompt: tokens' worth of arithmetic that each expert costs beside the tokens sent to it: tiles that are not full. */
  readonly tile?: number
  /** CPU prompt: how the rate of a thread falls with their number beyond 8, as a power. */
  readonly crowd?: number
  /** CPU decode: GB/s that one thread gets through. */
  readonly thread_gb_s?: number
  /** Prompt: how often a micro-batch moves the weights (unpacking them, reading them again). */
  readonly moves?: number
  /** Prompt: how far the peak follows TFLOPS (1) rather than bandwidth (0); the two are blended as powers. */
  readonly blend?: number
  /** Factor on the time of weights in this format. */
  readonly formats?: { readonly [format in Format]?: number }
  /** Factor on the whole time with flash attention. */
  readonly flash?: number
  readonly rows: number
  readonly devices: number
  /** Devices among them with rows of llama-bench's usual tests, which say how well the class is known. */
  readonly benched: number
  /** Ranges as factors on the estimate, by what is known of the device; what its own rows say only where it has some. */
  readonly ranges: {
    readonly model: RangeFactors
    readonly similar?: RangeFactors
    readonly same?: RangeFactors
  }
}

export type Constants = { readonly [key in Quantity]: { readonly [name: string]: ClassConstants } }

/** `prompt` takes peak TFLOPS (CPU: cores); `prompt_by_bandwidth` serves devices whose TFLOPS are unknown. */
export type Quantity = 'decode' | 'prompt' | 'prompt_by_bandwidth'

export const CONSTANTS = efficiency.constants as unknown as Constants

/** The constants for a device, and whether they are its own class's. */
export type Found = {
  readonly constants: ClassConstants
  /** Class that they come from: `cuda/ada`, `cuda`, `all`. */
  readonly name: string
  readonly own: boolean
}

const FOUND = new WeakMap<Constants, Map<string, Found | null>>()

/** Constants of `backend/generation`, else of the backend, else of all GPUs; null where no row supports any. */
export function findConstants(
  constants: Constants,
  quantity: Quantity,
  backend: Backend,
  generation: string | null,
): Found | null {
  const known = FOUND.get(constants) ?? new Map<string, Found | null>()
  FOUND.set(constants, known)
  const key = `${quantity} ${backend}/${generation}`
  const seen = known.get(key)
  if (seen !== undefined) return seen
  const found = merge(constants[quantity], backend, generation)
  known.set(key, found)
  return found
}

/** A narrower class's constants over the wider ones'. */
function merge(
  table: { readonly [name: string]: ClassConstants },
  backend: Backend,
  generation: string | null,
): Found | null {
  const own = `${backend}/${generation}`
  const names = backend === 'cpu' ? [backend, own] : ['all', backend, own]
  let found: Found | null = null
  for (const name of names) {
    const entry = table[name]
    if (entry === undefined) continue
    const wider: ClassConstants | undefined = found?.constants
    const constants: ClassConstants = { ...wider, ...entry, formats: mergeFormats(wider?.formats, entry.formats) }
    found = { constants, name, own: name === own }
  }
  return found
}

type Formats = NonNullable<ClassConstants['formats']>

/**
 * A class that knows only its K-quants may find them slower than the wider class finds its low-bit formats: those are
 * no quicker to unpack here either, so they take the larger of the two factors.
 */
function mergeFormats(wider: Formats = {}, own: Formats = {}): Formats {
  const merged = { ...wider, ...own }
  if (own.k === undefined) return merged
  const low = ['k_low', 'iq'] as const
  const raised = low.flatMap((format) => {
    const inherited = own[format] === undefined ? wider[format] : undefined
    return inherited === undefined ? [] : [[format, Math.max(inherited, own.k ?? 0)] as const]
  })
  return { ...merged, ...Object.fromEntries(raised) }
}
