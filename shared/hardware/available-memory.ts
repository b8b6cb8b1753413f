import type { Host } from './host.ts'
import { finishMemory } from './memory.ts'
import { ask, type Probe } from './probe.ts'
import { cgroup } from './probes/cgroup.ts'
import { procMeminfo } from './probes/proc-meminfo.ts'
import type { ProbeResult } from './snapshot.ts'

/** Percent of RAM that macOS can give to a new program (the level that `memory_pressure` prints). */
const memoryLevel: Probe<number> = {
  id: 'memorystatus-level',
  platforms: ['darwin'],
  command: 'sysctl',
  args: ['-n', 'kern.memorystatus_level'],
  parse(text) {
    const percent = /^\s*(\d{1,3})\s*$/.exec(text)?.[1]
    return percent !== undefined && Number(percent) <= 100 ? Number(percent) : null
  },
}

/**
 * RAM that is free for new allocations now, as cheap as can be, so that it can be asked again and again. Null where the
 * system does not say: what Node calls free on a Mac is the little that not even the file cache uses.
 * @param free_memory `os.freemem()` of this moment
 */
export async function readAvailableMemory(host: Host, free_memory: number): Promise<number | null> {
  const log: ProbeResult[] = []
  if (host.platform === 'darwin') {
    const percent = await ask(host, memoryLevel, log)
    return percent === null ? null : Math.floor((host.basics.total_memory * percent) / 100)
  }
  const [facts, limits] = await Promise.all([ask(host, procMeminfo, log), ask(host, cgroup, log)])
  const known = facts ?? { total_bytes: null, available_bytes: null }
  return finishMemory(known, limits, { ...host.basics, free_memory }).available_bytes
}
