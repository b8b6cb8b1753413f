import { hparamsOf } from '../estimate/compiled-model.ts'
import { resolveSettings } from '../estimate/memory-settings.ts'
import { estimateThroughput } from '../estimate/throughput/estimate-throughput.ts'
import type { HardwareSnapshot } from '../hardware/snapshot.ts'
import type { ModelFacts } from '../model/facts.ts'
import type { Plan } from '../plan/plan.ts'
import { freeTarget } from '../profile/free-target.ts'
import type { Target } from '../profile/target.ts'
import { misfit, type Use } from './free-memory.ts'
import { contextOf } from './lengths.ts'
import { type Objective, scoreOf, testsOf } from './objective.ts'
import type { TuneRequest } from './tune.ts'
import { settingsText, type TunedSettings } from './tuned-settings.ts'

export type TunePlanOptions = {
  readonly plan: Plan
  readonly facts: ModelFacts
  readonly target: Target
  readonly snapshot: HardwareSnapshot
  readonly objective: Objective
  readonly supported: ReadonlySet<keyof TunedSettings>
  readonly cache_types: boolean
}

/** The parts of a tuning run that follow from the machine and the model, without the engine and the clock. */
export function tunePlan(options: TunePlanOptions): Pick<TuneRequest, 'planned' | 'knobs' | 'misfit' | 'estimate'> {
  const { plan, facts, target, snapshot, objective, supported, cache_types } = options
  const free = freeTarget(target, snapshot, snapshot.memory.available_bytes)
  const { n_ctx = 4096, n_parallel = 1 } = plan.config.settings
  const uses: Use[] = [
    // As it will be used, and as llama-bench loads it.
    { program: 'server', n_ctx, n_parallel: Math.max(n_parallel, objective.users) },
    { program: 'cli', n_ctx: contextOf(testsOf(objective)), n_parallel: 1 },
  ]
  const remembered = new Map<string, string | null>()
  const fits = (settings: TunedSettings): string | null => {
    // llama.cpp lowers the layers to what is free by itself where none are given.
    if (target.devices.length > 0 && settings.n_gpu_layers === undefined) return null
    const key = settingsText(settings)
    const known = remembered.get(key)
    if (known !== undefined) return known
    const reason = misfit(settings, facts, free, uses)
    remembered.set(key, reason)
    return reason
  }
  return {
    planned: plannedSettings(plan, supported),
    knobs: { facts, target, supported, cache_types, numa_nodes: snapshot.cpu.numa_nodes ?? 1 },
    misfit: fits,
    estimate: (settings) => expectedScore(settings, facts, target, objective),
  }
}

/** What the planner chose of the things that tuning may change, and what the engine here can be told. */
function plannedSettings({ config, target }: Plan, supported: ReadonlySet<keyof TunedSettings>): TunedSettings {
  const { n_threads, n_batch, n_ubatch, n_gpu_layers, n_cpu_moe, flash_attn, cache_type_k, cache_type_v } =
    config.settings
  const all: TunedSettings = {
    ...(n_threads !== undefined && { n_threads }),
    ...(n_batch !== undefined && n_batch !== 2048 && { n_batch }),
    ...(n_ubatch !== undefined && n_ubatch !== 512 && { n_ubatch }),
    ...(target.devices.length > 0 && n_gpu_layers !== undefined && { n_gpu_layers }),
    ...(n_cpu_moe !== undefined && { n_cpu_moe }),
    ...(flash_attn !== undefined && flash_attn !== 'auto' && { flash_attn }),
    ...(cache_type_k !== undefined && cache_type_k !== 'f16' && { cache_type_k }),
    ...(cache_type_v !== undefined && cache_type_v !== 'f16' && { cache_type_v }),
  }
  const known = Object.entries(all).filter(([key]) => supported.has(key as keyof TunedSettings))
  return Object.fromEntries(known)
}

/** The objective's speed as the model of this machine expects it; several users by what one of them gets. */
function expectedScore(
  settings: TunedSettings,
  facts: ModelFacts,
  target: Target,
  objective: Objective,
): number | null {
  const layers = resolveSettings(settings, hparamsOf(facts)).n_gpu_layers
  const backend = layers === 0 ? ('cpu' as const) : target.backend
  const { tg, pp } = estimateThroughput(facts, { ...settings, backend }, target)
  const speeds = {
    ...(tg !== null && { tg: tg.tokens_per_s, users: tg.tokens_per_s }),
    ...(pp !== null && { pp: pp.tokens_per_s }),
  }
  return scoreOf(objective, speeds)
}
