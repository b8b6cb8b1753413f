import type { HardwareSnapshot } from '../hardware/snapshot.ts'
import { MIB, showGib } from '../units.ts'
import { usedGpus } from './snapshot-gpus.ts'
import type { Sourced, Target, TargetDevice } from './target.ts'

/**
 * The target with what other programs leave right now in place of what its memories hold: what is usable becomes the
 * less of both. Where the machine does not say what is free, nothing changes.
 * @param snapshot seen just now, of the machine that `target` was made from
 * @param available_bytes RAM that is free for new allocations; null where the machine does not say
 */
export function freeTarget(target: Target, snapshot: HardwareSnapshot, available_bytes: number | null): Target {
  const gpus = usedGpus(snapshot)
  const devices = target.devices.map((device, index) => {
    const gpu = gpus[index]
    if (target.unified) return less(device, available_bytes, 'RAM')
    return less(device, gpu?.vram_free_bytes == null ? null : afterContext(gpu.vram_free_bytes), device.name)
  })
  const usable = lower(target.host.usable, available_bytes, 'RAM')
  return { ...target, devices, host: { ...target.host, usable } }
}

/** What the engine's own context takes off a card's free memory, as in usable-memory.ts. */
function afterContext(free: number): number {
  return Math.floor(free - Math.min(512 * MIB, free / 8))
}

function less(device: TargetDevice, free: number | null, what: string): TargetDevice {
  return device.usable === null ? device : { ...device, usable: lower(device.usable, free, what) }
}

function lower(usable: Sourced, free: number | null, what: string): Sourced {
  if (free === null || free >= usable.bytes) return usable
  return { bytes: Math.max(0, free), source: `${showGib(free)} of ${what} that is free now` }
}
