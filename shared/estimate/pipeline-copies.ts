import { hasOverrides } from './overrides/tensor-override.ts'
import type { PlacedRun } from './placed-run.ts'

/** GGML_SCHED_MAX_COPIES (ggml/CMakeLists.txt). */
const MAX_COPIES = 4

/**
 * Copies of every graph input when micro-batches are pipelined over several devices, else 1 (src/llama-context.cpp):
 * only with all layers offloaded, split by layer, the cache on the devices and no weights moved by hand.
 */
export function pipelineCopies({
  settings,
  where,
  n_devices,
}: Pick<PlacedRun, 'settings' | 'where' | 'n_devices'>): number {
  const pipelined =
    n_devices > 1 &&
    settings.split_mode === 'layer' &&
    settings.offload_kqv &&
    settings.n_cpu_moe === 0 &&
    !hasOverrides(settings) &&
    where.every((place) => place !== 'host')
  return pipelined ? MAX_COPIES : 1
}
