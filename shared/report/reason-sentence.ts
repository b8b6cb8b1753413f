import type { DowngradeStep, Reason } from '../plan/plan.ts'
import { showGib } from '../units.ts'

/** The arguments as text; a list never occurs in a reason. */
type Args = Readonly<Record<string, string>>

const SENTENCES: Readonly<Record<string, Readonly<Record<string, (args: Args) => string>>>> = {
  precision: {
    of_the_file: () => 'the precision of the file',
    asked: () => 'as asked',
    wish: ({ use_case }) => `the precision for ${words(use_case)}`,
    memory: ({ wish }) => `${wish} does not leave room for the rest`,
    faster: ({ wish }) => `faster by more than it loses; ${wish} would fit too`,
  },
  n_gpu_layers: {
    no_gpu: () => 'no GPU here',
    all_fit: ({ all }) => `all ${all} fit, the output layer included`,
    all_but_experts: ({ all, n_cpu_moe }) => `all ${all} fit without the experts of ${n_cpu_moe} layers`,
    as_many_as_fit: ({ value, all }) => `${value} of ${all} fit, the rest runs on the CPU`,
    none_fit: () => 'the GPU holds none of this usefully',
  },
  n_threads: {
    performance_cores: () => 'the performance cores; the slower ones would hold them up',
    all_cores: () => 'one a core that can be used',
    usable_cores: ({ usable_cores }) => `a quota, the affinity mask or one NUMA node leaves ${usable_cores}`,
    asked: () => 'as the given data base recommends',
  },
  n_batch: { batch_default: ({ use_case }) => `the logical batch for ${words(use_case)}` },
  n_ubatch: {
    wish: () => 'more speeds prompts up, and costs compute memory',
    memory: ({ wish }) => `less than ${wish} to save compute memory`,
    thermal: ({ sustained }) => `the device sustains ${sustained} without throttling`,
  },
  n_ctx: {
    asked: () => 'as asked',
    wish: ({ use_case }) => `the context for ${words(use_case)}`,
    memory: ({ wish }) => `less than ${wish} to save cache memory`,
    training_length: () => 'all that the model was trained for',
    grown: ({ wish }) => `more than the ${wish} wished for: there is room`,
  },
  rope_freq_base: { from_model: () => "the model's own" },
  rope_freq_scale: { from_model: () => "the model's own" },
  flash_attn: {
    engine: () => 'the engine turns it on where every device supports it',
    for_cache: ({ cache }) => `a ${cache} cache of V needs it`,
  },
  tensor_split: {
    usable_memory: () => 'by the usable memory of the devices',
    fastest_first: () => 'layers of each device: the fastest holds what fits, then the next',
  },
  cache_type_k: {
    full_precision: () => 'full precision, and it fits',
    memory: () => 'half the cache for a very small loss',
  },
  use_extra_bufts: { amx: () => 'llama.cpp cannot multiply the weights of latent attention that it packs for AMX' },
  n_parallel: { one_stream: () => 'one user at a time', asked: () => 'as asked' },
  n_cpu_moe: {
    experts_on_cpu: ({ value, layers }) => `experts of ${value} of ${layers} layers on the CPU, so that the rest fits`,
  },
}

/** Why a planned setting has its value, as a phrase after the value. */
export function reasonSentence(reason: Reason): string {
  const args = Object.fromEntries(Object.entries(reason.args).map(([name, value]) => [name, String(value)]))
  if (reason.code === 'by_hand') return 'set by hand'
  if (reason.code === 'measured') return 'the fastest that was measured here'
  return SENTENCES[reason.key]?.[reason.code]?.(args) ?? ''
}

/** One step down from the wish, as a sentence. */
export function stepSentence({ key, from, to, saved_bytes }: DowngradeStep): string {
  const saved = saved_bytes > 0 ? `saves ${showGib(saved_bytes)}` : 'saves nothing here'
  return `${key} ${from} -> ${to}: ${saved}`
}

function words(use_case = ''): string {
  return use_case === 'general' ? 'general use' : use_case.replaceAll('_', ' ')
}
