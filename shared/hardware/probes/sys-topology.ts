import type { Host } from '../host.ts'
import { collectFiles, type Probe } from '../probe.ts'
import { coreCount, cpuList, linesOf } from '../text.ts'

export type CpuTopology = {
  readonly cpus: readonly {
    readonly cpu: number
    /** CPUs of the same core, as the kernel lists them; null where it does not say. */
    readonly siblings: string | null
    readonly package_id: number | null
    /** Relative speed, 1024 for the fastest (ARM, and x86 hybrids since Linux 6.12). */
    readonly capacity: number | null
    readonly max_khz: number | null
  }[]
  /** CPU numbers by kind on Intel hybrids; empty elsewhere. */
  readonly core_cpus: readonly number[]
  readonly atom_cpus: readonly number[]
  readonly numa_nodes: number | null
}

const CPU = '/sys/devices/system/cpu'
const FILES = [
  'topology/core_cpus_list',
  'topology/thread_siblings_list',
  'topology/physical_package_id',
  'cpu_capacity',
  'cpufreq/cpuinfo_max_freq',
] as const
const KINDS = ['/sys/devices/cpu_core/cpus', '/sys/devices/cpu_atom/cpus', '/sys/devices/cpu_lowpower/cpus'] as const
const NODES = '/sys/devices/system/node/online'
// A machine with more CPUs than this is read by lscpu alone.
const MAX_CPUS = 1024

/** Reads `path:value` lines of the CPU folders under /sys. */
export function parseTopology(text: string): CpuTopology | null {
  const cpus = new Map<number, Record<string, string>>()
  const kinds: Record<string, number[]> = {}
  let online: number[] | null = null
  let numa_nodes: number | null = null
  for (const line of linesOf(text)) {
    const match = /^(\/sys\/devices\/[\w/.-]{1,200}):(.*)$/.exec(line)
    const [path, value] = [match?.[1], match?.[2]?.trim()]
    if (path === undefined || value === undefined) continue
    const own = /^\/sys\/devices\/system\/cpu\/cpu(\d{1,6})\/(.+)$/.exec(path)
    if (own?.[1] !== undefined && own[2] !== undefined) {
      const cpu = Number(own[1])
      cpus.set(cpu, { ...cpus.get(cpu), [own[2]]: value })
    } else if (path === `${CPU}/online`) online = cpuList(value)
    else if (path === NODES) numa_nodes = cpuList(value).length || null
    else if (path.startsWith('/sys/devices/cpu_')) kinds[path] = cpuList(value)
  }
  // Folders of CPUs that are off still exist.
  const shown = online ? new Set(online) : null
  const rows = [...cpus]
    .filter(([cpu]) => shown === null || shown.has(cpu))
    .map(([cpu, files]) => ({
      cpu,
      siblings: siblingsOf(files),
      package_id: coreCount(files['topology/physical_package_id']),
      capacity: coreCount(files.cpu_capacity) || null,
      max_khz: coreCount(files['cpufreq/cpuinfo_max_freq']?.slice(0, -3)) || null,
    }))
    .map((row) => ({ ...row, max_khz: row.max_khz === null ? null : row.max_khz * 1000 }))
    .sort((a, b) => a.cpu - b.cpu)
  const core_cpus = kinds[KINDS[0]] ?? []
  const atom_cpus = [...new Set([...(kinds[KINDS[1]] ?? []), ...(kinds[KINDS[2]] ?? [])])].sort((a, b) => a - b)
  if (rows.length === 0 && core_cpus.length + atom_cpus.length === 0) return null
  return { cpus: rows, core_cpus, atom_cpus, numa_nodes }
}

function siblingsOf(files: Record<string, string>): string | null {
  const list = cpuList(files['topology/core_cpus_list'] ?? files['topology/thread_siblings_list'] ?? '')
  return list.length === 0 ? null : list.join(',')
}

async function collectTopology(host: Host): Promise<string | null> {
  const online = await host.readText(`${CPU}/online`)
  if (online === null) return null
  const paths = cpuList(online, MAX_CPUS).flatMap((cpu) => FILES.map((file) => `${CPU}/cpu${cpu}/${file}`))
  return collectFiles(host, [`${CPU}/online`, NODES, ...KINDS, ...paths])
}

export const sysTopology: Probe<CpuTopology> = {
  id: 'sys-topology',
  platforms: ['linux', 'android'],
  collect: collectTopology,
  parse: parseTopology,
}
