import { ALL_LAYERS, LEAST_FOR_ALL_LAYERS } from '../config/all-layers.ts'
import type { RuntimeConfig } from '../config/runtime-config.ts'
import { hparamsOf } from '../estimate/compiled-model.ts'
import { resolveSettings } from '../estimate/memory-settings.ts'
import { modelSource } from './model-source.ts'

/** One option of llama-server; without a value it is a switch. */
export type ServerOption = { readonly flag: string; readonly value?: string }

/** For exports that are read by people and may hold a comment. */
export const STATED_COMMENT =
  '# --fit off and --kv-unified (or its opposite) are stated so that llama-server starts as the config was checked'

/**
 * A config as llama-server's options. Every value that the estimate depends on is stated, and `--fit off` keeps the
 * engine from changing it, so that no default of the engine can make a verdict false.
 */
export function serverOptions(config: RuntimeConfig): ServerOption[] {
  const { settings, model } = config
  const value = model === undefined ? settings : resolveSettings(settings, hparamsOf(model), 'server')
  const layers = config.backend === 'cpu' ? 0 : (value.n_gpu_layers ?? -1)
  const split = settings.tensor_split ?? []
  const option = (flag: string, given: string | number | undefined): ServerOption[] =>
    given === undefined ? [] : [{ flag, value: `${given}` }]
  return [
    ...modelOptions(config.model_path),
    ...option('-c', value.n_ctx ?? 0),
    ...option('-np', value.n_parallel ?? 1),
    ...option('-b', value.n_batch ?? 2048),
    ...option('-ub', value.n_ubatch ?? 512),
    ...option('-fa', value.flash_attn ?? 'auto'),
    ...option('-ctk', value.cache_type_k ?? 'f16'),
    ...option('-ctv', value.cache_type_v ?? 'f16'),
    ...option('-ngl', layers < 0 ? ALL_LAYERS : layers),
    ...option('--fit', 'off'),
    { flag: settings.kv_unified === false ? '--no-kv-unified' : '--kv-unified' },
    ...option('-t', settings.n_threads),
    ...option('-tb', settings.n_threads_batch),
    ...option('--rope-freq-base', ropeOverride(config, 'rope_freq_base')),
    ...option('--rope-freq-scale', ropeOverride(config, 'rope_freq_scale')),
    // The first that applies counts, so this comes before the experts.
    ...option('-ot', settings.override_tensor?.join(',')),
    ...expertOptions(settings.n_cpu_moe ?? 0),
    ...option('-sm', settings.split_mode),
    ...option('--rpc', settings.rpc_servers?.join(',')),
    ...option('-ts', split.length > 1 ? split.join(',') : undefined),
    ...(settings.offload_kqv === false ? [{ flag: '--no-kv-offload' }] : []),
    ...(settings.swa_full === true ? [{ flag: '--swa-full' }] : []),
    ...option('-lm', loadMode(settings.use_mmap, settings.use_mlock)),
    ...(settings.use_extra_bufts === false ? [{ flag: '--no-repack' }] : []),
    ...option('--cache-ram', config.metadata?.cache_ram_mib),
    ...option('--poll', settings.poll),
    ...option('--prio', settings.prio),
    ...option('--numa', settings.numa),
  ]
}

/** llama.cpp makes a pattern of each layer that `-ncmoe` counts. */
function expertOptions(n_cpu_moe: number): ServerOption[] {
  if (n_cpu_moe >= LEAST_FOR_ALL_LAYERS) return [{ flag: '--cpu-moe' }]
  return n_cpu_moe === 0 ? [] : [{ flag: '-ncmoe', value: `${n_cpu_moe}` }]
}

/** A model that the server downloads brings its projector along unless that is refused, and no estimate counted it. */
function modelOptions(path: string): ServerOption[] {
  const { kind, value } = modelSource(path)
  switch (kind) {
    case 'file':
      return [{ flag: '-m', value }]
    case 'url':
      return [{ flag: '-mu', value }]
    case 'hub':
      return [{ flag: '-hf', value }, { flag: '--no-mmproj' }]
    case 'docker':
      return [{ flag: '-dr', value }, { flag: '--no-mmproj' }]
  }
}

/** RoPE values only where they differ from the model's own: equal ones change nothing (src/llama-context.cpp). */
function ropeOverride(config: RuntimeConfig, key: 'rope_freq_base' | 'rope_freq_scale'): number | undefined {
  const given = config.settings[key]
  if (given === undefined || config.model === undefined) return given
  const own = hparamsOf(config.model)[key]
  return Math.abs(given - own) <= 1e-6 * Math.abs(own) ? undefined : given
}

/** `--load-mode` replaced `--mmap`, `--no-mmap` and `--mlock` (common/arg.cpp). */
function loadMode(use_mmap: boolean | undefined, use_mlock: boolean | undefined): string | undefined {
  if (use_mlock === true) return use_mmap === false ? 'mlock' : 'mmap+mlock'
  return use_mmap === undefined ? undefined : use_mmap ? 'mmap' : 'none'
}
