import type { HealthReading } from '../health.ts'
import { celsius, healthReading, megahertz, percent, watts } from '../health-reading.ts'
import type { Host } from '../host.ts'
import { collectFiles, type Probe } from '../probe.ts'
import { coreCount, linesOf, wholeNumber } from '../text.ts'

const FOLDER = '/sys/class/drm'
const CARD_FILES = ['mem_info_vram_used', 'mem_info_vram_total', 'gpu_busy_percent', 'pp_dpm_sclk'] as const
const SENSOR_FILES = [
  'name',
  'temp1_input',
  'temp1_crit',
  'power1_average',
  'power1_input',
  'power1_cap',
  'freq1_input',
]

/** Reads `path:value` lines of the sensors that AMD's and Intel's kernel drivers give (millidegrees, microwatts, Hz). */
export function parseGpuHwmon(text: string): HealthReading[] | null {
  const cards = new Map<string, Record<string, string>>()
  for (const line of linesOf(text)) {
    const match = /^\/sys\/class\/drm\/card(\d{1,4})\/device\/(?:hwmon\/hwmon\d{1,4}\/)?(\w{3,30}):(.*)$/.exec(line)
    if (match?.[1] === undefined || match[2] === undefined || match[3] === undefined) continue
    const files = cards.get(match[1]) ?? {}
    // The states of the clock, slowest first: "2: 2124Mhz *".
    if (match[2] === 'pp_dpm_sclk') {
      const mhz = /^\s*\d{1,2}:\s*(\d{1,5})Mhz/i.exec(match[3])?.[1]
      if (mhz && Number(mhz) > Number(files.top_mhz ?? 0)) files.top_mhz = mhz
    } else files[match[2]] ??= match[3].trim()
    cards.set(match[1], files)
  }
  const readings = [...cards].slice(0, 64).flatMap(([card, files]) => {
    const scaled = (name: string, unit: number): string => {
      const value = wholeNumber(files[name])
      return value === null ? '' : String(Math.round((value / unit) * 10) / 10)
    }
    const used = wholeNumber(files.mem_info_vram_used)
    const total = wholeNumber(files.mem_info_vram_total)
    if (used === null && files.temp1_input === undefined && files.power1_average === undefined) return []
    const temperature_c = celsius(scaled('temp1_input', 1000))
    const limit_c = celsius(scaled('temp1_crit', 1000)) || null
    return healthReading({
      source: gpuHwmon.id,
      kind: 'gpu',
      device: files.name ? `${files.name.slice(0, 40)} card${card}` : `card${card}`,
      index: coreCount(card),
      temperature_c,
      limit_c,
      clock_mhz: megahertz(scaled('freq1_input', 1e6)),
      max_clock_mhz: megahertz(files.top_mhz),
      throttled: temperature_c !== null && limit_c !== null && temperature_c >= limit_c ? ['thermal'] : [],
      power_w: watts(scaled('power1_average', 1e6)) ?? watts(scaled('power1_input', 1e6)),
      power_limit_w: watts(scaled('power1_cap', 1e6)) || null,
      memory_used_bytes: used,
      memory_free_bytes: used !== null && total !== null && total >= used ? total - used : null,
      busy_percent: percent(files.gpu_busy_percent),
    })
  })
  return readings.length > 0 ? readings : null
}

async function collectHwmon(host: Host): Promise<string | null> {
  const cards = (await host.list(FOLDER)).filter((name) => /^card\d{1,4}$/.test(name)).slice(0, 64)
  const folders = await Promise.all(
    cards.map(async (card) => {
      const device = `${FOLDER}/${card}/device`
      const sensors = (await host.list(`${device}/hwmon`)).filter((name) => /^hwmon\d{1,4}$/.test(name)).slice(0, 4)
      return [
        ...CARD_FILES.map((file) => `${device}/${file}`),
        ...sensors.flatMap((sensor) => SENSOR_FILES.map((file) => `${device}/hwmon/${sensor}/${file}`)),
      ]
    }),
  )
  return collectFiles(host, folders.flat())
}

export const gpuHwmon: Probe<HealthReading[]> = {
  id: 'gpu-hwmon',
  platforms: ['linux'],
  collect: collectHwmon,
  parse: parseGpuHwmon,
}
