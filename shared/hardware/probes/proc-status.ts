import type { Probe } from '../probe.ts'
import { cpuList, keyValue, linesOf } from '../text.ts'

/** Number of CPUs that the process may run on, from /proc/self/status; null without the line. */
export function parseAffinity(text: string): number | null {
  for (const line of linesOf(text)) {
    const pair = keyValue(line)
    if (pair?.[0] === 'Cpus_allowed_list') return cpuList(pair[1]).length || null
  }
  return null
}

export const procAffinity: Probe<number> = {
  id: 'affinity',
  platforms: ['linux', 'android'],
  file: '/proc/self/status',
  parse: parseAffinity,
}
