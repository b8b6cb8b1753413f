import { roundGib } from '../units.ts'
import { explainSight, type Explanation } from './explain-detection.ts'
import { finishCpu } from './cpu.ts'
import { fillGaps } from './fill-gaps.ts'
import { mergeGpus } from './gpus.ts'
import type { Host } from './host.ts'
import { finishMemory } from './memory.ts'
import { seeAndroid } from './see-android.ts'
import { seeDarwin } from './see-darwin.ts'
import { seeLinux } from './see-linux.ts'
import { seeWindows } from './see-windows.ts'
import { withDeadline } from './deadline.ts'
import { NOTHING, type Sight } from './sight.ts'
import type { LoggedProbe } from './probe.ts'
import type { Gpu, HardwareSnapshot, ProbeResult } from './snapshot.ts'

/** The whole look must end within 5 s, whatever hangs; a little is kept for starting and joining. */
const TOTAL_LIMIT_MS = 4600

/**
 * Looks at a machine: asks every probe that its system has, side by side, and joins the answers.
 * Never rejects: what does not answer is a note. `platform` stays `unknown`, since matching a profile is a later step.
 */
export async function detect(host: Host): Promise<HardwareSnapshot> {
  return (await detectAndExplain(host)).snapshot
}

/** The same with what each probe said, what was believed of it, and why. */
export async function detectAndExplain(host: Host): Promise<{ snapshot: HardwareSnapshot; explanation: Explanation }> {
  const log: LoggedProbe[] = []
  const until = host.now() + TOTAL_LIMIT_MS
  const first = await see(withDeadline(host, until), log)
  const sight = await fillGaps(first, host, log, until)

  const memory = finishMemory(sight.memory, sight.limits, host.basics)
  const cpu = finishCpu(sight.cpu, host)
  const gpus = mergeGpus(sight.gpus, {
    ram_bytes: memory.total_bytes,
    rocm: sight.rocm,
    level_zero: sight.level_zero,
    gpu_limit_bytes: sight.gpu_limit_bytes,
    platform: host.platform,
  })
  const snapshot: HardwareSnapshot = {
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
    probes: log.sort((a, b) => (a.id < b.id ? -1 : 1)).map(withoutSaid),
    notes: [...sight.notes, ...unknownMemory(gpus)].map((note) => note.slice(0, 500)),
  }
  return { snapshot, explanation: explainSight(sight, snapshot, host, log) }
}

/** What probes said is for explanations: snapshots are kept and handed on. */
function withoutSaid({ id, state, ms, note }: LoggedProbe): ProbeResult {
  return { id, state, ms, ...(note === undefined ? {} : { note }) }
}

function see(host: Host, log: LoggedProbe[]): Promise<Sight> {
  switch (host.platform) {
    case 'linux':
      return seeLinux(host, log)
    case 'android':
      return seeAndroid(host, log)
    case 'darwin':
      return seeDarwin(host, log)
    case 'windows':
      return seeWindows(host, log)
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
  // A GB10 has no board name in a device tree; its GPU's name is what people call it.
  const inside = gpus.find((gpu) => gpu.vendor === 'nvidia')
  return sight.board ?? inside?.name ?? cpu_name
}

function unknownMemory(gpus: readonly Gpu[]): string[] {
  const names = gpus.filter((gpu) => gpu.vram_bytes === null).map((gpu) => gpu.name)
  return [...new Set(names)].map((name) => `The memory of ${name} is unknown, so nothing can be planned on it.`)
}
