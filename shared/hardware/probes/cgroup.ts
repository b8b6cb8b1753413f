import type { Host } from '../host.ts'
import { collectFiles, type Probe } from '../probe.ts'
import { linesOf, wholeNumber } from '../text.ts'

export type CgroupLimits = {
  /** Cores' worth of time in each period; null without a limit. */
  readonly quota_cores: number | null
  readonly memory_limit_bytes: number | null
  /** In use under that limit, without page cache that can be dropped; null without a limit. */
  readonly memory_used_bytes: number | null
}

export type CgroupPaths = { readonly version: 1 | 2; readonly cpu: string; readonly memory: string }

const ROOT = '/sys/fs/cgroup'
// "No limit" of v1 is the largest multiple of the page size; nothing real comes near 1 EiB.
const NO_LIMIT = 2 ** 60

/**
 * Reads /proc/self/cgroup. A machine with v1 controllers also has the line `0::` (hybrid): it counts as v2 only
 * where no v1 controller for CPU or memory stands.
 */
export function parseSelfCgroup(text: string): CgroupPaths | null {
  const paths: Record<string, string> = {}
  let unified: string | null = null
  for (const line of linesOf(text)) {
    const match = /^\d+:([^:]{0,200}):(\/.{0,2000})$/.exec(line)
    if (match?.[1] === undefined || match[2] === undefined) continue
    if (match[1] === '') unified = match[2]
    for (const controller of match[1].split(',')) paths[controller] ??= match[2]
  }
  if (paths.cpu !== undefined || paths.memory !== undefined) {
    return { version: 1, cpu: paths.cpu ?? '/', memory: paths.memory ?? '/' }
  }
  return unified === null ? null : { version: 2, cpu: unified, memory: unified }
}

/** `50000 100000` or `max 100000` (v2's cpu.max) in cores; null without a limit. */
export function parseCpuMax(text: string): number | null {
  const [quota, period] = text.trim().split(/\s+/)
  return cores(quota, period ?? '100000')
}

function cores(quota: string | undefined, period: string | undefined): number | null {
  const [time, every] = [wholeNumber(quota), wholeNumber(period)]
  if (time === null || every === null || time === 0 || every === 0) return null
  const value = time / every
  return value <= 1_000_000 ? value : null
}

/** Reads `path:value` lines of the cgroup folders from a process's own up to the root; the tightest limit holds. */
export function parseCgroup(text: string): CgroupLimits | null {
  const folders = new Map<string, Record<string, string>>()
  for (const line of linesOf(text)) {
    const match = /^(\/sys\/fs\/cgroup(?:\/.{0,2000})?)\/([a-z_.]{3,40}):(.*)$/.exec(line)
    if (match?.[1] === undefined || match[2] === undefined || match[3] === undefined) continue
    const files = folders.get(match[1]) ?? {}
    // memory.stat has many lines: of these only the page cache counts.
    if (match[2] === 'memory.stat') {
      const words = match[3].trim().split(/\s+/)
      if (words[0] === 'inactive_file' || words[0] === 'total_inactive_file') files.inactive_file = words[1] ?? ''
    } else files[match[2]] ??= match[3].trim()
    folders.set(match[1], files)
  }
  if (folders.size === 0) return null
  let quota_cores: number | null = null
  let tightest: { limit: number; used: number | null } | null = null
  for (const files of folders.values()) {
    const quota = files['cpu.max']
      ? parseCpuMax(files['cpu.max'])
      : cores(files['cpu.cfs_quota_us'], files['cpu.cfs_period_us'])
    if (quota !== null && (quota_cores === null || quota < quota_cores)) quota_cores = quota
    const limit = memoryLimit(files['memory.max'] ?? files['memory.limit_in_bytes'])
    if (limit !== null && (tightest === null || limit < tightest.limit)) tightest = { limit, used: usedOf(files) }
  }
  return { quota_cores, memory_limit_bytes: tightest?.limit ?? null, memory_used_bytes: tightest?.used ?? null }
}

function memoryLimit(text: string | undefined): number | null {
  // Above 2^53 on purpose: "no limit" is larger than any exact number.
  if (text === undefined || !/^\d{1,20}$/.test(text)) return null
  const bytes = Number(text)
  return bytes > 0 && bytes < NO_LIMIT && Number.isSafeInteger(bytes) ? bytes : null
}

function usedOf(files: Readonly<Record<string, string>>): number | null {
  const used = wholeNumber(files['memory.current'] ?? files['memory.usage_in_bytes'])
  if (used === null) return null
  return Math.max(0, used - (wholeNumber(files.inactive_file) ?? 0))
}

/** The folder of a path and all folders above it. Inside a container the host's path does not exist, the root does. */
function upwards(mount: string, path: string): string[] {
  const names = path.split('/').filter((name) => name !== '' && name !== '..')
  return names.slice(0, 64).reduce((all, name) => [...all, `${all.at(-1)}/${name}`], [mount])
}

async function collectCgroup(host: Host): Promise<string | null> {
  const own = await host.readText('/proc/self/cgroup')
  const paths = own === null ? null : parseSelfCgroup(own)
  if (paths === null) return null
  const cpu = paths.version === 2 ? ['cpu.max'] : ['cpu.cfs_quota_us', 'cpu.cfs_period_us']
  const memory =
    paths.version === 2
      ? ['memory.max', 'memory.current', 'memory.stat']
      : ['memory.limit_in_bytes', 'memory.usage_in_bytes', 'memory.stat']
  const cpu_mounts = paths.version === 2 ? [ROOT] : [`${ROOT}/cpu`, `${ROOT}/cpu,cpuacct`]
  const memory_mounts = paths.version === 2 ? [ROOT] : [`${ROOT}/memory`]
  const files = [
    ...cpu_mounts.flatMap((mount) => upwards(mount, paths.cpu)).flatMap((folder) => cpu.map((f) => `${folder}/${f}`)),
    ...memory_mounts
      .flatMap((mount) => upwards(mount, paths.memory))
      .flatMap((folder) => memory.map((f) => `${folder}/${f}`)),
  ]
  return collectFiles(host, files)
}

export const cgroup: Probe<CgroupLimits> = {
  id: 'cgroup',
  platforms: ['linux', 'android'],
  collect: collectCgroup,
  parse: parseCgroup,
}
