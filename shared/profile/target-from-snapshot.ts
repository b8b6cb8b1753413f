import type { Gpu, HardwareSnapshot } from '../hardware/snapshot.ts'
import { GIB, showGib } from '../units.ts'
import { genericProfile, platformId } from './derived-profile.ts'
import { deviceName } from './device-name.ts'
import type { HardwareProfile } from './hardware-profile.ts'
import { matchCpu, matchGpu, matchProfile, type ProfileMatch } from './match-profile.ts'
import { contradictions } from './contradictions.ts'
import { leftOutCards, usedGpus } from './snapshot-gpus.ts'
import type { Sourced, Target, TargetDevice } from './target.ts'
import { hasDesktop, thermalNotes } from './target-from-profile.ts'
import { snapshotCores } from './usable-cores.ts'
import { discreteUsable, hostUsable, phoneUsable, unifiedUsable } from './usable-memory.ts'

/**
 * A detected machine as a target. Sizes and cores are the machine's own; bandwidths and TFLOPS come from the profiles
 * that its GPUs and CPU match. Memory that is in use right now is not subtracted: a plan outlives the moment.
 */
export function targetFromSnapshot(snapshot: HardwareSnapshot, match: ProfileMatch = matchProfile(snapshot)): Target {
  const { profile } = match
  const platform = platformId(snapshot, match)
  const notes: string[] = [...snapshot.notes, ...contradictions(snapshot, platform), ...leftOutCards(snapshot)]
  const gpus = usedGpus(snapshot).filter((gpu) => keepGpu(gpu, snapshot, notes))
  const unified = gpus.length > 0 && gpus.every((gpu) => gpu.unified)
  const backend = gpus[0]?.backend ?? 'cpu'
  const known = profile?.row.backends.includes(backend) ? profile.row.backends : [backend]
  if (!profile)
    notes.push(`This hardware is not in the data base: speeds are those of ${platform}, a cautious assumption.`)
  if (profile?.own === true)
    notes.push(
      `This machine is matched by your own profile ${profile.id}; "lp-tui profiles remove ${profile.id}" takes it back.`,
    )
  const devices = gpus.map((gpu, index) => deviceOf(gpu, index, snapshot, notes))
  const { cores, notes: coreNotes } = snapshotCores(snapshot.cpu)
  const host = hostMemory(snapshot)
  return {
    id: platform,
    display_name: snapshot.display_name || (profile?.display_name ?? platform),
    origin: 'snapshot',
    profile_id: profile?.id ?? null,
    backend,
    backends: [...new Set([...known, 'cpu' as const])],
    devices: unified ? devices.map((device) => ({ ...device, usable: lower(device.usable, host, snapshot) })) : devices,
    unified,
    host: {
      total_bytes: snapshot.memory.total_bytes,
      usable: host,
      bandwidth_gb_s: unified ? (devices[0]?.bandwidth_gb_s ?? null) : cpuBandwidth(snapshot, notes),
      assumed: false,
    },
    cpu: { name: snapshot.cpu.name, ...cores, capabilities: snapshot.capabilities, assumed: false },
    is_mobile: snapshot.os.platform === 'android' || (profile?.row.is_mobile ?? false),
    sustained_n_ubatch: profile?.row.sustained_n_ubatch ?? null,
    notes: [...notes, ...coreNotes, ...(profile ? thermalNotes(profile) : [])],
  }
}

/** A GPU in the processor that no profile knows is no faster than the CPU beside it: it stays out of the plan. */
function keepGpu(gpu: Gpu, snapshot: HardwareSnapshot, notes: string[]): boolean {
  if (!gpu.integrated || gpu.vendor === 'nvidia' || gpu.vendor === 'apple') return true
  if (matchGpu(gpu, snapshot).profile) return true
  notes.push(`${gpu.name} is left out: a GPU in the processor that is not in the data base.`)
  return false
}

