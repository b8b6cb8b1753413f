import type { Gpu, HardwareSnapshot } from '../hardware/snapshot.ts'
import { GIB } from '../units.ts'
import { genericProfile } from './derived-profile.ts'
import type { CpuFacts, DeviceRow, HardwareFile } from './device-row.ts'
import type { HardwareProfile } from './hardware-profile.ts'
import { matchCpu, matchGpu } from './match-profile.ts'
import { plainName } from './name-match.ts'
import { usedGpus } from './snapshot-gpus.ts'

export type NewProfile = {
  /** Absent: made from the product's name. */
  readonly id?: string | undefined
  readonly display_name?: string | undefined
  /** The day, `2026-11-28`: evidence ages. */
  readonly date: string
}

/**
 * A detected machine as a file of the data base with one row. Sizes, cores and instructions are the machine's own; bandwidth
 * and TFLOPS are those of the profile that it matches, else what was measured, else unknown. Every figure has its evidence.
 */
export function profileFromSnapshot(snapshot: HardwareSnapshot, wanted: NewProfile): HardwareFile {
  const [gpu] = usedGpus(snapshot)
  const row = gpu === undefined ? cpuRow(snapshot, wanted) : gpuRow(gpu, snapshot, wanted)
  const $schema = '../schemas/hardware.schema.json'
  return { $schema, category: categoryOf(gpu, snapshot), date: wanted.date, devices: [row] }
}

function gpuRow(gpu: Gpu, snapshot: HardwareSnapshot, wanted: NewProfile): DeviceRow {
  const known = matchGpu(gpu, snapshot).profile
  const class_of = known ?? genericProfile(snapshot, 'gpu')
  const same = usedGpus(snapshot).filter((other) => other.name === gpu.name).length
  const bytes = gpu.unified ? snapshot.memory.total_bytes : (gpu.vram_bytes ?? (known ? known.memory_gb * GIB : 0))
  const measured = gpu.unified ? (snapshot.measured_bandwidth?.read_gb_s ?? null) : null
  const bandwidth = known?.memory_bandwidth_gb_s ?? measured
  const backends = [...new Set([gpu.backend, ...(known?.row.backends ?? [])])]
  const display_name = wanted.display_name ?? gpu.name
  return {
    id: wanted.id ?? slugOf(display_name),
    display_name: named(display_name),
    vendor: gpu.vendor === 'other' ? 'generic' : gpu.vendor,
    backends: backends.slice(0, 6),
    generation: class_of.row.generation,
    memory_gb: [nominalGib(bytes)],
    unified: gpu.unified,
    memory_bandwidth_gb_s: bandwidth,
    fp16_tflops: known?.row.fp16_tflops ?? null,
    ...(known?.row.fp16_full_rate && { fp16_full_rate: true }),
    ...knownOf(known),
    ...(gpu.unified ? { cpu: cpuFacts(snapshot) } : { host: hostOf(snapshot) }),
    match: [{ words: phrases(gpu.name) }],
    sources: [
      `lp-tui detect on the machine itself, ${wanted.date}: ${gpu.source} says ${gpu.name}`,
      bandwidthSource(bandwidth, known?.id ?? null, snapshot),
      ...(same > 1 ? [`the machine has ${same} of them; the row is for one`] : []),
      ...(known ? [`TFLOPS and generation: profile ${known.id}`] : [`generation: ${class_of.id}, a cautious class`]),
    ],
  }
}

/** What the data base knows of a kind of device and no detection tells: how fast it was measured, and what heat does to it. */
function knownOf(known: HardwareProfile | null): Partial<DeviceRow> {
  if (known === null) return {}
  const { row, thermal } = known
  const { is_mobile, sustained_n_ubatch } = row
  return {
    measured_as: row.measured_as ?? row.id,
    ...(is_mobile && { is_mobile }),
    ...(sustained_n_ubatch !== undefined && { sustained_n_ubatch }),
    ...(thermal && { thermal }),
  }
}

/** No class of speeds has this name: as without a profile, the rows of all CPUs count. Instructions alone make no class. */
const UNKNOWN_CPU_CLASS = 'generic_cpu'

