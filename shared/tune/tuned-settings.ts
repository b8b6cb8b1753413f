import type * as z from 'zod'
import { SettingsSchema } from '../config/settings.ts'

/**
 * What tuning may change of a runtime config, in the config's own words. An absent key has llama.cpp's own default, so
 * the empty object is llama.cpp as it comes.
 */
export const TunedSettingsSchema = SettingsSchema.pick({
  n_threads: true,
  n_threads_batch: true,
  n_batch: true,
  n_ubatch: true,
  flash_attn: true,
  cache_type_k: true,
  cache_type_v: true,
  n_gpu_layers: true,
  n_cpu_moe: true,
  use_mmap: true,
  poll: true,
  prio: true,
  numa: true,
})
export type TunedSettings = z.infer<typeof TunedSettingsSchema>

const KEYS = Object.keys(TunedSettingsSchema.shape) as (keyof TunedSettings)[]

/** The settings that are given, in a fixed order: `n_threads 4, flash_attn on`; llama.cpp's defaults when none is. */
export function settingsText(settings: TunedSettings): string {
  const given = KEYS.filter((key) => settings[key] !== undefined).map((key) => `${key} ${String(settings[key])}`)
  return given.length === 0 ? "llama.cpp's defaults" : given.join(', ')
}

export function sameSettings(a: TunedSettings, b: TunedSettings): boolean {
  return KEYS.every((key) => a[key] === b[key])
}
