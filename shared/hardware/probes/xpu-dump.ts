import type { HealthReading } from '../health.ts'
import { celsius, healthReading, megahertz, percent, watts } from '../health-reading.ts'
import type { Probe } from '../probe.ts'
import { coreCount, linesOf } from '../text.ts'

/** Reads `xpu-smi dump`: a row a card and sample, blank or `N/A` where a card has no such sensor; the first of each card. */
export function parseXpuDump(text: string): HealthReading[] | null {
  let titles: string[] = []
  const readings = new Map<number, HealthReading>()
  for (const line of linesOf(text)) {
    const cells = line.split(',').map((cell) => cell.trim())
    if (cells.some((cell) => /^DeviceId$/i.test(cell))) titles = cells.map((cell) => cell.toLowerCase())
    const cell = (start: string): string => cells[titles.findIndex((title) => title.startsWith(start))] ?? ''
    const index = coreCount(cell('deviceid'))
    if (index === null || readings.has(index) || readings.size >= 64) continue
    readings.set(
      index,
      healthReading({
        source: xpuDump.id,
        kind: 'gpu',
        device: 'Intel GPU',
        index,
        busy_percent: percent(cell('gpu utilization')),
        power_w: watts(cell('gpu power')),
        clock_mhz: megahertz(cell('gpu frequency')),
        temperature_c: celsius(cell('gpu core temperature')),
      }),
    )
  }
  return readings.size > 0 ? [...readings.values()] : null
}

export const xpuDump: Probe<HealthReading[]> = {
  id: 'xpu-smi-dump',
  platforms: ['linux'],
  command: 'xpu-smi',
  // Utilisation, power, frequency, temperature of every card, once.
  args: ['dump', '-d', '-1', '-m', '0,1,2,3', '-n', '1'],
  parse: parseXpuDump,
}
