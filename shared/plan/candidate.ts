import type { CacheType } from '../config/settings.ts'
import { amxAborts } from '../estimate/extras/amx-abort.ts'
import { type BudgetLine, budgetLines } from '../estimate/budget.ts'
import { hparamsOf } from '../estimate/compiled-model.ts'
import { estimateMemory, leastMemory } from '../estimate/estimate-memory.ts'
import type { MemoryEstimate } from '../estimate/memory-estimate.ts'
import { type MemorySettings, resolveSettings } from '../estimate/memory-settings.ts'
import { estimateThroughput } from '../estimate/throughput/estimate-throughput.ts'
import type { ThroughputEstimate } from '../estimate/throughput-estimate.ts'
import type { ModelFacts } from '../model/facts.ts'
import type { Target } from '../profile/target.ts'
import type { Program } from '../program.ts'

/** The values that planning chooses; the rest of a config follows from them. */
export type Choice = {
  readonly precision: string
  readonly n_ctx: number
  readonly cache_type: CacheType
  readonly n_ubatch: number
  /** Offloaded layers, the output layer included: 0 to n_layer_all + 1. */
  readonly n_gpu_layers: number
  readonly n_cpu_moe: number
}

/** What stays the same over all choices of one plan. */
export type Situation = {
  readonly target: Target
  readonly n_batch: number
  readonly n_parallel: number
  readonly n_threads: number
  readonly program: Program
  /** Shares of the devices' layers; empty with one device. */
  readonly tensor_split: readonly number[]
  /** Given by hand; follows from the cache type when absent. */
  readonly flash_attn?: 'on' | 'off' | 'auto'
}

export function settingsOf(choice: Choice, facts: ModelFacts, situation: Situation): MemorySettings {
  return resolveSettings(
    {
      n_ctx: choice.n_ctx,
      n_batch: situation.n_batch,
      n_ubatch: choice.n_ubatch,
      n_gpu_layers: choice.n_gpu_layers,
      flash_attn: flashOf(choice, situation),
      cache_type_k: choice.cache_type,
      cache_type_v: choice.cache_type,
      n_parallel: situation.n_parallel,
      n_cpu_moe: choice.n_cpu_moe,
      ...(situation.tensor_split.length > 1 ? { tensor_split: [...situation.tensor_split] } : {}),
    },
    hparamsOf(facts),
    situation.program,
  )
}

/** A quantised V cache needs flash attention, so it must not be left to the engine. */
export function flashOf(choice: Choice, situation: Situation): 'on' | 'off' | 'auto' {
  return situation.flash_attn ?? (choice.cache_type === 'f16' ? 'auto' : 'on')
}

export function memoryOf(choice: Choice, facts: ModelFacts, situation: Situation): MemoryEstimate {
  const devices = choice.n_gpu_layers === 0 ? 0 : situation.target.devices.length
  const backend = devices === 0 ? 'cpu' : situation.target.backend
  return estimateMemory(facts, settingsOf(choice, facts, situation), { devices, backend })
}

/** Whether llama.cpp would end at once unless it is told not to pack weights for the CPU. */
export function abortsOnAmx(choice: Choice, facts: ModelFacts, situation: Situation): boolean {
  const { target } = situation
  const gpu = choice.n_gpu_layers > 0
  const machine = {
    capabilities: target.cpu.capabilities,
    backend: gpu ? target.backend : 'cpu',
    n_devices: gpu ? target.devices.length : 0,
  } as const
  return amxAborts(machine, facts, settingsOf(choice, facts, situation)) !== null
}

/** What the choice asks of every memory. */
export function linesOf(choice: Choice, facts: ModelFacts, situation: Situation): readonly BudgetLine[] {
  return budgetLines(memoryOf(choice, facts, situation), situation.target)
}

/** What the choice asks of every memory before anything is computed: what does not fit here fits nowhere. */
export function leastLinesOf(choice: Choice, facts: ModelFacts, situation: Situation): readonly BudgetLine[] {
  const devices = choice.n_gpu_layers === 0 ? 0 : situation.target.devices.length
  return budgetLines(leastMemory(facts, settingsOf(choice, facts, situation), { devices }), situation.target)
}

export function speedOf(choice: Choice, facts: ModelFacts, situation: Situation): ThroughputEstimate {
  return estimateThroughput(
    facts,
    {
      ...settingsOf(choice, facts, situation),
      n_threads: situation.n_threads,
      backend: choice.n_gpu_layers === 0 ? 'cpu' : situation.target.backend,
    },
    situation.target,
  )
}
