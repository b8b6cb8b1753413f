import type { HealthReading } from '../health.ts'
import { healthReading, megahertz } from '../health-reading.ts'
import type { Host } from '../host.ts'
import { collectFiles, type Probe } from '../probe.ts'
import { linesOf, wholeNumber } from '../text.ts'

const POLICIES = '/sys/devices/system/cpu/cpufreq'
const COUNTER = '/sys/devices/system/cpu/cpu0/thermal_throttle/package_throttle_count'
const FILES = ['scaling_cur_freq', 'scaling_max_freq', 'cpuinfo_max_freq'] as const
/** Clocks are rounded on their way through firmware: only a cap that is clearly below counts. */
const CLEARLY_BELOW = 0.98

/**
 * Reads `path:value` lines of the CPU's clocks (kHz). A cooling device lowers `scaling_max_freq` below
 * `cpuinfo_max_freq`; so do a Jetson's power modes and people, so the reason is `capped` and not `thermal`.
 * @returns the fastest cluster alone, which is the one that matters; null without clocks
 */
export function parseCpuClocks(text: string): HealthReading[] | null {
  const policies = new Map<string, Record<string, number | null>>()
  let throttle_events: number | null = null
  for (const line of linesOf(text)) {
    const match = /^(\/sys\/devices\/system\/cpu\/[\w/]{4,80}):\s*(\d{1,12})\s*$/.exec(line)
    if (match?.[1] === undefined || match[2] === undefined) continue
    if (match[1] === COUNTER) throttle_events = wholeNumber(match[2])
    const own = /\/cpufreq\/(policy\d{1,4})\/(\w{8,20})$/.exec(match[1])
    if (own?.[1] === undefined || own[2] === undefined) continue
    const mhz = megahertz(String(Number(match[2]) / 1000))
    policies.set(own[1], { ...policies.get(own[1]), [own[2]]: mhz === null ? null : Math.round(mhz) })
  }
  const [fastest] = [...policies.values()].sort((a, b) => (b.cpuinfo_max_freq ?? 0) - (a.cpuinfo_max_freq ?? 0))
  if (!fastest && throttle_events === null) return null
  const { scaling_cur_freq = null, scaling_max_freq = null, cpuinfo_max_freq = null } = fastest ?? {}
  const capped =
    scaling_max_freq !== null && cpuinfo_max_freq !== null && scaling_max_freq < cpuinfo_max_freq * CLEARLY_BELOW
  return [
    healthReading({
      source: clockHealth.id,
      kind: 'cpu',
      device: 'CPU',
      clock_mhz: scaling_cur_freq,
      max_clock_mhz: cpuinfo_max_freq,
      throttled: capped ? ['capped'] : [],
      throttle_events,
    }),
  ]
}

async function collectClocks(host: Host): Promise<string | null> {
  const names = (await host.list(POLICIES)).filter((name) => /^policy\d{1,4}$/.test(name)).slice(0, 256)
  return collectFiles(host, [COUNTER, ...names.flatMap((name) => FILES.map((file) => `${POLICIES}/${name}/${file}`))])
}

export const clockHealth: Probe<HealthReading[]> = {
  id: 'cpu-clocks',
  platforms: ['linux', 'android'],
  collect: collectClocks,
  parse: parseCpuClocks,
}
