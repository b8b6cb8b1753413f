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

/**
 * What of the machine's cards the plan leaves out, a sentence each: cards that need another llama.cpp build than the
 * ones that are used. A GPU in the processor beside a card is no loss and not named.
 */
export function leftOutCards(snapshot: Pick<HardwareSnapshot, 'gpus'>): string[] {
  const used = usedGpus(snapshot)
  const backend = used[0]?.backend
  return snapshot.gpus
    .filter((gpu) => gpu.backend !== 'cpu' && !gpu.integrated && !gpu.unified && !used.includes(gpu))
    .map((gpu) => `${gpu.name || 'A card'} is left out: it needs ${gpu.backend}, the plan is for ${backend}.`)
}
