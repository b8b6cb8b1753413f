import type { HardwareSnapshot } from '../hardware/snapshot.ts'
import { GIB } from '../units.ts'

/** The fields for people are rounded to 0.1 GiB. */
const ROUNDING_GIB = 0.1

/**
 * Where a snapshot says two things, one sentence each: the summary at its top is for people and the parts below decide,
 * so that an edit at the top would change nothing in silence. Detection writes both alike.
 * @param platform what the snapshot's own GPUs and CPU match
 */
export function contradictions(snapshot: HardwareSnapshot, platform: string): string[] {
  const { memory, cpu, gpus, ram_gb, vram_gb } = snapshot
  const notes: string[] = []
  const differ = (key: string, top: unknown, place: string, value: unknown) =>
    notes.push(`The snapshot's ${key} is ${String(top)} but ${place} says ${String(value)}: ${place} counts.`)
  const gib = (bytes: number) => Math.round((bytes / GIB) * 10) / 10
  const apart = (top: number, bytes: number) => Math.abs(top - bytes / GIB) > ROUNDING_GIB

  if (apart(ram_gb, memory.total_bytes))
    differ('ram_gb', ram_gb, 'memory.total_bytes', `${gib(memory.total_bytes)} GiB`)
  const bytesOf = (shared: boolean) => gpus.flatMap((gpu) => (gpu.unified === shared ? [gpu.vram_bytes ?? 0] : []))
  // As detection sums them: cards add up, GPUs that share the RAM do not.
  const vram = bytesOf(false).reduce((sum, bytes) => sum + bytes, 0) || Math.max(0, ...bytesOf(true))
  if (vram_gb !== null && apart(vram_gb, vram)) differ('vram_gb', vram_gb, 'gpus', `${gib(vram)} GiB`)
  for (const kind of ['performance', 'efficiency'] as const) {
    const top = snapshot[`cpu_cores_${kind}`]
    const own = cpu[`${kind}_cores`]
    if (top !== own) differ(`cpu_cores_${kind}`, top, `cpu.${kind}_cores`, own)
  }
  if (snapshot.platform !== 'unknown' && snapshot.platform !== platform)
    differ('platform', snapshot.platform, 'its hardware', platform)
  return notes
}
