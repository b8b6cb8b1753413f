import type { HealthReading } from '../../shared/hardware/health.ts'
import { healthReading } from '../../shared/hardware/health-reading.ts'
import type { Reading } from '../../shared/run/reading.ts'
import { GIB } from '../../shared/units.ts'

export const COOL: HealthReading = healthReading({
  source: 'test',
  kind: 'soc',
  device: 'SoC',
  temperature_c: 50,
  limit_c: 90,
})
export const HOT: HealthReading = { ...COOL, temperature_c: 91, throttled: ['thermal'] }

/** One reading of an engine with four slots, half of them busy, on a cool machine with memory left. */
export function reading(at_s: number, change: Partial<Reading> = {}): Reading {
  return {
    at_s,
    decode_tokens_per_s: 20,
    prompt_tokens_per_s: 200,
    prompt_tokens: 100,
    decoded_tokens: 40,
    requests_processing: 2,
    requests_waiting: 0,
    slots_busy: 3,
    slots_total: 4,
    context_used: 1000,
    context_total: 8192,
    engine_bytes: 5 * GIB,
    available_bytes: 8 * GIB,
    health: [COOL],
    ...change,
  }
}

/** A reading every two seconds from `from` to `to`, both included. */
export function readings(from: number, to: number, change: Partial<Reading> = {}): Reading[] {
  return Array.from({ length: Math.floor((to - from) / 2) + 1 }, (_, index) => reading(from + index * 2, change))
}
