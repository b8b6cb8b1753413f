import type { Target } from '../profile/target.ts'
import type { Intent } from './intent.ts'

/** GGML_MAX_N_THREADS (ggml/include/ggml.h): llama.cpp takes no more. */
const MOST_THREADS = 512

/**
 * Threads for generation: the performance cores, but never more than the cores that a quota, the affinity mask or one
 * NUMA node leaves. More threads than fast cores wait for the slowest one at every layer.
 */
export function planThreads(target: Target, intent: Intent): number {
  if (intent.pins?.n_threads !== undefined) return intent.pins.n_threads
  const most = Math.max(1, Math.min(target.cpu.performance_cores, target.cpu.usable_cores, MOST_THREADS))
  return Math.min(intent.template?.threads ?? most, most)
}
