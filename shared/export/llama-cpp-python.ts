import { expertLayers } from '../config/all-layers.ts'
import type { RuntimeConfig } from '../config/runtime-config.ts'
import { hparamsOf } from '../estimate/compiled-model.ts'
import { estimateMemory } from '../estimate/estimate-memory.ts'
import { resolveSettings } from '../estimate/memory-settings.ts'
import { UserError } from '../errors.ts'
import { GIB, showGib } from '../units.ts'
import type { Exported } from './export-options.ts'
import { modelSource } from './model-source.ts'

/** ggml type numbers, as `type_k` and `type_v` want them (ggml/include/ggml.h). */
const GGML_TYPE = { f32: 0, f16: 1, bf16: 30, q8_0: 8, q4_0: 2, q4_1: 3, iq4_nl: 20, q5_0: 6, q5_1: 7 } as const

/** llama_split_mode (include/llama.h). */
const SPLIT_MODE = { none: 0, layer: 1, row: 2 } as const

/** Settings whose name and meaning llama-cpp-python shares with us, and that change nothing where they are absent. */
const SAME = [
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
  override_tensor: 'these tensors go where their layers go, and may not fit there; lower n_gpu_layers',
  use_extra_bufts: 'weights on the CPU are packed for it where it can',
  poll: "idle threads wait in llama.cpp's own way",
  prio: 'threads keep the priority of the process',
  numa: 'call llama_cpp.llama_numa_init before the model is loaded',
} as const

/**
 * A config as Python source that loads the model with llama-cpp-python's `Llama` (llama-cpp-python, llama_cpp/llama.py). Its
 * defaults are not llama-server's (512 tokens of context, no layers on the GPU), so what the estimate depends on is stated.
 * What its constructor cannot express is named in a comment, never dropped in silence.
 */
export function exportPython(config: RuntimeConfig): Exported {
  const { settings, backend, model } = config
  const { kind, value: source } = modelSource(config.model_path)
  if (kind === 'url' || kind === 'docker') {
    throw new UserError('input', `llama-cpp-python cannot fetch ${config.model_path}`, 'Download the file first.')
  }
  const value = model === undefined ? settings : resolveSettings(settings, hparamsOf(model), 'cli')
  const [repo = '', quant] = source.split(':')
  const kwargs: [string, string][] =
    kind === 'hub'
      ? [
          ['repo_id', python(repo)],
          ['filename', python(`*${quant ?? ''}*.gguf`)],
        ]
      : [['model_path', python(source)]]
  const layers = backend === 'cpu' ? 0 : (settings.n_gpu_layers ?? -1)
  kwargs.push(
    ['n_gpu_layers', python(layers)],
    ['n_ctx', python(value.n_ctx ?? 0)],
    ['n_batch', python(value.n_batch ?? 2048)],
    ['n_ubatch', python(value.n_ubatch ?? 512)],
    ['flash_attn', python(value.flash_attn !== 'off')],
    ['type_k', python(GGML_TYPE[value.cache_type_k ?? 'f16'])],
    ['type_v', python(GGML_TYPE[value.cache_type_v ?? 'f16'])],
  )
  for (const key of SAME) {
    const given = settings[key]
    if (given !== undefined) kwargs.push([key, python(given)])
  }
  if (settings.rpc_servers !== undefined) kwargs.push(['rpc_servers', python(settings.rpc_servers.join(','))])
  if (settings.split_mode !== undefined) kwargs.push(['split_mode', python(SPLIT_MODE[settings.split_mode])])
  if (settings.swa_full !== undefined) kwargs.push(['swa_full', python(settings.swa_full)])
  const notes = lostInPython(config)
  const text = [
    'from llama_cpp import Llama',
    '',
    ...notes.map((sentence) => `# ${sentence}`),
    kind === 'hub' ? 'llm = Llama.from_pretrained(' : 'llm = Llama(',
    ...kwargs.map(([key, given]) => `    ${key}=${given},`),
    ')',
    '',
  ].join('\n')
  return { text, notes }
}

/** What `Llama(...)` cannot express of a config, one sentence each: what is lost, and what that means. */
function lostInPython(config: RuntimeConfig): string[] {
  const { settings, backend } = config
  const { n_parallel = 1, n_cpu_moe = 0, n_gpu_layers = -1 } = settings
  const lost: [keyof typeof MISSING, number | string | boolean][] = []
  // One sequence on one cache is what `Llama` does anyway.
  if (n_parallel > 1) lost.push(['n_parallel', n_parallel])
  if (n_cpu_moe > 0 && n_gpu_layers !== 0 && backend !== 'cpu') lost.push(['n_cpu_moe', expertLayers(n_cpu_moe)])
  if (settings.override_tensor !== undefined && backend !== 'cpu') {
    lost.push(['override_tensor', settings.override_tensor.join(',')])
  }
  for (const key of ['use_extra_bufts', 'poll', 'prio', 'numa'] as const) {
    const value = settings[key]
    if (value !== undefined && value !== true) lost.push([key, value])
  }
  return [
    ...lost.map(([key, value]) => `llama-cpp-python cannot express ${key} = ${value}: ${MISSING[key]}`),
    ...moreLogits(config),
  ]
}

/** llama-server keeps logits for a row a slot, `Llama` for a whole micro-batch: more memory than a plan for the server has. */
function moreLogits({ settings, model, metadata, backend }: RuntimeConfig): string[] {
  if (model === undefined || (metadata?.program ?? 'server') === 'cli') return []
  const devices = backend === 'cpu' ? 0 : (settings.tensor_split?.length ?? 1)
  const compute = (program: 'server' | 'cli') => {
    const one = { ...settings, n_parallel: 1, n_cpu_moe: 0, override_tensor: undefined }
    const need = estimateMemory(model, resolveSettings(one, hparamsOf(model), program), { devices })
    return [...need.devices, need.host].reduce((sum, line) => sum + line.compute, 0)
  }
  const more = compute('cli') - compute('server')
  // Less than this would be shown as 0.0 GiB.
  if (more < 0.05 * GIB) return []
  return [
    `this config was planned for llama-server: llama-cpp-python needs ${showGib(more)} more for compute buffers; plan with --program cli to have that counted`,
  ]
}

/** A Python literal. JSON's string escapes are Python's too, but for the surrogate pairs that JSON.stringify leaves whole. */
function python(value: string | number | boolean | readonly number[]): string {
  if (typeof value === 'boolean') return value ? 'True' : 'False'
  return JSON.stringify(value)
}
