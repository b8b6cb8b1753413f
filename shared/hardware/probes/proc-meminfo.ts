import type { Probe } from '../probe.ts'
import { coreCount, keyValue, linesOf, sizeInBytes } from '../text.ts'

export type Meminfo = {
  readonly total_bytes: number
  readonly available_bytes: number | null
  /** The kernel says what is available itself; else it is put together from what is free and cached. */
  readonly available_stated: boolean
  /** The NUMA node that the text is about; null for the whole machine. */
  readonly node: number | null
}

/** Reads /proc/meminfo, and the same of one NUMA node, whose lines begin with `Node 0`. */
export function parseMeminfo(text: string): Meminfo | null {
  const sizes: Record<string, number> = {}
  let node: number | null = null
  for (const line of linesOf(text)) {
    const own = /^\s*Node (\d{1,4}) /.exec(line)
    node ??= coreCount(own?.[1])
    const pair = keyValue(line.slice(own?.[0].length ?? 0))
    const bytes = pair ? sizeInBytes(pair[1]) : null
    if (pair && bytes !== null) sizes[pair[0]] ??= bytes
  }
  const total_bytes = sizes.MemTotal
  if (total_bytes === undefined || total_bytes === 0) return null
  const available_stated = sizes.MemAvailable !== undefined
  return { total_bytes, available_bytes: availableOf(sizes, total_bytes), available_stated, node }
}

/** Kernels before 3.14 print no MemAvailable: free memory and the page cache, which the kernel gives back, stand in. */
function availableOf(sizes: Readonly<Record<string, number>>, total: number): number | null {
  const { MemAvailable, MemFree, Buffers, Cached, Shmem } = sizes
  if (MemAvailable !== undefined) return Math.min(MemAvailable, total)
  if (MemFree === undefined || Cached === undefined) return null
  return Math.min(total, Math.max(0, MemFree + (Buffers ?? 0) + Cached - (Shmem ?? 0)))
}

export const procMeminfo: Probe<Meminfo> = {
  id: 'proc-meminfo',
  platforms: ['linux', 'android'],
  file: '/proc/meminfo',
  parse: parseMeminfo,
}
