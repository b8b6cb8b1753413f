import type { HealthReading } from '../health.ts'
import { celsius, healthReading, megahertz, percent, watts } from '../health-reading.ts'
import type { Probe } from '../probe.ts'
import { coreCount, linesOf } from '../text.ts'

/**
 * Reads the concise table of a plain `rocm-smi`: a row a card under a header that begins with `GPU` or, since ROCm 6,
 * `Device`, whose titles hold blanks and a second line. It has shares of memory, no sizes.
 */
export function parseRocmSmiTable(text: string): HealthReading[] | null {
  const readings: HealthReading[] = []
  let open = false
  for (const line of linesOf(text)) {
    if (/^(?:GPU|Device)\s.*\bPerf\b/.test(line.trim())) open = true
    const index = open ? coreCount(/^\s*(\d{1,3})\s/.exec(line)?.[1]) : null
    if (index === null || readings.length >= 64) continue
    const cells = line.trim().split(/\s{2,}|\s+(?=\d)/)
    const cell = (pattern: RegExp): string | undefined => cells.find((one) => pattern.test(one))
    // The last two of three shares are memory and load; a fan's share stands further to the left.
    const shares = cells.slice(-2)
    readings.push(
      healthReading({
        source: rocmSmiTable.id,
        kind: 'gpu',
        device: 'AMD GPU',
        index,
        temperature_c: celsius(cell(/^\d{1,3}(?:\.\d)?\s?°?[cC]$/)),
        power_w: watts(cell(/^\d{1,4}(?:\.\d{1,3})?W$/)),
        power_limit_w: watts(cells.findLast((one) => /^\d{1,4}(?:\.\d{1,3})?W$/.test(one))),
        clock_mhz: megahertz(cell(/^\d{1,5}Mhz$/i)),
        busy_percent: percent(shares[1]?.replace(/%$/, '')),
      }),
    )
  }
  return readings.length > 0 ? readings : null
}

export const rocmSmiTable: Probe<HealthReading[]> = {
  id: 'rocm-smi-table',
  platforms: ['linux'],
  command: 'rocm-smi',
  args: [],
  parse: parseRocmSmiTable,
}
