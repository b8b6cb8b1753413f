import type { Host } from '../host.ts'
import { collectFiles, type Probe } from '../probe.ts'
import { cpuList, linesOf, sizeInBytes } from '../text.ts'

export type NumaNode = {
  readonly node: number
  /** Empty for memory alone: a GPU's own on POWER9 and Grace, or a memory expander. */
  readonly cpus: readonly number[]
  readonly total_bytes: number | null
  readonly free_bytes: number | null
}

type Open = { cpus: number[]; total_bytes: number | null; free_bytes: number | null }

const FOLDER = '/sys/devices/system/node'

/** Reads `path:value` lines of the node folders: `cpulist` and `meminfo`. */
export function parseNumaNodes(text: string): NumaNode[] | null {
  const nodes = new Map<number, Open>()
  for (const line of linesOf(text)) {
    const match = /^\/sys\/devices\/system\/node\/node(\d{1,4})\/(cpulist|meminfo):(.*)$/.exec(line)
    if (match?.[1] === undefined || match[3] === undefined) continue
    const node = openNode(nodes, Number(match[1]))
    if (match[2] === 'cpulist') node.cpus = cpuList(match[3])
    const size = /\b(MemTotal|MemFree):\s*(\d{1,15} kB)\s*$/.exec(match[3])
    if (size?.[2] !== undefined) node[size[1] === 'MemTotal' ? 'total_bytes' : 'free_bytes'] = sizeInBytes(size[2])
  }
  return closed(nodes)
}

/** Reads `numactl --hardware`. */
export function parseNumactl(text: string): NumaNode[] | null {
  const nodes = new Map<number, Open>()
  for (const line of linesOf(text)) {
    const match = /^node (\d{1,4}) (cpus|size|free):\s*(.*)$/.exec(line)
    if (match?.[1] === undefined || match[3] === undefined) continue
    const node = openNode(nodes, Number(match[1]))
    if (match[2] === 'cpus') node.cpus = cpuList(match[3].trim().split(/\s+/).join(','))
    else node[match[2] === 'size' ? 'total_bytes' : 'free_bytes'] = sizeInBytes(match[3])
  }
  return closed(nodes)
}

function openNode(nodes: Map<number, Open>, node: number): Open {
  const known = nodes.get(node)
  if (known) return known
  const fresh: Open = { cpus: [], total_bytes: null, free_bytes: null }
  if (nodes.size < 1024) nodes.set(node, fresh)
  return fresh
}

function closed(nodes: ReadonlyMap<number, Open>): NumaNode[] | null {
  if (nodes.size === 0) return null
  return [...nodes].map(([node, facts]) => ({ node, ...facts })).sort((a, b) => a.node - b.node)
}

/** Memory of nodes without CPUs, in bytes. */
export function memoryWithoutCpus(nodes: readonly NumaNode[]): number {
  // Where no node has CPUs the lists could not be read.
  if (nodes.every(({ cpus }) => cpus.length === 0)) return 0
  return nodes.filter(({ cpus }) => cpus.length === 0).reduce((sum, { total_bytes }) => sum + (total_bytes ?? 0), 0)
}

async function collectNodes(host: Host): Promise<string | null> {
  const names = (await host.list(FOLDER)).filter((name) => /^node\d{1,4}$/.test(name)).slice(0, 256)
  // One node is all there is: nothing to learn.
  if (names.length < 2) return null
  return collectFiles(
    host,
    names.flatMap((name) => ['cpulist', 'meminfo'].map((file) => `${FOLDER}/${name}/${file}`)),
  )
}

export const numaNodes: Probe<NumaNode[]> = {
  id: 'numa-nodes',
  platforms: ['linux'],
  collect: collectNodes,
  parse: parseNumaNodes,
}

/** For systems whose /sys cannot be read. */
export const numactl: Probe<NumaNode[]> = {
  id: 'numactl',
  platforms: ['linux'],
  command: 'numactl',
  args: ['--hardware'],
  parse: parseNumactl,
}