function cpuRow(snapshot: HardwareSnapshot, wanted: NewProfile): DeviceRow {
  const known = matchCpu(snapshot).profile
  const bandwidth = known?.memory_bandwidth_gb_s ?? snapshot.measured_bandwidth?.read_gb_s ?? null
  const display_name = wanted.display_name ?? snapshot.cpu.name
  return {
    id: wanted.id ?? slugOf(`cpu ${display_name}`),
    display_name: named(display_name),
    vendor: known?.row.vendor ?? 'generic',
    backends: ['cpu'],
    generation: known?.row.generation ?? UNKNOWN_CPU_CLASS,
    memory_gb: [ramGib(snapshot)],
    unified: false,
    memory_bandwidth_gb_s: bandwidth,
    fp16_tflops: null,
    ...knownOf(known),
    cpu: cpuFacts(snapshot),
    match: [{ words: phrases(snapshot.cpu.name) }],
    sources: [
      `lp-tui detect on the machine itself, ${wanted.date}: ${snapshot.cpu.name}`,
      bandwidthSource(bandwidth, known?.id ?? null, snapshot),
      known
        ? `generation: profile ${known.id}`
        : 'generation: of no known class, so speeds rest on the rows of all CPUs',
    ],
  }
}

function hostOf(snapshot: HardwareSnapshot): NonNullable<DeviceRow['host']> {
  const known = matchCpu(snapshot).profile ?? genericProfile(snapshot, 'cpu')
  return {
    ram_gb: ramGib(snapshot),
    memory_bandwidth_gb_s: snapshot.measured_bandwidth?.read_gb_s ?? known.memory_bandwidth_gb_s ?? 20,
    cpu: cpuFacts(snapshot),
    source: `this machine as detected; memory speed ${snapshot.measured_bandwidth ? 'as measured' : `of ${known.id}`}`,
  }
}

function cpuFacts({ cpu, capabilities }: HardwareSnapshot): CpuFacts {
  return {
    name: cpu.name.slice(0, 100),
    performance_cores: Math.min(1024, Math.max(1, cpu.performance_cores)),
    efficiency_cores: Math.min(1024, cpu.efficiency_cores),
    logical_cores: Math.min(4096, Math.max(1, cpu.logical_cores)),
    numa_nodes: Math.min(64, Math.max(1, cpu.numa_nodes ?? 1)),
    simd: capabilities.filter((name) => name.length <= 32 && /^[a-z0-9_]+$/.test(name)).slice(0, 40),
  }
}

function bandwidthSource(bandwidth: number | null, profile: string | null, snapshot: HardwareSnapshot): string {
  if (bandwidth === null) return 'bandwidth: unknown; "lp-tui detect --measure" can test that of the RAM'
  const { measured_bandwidth: seen } = snapshot
  if (seen && bandwidth === seen.read_gb_s) return `bandwidth: read test with ${seen.threads} threads (${seen.method})`
  return `bandwidth: profile ${profile}`
}

function categoryOf(gpu: Gpu | undefined, snapshot: HardwareSnapshot): HardwareFile['category'] {
  if (snapshot.os.platform === 'android') return 'mobile'
  if (gpu === undefined) return 'cpu'
  const known = matchGpu(gpu, snapshot).profile
  // Cards of servers drive no screen, which leaves more of their memory.
  if (known !== null) return known.category
  if (gpu.vendor === 'apple') return 'apple'
  if (gpu.vendor === 'nvidia') return gpu.unified ? 'nvidia-edge' : 'nvidia-desktop'
  if (gpu.vendor === 'amd' || gpu.vendor === 'intel') return gpu.vendor
  return 'generic'
}

/** RAM that the system has, and no more: what is sold, the kernel's part included, would fit configs that the machine does not. */
function ramGib({ memory }: HardwareSnapshot): number {
  return Math.max(0.1, Math.floor((memory.total_bytes / GIB) * 10) / 10)
}

/** What is sold: drivers and kernels report up to an eighth less than 8, 12, 24, 64, ... GiB. */
function nominalGib(bytes: number): number {
  const gib = bytes / GIB
  const step = gib > 96 ? 32 : gib > 32 ? 8 : gib > 8 ? 4 : 1
  const sold = Math.ceil(gib / step) * step
  return sold > 0 && gib / sold >= 0.875 ? sold : Math.max(0.1, Math.round(gib * 10) / 10)
}

/** The whole name as phrases that fit into a row. */
function phrases(name: string): string[] {
  const words = plainName(name).split(' ')
  const phrase: string[] = []
  for (const word of words) if ([...phrase, word].join(' ').length <= 60) phrase.push(word)
  return [phrase.join(' ') || 'unknown']
}

function named(name: string): string {
  return name.trim().slice(0, 100) || 'unknown machine'
}

function slugOf(name: string): string {
  return (plainName(name).replaceAll(' ', '_').slice(0, 64) || 'own_machine').replace(/_+$/, '')
}
