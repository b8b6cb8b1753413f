import type { HealthReading } from '../hardware/health.ts'
import type { Reading } from '../run/reading.ts'
import { MIB } from '../units.ts'

/** Why a config would be changed while it runs. */
export type Cause = 'heat' | 'slow' | 'memory' | 'idle slots'

/** How long something must hold, in seconds. */
export type Timing = {
  /** The engine's own first minutes: what its later speed is held against. */
  readonly first_s: number
  /** A cause must last this long. */
  readonly lasting_s: number
  /** After a change nothing is judged for so long. */
  readonly settle_s: number
  /** A cause must be gone this long before its change is taken back. */
  readonly calm_s: number
  /** Slots must be idle this long. */
  readonly idle_s: number
}

export const TIMING: Timing = { first_s: 180, lasting_s: 30, settle_s: 30, calm_s: 300, idle_s: 900 }

/** Share of the readings in which a cause must show: one good reading does not end a bad minute. */
const MOSTLY = 0.8
/** Slower than this share of the first minutes is a fall. */
const FALL = 0.75
/** Far below even the low end of what was expected. */
const FAR_BELOW = 0.6
/** Fewer speeds than this are chance. */
const LEAST_SPEEDS = 5

/** The readings of the last `seconds`, or null where the record does not reach back that far. */
export function lately(readings: readonly Reading[], seconds: number): readonly Reading[] | null {
  const last = readings.at(-1)
  const first = readings[0]
  if (last === undefined || first === undefined || last.at_s - first.at_s < seconds) return null
  return readings.filter(({ at_s }) => at_s > last.at_s - seconds)
}

export function mostly(readings: readonly Reading[], holds: (reading: Reading, index: number) => boolean): boolean {
  return readings.length > 0 && readings.filter(holds).length >= MOSTLY * readings.length
}

/** A device that slows itself for heat or a weak supply, or is as hot as it may get. */
export function isHot({ health }: Reading): boolean {
  return health.some(
    ({ throttled, temperature_c, limit_c }) =>
      throttled.includes('thermal') ||
      throttled.includes('undervoltage') ||
      (temperature_c !== null && limit_c !== null && temperature_c >= limit_c),
  )
}

/** Degrees under the limit from which a device counts as cool again. */
const COOL_C = 8

/** No device is slowed by heat or near its limit. */
export function isCool(reading: Reading): boolean {
  const near = ({ temperature_c, limit_c }: HealthReading) =>
    temperature_c !== null && limit_c !== null && temperature_c > limit_c - COOL_C
  return !isHot(reading) && !reading.health.some(near)
}

/** Bytes of RAM below which a machine begins to swap or to end programs. */
export function scarceRam(total_bytes: number): number {
  return Math.max(256 * MIB, total_bytes * 0.03)
}

/** RAM or a card's memory is about to run out. */
export function isPressed({ available_bytes, health }: Reading, ram_bytes: number): boolean {
  if (available_bytes !== null && available_bytes < scarceRam(ram_bytes)) return true
  return health.some(({ kind, memory_free_bytes, memory_used_bytes }) => {
    if (kind !== 'gpu' || memory_free_bytes === null) return false
    return memory_free_bytes < Math.max(64 * MIB, (memory_free_bytes + (memory_used_bytes ?? 0)) * 0.01)
  })
}

/** Middle of the decode speeds; null where there are too few. */
export function medianSpeed(readings: readonly Reading[]): number | null {
  const speeds = readings.flatMap(({ decode_tokens_per_s: speed }) => (speed === null ? [] : [speed]))
  if (speeds.length < LEAST_SPEEDS) return null
  return speeds.sort((a, b) => a - b)[Math.floor(speeds.length / 2)] ?? null
}

/** Whether a speed is a lasting fall, against the first minutes or against what was expected at the least. */
export function isFall(speed: number, baseline: number | null, expected_low: number | null): boolean {
  if (baseline !== null && speed < FALL * baseline) return true
  return expected_low !== null && speed < FAR_BELOW * expected_low
}

/** Most slots that worked at once. */
export function mostBusy(readings: readonly Reading[]): number {
  return readings.reduce((most, { slots_busy }) => Math.max(most, slots_busy), 0)
}