function deviceOf(gpu: Gpu, index: number, snapshot: HardwareSnapshot, notes: string[]): TargetDevice {
  const { profile } = matchGpu(gpu, snapshot)
  const speed = withBandwidth(profile) ?? genericProfile(snapshot, 'gpu')
  const count = profile?.row.device_count ?? 1
  const ram = snapshot.memory.total_bytes
  const from_profile = profile && !gpu.unified && gpu.vram_bytes === null ? (profile.memory_gb * GIB) / count : null
  if (from_profile !== null)
    notes.push(`${gpu.name} does not say its memory: ${showGib(from_profile)} taken from its profile.`)
  const total_bytes = gpu.unified ? ram : (gpu.vram_bytes ?? from_profile)
  return {
    name: deviceName(gpu.backend, index, gpu.name),
    backend: gpu.backend,
    total_bytes,
    usable: total_bytes === null ? null : gpuUsable(gpu, total_bytes, index === 0 && (!profile || hasDesktop(profile))),
    bandwidth_gb_s: speed.memory_bandwidth_gb_s === null ? null : speed.memory_bandwidth_gb_s / count,
    fp16_tflops: speed.row.fp16_tflops === null ? null : speed.row.fp16_tflops / count,
  }
}

function gpuUsable(gpu: Gpu, total_bytes: number, desktop: boolean): Sourced {
  const stated = gpu.usable_bytes
  if (gpu.backend === 'metal' && stated !== null) {
    return {
      bytes: Math.min(stated, total_bytes),
      source: `Metal's working set as this machine states it, ${showGib(stated)}`,
    }
  }
  if (gpu.unified) return unifiedUsable(gpu.backend, total_bytes, stated)
  // Memory that the firmware set aside for a GPU in the processor is the GPU's alone, like a card's.
  if (gpu.integrated) return discreteUsable(total_bytes, true)
  return discreteUsable(stated === null ? total_bytes : Math.min(stated, total_bytes), desktop)
}

function hostMemory({ memory, os }: HardwareSnapshot): Sourced {
  return os.platform === 'android'
    ? phoneUsable(memory.total_bytes)
    : hostUsable(memory.total_bytes, memory.limit_bytes)
}

/** A container's limit binds a GPU that shares the RAM, too. */
function lower(usable: Sourced | null, host: Sourced, { memory }: HardwareSnapshot): Sourced | null {
  const limited = memory.limit_bytes !== null && memory.limit_bytes < memory.total_bytes
  return usable && limited && host.bytes < usable.bytes ? host : usable
}

// One core reads no more than this from memory, so that a slice of a server never has the server's bandwidth.
const GB_S_PER_CORE = 20

/** A profile of the user's own may know no bandwidth: the machine is then assumed to be as fast as without it. */
function withBandwidth(profile: HardwareProfile | null): HardwareProfile | null {
  return profile?.own === true && profile.memory_bandwidth_gb_s === null ? null : profile
}

function cpuBandwidth(snapshot: HardwareSnapshot, notes: string[]): number | null {
  const match = matchCpu(snapshot)
  const measured = measuredBandwidth(snapshot, match.profile?.memory_bandwidth_gb_s ?? null, notes)
  if (measured !== null) return measured
  const found = withBandwidth(match.profile)
  const profile = found ?? genericProfile(snapshot, 'cpu')
  if (!found) notes.push(`The CPU is not in the data base: the memory bandwidth of ${profile.id} is assumed.`)
  if (profile.memory_bandwidth_gb_s === null) return null
  return Math.min(profile.memory_bandwidth_gb_s, GB_S_PER_CORE * Math.max(1, snapshot.cpu.physical_cores))
}

/** A plain read reaches 70 to 90 % of what memory can do on paper; below this share, modules or channels are missing. */
const MUCH_LESS = 0.55

/** What was measured, where the data base has no figure or one that this machine is far from; null to take the data base's. */
function measuredBandwidth(
  { measured_bandwidth }: HardwareSnapshot,
  known: number | null,
  notes: string[],
): number | null {
  if (!measured_bandwidth) return null
  const { read_gb_s, threads } = measured_bandwidth
  const seen = `${read_gb_s} GB/s that ${threads === 1 ? 'one thread' : `${threads} threads`} read in a test on this machine`
  if (known === null) {
    notes.push(`Speeds rest on the ${seen}, since the data base does not know its memory.`)
    return read_gb_s
  }
  if (read_gb_s >= known * MUCH_LESS) return null
  notes.push(
    `Speeds rest on the ${seen}: far below the ${known} GB/s of its profile, as with one memory channel of two.`,
  )
  return read_gb_s
}
