import type { HealthReading, ThrottleReason } from '../health.ts'
import { celsius, healthReading, megahertz, percent, watts } from '../health-reading.ts'
import type { Probe } from '../probe.ts'
import { cleanName, coreCount, sizeInBytes } from '../text.ts'
import { cardsOf, cardValue, queryEntries, xmlEntries, type CardValue } from './nvidia-entries.ts'
import { nvidiaRows } from './nvidia-rows.ts'

const FIELDS = [
  'index',
  'name',
  'temperature.gpu',
  'clocks.current.sm',
  'clocks.max.sm',
  // "clocks_event_reasons" since driver 535, which still knows this name.
  'clocks_throttle_reasons.active',
  'power.draw',
  'power.limit',
  'memory.used',
  'memory.free',
  'utilization.gpu',
] as const

/** Bits of `clocks_event_reasons.active` (nvml.h, nvmlClocksEventReasons). Idle and set clocks are no trouble. */
const BITS: readonly (readonly [bit: number, reason: ThrottleReason])[] = [
  [0x04, 'power'],
  [0x08, 'hardware'],
  [0x20, 'thermal'],
  [0x40, 'thermal'],
  [0x80, 'power_brake'],
]

/** The same reasons by the words of the report and of single fields. */
const WORDS: readonly (readonly [word: string, reason: ThrottleReason])[] = [
  ['sw_power_cap', 'power'],
  ['hw_slowdown', 'hardware'],
  ['sw_thermal_slowdown', 'thermal'],
  ['hw_thermal_slowdown', 'thermal'],
  ['hw_power_brake_slowdown', 'power_brake'],
]

/** What `clocks_event_reasons.active` (`0x0000000000000044`) means; empty for text that is no such mask. */
export function throttleReasons(mask: string): ThrottleReason[] {
  const bits = /^\s*0x([0-9a-f]{1,16})\s*$/i.exec(mask)?.[1]
  // All reasons lie in the low byte or two; a double holds those of 64 bits exactly enough only from the right end.
  const low = bits === undefined ? 0 : Number.parseInt(bits.slice(-8), 16)
  return distinct(BITS.filter(([bit]) => (low & bit) !== 0).map(([, reason]) => reason))
}

/** `hardware` says nothing beside the hardware's own reason. */
function distinct(reasons: readonly ThrottleReason[]): ThrottleReason[] {
  const all = [...new Set(reasons)]
  const told = all.some((reason) => reason === 'thermal' || reason === 'power_brake')
  return told ? all.filter((reason) => reason !== 'hardware') : all
}

/** Reads `nvidia-smi --query-gpu=... --format=csv` with any of the fields above, in old and new spelling. */
export function parseNvidiaHealth(text: string): HealthReading[] | null {
  const readings = (nvidiaRows(text) ?? []).flatMap((row) => {
    const cell = (...names: string[]): string => names.map((name) => row[name]).find((value) => value) ?? ''
    const known = (prefix: string): string =>
      cell(`clocks_event_reasons.${prefix}`, `clocks_throttle_reasons.${prefix}`)
    const single = WORDS.filter(([word]) => /^active$/i.test(known(word))).map(([, reason]) => reason)
    const margin = celsius(cell('temperature.gpu.tlimit'))
    const temperature_c = celsius(cell('temperature.gpu'))
    const any = Object.keys(row).some((name) => /^(?:temperature|clocks|power|utilization|memory)\b/.test(name))
    if (!any) return []
    return healthReading({
      source: nvidiaHealth.id,
      kind: 'gpu',
      device: cleanName(row.name) ?? 'NVIDIA GPU',
      index: coreCount(row.index),
      temperature_c,
      // Since Hopper the driver tells how far the limit is away instead of where it is.
      limit_c: temperature_c === null || margin === null ? null : temperature_c + margin,
      clock_mhz: megahertz(cell('clocks.current.sm', 'clocks.sm', 'clocks.gr', 'clocks.current.graphics')),
      max_clock_mhz: megahertz(cell('clocks.max.sm', 'clocks.max.gr', 'clocks.max.graphics')),
      throttled: single.length > 0 ? distinct(single) : throttleReasons(known('active')),
      power_w: watts(cell('power.draw', 'power.draw.instant', 'power.draw.average')),
      power_limit_w: watts(cell('power.limit', 'enforced.power.limit')),
      memory_used_bytes: sizeInBytes(cell('memory.used')),
      memory_free_bytes: sizeInBytes(cell('memory.free')),
      busy_percent: percent(cell('utilization.gpu')),
    })
  })
  return readings.length > 0 ? readings : null
}

