import { armCore } from './arm-parts.ts'
import { chooseCoreClasses, type CoreClasses } from './core-classes.ts'
import type { Host } from './host.ts'
import type { Lscpu, LscpuTable } from './probes/lscpu.ts'
import { firstKnown, originsOf, type Origins } from './origins.ts'
import type { NumaNode } from './probes/numa.ts'
import type { ProcCpuinfo } from './probes/proc-cpuinfo.ts'
import type { CpuTopology } from './probes/sys-topology.ts'
import { simdOf } from './simd.ts'
import type { HardwareSnapshot } from './snapshot.ts'
import { cleanName } from './text.ts'

/** What is known of the CPU before the gaps are filled; null where unknown. */
export type CpuFacts = {
  readonly vendor: string | null
  readonly name: string | null
  readonly logical: number | null
  readonly physical: number | null
  readonly classes: CoreClasses | null
  readonly sockets: number | null
  readonly numa_nodes: number | null
  readonly affinity: number | null
  readonly quota: number | null
  readonly simd: readonly string[]
  readonly origins: Origins
}

export type LinuxCpu = {
  readonly cpuinfo: ProcCpuinfo | null
  readonly lscpu: Lscpu | null
  readonly table: LscpuTable | null
  readonly topology: CpuTopology | null
  readonly affinity: number | null
  readonly quota: number | null
  readonly nodes: readonly NumaNode[] | null
}

/** Joins what Linux says: /sys knows the cores, /proc/cpuinfo the name and the flags, lscpu the names of ARM cores. */
export function linuxCpu(seen: LinuxCpu): CpuFacts {
  const { cpuinfo, lscpu, table, topology } = seen
  const rows = topology?.cpus ?? []
  const siblings = new Set(rows.flatMap((row) => row.siblings ?? []))
  const known = rows.length > 0 && rows.every((row) => row.siblings !== null)
  const packages = new Set(rows.flatMap((row) => row.package_id ?? []))
  const flags = cpuinfo?.flags.length ? cpuinfo.flags : (lscpu?.flags ?? [])
  const name = linuxName(cpuinfo, lscpu)
  const logical = firstKnown<number>(
    [rows.length || null, 'sys-topology: CPUs that are on'],
    [lscpu?.logical, 'lscpu'],
    [table?.logical, 'lscpu-p'],
    [cpuinfo?.logical, 'proc-cpuinfo'],
  )
  const physical = firstKnown<number>(
    [known ? siblings.size : null, 'sys-topology: CPUs that share a core count once'],
    [table?.physical, 'lscpu-p'],
    [lscpu?.physical, 'lscpu'],
    [cpuinfo?.physical, 'proc-cpuinfo'],
  )
  const classes = chooseCoreClasses(topology, cpuinfo, lscpu)
  const sockets = firstKnown<number>(
    [packages.size || null, 'sys-topology'],
    // Without a socket lscpu prints "-"; boards by device tree give package 0 or none.
    [lscpu?.sockets, 'lscpu'],
    [table?.sockets, 'lscpu-p'],
    [cpuinfo?.sockets, 'proc-cpuinfo'],
  )
  const numa_nodes = firstKnown<number>(
    [placesToCompute(seen.nodes), 'numa-nodes: those with CPUs'],
    [lscpu?.cpu_nodes, 'lscpu: those with CPUs'],
    [topology?.numa_nodes, 'sys-topology'],
    [table?.numa_nodes, 'lscpu-p'],
  )
  return {
    vendor: cpuinfo?.vendor ?? vendorOf(lscpu?.vendor ?? lscpu?.name ?? null),
    name: name?.value ?? null,
    logical: logical?.value ?? null,
    physical: physical?.value ?? null,
    classes: classes?.value ?? null,
    sockets: sockets?.value ?? null,
    numa_nodes: numa_nodes?.value ?? null,
    affinity: seen.affinity,
    quota: seen.quota,
    simd: simdOf(flags),
    origins: originsOf({ name, logical, physical, classes, sockets, numa_nodes }),
  }
}

/** NUMA nodes with CPUs; null where that is not known. */
function placesToCompute(nodes: readonly NumaNode[] | null): number | null {
  return nodes?.filter(({ cpus }) => cpus.length > 0).length || null
}

function linuxName(cpuinfo: ProcCpuinfo | null, lscpu: Lscpu | null): { value: string; origin: string } | null {
  const own = cleanName(cpuinfo?.name)
  return firstKnown<string>(
    // "ARMv7 Processor rev 4 (v7l)" names an instruction set, not a part.
    [own !== null && !/^(?:ARMv|AArch64)/i.test(own) ? own : null, 'proc-cpuinfo'],
    [lscpu?.name, 'lscpu'],
    [lscpu?.bios_name, 'lscpu: the firmware knows it'],
    [armNames(cpuinfo), 'proc-cpuinfo: ARM part numbers'],
    [own, 'proc-cpuinfo'],
  )
}

/** `Cortex-X925 + Cortex-A725`, fast ones first. */
function armNames(cpuinfo: ProcCpuinfo | null): string | null {
  const cores = Object.keys(cpuinfo?.parts ?? {}).flatMap((part) => {
    const [implementer = '', number = ''] = part.split(':')
    return armCore(implementer, number) ?? []
  })
  const names = [...new Set(cores.sort((a, b) => Number(a.little) - Number(b.little)).map((core) => core.name))]
  return names.length === 0 ? null : names.slice(0, 4).join(' + ')
}

/** Windows has masks too, and Node knows them. (On Linux its figure may follow the container's quota instead.) */
function nodeAffinity({ platform, basics }: Host): number | null {
  const { available_parallelism, logical_cores } = basics
  return platform === 'windows' && available_parallelism < logical_cores ? Math.max(1, available_parallelism) : null
}

/** Vendor as one lower-case word, from a vendor id or a CPU's name; null when neither says. */
export function vendorOf(text: string | null): string | null {
  if (text === null) return null
  if (/intel/i.test(text)) return 'intel'
  if (/\bamd\b|authenticamd|ryzen|epyc/i.test(text)) return 'amd'
  if (/apple/i.test(text)) return 'apple'
  if (/qualcomm|snapdragon/i.test(text)) return 'qualcomm'
  if (/ampere|altra/i.test(text)) return 'ampere'
  return /\barm\b|cortex|neoverse/i.test(text) ? 'arm' : null
}

/** Fills the gaps from what Node itself knows. Counts are at least 1 and agree with each other. */
export function finishCpu(facts: CpuFacts, host: Host): HardwareSnapshot['cpu'] {
  const name = facts.name ?? cleanName(host.basics.cpu_model) ?? 'unknown CPU'
  const logical = Math.max(1, facts.logical ?? host.basics.logical_cores)
  const physical = Math.min(logical, Math.max(1, facts.physical ?? logical))
  const classes = facts.classes ?? { performance: physical, efficiency: 0 }
  // Classes that do not add up come from two sources that disagree: the plain count is the safer one.
  const agree = classes.performance >= 1 && classes.performance + classes.efficiency <= logical
  const cores = agree ? classes.performance + classes.efficiency : physical
  return {
    vendor: facts.vendor ?? vendorOf(name) ?? 'unknown',
    name,
    physical_cores: cores,
    performance_cores: agree ? classes.performance : physical,
    efficiency_cores: agree ? classes.efficiency : 0,
    logical_cores: logical,
    sockets: facts.sockets,
    numa_nodes: facts.numa_nodes,
    affinity_cores: facts.affinity ?? nodeAffinity(host),
    quota_cores: facts.quota,
  }
}
