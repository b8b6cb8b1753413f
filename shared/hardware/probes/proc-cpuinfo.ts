import type { Probe } from '../probe.ts'
import { armVendor } from '../arm-parts.ts'
import { coreCount, keyValue, linesOf } from '../text.ts'

export type ProcCpuinfo = {
  readonly logical: number
  /** As printed, trimmed; null on ARM, where the kernel prints part numbers instead. */
  readonly name: string | null
  readonly vendor: string | null
  /** Cores that the packages state, or distinct (package, core) pairs; null where the kernel prints neither. */
  readonly physical: number | null
  readonly sockets: number | null
  /** The board or SoC line of ARM kernels. */
  readonly hardware: string | null
  /** The SoC's number in that line: `SM8350` of `Venus based on Qualcomm Technologies, Inc SM8350`. */
  readonly soc: string | null
  /** Number of CPUs by `implementer:part` on ARM. */
  readonly parts: Readonly<Record<string, number>>
  /** Flags that every CPU has. */
  readonly flags: readonly string[]
}

const VENDORS: Readonly<Record<string, string>> = { GenuineIntel: 'intel', AuthenticAMD: 'amd', HygonGenuine: 'hygon' }
/** x86 and ARM, MIPS, LoongArch, POWER and SPARC. */
const NAME_KEYS = new Set(['model name', 'cpu model', 'Model Name', 'cpu', 'uarch'])
/** SPARC and Alpha say how many there are. */
const ANNOUNCED = /^(?:ncpus active|cpus (?:active|detected))$/
const THUNDERX2 = '0x43:0x0af' // the one ARM server core with SMT

/** Reads /proc/cpuinfo of any architecture and age. */
export function parseProcCpuinfo(text: string): ProcCpuinfo | null {
  let indexed = 0
  let named = 0
  let announced = 0
  let name: string | null = null
  let arm_name: string | null = null
  let vendor: string | null = null
  let hardware: string | null = null
  let flags: Set<string> | null = null
  let implementer: string | null = null
  let package_id = '0'
  const parts: Record<string, number> = {}
  const cores = new Set<string>()
  const packages = new Map<string, Package>()

  for (const line of linesOf(text)) {
    const pair = keyValue(line)
    if (!pair) continue
    const [key, value] = pair
    // Old ARM kernels write `Processor : ARMv7 ...` (a name) next to `processor : 0` (an index).
    if (key === 'processor' && /^\d+$/.test(value)) indexed++
    else if (key === 'Processor' && value !== '') arm_name = value
    else if (/^processor \d+$/.test(key)) announced++
    else if (ANNOUNCED.test(key) && /^\d{1,6}$/.test(value)) announced = Number(value)
    else if (NAME_KEYS.has(key) && !/^\d{0,2}$/.test(value)) {
      // A number of three digits is a PowerPC (`604`).
      named++
      if (value !== 'unknown') name ??= value
    } else if (key === 'vendor_id') vendor ??= VENDORS[value] ?? null
    else if (key === 'Hardware') hardware ??= value || null
    else if (key === 'physical id') {
      package_id = value
      packages.set(value, { ...packages.get(value), listed: (packages.get(value)?.listed ?? 0) + 1 })
    } else if (key === 'siblings' || key === 'cpu cores') {
      const own = packages.get(package_id)
      if (own) own[key === 'siblings' ? 'threads' : 'cores'] ??= coreCount(value) ?? 0
    } else if (key === 'core id') cores.add(`${package_id}:${value}`)
    else if (key === 'CPU implementer') {
      implementer = value.toLowerCase()
      vendor ??= armVendor(implementer)
    } else if (key === 'CPU part') {
      const part = `${implementer ?? '0x41'}:${value.toLowerCase()}`
      if (/^0x[0-9a-f]{1,4}:0x[0-9a-f]{1,4}$/.test(part)) parts[part] = (parts[part] ?? 0) + 1
    } else if (key === 'flags' || key === 'Features' || key === 'features') {
      const words = new Set(value.split(/\s+/).filter((word) => word !== ''))
      const before: readonly string[] = [...(flags ?? words)]
      flags = new Set(before.filter((flag) => words.has(flag)))
    }
  }

  const known_parts = Object.keys(parts)
  const logical = indexed || announced || named || (known_parts.length > 0 ? 1 : 0)
  if (logical === 0) return null
  // One shared block describes all CPUs.
  const only = known_parts[0]
  if (known_parts.length === 1 && only !== undefined && parts[only] === 1) parts[only] = logical
  const has_smt = known_parts.includes(THUNDERX2)
  const counted = Math.max(cores.size, statedCores(packages)) || null
  return {
    logical,
    name: name ?? arm_name,
    vendor,
    physical:
      (counted !== null && counted <= logical ? counted : null) ??
      (known_parts.length > 0 && !has_smt ? logical : null),
    sockets: packages.size || null,
    hardware,
    soc: socOf(hardware),
    parts,
    flags: [...(flags ?? [])].slice(0, 1000),
  }
}

type Package = { listed: number; threads?: number; cores?: number }

/**
 * Cores by the packages' own words, where all of their threads are listed: dies and nodes of one package (Opteron 6100,
 * Xeons with several dies) number their cores from 0 each, so that pairs fall together.
 */
function statedCores(packages: ReadonlyMap<string, Package>): number {
  const all = [...packages.values()]
  if (all.some(({ listed, threads, cores }) => threads !== listed || !cores || cores > listed)) return 0
  return all.reduce((sum, { cores }) => sum + (cores ?? 0), 0)
}

/** Qualcomm, MediaTek, Samsung, HiSilicon, Unisoc and Rockchip numbers, in the spelling of the line. */
function socOf(hardware: string | null): string | null {
  const number = /\b(?:SM|SDM|MSM|APQ|SC|QCM|MT|UMS|RK|S5E)\d{3,5}[A-Z]{0,4}\b|\b(?:exynos|kirin) ?\d{3,4}\b/i
  return number.exec(hardware ?? '')?.[0] ?? null
}

export const procCpuinfo: Probe<ProcCpuinfo> = {
  id: 'proc-cpuinfo',
  platforms: ['linux', 'android'],
  file: '/proc/cpuinfo',
  parse: parseProcCpuinfo,
}
