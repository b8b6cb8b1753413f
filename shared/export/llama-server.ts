import type { RuntimeConfig } from '../config/runtime-config.ts'
import { hparamsOf } from '../estimate/compiled-model.ts'
import { resolveSettings } from '../estimate/memory-settings.ts'
import { quotePosix } from './shell-quote.ts'

/** Stands for all layers where the model is not known: llama.cpp clamps it (its own -1 means "decide yourself"). */
const ALL_LAYERS = 9999

/**
 * A config as llama-server's arguments, without the program. Every value that the estimate depends on is stated, and
 * `--fit off` keeps the engine from changing it, so that no default of the engine can make a verdict false.
 */
export function llamaServerArgs(config: RuntimeConfig): string[] {
  const { settings, model } = config
  const value = model === undefined ? settings : resolveSettings(settings, hparamsOf(model), 'server')
  const layers = config.backend === 'cpu' ? 0 : (value.n_gpu_layers ?? -1)
  const optional = (flag: string, given: string | number | undefined) => (given === undefined ? [] : [flag, `${given}`])
  const split = settings.tensor_split ?? []
  const stated: [string, string | number][] = [
    ['-m', config.model_path],
    ['-c', value.n_ctx ?? 0],
    ['-np', value.n_parallel ?? 1],
    ['-b', value.n_batch ?? 2048],
    ['-ub', value.n_ubatch ?? 512],
    ['-fa', value.flash_attn ?? 'auto'],
    ['-ctk', value.cache_type_k ?? 'f16'],
    ['-ctv', value.cache_type_v ?? 'f16'],
    ['-ngl', layers < 0 ? ALL_LAYERS : layers],
    ['--fit', 'off'],
  ]
  return [
    ...stated.flatMap(([flag, given]) => [flag, `${given}`]),
    settings.kv_unified === false ? '--no-kv-unified' : '--kv-unified',
    ...optional('-t', settings.n_threads),
    ...optional('-tb', settings.n_threads_batch),
    ...optional('--rope-freq-base', ropeOverride(config, 'rope_freq_base')),
    ...optional('--rope-freq-scale', ropeOverride(config, 'rope_freq_scale')),
    ...optional('-ncmoe', settings.n_cpu_moe || undefined),
    ...optional('-sm', settings.split_mode),
    ...(split.length > 1 ? ['-ts', split.join(',')] : []),
    ...(settings.offload_kqv === false ? ['--no-kv-offload'] : []),
    ...(settings.swa_full === true ? ['--swa-full'] : []),
    ...optional('-lm', loadMode(settings.use_mmap, settings.use_mlock)),
  ]
}

/** The same as one line for a POSIX shell. */
export function llamaServerCommand(config: RuntimeConfig): string {
  return ['llama-server', ...llamaServerArgs(config)].map(quotePosix).join(' ')
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
