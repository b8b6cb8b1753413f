import { budgetLines } from '../estimate/budget.ts'
import { hparamsOf } from '../estimate/compiled-model.ts'
import { estimateMemory } from '../estimate/estimate-memory.ts'
import { resolveSettings } from '../estimate/memory-settings.ts'
import type { ModelFacts } from '../model/facts.ts'
import type { Target } from '../profile/target.ts'
import type { Program } from '../program.ts'
import { showGib } from '../units.ts'
import type { TunedSettings } from './tuned-settings.ts'

/** What a candidate is started with. */
export type Use = { readonly program: Program; readonly n_ctx: number; readonly n_parallel: number }

/**
 * Why a candidate must not be started: what it needs is more than is free, in one of the ways that it would be used.
 * Null where it fits. Memory of unknown size holds nothing.
 */
export function misfit(settings: TunedSettings, facts: ModelFacts, free: Target, uses: readonly Use[]): string | null {
  for (const { program, ...use } of uses) {
    const resolved = resolveSettings({ ...memoryPart(settings), ...use }, hparamsOf(facts), program)
    const devices = resolved.n_gpu_layers === 0 ? 0 : free.devices.length
    const backend = devices === 0 ? 'cpu' : free.backend
    for (const line of budgetLines(estimateMemory(facts, resolved, { devices, backend }), free)) {
      if (line.state === 'over') {
        return `needs ${showGib(line.need_bytes)} of ${line.name}, ${showGib(line.usable?.bytes ?? 0)} are free`
      }
      if (line.state === 'unknown') return `the memory of ${line.name} is unknown`
    }
  }
  return null
}

/** Settings without those that memory does not depend on. */
function memoryPart({
  n_batch,
  n_ubatch,
  flash_attn,
  cache_type_k,
  cache_type_v,
  n_gpu_layers,
  n_cpu_moe,
}: TunedSettings) {
  const part = { n_batch, n_ubatch, flash_attn, cache_type_k, cache_type_v, n_gpu_layers, n_cpu_moe }
  return Object.fromEntries(Object.entries(part).filter(([, value]) => value !== undefined)) as TunedSettings
}
