import { GIB } from '../units.ts'
import { deviceName } from './device-name.ts'
import type { HardwareProfile } from './hardware-profile.ts'
import type { CpuFacts } from './device-row.ts'
import type { Sourced, Target, TargetDevice } from './target.ts'
import { boardRam, discreteUsable, hostUsable, phoneUsable, unifiedUsable } from './usable-memory.ts'

/** CPU of a machine that a row says nothing about: small enough not to promise threads that are not there. */
const UNKNOWN_CPU: CpuFacts = { name: 'unknown CPU', performance_cores: 4, efficiency_cores: 0, simd: [] }

/** A profile as a target: its own facts, and the assumed host of its category for a card that fits any machine. */
export function targetFromProfile(profile: HardwareProfile): Target {
  const { row } = profile
  const shared = row.unified || profile.backend === 'cpu'
  const ram_bytes = profileRam(profile)
  const cpu = row.cpu ?? profile.host?.cpu ?? UNKNOWN_CPU
  const physical_cores = cpu.performance_cores + cpu.efficiency_cores
  return {
    id: profile.id,
    display_name: profile.display_name,
    origin: 'profile',
    profile_id: profile.id,
    backend: profile.backend,
    backends: row.backends.includes('cpu') ? row.backends : [...row.backends, 'cpu'],
    devices: profileDevices(profile, ram_bytes),
    unified: row.unified,
    host: {
      total_bytes: ram_bytes,
      usable:
        row.generation === 'phone' || row.generation === 'apple_mobile'
          ? phoneUsable(ram_bytes)
          : hostUsable(ram_bytes),
      bandwidth_gb_s: shared ? profile.memory_bandwidth_gb_s : (profile.host?.memory_bandwidth_gb_s ?? null),
      assumed: !shared || row.memory_assumed === true,
    },
    cpu: {
      name: cpu.name ?? profile.display_name,
      physical_cores,
      performance_cores: cpu.performance_cores,
      efficiency_cores: cpu.efficiency_cores,
      // Across NUMA nodes every core reads slow memory: one node's cores are the useful ones.
      usable_cores: Math.max(1, Math.min(cpu.performance_cores, Math.floor(physical_cores / (cpu.numa_nodes ?? 1)))),
      capabilities: cpu.simd,
      assumed: row.cpu === undefined,
    },
    is_mobile: row.is_mobile ?? false,
    sustained_n_ubatch: row.sustained_n_ubatch ?? null,
    notes: profileNotes(profile, shared),
  }
}

/** RAM of a profile's machine in bytes: its own memory where CPU and GPU share it, the assumed host's otherwise. */
function profileRam({ row, memory_gb, host, backend }: HardwareProfile): number {
  if (row.unified && backend === 'cuda') return boardRam(memory_gb * GIB)
  if (row.unified || backend === 'cpu') return memory_gb * GIB
  return (host?.ram_gb ?? 16) * GIB
}

function profileDevices(profile: HardwareProfile, ram_bytes: number): TargetDevice[] {
  const { row, backend } = profile
  if (backend === 'cpu') return []
  const count = row.device_count ?? 1
  const total_bytes = row.unified ? ram_bytes : Math.floor((profile.memory_gb * GIB) / count)
  return Array.from({ length: count }, (_, index) => ({
    name: deviceName(backend, index, row.display_name),
    backend,
    total_bytes,
    usable: profileUsable(profile, total_bytes),
    bandwidth_gb_s: profile.memory_bandwidth_gb_s === null ? null : profile.memory_bandwidth_gb_s / count,
    fp16_tflops: row.fp16_tflops === null ? null : row.fp16_tflops / count,
  }))
}

function profileUsable({ row, backend, category }: HardwareProfile, total_bytes: number): Sourced {
  if (row.usable) return { bytes: Math.floor(row.usable.gb * GIB), source: row.usable.source }
  return row.unified ? unifiedUsable(backend, total_bytes) : discreteUsable(total_bytes, hasDesktop({ row, category }))
}

/** Cards for people's own machines usually drive a screen; accelerators for servers never do. */
export function hasDesktop({ row, category }: Pick<HardwareProfile, 'row' | 'category'>): boolean {
  return category !== 'nvidia-datacenter' && !row.generation.startsWith('cdna') && row.generation !== 'vega20'
}

function profileNotes(profile: HardwareProfile, shared: boolean): string[] {
  const { row, host } = profile
  const notes: string[] = []
  if (!shared && host)
    notes.push(`The machine around the card is assumed: ${host.source.replace(/^assumption: /, '')}.`)
  notes.push(...thermalNotes(profile))
  if (row.memory_assumed)
    notes.push(`${profile.memory_gb} GB of memory are assumed: machines with this processor differ.`)
  if (row.vendor === 'generic' && row.match.length === 0)
    notes.push('The numbers are assumptions for hardware that is not known.')
  return notes
}

/** What heat leaves of the speed of a phone, and what to do about it. */
export function thermalNotes({ thermal }: Pick<HardwareProfile, 'thermal'>): string[] {
  if (!thermal) return []
  const share = Math.round(thermal.sustained_share * 100)
  const limit = `near ${thermal.skin_limit_c} degrees of its case`
  return [`Speeds are those of a cool device: ${limit} it slows to about ${share} % of them. ${thermal.advice}`]
}
