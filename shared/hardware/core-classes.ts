import { armCore } from './arm-parts.ts'
import { firstKnown } from './origins.ts'
import type { ProcCpuinfo } from './probes/proc-cpuinfo.ts'
import type { Lscpu } from './probes/lscpu.ts'
import type { CpuTopology } from './probes/sys-topology.ts'

export type CoreClasses = { readonly performance: number; readonly efficiency: number }

/**
 * Cores are of two kinds where the slow ones fall clearly behind: by capacity or clock the next class is at least
 * 1.2 times as fast. Favoured cores (5.2 against 5.0 GHz) and bins of one design (3.8 against 4.3) stay together.
 */
const CLEAR_GAP = 1.2

/**
 * Performance and efficiency cores of a Linux machine: the kernel's own kinds first (Intel hybrids), then the relative
 * capacity, then ARM part numbers, then the highest clocks, then what lscpu's counts leave. Null when nothing tells.
 */
export function linuxCoreClasses(
  topology: CpuTopology | null,
  cpuinfo: ProcCpuinfo | null,
  lscpu: Lscpu | null,
): CoreClasses | null {
  return chooseCoreClasses(topology, cpuinfo, lscpu)?.value ?? null
}

/** The same with what told them. */
export function chooseCoreClasses(
  topology: CpuTopology | null,
  cpuinfo: ProcCpuinfo | null,
  lscpu: Lscpu | null,
): { value: CoreClasses; origin: string } | null {
  return firstKnown(
    [byKind(topology), 'sys-topology: the kernel lists both kinds'],
    [bySpeed(topology, (cpu) => cpu.capacity), 'sys-topology: cpu_capacity has a clear gap'],
    [byPart(cpuinfo), 'proc-cpuinfo: ARM part numbers'],
    [bySpeed(topology, (cpu) => cpu.max_khz), 'sys-topology: the highest clocks have a clear gap'],
    [byThreads(topology, lscpu), 'lscpu: only some cores have two threads'],
  )
}

type Cpu = CpuTopology['cpus'][number]

function byKind(topology: CpuTopology | null): CoreClasses | null {
  if (!topology || topology.core_cpus.length === 0 || topology.atom_cpus.length === 0) return null
  const rows = new Map(topology.cpus.map((row) => [row.cpu, row]))
  const cores = (cpus: readonly number[]): number =>
    new Set(cpus.map((cpu) => rows.get(cpu)?.siblings ?? `cpu${cpu}`)).size
  return { performance: cores(topology.core_cpus), efficiency: cores(topology.atom_cpus) }
}

/**
 * Splits at the first clear gap from below: "slow" is the slowest class, everything above it is "fast". Where the kernel
 * does not list siblings, each CPU is a core by itself, unless the fast ones show their threads in pairs.
 */
function bySpeed(topology: CpuTopology | null, speed: (cpu: Cpu) => number | null): CoreClasses | null {
  if (!topology || topology.cpus.length === 0) return null
  const cores = new Map<string, number>()
  for (const cpu of topology.cpus) {
    const value = speed(cpu)
    if (value === null) return null
    const core = cpu.siblings ?? `cpu${cpu.cpu}`
    cores.set(core, Math.max(cores.get(core) ?? 0, value))
  }
  const speeds = [...cores.values()].sort((a, b) => a - b)
  const split = speeds.findIndex((value, at) => at > 0 && value >= (speeds[at - 1] ?? value) * CLEAR_GAP)
  if (split < 0) return null
  const slowest = speeds[split] ?? 0
  const fast = topology.cpus.filter((cpu) => (speed(cpu) ?? 0) >= slowest)
  const performance = inPairs(fast, speed) ? fast.length / 2 : speeds.length - split
  return { performance, efficiency: split }
}

/** Intel raises the clock of its best cores by Turbo Boost Max 3.0, two at the most (Intel SDM, IA32_HWP_CAPABILITIES). */
const FAVOURED_CORES = 2

/**
 * Whether fast CPUs without listed siblings are threads in pairs: favoured CPUs are more than the cores that can be
 * favoured, and all stand as neighbours of one clock. (All at one clock proves nothing: newer hybrids have one thread
 * a core.)
 */
function inPairs(fast: readonly Cpu[], speed: (cpu: Cpu) => number | null): boolean {
  if (fast.length % 2 !== 0 || fast.some((cpu) => cpu.siblings !== null)) return false
  const top = Math.max(...fast.map((cpu) => speed(cpu) ?? 0))
  const favoured = fast.filter((cpu) => speed(cpu) === top).length
  if (favoured !== 2 * FAVOURED_CORES || favoured === fast.length) return false
  const by_number = new Map(fast.map((cpu) => [cpu.cpu, speed(cpu)]))
  return fast.every((cpu) => by_number.get(cpu.cpu % 2 === 0 ? cpu.cpu + 1 : cpu.cpu - 1) === speed(cpu))
}

function byPart(cpuinfo: ProcCpuinfo | null): CoreClasses | null {
  const parts = Object.entries(cpuinfo?.parts ?? {}).map(([part, count]) => {
    const [implementer = '', number = ''] = part.split(':')
    return { count, little: armCore(implementer, number)?.little ?? false }
  })
  const sum = (little: boolean): number =>
    parts.filter((part) => part.little === little).reduce((all, part) => all + part.count, 0)
  const [performance, efficiency] = [sum(false), sum(true)]
  return performance > 0 && efficiency > 0 ? { performance, efficiency } : null
}

/** x86 with SMT on some cores only: each core with two threads is a performance core (P + E cores, 2P + E threads). */
function byThreads(topology: CpuTopology | null, lscpu: Lscpu | null): CoreClasses | null {
  // With siblings at hand and no kinds, threads are off for another reason (a CPU taken off line).
  if (topology?.cpus.some((cpu) => cpu.siblings !== null)) return null
  const { logical, physical, threads_per_core } = lscpu ?? {}
  if (!logical || !physical || threads_per_core !== 2) return null
  const performance = logical - physical
  return performance > 0 && performance < physical ? { performance, efficiency: physical - performance } : null
}
