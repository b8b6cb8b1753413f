import type { Probe } from '../probe.ts'
import { cleanName, cpuList, linesOf } from '../text.ts'

/** Reads `nvpmodel -q`: `NV Power Mode: 15W` with its number on the next line, or in brackets (`jetson_release`). */
export function parseNvpmodel(text: string): string | null {
  for (const line of linesOf(text)) {
    const name = /^\s*(?:NVPM VERB: )?NV Power Mode(?:\[\d{1,2}\])?\s*:\s*(\S.{0,40}?)\s*$/.exec(line)?.[1]
    if (name !== undefined) return cleanName(name)
  }
  return null
}

/** Reads /etc/nv_tegra_release: `# R36 (release), REVISION: 4.7, ...` is L4T 36.4.7; and `[L4T 36.4.7]` of jetson_release. */
export function parseTegraRelease(text: string): string | null {
  const match = /^# R(\d{1,3}) \(release\), REVISION: (\d{1,3}(?:\.\d{1,3}){0,2})\b/m.exec(text.slice(0, 10_000))
  if (match) return `${match[1]}.${match[2]}`
  return /\bL4T:? (\d{1,3}(?:\.\d{1,3}){1,2})\b/.exec(text.slice(0, 10_000))?.[1] ?? null
}

export type JetsonClocks = {
  readonly soc: string | null
  readonly machine: string | null
  readonly online_cpus: number | null
  readonly power_mode: string | null
  readonly gpu_max_mhz: number | null
  /** Memory clock now allowed, which sets the speed of token generation. */
  readonly memory_max_mhz: number | null
}

/** Reads `jetson_clocks --show`, which needs root: for texts that people paste. */
export function parseJetsonClocks(text: string): JetsonClocks | null {
  const head = /^SOC family:\s*(\S{1,40})\s+Machine:\s*(.{1,120}?)\s*$/m.exec(text.slice(0, 20_000))
  const online = /^Online CPUs:\s*([\d,-]{1,80})\s*$/m.exec(text.slice(0, 20_000))?.[1]
  const power_mode = parseNvpmodel(text)
  const hertz = (what: string): number | null => {
    const value = new RegExp(`^${what} MinFreq=\\d{1,12} MaxFreq=(\\d{1,12})\\b`, 'm').exec(text.slice(0, 20_000))?.[1]
    return value === undefined ? null : Math.round(Number(value) / 1e6)
  }
  if (!head && power_mode === null) return null
  return {
    soc: cleanName(head?.[1]),
    machine: cleanName(head?.[2]),
    online_cpus: online === undefined ? null : cpuList(online).length || null,
    power_mode,
    gpu_max_mhz: hertz('GPU'),
    memory_max_mhz: hertz('EMC'),
  }
}

export const nvpmodel: Probe<string> = {
  id: 'nvpmodel',
  platforms: ['linux'],
  command: 'nvpmodel',
  args: ['-q'],
  parse: parseNvpmodel,
}

export const tegraRelease: Probe<string> = {
  id: 'nv_tegra_release',
  platforms: ['linux'],
  file: '/etc/nv_tegra_release',
  parse: parseTegraRelease,
}
