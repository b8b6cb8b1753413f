import type { HealthReading } from '../health.ts'
import { celsius, healthReading } from '../health-reading.ts'
import type { Probe } from '../probe.ts'
import { coreCount, linesOf, sizeInBytes } from '../text.ts'

export type Tegrastats = {
  readonly ram_used_bytes: number
  readonly ram_total_bytes: number
  /** With those that a power mode has switched off. */
  readonly cores: number | null
  readonly online_cores: number | null
  /** Null on Thor, whose tegrastats does not print it. */
  readonly gpu_busy_percent: number | null
  readonly gpu_mhz: number | null
  /** Degrees Celsius by sensor, lower case: `cpu`, `gpu`, `tj`. */
  readonly temperatures: Readonly<Record<string, number>>
  /** The whole board's power in watts, from the input rail; null where no rail is named so. */
  readonly power_w: number | null
}

/**
 * Reads the first line of `tegrastats`, from JetPack 3 to 7 (the last may have been cut when the program was ended): `CPU@39C` is a temperature and `CPU [..]` the load;
 * releases differ in fields, in `GR3D_FREQ 0%`, `0%@76` and `0%@[305]`, and in the rails' units.
 */
export function parseTegrastats(text: string): Tegrastats | null {
  const line = linesOf(text).find((candidate) => /\bRAM \d+\/\d+[kMG]?B\b/.test(candidate))
  const ram = /\bRAM (\d{1,9})\/(\d{1,9})([kMG]?B)\b/.exec(line ?? '')
  if (line === undefined || !ram) return null
  const [used, total] = [sizeInBytes(`${ram[1]} ${ram[3]}`), sizeInBytes(`${ram[2]} ${ram[3]}`)]
  if (used === null || !total) return null
  const cores = /\bcpu \[([^\]]{1,2000})\]/i.exec(line)?.[1]?.split(',')
  const gpu = /\bGR3D(?:_FREQ)? (\d{1,3})%(?:@\[?(\d{1,5}))?/.exec(line)
  const busy = coreCount(gpu?.[1])
  return {
    ram_used_bytes: Math.min(used, total),
    ram_total_bytes: total,
    cores: cores?.length ?? null,
    online_cores: cores?.filter((core) => core.trim() !== 'off').length ?? null,
    gpu_busy_percent: busy !== null && busy <= 100 ? busy : null,
    gpu_mhz: coreCount(gpu?.[2]) || null,
    temperatures: temperatures(line),
    power_w: boardPower(line),
  }
}

function temperatures(line: string): Record<string, number> {
  const found: Record<string, number> = {}
  for (const [, name = '', value] of line.matchAll(/(?:^|\s)([A-Za-z][\w-]{0,30})@(-?\d{1,4}(?:\.\d{1,4})?)C\b/g)) {
    const degrees = celsius(value)
    // A sensor without its chip says -256 or 100 at all times (PMIC).
    if (degrees !== null && !/^pmic$/i.test(name)) found[name.toLowerCase()] = degrees
  }
  return found
}

/** The rail that all others hang on, now and on average: `VDD_IN 2957mW/2957mW`, `POM_5V_IN 2132/2132`, `VIN 16802mW/16802mW`. */
function boardPower(line: string): number | null {
  const rail = /\b(?:VDD_IN|POM_5V_IN|VIN) (\d{1,7})(?:mW)?\//.exec(line)?.[1]
  return rail === undefined ? null : Number(rail) / 1000
}

/** The board as one device: the hottest sensor counts, since any of them slows it down. */
export function tegraHealth(seen: Tegrastats): HealthReading {
  const { tj, ...others } = seen.temperatures
  const hottest = tj ?? Math.max(-1, ...Object.values(others))
  return healthReading({
    source: tegrastats.id,
    kind: 'soc',
    device: 'Jetson',
    temperature_c: hottest < 0 ? null : hottest,
    clock_mhz: seen.gpu_mhz,
    power_w: seen.power_w,
    memory_used_bytes: seen.ram_used_bytes,
    memory_free_bytes: seen.ram_total_bytes - seen.ram_used_bytes,
    busy_percent: seen.gpu_busy_percent,
  })
}

/** It prints until it is ended, so coreutils' timeout ends it after two lines. */
export const tegrastats: Probe<Tegrastats> = {
  id: 'tegrastats',
  platforms: ['linux'],
  command: 'timeout',
  args: ['1', 'tegrastats', '--interval', '300'],
  parse: parseTegrastats,
}
