import type { RuntimeConfig } from '../config/runtime-config.ts'

/** ggml type numbers, as `type_k` and `type_v` want them (ggml/include/ggml.h). */
const GGML_TYPE = { f32: 0, f16: 1, bf16: 30, q8_0: 8, q4_0: 2, q4_1: 3, iq4_nl: 20, q5_0: 6, q5_1: 7 } as const

/** llama_split_mode (include/llama.h). */
const SPLIT_MODE = { none: 0, layer: 1, row: 2 } as const

/** Settings whose name and meaning llama-cpp-python shares with us. */
const SAME = [
  'n_gpu_layers',
  'n_ctx',
  'n_batch',
  'n_ubatch',
  'n_threads',
  'n_threads_batch',
  'rope_freq_base',
  'rope_freq_scale',
  'offload_kqv',
  'tensor_split',
  'use_mmap',
  'use_mlock',
] as const

/** Settings that `Llama(...)` cannot express, and what goes another way without them. */
const MISSING = {
  n_parallel: 'it works on one sequence at a time',
  n_cpu_moe: 'the experts of these layers go to the GPU with the rest, and may not fit there; lower n_gpu_layers',
} as const
type MissingKey = keyof typeof MISSING

/**
 * A config as Python source that loads the model with llama-cpp-python's `Llama`. What its constructor cannot express is
 * named in a comment, never dropped in silence.
 */
export function llamaCppPython(config: RuntimeConfig): string {
  const { settings, backend } = config
  const kwargs: [string, string][] = [['model_path', python(config.model_path)]]
  for (const key of SAME) {
    const value = key === 'n_gpu_layers' && backend === 'cpu' ? 0 : settings[key]
    if (value !== undefined) kwargs.push([key, python(value)])
  }
  if (settings.split_mode !== undefined) kwargs.push(['split_mode', `${SPLIT_MODE[settings.split_mode]}`])
  if (settings.cache_type_k !== undefined) kwargs.push(['type_k', `${GGML_TYPE[settings.cache_type_k]}`])
  if (settings.cache_type_v !== undefined) kwargs.push(['type_v', `${GGML_TYPE[settings.cache_type_v]}`])
  if (settings.flash_attn !== undefined) kwargs.push(['flash_attn', python(settings.flash_attn !== 'off')])
  if (settings.swa_full !== undefined) kwargs.push(['swa_full', python(settings.swa_full)])
  return [
    'from llama_cpp import Llama',
    '',
    ...lostInPython(config).map((sentence) => `# ${sentence}`),
    'llm = Llama(',
    ...kwargs.map(([key, value]) => `    ${key}=${value},`),
    ')',
    '',
  ].join('\n')
}

/** What `Llama(...)` cannot express of a config, one sentence each: what is lost, and what that means. */
export function lostInPython({ settings, backend }: RuntimeConfig): string[] {
  const { n_parallel = 1, n_cpu_moe = 0, n_gpu_layers = -1 } = settings
  const lost: [MissingKey, number][] = []
  // One sequence on one cache is what `Llama` does anyway.
  if (n_parallel > 1) lost.push(['n_parallel', n_parallel])
  if (n_cpu_moe > 0 && n_gpu_layers !== 0 && backend !== 'cpu') lost.push(['n_cpu_moe', n_cpu_moe])
  return lost.map(([key, value]) => `llama-cpp-python cannot express ${key} = ${value}: ${MISSING[key]}`)
}

/** A Python literal. JSON's string escapes are Python's too, but for the surrogate pairs that JSON.stringify leaves whole. */
function python(value: string | number | boolean | readonly number[]): string {
  if (typeof value === 'boolean') return value ? 'True' : 'False'
  return JSON.stringify(value)
}
