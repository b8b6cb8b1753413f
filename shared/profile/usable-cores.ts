import type { HardwareSnapshot } from '../hardware/snapshot.ts'
import type { Target } from './target.ts'

type Cores = Pick<Target['cpu'], 'physical_cores' | 'performance_cores' | 'efficiency_cores' | 'usable_cores'>

/**
 * Cores of a detected machine. A container's quota and the affinity mask count as the number of cores there are;
 * the useful ones are the performance cores of one NUMA node. Every count but `efficiency_cores` is at least 1.
 */
export function snapshotCores(cpu: HardwareSnapshot['cpu']): { cores: Cores; notes: string[] } {
  const seen = cpu.physical_cores || cpu.performance_cores + cpu.efficiency_cores || cpu.logical_cores || 1
  const quota = cpu.quota_cores === null ? Infinity : Math.max(1, Math.floor(cpu.quota_cores))
  const affinity = cpu.affinity_cores === null ? Infinity : Math.max(1, cpu.affinity_cores)
  const physical_cores = Math.min(seen, quota, affinity)
  const performance_cores = Math.min(cpu.performance_cores || seen, physical_cores)
  const node = cpu.numa_nodes !== null && cpu.numa_nodes > 1 ? Math.max(1, Math.floor(seen / cpu.numa_nodes)) : Infinity
  const notes: string[] = []
  if (quota < seen) notes.push(`The container may use ${cpu.quota_cores} of ${seen} cores.`)
  if (affinity < seen) notes.push(`This process may run on ${cpu.affinity_cores} of ${seen} cores.`)
  if (node < performance_cores)
    notes.push(`One of ${cpu.numa_nodes} NUMA nodes has ${node} cores: more threads read slower memory.`)
  return {
    cores: {
      physical_cores,
      performance_cores,
      efficiency_cores: Math.min(cpu.efficiency_cores, physical_cores - performance_cores),
      usable_cores: Math.max(1, Math.min(performance_cores, node)),
    },
    notes,
  }
}
