import { ALL_LAYERS } from '../config/all-layers.ts'
import { expertLayers } from '../config/all-layers.ts'
import type { RuntimeConfig } from '../config/runtime-config.ts'
import { hparamsOf } from '../estimate/compiled-model.ts'
import { resolveSettings } from '../estimate/memory-settings.ts'
import { UserError } from '../errors.ts'
import type { Exported } from './export-options.ts'
import { modelSource, writableModelPath } from './model-source.ts'

/**
 * A config as an Ollama Modelfile (ollama, docs/modelfile.mdx; api/types.go, Runner). A Modelfile knows the context, one batch
 * size, layers, threads and mmap.
 * @throws UserError for a config whose memory would be another one there, so that its verdict would be false
 */
export function exportOllama(config: RuntimeConfig): Exported {
  const { settings, model, backend } = config
  const lost = beyond(config)
  if (lost.length > 0) {
    throw new UserError(
      'input',
      `a Modelfile cannot say ${lost.join(', ')}: the model would need other memory than this config was checked for`,
      'Plan without it (lp-tui generate --cache-type f16 --parallel 1), or export to llama-server.',
    )
  }
  const value = model === undefined ? settings : resolveSettings(settings, hparamsOf(model), 'server')
  const layers = backend === 'cpu' ? 0 : (value.n_gpu_layers ?? -1)
  const n_ubatch = Math.min(value.n_ubatch ?? 512, value.n_batch ?? 2048)
  const n_ctx = value.n_ctx ?? 0
  if (n_ctx === 0) {
    throw new UserError(
      'input',
      'the config leaves the context to the model, which Ollama would choose by the memory that it finds',
      'Write n_ctx into the config.',
    )
  }
  const parameters: [string, string | number | boolean | undefined][] = [
    ['num_ctx', n_ctx],
    ['num_batch', n_ubatch],
    ['num_gpu', layers < 0 ? ALL_LAYERS : layers],
    ['num_thread', settings.n_threads],
    ['use_mmap', settings.use_mmap],
  ]
  const lines = parameters.flatMap(([name, given]) => (given === undefined ? [] : [`PARAMETER ${name} ${given}`]))
  const notes = [
    ...(n_ubatch === (value.n_batch ?? 2048)
      ? []
      : [`num_batch ${n_ubatch} is both batches of Ollama: n_batch is n_ubatch there`]),
    ...(settings.flash_attn === undefined || settings.flash_attn === 'auto'
      ? []
      : [`flash_attn = ${settings.flash_attn} is OLLAMA_FLASH_ATTENTION of the whole Ollama server, not of a model`]),
    ...(settings.n_threads_batch === undefined ? [] : ['n_threads_batch is lost: Ollama has one number of threads']),
    ...(settings.use_extra_bufts === false ? ['use_extra_bufts = false is lost: Ollama has no such parameter'] : []),
    ...(settings.use_mlock === true ? ['use_mlock is lost: Ollama has no such parameter any more'] : []),
    ...(['poll', 'prio', 'numa'] as const)
      .filter((key) => settings[key] !== undefined)
      .map((key) => `${key} is lost: Ollama has no such parameter`),
    'Ollama holds one sequence a model unless its server runs with OLLAMA_NUM_PARALLEL',
  ]
  return { text: [`FROM ${fromOf(config)}`, ...lines, ''].join('\n'), notes }
}

/** Settings that change memory and that no parameter of a Modelfile can state. */
function beyond({ settings, backend, model }: RuntimeConfig): string[] {
  const { cache_type_k = 'f16', cache_type_v = 'f16', n_parallel = 1, n_gpu_layers = -1 } = settings
  const onGpu = backend !== 'cpu' && n_gpu_layers !== 0
  const rope = (key: 'rope_freq_base' | 'rope_freq_scale') =>
    settings[key] !== undefined &&
    model !== undefined &&
    Math.abs(settings[key] - hparamsOf(model)[key]) > 1e-6 * Math.abs(hparamsOf(model)[key])
  const stated: [boolean, string][] = [
    [cache_type_k !== 'f16' || cache_type_v !== 'f16', `cache types (${cache_type_k}, ${cache_type_v}) for one model`],
    [n_parallel > 1, `n_parallel = ${n_parallel}`],
    [onGpu && (settings.n_cpu_moe ?? 0) > 0, `n_cpu_moe = ${expertLayers(settings.n_cpu_moe ?? 0)}`],
    [onGpu && settings.override_tensor !== undefined, 'override_tensor'],
    [onGpu && (settings.tensor_split?.length ?? 0) > 1, 'tensor_split'],
    [settings.rpc_servers !== undefined, 'rpc_servers'],
    [onGpu && settings.split_mode === 'row', 'split_mode = row'],
    [onGpu && settings.offload_kqv === false, 'offload_kqv = false'],
    [settings.swa_full === true, 'swa_full'],
    [rope('rope_freq_base') || rope('rope_freq_scale'), "RoPE values other than the model's own"],
  ]
  return stated.flatMap(([lost, words]) => (lost ? [words] : []))
}

/** FROM takes the rest of its line; a bare name would be a model of Ollama's own library. */
function fromOf(config: RuntimeConfig): string {
  const { kind, value } = modelSource(writableModelPath(config))
  switch (kind) {
    case 'hub':
      return `hf.co/${value}`
    case 'file':
      if (value.trim() !== value || value.startsWith('"')) {
        throw new UserError('input', `a Modelfile cannot carry the path ${JSON.stringify(value)}`, 'Rename the file.')
      }
      return /^(?:[\\/]|\.{1,2}[\\/]|[a-z]:[\\/])/i.test(value) ? value : `./${value}`
    default:
      throw new UserError(
        'input',
        `Ollama cannot fetch ${config.model_path}`,
        'Download the file and name it in the config.',
      )
  }
}
