import type { Host } from './host.ts'
import type { CgroupLimits } from './probes/cgroup.ts'
import type { HardwareSnapshot } from './snapshot.ts'

export type MemoryFacts = { readonly total_bytes: number | null; readonly available_bytes: number | null }

/**
 * Total, available and limited memory in bytes. A limit counts only when it is below the total; then what is left
 * under it is the most that can be available.
 */
export function finishMemory(
  facts: MemoryFacts,
  limits: CgroupLimits | null,
  basics: Host['basics'],
): HardwareSnapshot['memory'] {
  const total_bytes = facts.total_bytes ?? whole(basics.total_memory) ?? 0
  const free = facts.available_bytes ?? whole(basics.free_memory)
  const limit = limits?.memory_limit_bytes ?? null
  const limit_bytes = limit !== null && limit < total_bytes ? limit : null
  const left = limit_bytes === null ? null : Math.max(0, limit_bytes - (limits?.memory_used_bytes ?? 0))
  const available = free === null ? null : Math.min(free, total_bytes, left ?? free)
  return { total_bytes, available_bytes: available, limit_bytes }
}

function whole(value: number): number | null {
  return Number.isSafeInteger(value) && value > 0 ? value : null
}
