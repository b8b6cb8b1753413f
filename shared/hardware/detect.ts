import { roundGib } from '../units.ts'
import { finishCpu } from './cpu.ts'
import { fillGaps } from './fill-gaps.ts'
import { mergeGpus } from './gpus.ts'
import type { Host } from './host.ts'
import { finishMemory } from './memory.ts'
import { seeLinux } from './see-linux.ts'
import { NOTHING, type Sight } from './sight.ts'
import type { Gpu, HardwareSnapshot, ProbeResult } from './snapshot.ts'

/**
 * Looks at a machine: asks every probe that its system has, side by side, and joins the answers.
 * Never rejects: what does not answer is a note. `platform` stays `unknown`, since matching a profile is a later step.
 */
export async function detect(host: Host): Promise<HardwareSnapshot> {
  const log: ProbeResult[] = []
  const first = await see(host, log)
  const sight = await fillGaps(first, host, log)

  const memory = finishMemory(sight.memory, sight.limits, host.basics)
  const cpu = finishCpu(sight.cpu, host)
  const gpus = mergeGpus(sight.gpus, {
    ram_bytes: memory.total_bytes,
    rocm: sight.rocm,
    level_zero: sight.level_zero,
    platform: host.platform,
  })
  return {
    schema_version: 1,
    kind: 'hardware_snapshot',
    platform: 'unknown',
    display_name: displayName(sight, cpu.name, gpus),
    os: { platform: host.platform, release: host.os_release.slice(0, 300), wsl: sight.wsl, container: sight.container },
    cpu_type: cpuType(host.arch),
    gpu_type: gpus[0]?.backend ?? null,
    ram_gb: roundGib(memory.total_bytes),
    vram_gb: vramGb(gpus),
    cpu_cores_performance: cpu.performance_cores,
    cpu_cores_efficiency: cpu.efficiency_cores,
    capabilities: [...sight.cpu.simd, ...new Set(gpus.map((gpu) => gpu.backend))],
    cpu,
    memory,
    gpus,
    probes: log.sort((a, b) => (a.id < b.id ? -1 : 1)),
    notes: [...sight.notes, ...unknownMemory(gpus)].map((note) => note.slice(0, 500)),
  }
}

function see(host: Host, log: ProbeResult[]): Promise<Sight> {
  switch (host.platform) {
    case 'linux':
    case 'android':
      return seeLinux(host, log)
    default:
      return Promise.resolve(NOTHING)
  }
}

/** `x86_64` and `arm64`, as GGML's builds are called; other architectures keep Node's word. */
function cpuType(arch: string): string {
  return arch === 'x64' ? 'x86_64' : arch
}

/** Sum over all GPUs; the machine's memory counts once. Null when none says. */
function vramGb(gpus: readonly Gpu[]): number | null {
  const known = gpus.filter((gpu) => gpu.vram_bytes !== null)
  if (known.length === 0) return null
  const own = known.filter((gpu) => !gpu.unified).reduce((sum, gpu) => sum + (gpu.vram_bytes ?? 0), 0)
  const shared = Math.max(0, ...known.filter((gpu) => gpu.unified).map((gpu) => gpu.vram_bytes ?? 0))
  return roundGib(own > 0 ? own : shared)
}

/** The GPU where it has memory of its own, else the board, else the CPU: what people call the machine. */
function displayName(sight: Sight, cpu_name: string, gpus: readonly Gpu[]): string {
  const first = gpus.find((gpu) => !gpu.integrated)
  if (first) {
    const same = gpus.filter((gpu) => gpu.name === first.name).length
    return same > 1 ? `${same}x ${first.name}` : first.name
  }
  return sight.board ?? cpu_name
}

function unknownMemory(gpus: readonly Gpu[]): string[] {
  const names = gpus.filter((gpu) => gpu.vram_bytes === null).map((gpu) => gpu.name)
  return [...new Set(names)].map((name) => `The memory of ${name} is unknown, so nothing can be planned on it.`)
}
