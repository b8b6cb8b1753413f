import type { CpuFacts } from './cpu.ts'
import type { GpuSource } from './merge-reports.ts'
import type { MemoryFacts } from './memory.ts'
import type { CgroupLimits } from './probes/cgroup.ts'

/** What the probes of one system saw, before it is made into a snapshot. */
export type Sight = {
  readonly cpu: CpuFacts
  readonly memory: MemoryFacts
  /** Where the total is from. */
  readonly memory_origin: string | null
  readonly limits: CgroupLimits | null
  /** Best source first. */
  readonly gpus: readonly GpuSource[]
  /** Something could tell whether there are GPUs, so that an empty list means "none". */
  readonly gpus_answered: boolean
  readonly rocm: boolean
  readonly level_zero: boolean
  /** What the user lets the GPU take of the machine's memory (Apple's wired limit); null for the system's own rule. */
  readonly gpu_limit_bytes: number | null
  readonly wsl: boolean
  readonly container: boolean
  /** Name of the whole machine or board, where it says more than the CPU's. */
  readonly board: string | null
  readonly notes: readonly string[]
}

export const NO_CPU: CpuFacts = {
  vendor: null,
  name: null,
  logical: null,
  physical: null,
  classes: null,
  sockets: null,
  numa_nodes: null,
  affinity: null,
  quota: null,
  simd: [],
  origins: {},
}

export const NOTHING: Sight = {
  cpu: NO_CPU,
  memory: { total_bytes: null, available_bytes: null },
  memory_origin: null,
  limits: null,
  gpus: [],
  gpus_answered: false,
  rocm: false,
  level_zero: false,
  gpu_limit_bytes: null,
  wsl: false,
  container: false,
  board: null,
  notes: [],
}