/** Reads the same from `nvidia-smi -q` or `-q -x`, whose headings changed their names with the releases. */
export function parseNvidiaHealthReport(text: string): HealthReading[] | null {
  const entries = text.includes('<nvidia_smi_log') ? xmlEntries(text) : queryEntries(text)
  const cards = cardsOf(entries).map((card, index) => fromReport(cardValue(card), index))
  return cards.length > 0 ? cards : null
}

function fromReport(at: CardValue, index: number): HealthReading {
  const groups = ['clocks_event_reasons/clocks_event_reason_', 'clocks_throttle_reasons/clocks_throttle_reason_']
  const active = (word: string): boolean =>
    [...groups, 'clocks_event_reasons/', 'clocks_throttle_reasons/']
      .map((group) => at(`${group}${word}`))
      .some((value) => /^active$/i.test(value))
  const temperature_c = celsius(at('temperature/gpu_temp') || at('temperature/gpu_current_temp'))
  const margin = celsius(
    at('temperature/gpu_temp_tlimit') ||
      at('temperature/gpu_t.limit_temp') ||
      at('temperature/gpu_current_t.limit_temp'),
  )
  const limit =
    celsius(at('temperature/gpu_temp_max_gpu_threshold') || at('temperature/gpu_max_operating_temp')) ??
    celsius(at('temperature/gpu_temp_slow_threshold') || at('temperature/gpu_slowdown_temp'))
  const power = (name: string, long: string): number | null =>
    ['gpu_power_readings', 'power_readings']
      .map((g) => watts(at(`${g}/${name}`) || at(`${g}/${long}`)))
      .find(Boolean) ?? null
  return healthReading({
    source: nvidiaHealthReport.id,
    kind: 'gpu',
    device: cleanName(at('product_name')) ?? 'NVIDIA GPU',
    index,
    temperature_c,
    limit_c: limit ?? (temperature_c === null || margin === null ? null : temperature_c + margin),
    clock_mhz: megahertz(at('clocks/sm_clock') || at('clocks/sm')),
    max_clock_mhz: megahertz(at('max_clocks/sm_clock') || at('max_clocks/sm')),
    throttled: distinct(WORDS.filter(([word]) => active(word)).map(([, reason]) => reason)),
    power_w: power('power_draw', 'instant_power_draw') ?? power('instantaneous_power_draw', 'average_power_draw'),
    power_limit_w:
      power('current_power_limit', 'power_limit') ?? power('gpu_ceiling_power_limit/current_power_limit', ''),
    memory_used_bytes: sizeInBytes(at('fb_memory_usage/used')),
    memory_free_bytes: sizeInBytes(at('fb_memory_usage/free')),
    busy_percent: percent(at('utilization/gpu_util') || at('utilization/gpu')),
  })
}

export const nvidiaHealth: Probe<HealthReading[]> = {
  id: 'nvidia-smi-health',
  platforms: ['linux', 'windows'],
  command: 'nvidia-smi',
  args: [`--query-gpu=${FIELDS.join(',')}`, '--format=csv'],
  parse: parseNvidiaHealth,
}

export const nvidiaHealthReport: Probe<HealthReading[]> = {
  id: 'nvidia-smi-health-q',
  platforms: ['linux', 'windows'],
  command: 'nvidia-smi',
  args: ['-q', '-x'],
  parse: parseNvidiaHealthReport,
}
