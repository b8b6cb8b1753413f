import type { HealthReading, ThrottleReason } from '../health.ts'
import { healthReading } from '../health-reading.ts'
import type { Probe } from '../probe.ts'

/** Bits of `vcgencmd get_throttled` that hold now; the same 16 places higher have held since the start. */
const BITS: readonly (readonly [bit: number, reason: ThrottleReason])[] = [
  [0x1, 'undervoltage'],
  [0x2, 'capped'],
  [0x4, 'thermal'],
  [0x8, 'thermal'],
]

/** Reads `throttled=0x50005`. */
export function parseRaspberryThrottled(text: string): HealthReading[] | null {
  const mask = /throttled=0x([0-9a-f]{1,8})\b/i.exec(text.slice(0, 1000))?.[1]
  if (mask === undefined) return null
  const bits = Number.parseInt(mask, 16)
  const throttled = [...new Set(BITS.filter(([bit]) => (bits & bit) !== 0).map(([, reason]) => reason))]
  return [healthReading({ source: raspberryThrottled.id, kind: 'soc', device: 'Raspberry Pi', throttled })]
}

export const raspberryThrottled: Probe<HealthReading[]> = {
  id: 'vcgencmd',
  platforms: ['linux'],
  command: 'vcgencmd',
  args: ['get_throttled'],
  parse: parseRaspberryThrottled,
}
