import type { Backend } from '../../backend.ts'
import type { Target } from '../../profile/target.ts'
import type { Where } from '../layer-device.ts'
import { type Constants, findConstants, type Found } from './constants.ts'
import type { Format } from './format.ts'
import type { PlaceWork } from './place-work.ts'
import { batchSeconds, tokenSeconds } from './place-time.ts'
import type { ResolvedSettings } from './throughput-settings.ts'

/** Seconds, and the constants of each place that takes part, with the share of the time spent there. */
export type Timed = { readonly seconds: number; readonly parts: readonly { found: Found; share: number }[] }

export type Situation = {
  readonly target: Target
  readonly generation: string | null
  /** The target's FP16 peak is stated at the full tensor rate (`DeviceRow`). */
  readonly full_rate: boolean
  readonly settings: ResolvedSettings
  readonly format: Format
  readonly constants: Constants
}

const SIXTEEN: ReadonlySet<Format> = new Set(['f16', 'bf16'])

type Place = { readonly backend: Backend; readonly bandwidth_gb_s: number; readonly tflops: number | null }

/** Bandwidth and peak of a place; null where the bandwidth is unknown, so that nothing supports a number. */
function placeOf(where: Where, { target, settings, full_rate, format }: Situation): Place | null {
  if (where === 'host') {
    const bandwidth_gb_s = target.host.bandwidth_gb_s
    return bandwidth_gb_s === null ? null : { backend: 'cpu', bandwidth_gb_s, tflops: null }
  }
  const device = target.devices[where]
  if (device === undefined || device.bandwidth_gb_s === null) return null
  return {
    // A card can run through another backend than the one the profile plans for.
    backend: settings.backend === 'cpu' || device.remote !== undefined ? device.backend : settings.backend,
    bandwidth_gb_s: device.bandwidth_gb_s,
    // The rate that all cards of a generation state alike, that of GeForce: only 16 bits run at the full one.
    tflops: device.fp16_tflops === null ? null : device.fp16_tflops * (full_rate && !SIXTEEN.has(format) ? 0.5 : 1),
  }
}

/** Generation that a place's constants are looked up by: the card's does not say what CPU stands beside it. */
function generationOf(where: Where, { target, generation }: Situation): string | null {
  const remote = where === 'host' ? undefined : target.devices[where]?.remote
  if (remote !== undefined) return remote.generation
  return where === 'host' && target.devices.length > 0 && !target.unified ? null : generation
}

type Part = { readonly found: Found; readonly seconds: number }

function total(parts: readonly (Part | null)[]): Timed | null {
  let seconds = 0
  const known: Part[] = []
  for (const part of parts) {
    if (part === null) return null
    seconds += part.seconds
    known.push(part)
  }
  if (!(seconds > 0) || !Number.isFinite(seconds)) return null
  return { seconds, parts: known.map((part) => ({ found: part.found, share: part.seconds / seconds })) }
}

/** Seconds of one token: the places work one after the other. Null where some place's speed is unknown. */
export function decodeTime(work: ReadonlyMap<Where, PlaceWork>, situation: Situation): Timed | null {
  const { settings, format, constants } = situation
  const manner = { format, flash: settings.flash_attn !== 'off' }
  return total(
    [...work].map(([where, part]) => {
      const place = placeOf(where, situation)
      if (place === null) return null
      const found = findConstants(constants, 'decode', place.backend, generationOf(where, situation))
      if (found === null) return null
      const threads = place.backend === 'cpu' ? settings.n_threads : null
      const here = { bandwidth_gb_s: place.bandwidth_gb_s, threads }
      return { found, seconds: tokenSeconds(part, here, found.constants, manner) }
    }),
  )
}

/** Seconds of one micro-batch of `tokens` prompt tokens. Null where some place's speed is unknown. */
export function promptTime(work: ReadonlyMap<Where, PlaceWork>, tokens: number, situation: Situation): Timed | null {
  const { settings, format, constants } = situation
  const manner = { format, flash: settings.flash_attn !== 'off' }
  return total(
    [...work].map(([where, part]) => {
      const place = placeOf(where, situation)
      if (place === null) return null
      const cpu = place.backend === 'cpu'
      const quantity = cpu || place.tflops !== null ? 'prompt' : 'prompt_by_bandwidth'
      const found = findConstants(constants, quantity, place.backend, generationOf(where, situation))
      if (found === null) return null
      const peak = {
        tflops: place.tflops,
        threads: cpu ? settings.n_threads_batch : null,
        bandwidth_gb_s: place.bandwidth_gb_s,
      }
      return { found, seconds: batchSeconds(part, tokens, peak, found.constants, manner) }
    }),
  )
}
