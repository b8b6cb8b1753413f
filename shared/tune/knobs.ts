import { hparamsOf } from '../estimate/compiled-model.ts'
import { DEFAULT_N_BATCH } from '../estimate/memory-settings.ts'
import type { ModelFacts } from '../model/facts.ts'
import type { Target } from '../profile/target.ts'
import type { TestKind } from './bench.ts'
import type { TunedSettings } from './tuned-settings.ts'

/** One thing to try: a few values, all else as it is. */
export type Knob = {
  readonly name: string
  /** The tests that it can change; the others keep the speed they had. */
  readonly affects: readonly TestKind[]
  readonly values: readonly TunedSettings[]
  /** Only the answer's threads change: the prompt keeps those that it has, which otherwise follow. */
  readonly keeps_prompt_threads?: boolean
  /** Shows only in a prompt of some length. */
  readonly long?: boolean
}

export type KnobOptions = {
  readonly facts: ModelFacts
  readonly target: Target
  /** Settings that the engine here can be told. */
  readonly supported: ReadonlySet<keyof TunedSettings>
  /** The user allows types of the KV cache that lose a little quality. */
  readonly cache_types: boolean
  /** The tests that count. */
  readonly kinds: readonly TestKind[]
  /** The longest prompt that a long run holds: a larger batch than it changes nothing. */
  readonly n_prompt: number
  readonly numa_nodes: number
}

const ALL: readonly TestKind[] = ['pp', 'tg', 'users']

/** What there is to try on this machine, the most promising first. */
export function knobsFor(options: KnobOptions): Knob[] {
  const { supported, target, cache_types, numa_nodes } = options
  const gpu = target.devices.length > 0
  const all: Knob[] = [
    { name: 'layers on the GPU', affects: ALL, values: gpu ? layerCounts(options) : [] },
    { name: 'experts on the CPU', affects: ALL, values: gpu ? expertCounts(options) : [] },
    ...threadKnobs(options),
    { name: 'batch', affects: ['pp', 'users'], values: batches(options), long: true },
    { name: 'flash attention', affects: ALL, values: [{ flash_attn: 'on' }, { flash_attn: 'off' }] },
    { name: 'cache types', affects: ALL, values: cache_types ? CACHES : [] },
    { name: 'waiting of threads', affects: ALL, values: [{ poll: 0 }, { poll: 100 }] },
    { name: 'loading', affects: ALL, values: [{ use_mmap: false }] },
    { name: 'NUMA', affects: ALL, values: numa_nodes > 1 ? [{ numa: 'distribute' }, { numa: 'isolate' }] : [] },
    // Not real-time: a machine that hangs is no gain.
    { name: 'priority', affects: ALL, values: [{ prio: 1 }, { prio: 2 }] },
  ]
  return all
    .map((knob) => ({
      ...knob,
      values: knob.values.filter((value) =>
        (Object.keys(value) as (keyof TunedSettings)[]).every((key) => supported.has(key)),
      ),
    }))
    .filter(({ values }) => values.length > 0)
}

/** Prompt and answer each on their own where both count; else one number for both, as llama.cpp has it. */
function threadKnobs({ target, kinds, supported }: KnobOptions): Knob[] {
  const counts = threadCounts(target)
  const threads = counts.map((n_threads) => ({ n_threads }))
  const prompt = counts.map((n_threads_batch) => ({ n_threads_batch }))
  if (!kinds.includes('pp') || !kinds.includes('tg') || !supported.has('n_threads_batch')) {
    return [
      { name: 'threads', affects: ALL, values: threads },
      { name: 'threads for prompts', affects: ['users'], values: prompt },
    ]
  }
  return [
    { name: 'threads for the prompt', affects: ['pp'], values: prompt },
    { name: 'threads for the answer', affects: ['tg'], values: threads, keeps_prompt_threads: true },
  ]
}

const CACHES: readonly TunedSettings[] = [
  // A quantised V cache needs flash attention.
  { cache_type_k: 'q8_0', cache_type_v: 'q8_0', flash_attn: 'on' },
  { cache_type_k: 'q8_0', cache_type_v: 'f16' },
  { cache_type_k: 'q4_0', cache_type_v: 'q4_0', flash_attn: 'on' },
]

const MOST_VALUES = 8

/**
 * Thread counts up to the cores that this process may use: all small ones, then quarters. More threads than cores is a
 * violation by our own rules (LP201), so no such winner could be used.
 */
function threadCounts({ cpu }: Target): number[] {
  const most = Math.max(1, cpu.physical_cores)
  const wanted = [
    1,
    2,
    3,
    4,
    6,
    most / 4,
    most / 2,
    (3 * most) / 4,
    cpu.performance_cores,
    cpu.usable_cores,
    most - 1,
    most,
  ]
  const counts = [...new Set(wanted.map((n) => Math.round(n)))].filter((n) => n >= 1 && n <= most)
  counts.sort((a, b) => b - a)
  return counts.slice(0, MOST_VALUES)
}

/** Micro-batches by powers of two, the logical batch larger where it must be. */
function batches({ n_prompt }: KnobOptions): TunedSettings[] {
  const sizes = [64, 128, 256, 512, 1024, 2048, 4096].filter((size) => size <= n_prompt)
  return sizes.map((n_ubatch) => ({ ...(n_ubatch > DEFAULT_N_BATCH && { n_batch: n_ubatch }), n_ubatch }))
}

/** All layers, none, and steps between: the memory model drops what does not fit. */
function layerCounts({ facts }: KnobOptions): TunedSettings[] {
  const all = hparamsOf(facts).n_layer_all + 1
  const shares = [1, 0.875, 0.75, 0.625, 0.5, 0.25, 0]
  const counts = new Set(shares.map((share) => Math.round(share * all)))
  return [...counts].map((n) => ({ n_gpu_layers: n === all ? -1 : n }))
}

/** Experts of so many layers in RAM, everything else on the GPU. */
function expertCounts({ facts }: KnobOptions): TunedSettings[] {
  const { n_expert, n_layer } = hparamsOf(facts)
  if (n_expert === 0) return []
  const counts = new Set([0, 0.125, 0.25, 0.375, 0.5, 0.75, 1].map((share) => Math.round(share * n_layer)))
  return [...counts].map((n_cpu_moe) => ({ n_gpu_layers: -1, n_cpu_moe }))
}
