import type { RuntimeConfig } from '../config/runtime-config.ts'
import { hparamsOf } from '../estimate/compiled-model.ts'
import { resolveSettings } from '../estimate/memory-settings.ts'
import type { Target } from '../profile/target.ts'
import { type Changed, changesOf, replan } from './replan.ts'

/** A micro-batch below this makes prompts so slow that the heat is spread, not spared. */
const LEAST_UBATCH = 32
/** What one step leaves of the threads. */
const STEP = 0.75

/**
 * One step cooler: fewer threads where the CPU computes, a smaller micro-batch; planned anew with these pinned. Null when
 * there is nothing left to take back.
 */
export function coolerConfig(config: RuntimeConfig, target: Target): RuntimeConfig | null {
  const threads = config.settings.n_threads ?? usualThreads(target)
  const onCpu = usesCpu(config)
  const fewer = onCpu ? Math.max(1, Math.min(threads - 1, Math.round(threads * STEP))) : threads
  const n_ubatch = smallerBatch(config, target)
  return changed(config, target, { n_threads: fewer, n_ubatch })
}

/**
 * What a phone or a laptop sustains: the micro-batch that its profile says (half of the usual one where it says none)
 * and three quarters of its fast cores. The config itself where it asks for no more.
 */
export function sustainedConfig(config: RuntimeConfig, target: Target): RuntimeConfig {
  const threads = config.settings.n_threads ?? usualThreads(target)
  const sustained = usesCpu(config) ? Math.max(1, Math.round(usualThreads(target) * STEP)) : threads
  const now = batchOf(config)
  const n_ubatch = Math.min(now, target.sustained_n_ubatch ?? Math.max(LEAST_UBATCH, Math.ceil(now / 2)))
  return changed(config, target, { n_threads: Math.min(threads, sustained), n_ubatch }) ?? config
}

function changed(config: RuntimeConfig, target: Target, values: Required<Omit<Changed, 'n_parallel'>>) {
  const stated = {
    ...config,
    settings: { ...config.settings, n_threads: config.settings.n_threads ?? values.n_threads },
  }
  // The planner's memory sums get smaller with the batch, but a plan may still be refused: the values stand by themselves.
  const next = replan(stated, target, [], values) ?? { ...config, settings: { ...config.settings, ...values } }
  const differs = changesOf(config, next).some(({ key }) => key === 'n_threads' || key === 'n_ubatch')
  return differs ? next : null
}

function smallerBatch(config: RuntimeConfig, target: Target): number {
  const now = batchOf(config)
  const sustained = target.sustained_n_ubatch
  if (sustained !== null && now > sustained) return sustained
  return Math.min(now, Math.max(LEAST_UBATCH, Math.floor(now / 2)))
}

function batchOf({ settings, model }: RuntimeConfig): number {
  const { n_ubatch, n_batch } =
    model === undefined
      ? { n_ubatch: settings.n_ubatch ?? 512, n_batch: settings.n_batch ?? 2048 }
      : resolveSettings(settings, hparamsOf(model), 'server')
  return Math.min(n_ubatch, n_batch)
}

/** Whether some layers run on the CPU. */
function usesCpu({ backend, settings, model }: RuntimeConfig): boolean {
  if (backend === 'cpu') return true
  if ((settings.n_cpu_moe ?? 0) > 0) return true
  if (settings.override_tensor?.some((text) => text.endsWith('=CPU')) === true) return true
  if (model === undefined) return (settings.n_gpu_layers ?? -1) >= 0
  const hparams = hparamsOf(model)
  return resolveSettings(settings, hparams, 'server').n_gpu_layers <= hparams.n_layer_all
}

function usualThreads({ cpu }: Target): number {
  return Math.max(1, Math.min(cpu.performance_cores, cpu.usable_cores))
}
