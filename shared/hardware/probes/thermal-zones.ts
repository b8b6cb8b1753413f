import type { HealthReading } from '../health.ts'
import { celsius, healthReading } from '../health-reading.ts'
import type { Host } from '../host.ts'
import { collectFiles, type Probe } from '../probe.ts'
import { linesOf } from '../text.ts'

const FOLDER = '/sys/class/thermal'
const MAX_ZONES = 128
const MAX_TRIPS = 6

export type ThermalZone = {
  readonly name: string
  readonly temperature_c: number
  /** Lowest temperature at which the kernel starts to slow something down; null without such a point. */
  readonly passive_c: number | null
  readonly critical_c: number | null
}

/** Reads `path:value` lines of /sys/class/thermal: thousandths of a degree, on some phones tenths or whole ones. */
export function parseThermalZones(text: string): ThermalZone[] | null {
  const zones = new Map<string, Record<string, string>>()
  for (const line of linesOf(text)) {
    const match = /^\/sys\/class\/thermal\/(thermal_zone\d{1,4})\/(\w{3,40}):(.*)$/.exec(line)
    if (match?.[1] === undefined || match[2] === undefined || match[3] === undefined) continue
    zones.set(match[1], { ...zones.get(match[1]), [match[2]]: match[3].trim() })
  }
  const found = [...zones.values()].flatMap((files) => {
    const temperature_c = degrees(files.temp)
    if (!files.type || temperature_c === null) return []
    const trips = (kind: string): number[] =>
      Array.from({ length: MAX_TRIPS }, (_, at) => at).flatMap((at) =>
        files[`trip_point_${at}_type`] === kind ? (degrees(files[`trip_point_${at}_temp`]) ?? []) : [],
      )
    const lowest = (all: number[]): number | null => (all.length > 0 ? Math.min(...all) : null)
    const [passive_c, critical_c] = [lowest(trips('passive')), lowest(trips('critical'))]
    return [{ name: files.type.slice(0, 60), temperature_c, passive_c, critical_c }]
  })
  return found.length > 0 ? found.slice(0, MAX_ZONES) : null
}

/** Zero and below is what sensors say that are switched off. */
function degrees(text: string | undefined): number | null {
  const value = /^\d{1,7}$/.exec(text ?? '')?.[0]
  if (value === undefined || Number(value) === 0) return null
  const number = Number(value)
  return celsius(String(number >= 1000 ? number / 1000 : number > 200 ? number / 10 : number))
}

const GROUPS: readonly (readonly [kind: HealthReading['kind'], pattern: RegExp])[] = [
  ['gpu', /gpu|g3d|mali|kgsl/i],
  ['cpu', /cpu|x86_pkg|cluster|\bbig\b|little|\bmid\b|tsens|bcm2|coretemp/i],
  ['soc', /soc|tj|acpitz|skin|quiet|thermal/i],
]

/** One reading for each kind of zone: its hottest. */
export function zoneHealth(zones: readonly ThermalZone[]): HealthReading[] {
  const kindOf = (zone: ThermalZone): HealthReading['kind'] | null =>
    GROUPS.find(([, pattern]) => pattern.test(zone.name))?.[0] ?? null
  return GROUPS.flatMap(([kind]) => {
    const [hottest] = zones.filter((zone) => kindOf(zone) === kind).sort((a, b) => b.temperature_c - a.temperature_c)
    if (!hottest) return []
    const limit_c = hottest.passive_c
    const over = limit_c !== null && hottest.temperature_c >= limit_c
    return healthReading({
      source: thermalZones.id,
      kind,
      device: hottest.name,
      temperature_c: hottest.temperature_c,
      limit_c,
      throttled: over ? ['thermal'] : [],
    })
  })
}

async function collectZones(host: Host): Promise<string | null> {
  const names = (await host.list(FOLDER)).filter((name) => /^thermal_zone\d{1,4}$/.test(name)).slice(0, MAX_ZONES)
  const trips = Array.from({ length: MAX_TRIPS }, (_, at) => [`trip_point_${at}_type`, `trip_point_${at}_temp`]).flat()
  return collectFiles(
    host,
    names.flatMap((name) => ['type', 'temp', ...trips].map((file) => `${FOLDER}/${name}/${file}`)),
  )
}

export const thermalZones: Probe<HealthReading[]> = {
  id: 'thermal-zones',
  platforms: ['linux', 'android'],
  collect: collectZones,
  parse: (text) => {
    const zones = parseThermalZones(text)
    return zones === null ? null : zoneHealth(zones)
  },
}
