import type { Probe } from '../probe.ts'
import { cleanName, coreCount, linesOf, wholeNumber } from '../text.ts'

export type PerfLevel = { readonly name: string | null; readonly physical: number | null }

export type Sysctl = {
  readonly memory_bytes: number | null
  /** What the system itself can use of it; firmware keeps the rest. */
  readonly usable_bytes: number | null
  readonly brand: string | null
  /** The machine: `Mac16,11`. */
  readonly model: string | null
  readonly physical: number | null
  readonly logical: number | null
  /** Fastest first; empty on Intel Macs. */
  readonly levels: readonly PerfLevel[]
  /** Limit for GPU memory that the user has set, in bytes; null for the system's own rule (0). */
  readonly wired_limit_bytes: number | null
  readonly flags: readonly string[]
}

/** Reads `sysctl` output in any order and selection. */
export function parseSysctl(text: string): Sysctl | null {
  const values: Record<string, string> = {}
  const flags: string[] = []
  for (const line of linesOf(text)) {
    const match = /^((?:hw|machdep|iogpu|kern|sysctl)\.[\w.]{1,100})\s*[:=]\s*(.*)$/.exec(line.trim())
    // `sysctl -n` prints values alone; a chip's name is plain enough.
    const bare = /^\s*(Apple M\d{1,2}(?: (?:Pro|Max|Ultra))?|Intel\(R\) \S.{3,60})\s*$/.exec(line)?.[1]
    if (bare !== undefined) values['machdep.cpu.brand_string'] ??= bare
    if (match?.[1] === undefined || match[2] === undefined) continue
    const [, key, value] = match
    values[key] ??= value.trim()
    const feature = /^hw\.optional\.(?:arm\.)?(\w{2,40})$/.exec(key)?.[1]
    if (feature && value.trim() === '1') flags.push(feature)
    if (/^machdep\.cpu\.(?:leaf7_)?features$/.test(key)) flags.push(...value.split(/\s+/))
  }
  const first = (...keys: string[]) => values[keys.find((key) => values[key] !== undefined) ?? '']
  const levels: PerfLevel[] = []
  for (let level = 0; level < 8; level++) {
    const name = cleanName(values[`hw.perflevel${level}.name`])
    const at = `hw.perflevel${level}.physicalcpu`
    const physical = coreCount(values[at] ?? values[`${at}_max`])
    if (name === null && physical === null) break
    levels.push({ name, physical })
  }
  const wired = wholeNumber(values['iogpu.wired_limit_mb'], 2 ** 32)
  const result = {
    memory_bytes: wholeNumber(values['hw.memsize']) || null,
    usable_bytes: wholeNumber(values['hw.memsize_usable']) || null,
    brand: cleanName(values['machdep.cpu.brand_string']),
    model: cleanName(values['hw.model']),
    physical: coreCount(first('hw.physicalcpu', 'hw.physicalcpu_max', 'machdep.cpu.core_count')) || null,
    logical: coreCount(first('hw.logicalcpu', 'hw.logicalcpu_max', 'hw.ncpu', 'machdep.cpu.thread_count')) || null,
    levels,
    wired_limit_bytes: wired ? wired * 1024 ** 2 : null,
    flags: flags.slice(0, 1000),
  }
  return Object.keys(values).length > 0 ? result : null
}

/**
 * Performance and efficiency cores of the levels. A level counts as efficiency cores when it says so, or when it is
 * the last of several without names: M5 Pro and Max have "Super" and "Performance" cores and no slow ones.
 */
export function levelClasses(levels: readonly PerfLevel[]): { performance: number; efficiency: number } | null {
  if (levels.length === 0 || levels.some((level) => level.physical === null)) return null
  const slow = (level: PerfLevel, at: number): boolean =>
    level.name === null ? at > 0 && at === levels.length - 1 : /efficiency/i.test(level.name)
  const sum = (wanted: boolean): number =>
    levels.filter((level, at) => slow(level, at) === wanted).reduce((all, level) => all + (level.physical ?? 0), 0)
  return { performance: sum(false), efficiency: sum(true) }
}

export const macosSysctl: Probe<Sysctl> = {
  id: 'sysctl',
  platforms: ['darwin'],
  command: 'sysctl',
  args: ['hw', 'machdep.cpu', 'iogpu.wired_limit_mb'],
  parse: parseSysctl,
}

/** Memory that is free or can be freed at once, in bytes, from `vm_stat`; null without its page size. */
export function parseVmStat(text: string): number | null {
  const page = wholeNumber(/page size of (\d{3,7}) bytes/.exec(text.slice(0, 1000))?.[1])
  if (!page) return null
  let pages = 0
  for (const line of linesOf(text)) {
    const match = /^Pages (free|inactive|speculative|purgeable):\s*(\d{1,15})\.?\s*$/.exec(line)
    if (match) pages += Number(match[2])
  }
  const bytes = pages * page
  return pages > 0 && Number.isSafeInteger(bytes) ? bytes : null
}

export const macosVmStat: Probe<number> = {
  id: 'vm_stat',
  platforms: ['darwin'],
  command: 'vm_stat',
  args: [],
  parse: parseVmStat,
}
