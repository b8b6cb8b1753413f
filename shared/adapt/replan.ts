import type { RuntimeConfig } from '../config/runtime-config.ts'
import type { Settings } from '../config/settings.ts'
import { UserError } from '../errors.ts'
import { type BudgetLine, budgetLines } from '../estimate/budget.ts'
import { hparamsOf } from '../estimate/compiled-model.ts'
import { estimateMemory } from '../estimate/estimate-memory.ts'
import { packedOn } from '../estimate/extras/repack.ts'
import type { MemoryEstimate } from '../estimate/memory-estimate.ts'
import { resolveSettings } from '../estimate/memory-settings.ts'
import { serverDevices } from '../estimate/overrides/server-devices.ts'
import { choiceFromFacts } from '../plan/choose-model.ts'
import type { PinnedSettings } from '../plan/intent.ts'
import { makePlan } from '../plan/make-plan.ts'
import type { Target } from '../profile/target.ts'
import { keptOverrides } from './kept-overrides.ts'

/** What the planner may choose anew; everything else stays as the config has it. */
export type Freed = 'n_ubatch' | 'cache_type' | 'n_ctx' | 'layers'

/** Values that take the place of the config's own, pinned like them. */
export type Changed = Pick<PinnedSettings, 'n_threads' | 'n_ubatch'> & { readonly n_parallel?: number }

/**
 * The planner's best config for the same model file on a target, with only some settings free, and never above what
 * the config has. Null when nothing fits, or when the config does not know its model.
 */
export function replan(
  config: RuntimeConfig,
  target: Target,
  free: readonly Freed[],
  changed: Changed = {},
): RuntimeConfig | null {
  const { model, settings } = config
  if (model === undefined) return null
  const now = resolveSettings(settings, hparamsOf(model), 'server')
  const threads = changed.n_threads ?? settings.n_threads
  const cache_type = now.cache_type_k === now.cache_type_v ? now.cache_type_k : null
  // The planner has one type for keys and values: two that differ stay as they are.
  const keepsCache = !free.includes('cache_type') || cache_type === null || cache_type !== 'f16'
  const pins: PinnedSettings = {
    n_batch: now.n_batch,
    ...(free.includes('layers') ? {} : { n_gpu_layers: now.n_gpu_layers, n_cpu_moe: now.n_cpu_moe }),
    ...(keepsCache && cache_type !== null && { cache_type }),
    ...(keepsCache && { flash_attn: now.flash_attn }),
    ...(free.includes('n_ubatch') && changed.n_ubatch === undefined
      ? {}
      : { n_ubatch: changed.n_ubatch ?? now.n_ubatch }),
    ...(threads !== undefined && { n_threads: threads }),
  }
  try {
    const plan = makePlan({
      target,
      model: choiceFromFacts(model, config.model_path),
      intent: {
        // Context must not grow, whatever the config was planned for.
        use_case: 'general',
        n_parallel: changed.n_parallel ?? now.n_parallel,
        ...(free.includes('n_ctx') ? {} : { n_ctx: now.n_ctx }),
        pins,
        template: {
          precision: model.precision,
          gpu_layers: now.n_gpu_layers,
          prompt_batch: now.n_batch,
          decode_batch: now.n_ubatch,
          threads: threads ?? target.cpu.usable_cores,
          context: now.n_ctx,
          expected_tokens_per_sec: null,
        },
      },
    })
    return merged(config, plan.config, keepsCache, free.includes('layers'))
  } catch (error) {
    if (error instanceof UserError) return null
    throw error
  }
}

/**
 * The config with the planned values over its own; what the planner knows nothing of stays, but for tensors placed by
 * name where the layers are placed anew (`keptOverrides`).
 */
function merged(config: RuntimeConfig, planned: RuntimeConfig, keepsCache: boolean, places: boolean): RuntimeConfig {
  const { cache_type_k, cache_type_v, flash_attn, n_threads, n_cpu_moe, ...rest } = planned.settings
  const { rope_freq_base: _base, rope_freq_scale: _scale, tensor_split: _split, split_mode: _mode, ...sizes } = rest
  const { n_cpu_moe: _before, override_tensor, ...kept } = config.settings
  const overrides = places ? keptOverrides(config, planned.settings.n_gpu_layers ?? 0) : (override_tensor ?? [])
  const settings: Settings = {
    ...kept,
    ...(override_tensor !== undefined && overrides.length > 0 && { override_tensor: overrides }),
    ...sizes,
    ...(keepsCache ? {} : { cache_type_k, cache_type_v, flash_attn }),
    ...(config.settings.n_threads !== undefined && { n_threads }),
    ...(n_cpu_moe !== undefined && { n_cpu_moe }),
  }
  const { expected_tokens_per_sec, expected_tokens_per_sec_range, expected_tokens_per_sec_basis } =
    planned.metadata ?? {}
  return {
    ...config,
    backend: planned.backend === 'cpu' ? 'cpu' : config.backend,
    settings,
    metadata: {
      ...config.metadata,
      expected_tokens_per_sec,
      expected_tokens_per_sec_range,
      expected_tokens_per_sec_basis,
    },
  }
}

export type Needs = {
  readonly estimate: MemoryEstimate
  readonly lines: readonly BudgetLine[]
  /** What the host's weights take beyond the estimate, in bytes, where the engine packs them for the CPU. */
  readonly packed_more: number
}

/** What a config needs on a target, as llama-server; null when the config does not know its model. */
export function needsOf(config: RuntimeConfig, target: Target): Needs | null {
  if (config.model === undefined) return null
  const settings = resolveSettings(config.settings, hparamsOf(config.model), 'server')
  const devices = config.backend === 'cpu' || settings.n_gpu_layers === 0 ? 0 : target.devices.length
  const estimate = estimateMemory(config.model, settings, {
    devices,
    backend: devices === 0 ? 'cpu' : target.backend,
    of_servers: serverDevices(target.devices),
  })
  const { more_bytes } = packedOn(
    { capabilities: target.cpu.capabilities, backend: target.backend, n_devices: devices },
    config.model,
    settings,
  )
  return { estimate, lines: budgetLines(estimate, target), packed_more: more_bytes }
}

export type SettingChange = {
  readonly key: keyof Settings
  readonly from: Settings[keyof Settings]
  readonly to: Settings[keyof Settings]
}

/** The settings that differ between two configs. */
export function changesOf(from: RuntimeConfig, to: RuntimeConfig): readonly SettingChange[] {
  const keys = new Set([...Object.keys(from.settings), ...Object.keys(to.settings)] as (keyof Settings)[])
  return [...keys]
    .filter((key) => JSON.stringify(from.settings[key]) !== JSON.stringify(to.settings[key]))
    .map((key) => ({ key, from: from.settings[key], to: to.settings[key] }))
}
