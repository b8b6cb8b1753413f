import type { Probe } from '../probe.ts'
import { cleanName, coreCount, cpuList, jsonIn, keyValue, linesOf, listOf, recordOf } from '../text.ts'
import { englishTitle } from './lscpu-words.ts'

export type Lscpu = {
  readonly arch: string | null
  /** Null for `-`, which lscpu prints for cores that it does not know. */
  readonly name: string | null
  readonly bios_name: string | null
  /** Model name of each kind of core as printed, `-` included. */
  readonly names: readonly string[]
  readonly vendor: string | null
  readonly logical: number | null
  readonly physical: number | null
  readonly sockets: number | null
  readonly threads_per_core: number | null
  readonly numa_nodes: number | null
  /** Nodes that have CPUs: memory alone, and a Raspberry Pi's pretended nodes, make no place to compute. */
  readonly cpu_nodes: number | null
  readonly hypervisor: string | null
  readonly flags: readonly string[]
}

type Fields = readonly (readonly [key: string, value: string])[]

/** Reads `lscpu` (text) of util-linux 2.2x to 2.4x, in the languages of lscpu-words.ts. */
export function parseLscpuText(text: string): Lscpu | null {
  return fromFields(
    linesOf(text).flatMap((line) => {
      const pair = keyValue(line.replace('：', ':'))
      return pair ? [[englishTitle(pair[0]), pair[1]] as const] : []
    }),
  )
}

/** Reads `lscpu -J`: flat in old releases, nested under `children` in new ones. */
export function parseLscpuJson(text: string): Lscpu | null {
  const fields: [string, string][] = []
  const walk = (nodes: unknown, depth: number): void => {
    for (const node of listOf(nodes)) {
      const { field, data, children } = recordOf(node)
      if (typeof field === 'string') {
        fields.push([field.replace(/:\s*$/, '').trim(), typeof data === 'string' ? data.trim() : ''])
      }
      if (depth < 10) walk(children, depth + 1)
    }
  }
  walk(recordOf(jsonIn(text)).lscpu, 0)
  return fromFields(fields)
}

function fromFields(fields: Fields): Lscpu | null {
  const first = (key: string): string | null => fields.find(([name]) => name === key)?.[1] || null
  const logical = coreCount(first('CPU(s)'))
  const name = fields.map(([key, value]) => (key === 'Model name' ? cleanName(value) : null)).find((value) => value)
  if (logical === null && !name) return null
  const nodes = coreCount(first('NUMA node(s)'))
  return {
    arch: cleanName(first('Architecture')),
    name: name ?? null,
    names: fields.flatMap(([key, value]) => (key === 'Model name' ? [value.slice(0, 200)] : [])).slice(0, 16),
    // lscpu adds the clock of the firmware's table.
    bios_name: cleanName(first('BIOS Model name')?.replace(/\s+CPU @ [\d.]{1,6}GHz$/, '')),
    vendor: cleanName(first('Vendor ID')),
    logical,
    physical: physicalCores(fields, logical),
    sockets: coreCount(first('Socket(s)') ?? first('CPU socket(s)')),
    threads_per_core: coreCount(first('Thread(s) per core')),
    numa_nodes: nodes,
    cpu_nodes: fields.filter(([key, value]) => /^NUMA node\d+ CPU\(s\)$/.test(key) && value !== '').length || nodes,
    hypervisor: cleanName(first('Hypervisor vendor')),
    flags: (first('Flags') ?? '').split(/\s+/).filter((flag) => flag !== ''),
  }
}

/**
 * Cores of all blocks. lscpu prints one block (model name, cores per socket, sockets) for each kind of core, so a
 * machine with three kinds has three; boards without sockets count cores by cluster.
 */
function physicalCores(fields: Fields, logical: number | null): number | null {
  let sum = 0
  let cores: number | null = null
  for (const [key, value] of fields) {
    if (key === 'Core(s) per socket' || key === 'Core(s) per cluster') cores = coreCount(value)
    const groups = key === 'Socket(s)' || key === 'CPU socket(s)' || key === 'Cluster(s)' ? coreCount(value) : null
    if (groups !== null && cores !== null) {
      sum += cores * groups
      cores = null
    }
  }
  sum ||= mainframeCores(fields)
  if (sum === 0) return null
  return logical === null ? sum : Math.min(sum, logical)
}

/** IBM Z counts cores by socket, sockets by book, books by drawer; a partition has some of what that makes. */
function mainframeCores(fields: Fields): number {
  const count = (key: string): number | null => coreCount(fields.find(([name]) => name === key)?.[1])
  const [cores, sockets] = [count('Core(s) per socket'), count('Socket(s) per book')]
  if (!cores || !sockets) return 0
  return cores * sockets * (count('Book(s)') ?? (count('Book(s) per drawer') ?? 1) * (count('Drawer(s)') ?? 1))
}

export type LscpuTable = {
  readonly logical: number
  readonly physical: number | null
  readonly sockets: number | null
  readonly numa_nodes: number | null
}

/** Reads `lscpu -e` (columns under a header) and `lscpu -p` (comma-separated under `# CPU,Core,...`); online CPUs only. */
export function parseLscpuTable(text: string): LscpuTable | null {
  let columns: string[] = []
  let logical = 0
  const cores = new Set<string>()
  const sockets = new Set<string>()
  const nodes = new Set<string>()
  const caches = new Set<string>()
  for (const line of linesOf(text)) {
    const comma = /^#?\s*CPU,/i.test(line) || /^\d+,/.test(line)
    const cells = (comma ? line.replace(/^#\s*/, '').split(',') : line.trim().split(/\s+/)).map((cell) => cell.trim())
    if (/^CPU$/i.test(cells[0] ?? '')) {
      // A second table is the same machine in other numbers (`--physical`).
      if (logical > 0) break
      columns = cells.map((cell) => cell.toUpperCase())
      continue
    }
    if (columns.length === 0 || cpuList(cells[0] ?? '').length !== 1) continue
    const cell = (name: string): string | null => cells[columns.indexOf(name)] || null
    if (/^no$/i.test(cell('ONLINE') ?? '')) continue
    logical++
    const core = cell('CORE')
    const socket = cell('SOCKET')
    const node = cell('NODE')
    const cache = cell('L1D') ?? cell('L1D:L1I:L2:L3')?.split(':')[0]
    if (cache) caches.add(cache)
    if (core !== null && core !== '-') cores.add(core)
    if (socket !== null && socket !== '-') sockets.add(socket)
    if (node !== null && node !== '-') nodes.add(node)
  }
  if (logical === 0) return null
  return {
    logical,
    // Core numbers are unique over all sockets here, unlike `core id` of /proc/cpuinfo, but on ARM they begin anew in each
    // cluster: more than two CPUs with a first cache each have no core in common.
    physical: (caches.size === logical && cores.size < logical / 2 ? logical : cores.size) || null,
    sockets: sockets.size || null,
    numa_nodes: nodes.size || null,
  }
}

export const lscpuJson: Probe<Lscpu> = {
  id: 'lscpu',
  platforms: ['linux', 'android'],
  command: 'lscpu',
  args: ['-J'],
  parse: (text) => parseLscpuJson(text) ?? parseLscpuText(text),
}

/** For systems whose /sys cannot be read, and for releases without -J. */
export const lscpuTable: Probe<LscpuTable> = {
  id: 'lscpu-p',
  platforms: ['linux', 'android'],
  command: 'lscpu',
  args: ['-p=CPU,CORE,SOCKET,NODE'],
  parse: parseLscpuTable,
}
