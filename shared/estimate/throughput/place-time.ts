import type { ClassConstants } from './constants.ts'
import type { Format } from './format.ts'
import type { PlaceWork } from './place-work.ts'

const GIGA = 1e9
const TERA = 1e12
const MICRO = 1e-6

/** What a place can do at best. `threads` only on a CPU, `tflops` where known. */
export type Capability = { readonly bandwidth_gb_s: number; readonly threads: number | null }
export type Peak = Capability & { readonly tflops: number | null }

export type Manner = { readonly format: Format; readonly flash: boolean }

/** Experts that a token uses, and threads, that the constants are stated for. */
const USED = 8
const THREADS = 8

/**
 * Seconds that one token takes here: t = bytes / (efficiency x bandwidth) + layers x fixed time; on a CPU also
 * bytes / (threads x rate of a thread), so that speed grows with threads until the memory is busy.
 */
export function tokenSeconds(work: PlaceWork, here: Capability, constants: ClassConstants, manner: Manner): number {
  const factor = formatFactor(constants, manner.format)
  const flash = manner.flash ? (constants.flash ?? 1) : 1
  const experts =
    work.experts_used > 0 ? (constants.moe_layer ?? 1) * (work.experts_used / USED) ** (constants.moe_used ?? 0) : 1
  const fixed = work.n_layer * constants.layer_us * MICRO * experts
  const rate = constants.efficiency * here.bandwidth_gb_s * GIGA
  const cached = work.kv + work.state * (constants.state ?? 1)
  if (here.threads === null) return flash * ((work.read * factor + cached) / rate + fixed)
  const threaded = here.threads * (constants.thread_gb_s ?? Number.POSITIVE_INFINITY) * GIGA
  return flash * ((work.read + cached) / rate + (work.read * factor) / threaded + fixed)
}

/**
 * Seconds that a micro-batch of `tokens` takes here: arithmetic (two operations a weight and token) over
 * `peak` x efficiency, the weights moved, and a fixed time per layer.
 */
export function batchSeconds(
  work: PlaceWork,
  tokens: number,
  peak: Peak,
  constants: ClassConstants,
  manner: Manner,
): number {
  const factor = formatFactor(constants, manner.format)
  const flash = manner.flash ? (constants.flash ?? 1) : 1
  // An expert that gets few tokens costs as if it got some more: kernels work on tiles of tokens.
  const idle = (work.expert_weights * (constants.tile ?? 0)) / work.tokens_each
  const operations = 2 * (work.weights + idle) * tokens * factor
  const arithmetic = operations / (constants.efficiency * operationRate(peak, constants))
  const moved = ((constants.moves ?? 1) * work.touched) / (peak.bandwidth_gb_s * GIGA)
  return flash * (arithmetic + moved + work.n_layer * constants.layer_us * MICRO)
}

/** Operations per second that the fitted efficiency is a share of. */
function operationRate({ tflops, threads, bandwidth_gb_s }: Peak, { blend = 1, crowd = 0 }: ClassConstants): number {
  if (threads !== null) return threads * GIGA * (threads / THREADS) ** -crowd
  if (tflops === null) return bandwidth_gb_s * GIGA
  return (tflops * TERA) ** blend * (bandwidth_gb_s * GIGA) ** (1 - blend)
}

/**
 * What a byte of a format costs beside the class's mean. Formats of fewer bits take at least as long a byte to unpack
 * where rows exist for both (CPU, ROCm), so without rows of their own they take the factor of the next one above.
 */
function formatFactor({ formats = {} }: ClassConstants, format: Format): number {
  if (format === 'iq') return formats.iq ?? formats.k_low ?? formats.k ?? 1
  if (format === 'k_low') return formats.k_low ?? formats.k ?? 1
  return formats[format] ?? 1
}
