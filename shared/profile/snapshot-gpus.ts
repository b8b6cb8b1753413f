import type { Backend } from '../backend.ts'
import type { Gpu, HardwareSnapshot } from '../hardware/snapshot.ts'

/**
 * The GPUs that one llama.cpp build would use, in the snapshot's order: those of one backend, and GPUs in the processor
 * only where there is no card (llama.cpp src/llama.cpp: "add integrated GPUs only if no discrete GPUs were found").
 * With cards of several backends, the backend with the most memory is taken.
 */
export function usedGpus({ gpus }: Pick<HardwareSnapshot, 'gpus'>): readonly Gpu[] {
  const able = gpus.filter((gpu) => gpu.backend !== 'cpu')
  const cards = able.filter((gpu) => !gpu.integrated && !gpu.unified)
  const of = cards.length > 0 ? cards : able
  const memory = new Map<Backend, number>()
  for (const gpu of of) memory.set(gpu.backend, (memory.get(gpu.backend) ?? 0) + (gpu.vram_bytes ?? 0))
  const backend = [...memory].sort((a, b) => b[1] - a[1])[0]?.[0]
  const same = of.filter((gpu) => gpu.backend === backend)
  return cards.length > 0 ? same : same.slice(0, 1)
}
