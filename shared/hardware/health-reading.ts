import type { HealthReading } from './health.ts'

type Known = Partial<HealthReading> & Pick<HealthReading, 'source' | 'kind' | 'device'>

/** A reading with everything unknown but `known`. */
export function healthReading(known: Known): HealthReading {
  return {
    index: null,
    temperature_c: null,
    limit_c: null,
    clock_mhz: null,
    max_clock_mhz: null,
    throttled: [],
    power_w: null,
    power_limit_w: null,
    memory_used_bytes: null,
    memory_free_bytes: null,
    busy_percent: null,
    throttle_events: null,
    ...known,
  }
}

/** The number at the start of `text` when it lies from 0 to `max`: `43.72`, `40 C`, `250.00 W`; else null. */
export function reading(text: string | undefined, max: number): number | null {
  const number = /^\s*(\d{1,12}(?:[.,]\d{1,6})?)(?![\d.,])/.exec(text ?? '')?.[1]
  if (number === undefined) return null
  const value = Number(number.replace(',', '.'))
  return value <= max ? value : null
}

/** Degrees Celsius: chips work from about 0 to 125, and sensors that are broken say anything else. */
export const celsius = (text: string | undefined): number | null => reading(text, 200)
export const watts = (text: string | undefined): number | null => reading(text, 20_000)
export const megahertz = (text: string | undefined): number | null => reading(text, 20_000)
export const percent = (text: string | undefined): number | null => reading(text, 100)
