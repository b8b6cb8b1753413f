import type { HardwareSnapshot } from '../hardware/snapshot.ts'
import type { ModelFacts } from '../model/facts.ts'
import type { Target } from '../profile/target.ts'
import { GIB } from '../units.ts'

/** What makes a model this model, whatever its file is called: hyperparameters and tensors. */
export function modelKey({ architecture, hparams, tensors }: ModelFacts): string {
  const ordered = Object.entries(hparams).sort(([a], [b]) => (a < b ? -1 : 1))
  return JSON.stringify([
    architecture,
    ordered,
    tensors.map(({ name, type, shape, layers }) => [name, type, shape, layers]),
  ])
}

/**
 * What makes a machine this machine: processor, cores that may be used (a quota or an affinity mask makes another one),
 * GPUs, memory to the GiB.
 */
export function hardwareKey(target: Target, snapshot: HardwareSnapshot): string {
  const gib = (bytes: number | null) => (bytes === null ? null : Math.round(bytes / GIB))
  return JSON.stringify([
    snapshot.os.platform,
    snapshot.cpu.name,
    target.cpu.physical_cores,
    target.cpu.usable_cores,
    gib(snapshot.memory.total_bytes),
    snapshot.gpus.map((gpu) => [gpu.name, gib(gpu.vram_bytes)]),
  ])
}
