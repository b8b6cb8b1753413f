import type { HealthReading } from '../health.ts'
import { healthReading, percent } from '../health-reading.ts'
import type { Probe } from '../probe.ts'
import { keyValue, linesOf } from '../text.ts'

/**
 * Reads `pmset -g therm`, which needs no rights: `CPU_Speed_Limit = 62` on Intel Macs, and a warning level on both;
 * Apple silicon says "No thermal warning level has been recorded" until it is under pressure.
 */
export function parsePmsetTherm(text: string): HealthReading[] | null {
  let known = false
  let hot = false
  let speed: number | null = null
  for (const line of linesOf(text.slice(0, 20_000))) {
    known ||= /warning level|CPU power|CPU_Speed_Limit|CPU_Scheduler_Limit/i.test(line)
    const level = /thermal warning level[^\d]{0,20}(\d{1,3})/i.exec(line)?.[1]
    hot ||= level !== undefined && Number(level) > 0
    const [key, value] = keyValue(line, '=') ?? ['', '']
    if (/^CPU_(?:Speed|Scheduler)_Limit$/.test(key)) {
      const share = percent(value)
      if (share !== null && (speed === null || share < speed)) speed = share
    }
  }
  if (!known) return null
  const slowed = speed !== null && speed < 100
  return [
    healthReading({ source: macosTherm.id, kind: 'soc', device: 'Mac', throttled: hot || slowed ? ['thermal'] : [] }),
  ]
}

export const macosTherm: Probe<HealthReading[]> = {
  id: 'pmset-therm',
  platforms: ['darwin'],
  command: 'pmset',
  args: ['-g', 'therm'],
  parse: parsePmsetTherm,
}
