import type { RuntimeConfig } from '../config/runtime-config.ts'
import { NEAR } from '../estimate/budget.ts'
import { totalOf } from '../estimate/memory-estimate.ts'
import type { Sourced, Target } from '../profile/target.ts'
import { changesOf, type Freed, needsOf, replan } from './replan.ts'

/** From the change that costs least to those that cost more; the first that fits is taken. */
const STEPS: readonly (readonly Freed[])[] = [
  ['n_ubatch'],
  ['cache_type'],
  ['n_ubatch', 'cache_type'],
  ['n_ctx'],
  ['n_ubatch', 'cache_type', 'n_ctx'],
  ['layers'],
  ['n_ubatch', 'cache_type', 'n_ctx', 'layers'],
]

/** What a smaller config has to hold back from. */
export type SmallerLimits = {
  /** Tokens that conversations fill already: a smaller context would lose them. */
  readonly least_context?: number
}

/** Whether every memory of the target holds the config, be it just so. True where nothing can be said. */
export function holds(config: RuntimeConfig, target: Target): boolean {
  return needsOf(config, target)?.lines.every(({ state }) => state !== 'over') ?? true
}

/**
 * The smallest change after which the config fits a target: a smaller micro-batch, a smaller cache type, less context,
 * fewer layers on the GPU, in this order. The config itself where it fits; null when nothing does.
 */
export function fitTo(config: RuntimeConfig, target: Target, limits: SmallerLimits = {}): RuntimeConfig | null {
  if (holds(config, target)) return config
  return firstThatFits(config, target, limits)
}

/**
 * The smallest change after which the config needs less of every memory that it uses, or of the one that is short; for
 * an engine that ran out of memory although the sums said that it fits, and for a machine whose memory gets scarce.
 * @param device llama.cpp's name of the memory that is short (`CUDA0`, `Host`); null when it did not say
 */
export function needLess(
  config: RuntimeConfig,
  target: Target,
  device: string | null = null,
  limits: SmallerLimits = {},
): RuntimeConfig | null {
  const needs = needsOf(config, target)
  if (needs === null) return null
  const index = deviceIndex(device)
  const cap = (usable: Sourced, need: number): Sourced =>
    need === 0 ? usable : { bytes: Math.min(usable.bytes, (need * LESS) / NEAR), source: 'less than what was too much' }
  const isShort = (at: number) => index === null || index === at
  const devices = target.devices.map((one, at) => {
    const part = needs.estimate.devices[at]
    if (one.usable === null || part === undefined || !isShort(at)) return one
    return { ...one, usable: cap(one.usable, totalOf(part)) }
  })
  const hostNeed = needs.lines.find(({ kind }) => kind === 'host')?.need_bytes ?? 0
  const onHost = device === 'Host' || index === null
  const host = onHost ? { ...target.host, usable: cap(target.host.usable, hostNeed) } : target.host
  return firstThatFits(config, { ...target, devices, host }, limits)
}

/** A change must save this much at least, or it would run out of memory again. */
const LESS = 0.97

function firstThatFits(config: RuntimeConfig, target: Target, limits: SmallerLimits): RuntimeConfig | null {
  for (const free of STEPS) {
    const next = replan(config, target, free)
    if (next === null || changesOf(config, next).length === 0) continue
    if ((next.settings.n_ctx ?? Infinity) < (limits.least_context ?? 0)) continue
    // What the planner does not know of (two caches, one cache a slot, tensors placed by name) may still be too much.
    const fits = [next, ...(free.includes('layers') ? [withoutOverrides(next)] : [])].find((one) => holds(one, target))
    if (fits !== undefined) return fits
  }
  return null
}

function withoutOverrides(config: RuntimeConfig): RuntimeConfig {
  const { override_tensor: _dropped, ...settings } = config.settings
  return { ...config, settings }
}

/** `CUDA0`, `device 0` -> 0; null for names that say no number. */
function deviceIndex(device: string | null): number | null {
  if (device === null || device === 'Host') return device === null ? null : -1
  const digits = /(\d+)/.exec(device)?.[1]
  return digits === undefined ? null : Number(digits)
}
