import { finishMemory } from './memory.ts'
import { mergeReports } from './merge-reports.ts'
import type { Host } from './host.ts'
import type { LoggedProbe } from './probe.ts'
import type { Sight } from './sight.ts'
import type { Gpu, HardwareSnapshot } from './snapshot.ts'
import { showGib } from '../units.ts'

/** One fact of a snapshot: what is believed and why. */
export type Belief = { readonly fact: string; readonly value: string; readonly why: string }

export type Explanation = {
  readonly beliefs: readonly Belief[]
  /** Every probe with what it said, those that answered first. */
  readonly probes: readonly LoggedProbe[]
}

const NODE = 'what Node itself knows: no probe told'

/** Why a snapshot says what it says, from the same sight that it was made of. */
export function explainSight(
  sight: Sight,
  snapshot: HardwareSnapshot,
  host: Host,
  log: readonly LoggedProbe[],
): Explanation {
  const answered = log.filter(({ state }) => state === 'ok')
  return {
    beliefs: [...cpuBeliefs(sight, snapshot), ...memoryBeliefs(sight, snapshot, host), ...gpuBeliefs(sight, snapshot)],
    probes: [...answered, ...log.filter(({ state }) => state !== 'ok')],
  }
}

function cpuBeliefs({ cpu: facts }: Sight, { cpu }: HardwareSnapshot): Belief[] {
  const { origins } = facts
  const kinds = cpu.efficiency_cores > 0
  const beliefs: Belief[] = [
    { fact: 'cpu', value: cpu.name, why: origins.name ?? NODE },
    { fact: 'threads', value: String(cpu.logical_cores), why: origins.logical ?? NODE },
    {
      fact: 'cores',
      value: kinds
        ? `${cpu.performance_cores} performance, ${cpu.efficiency_cores} efficiency`
        : `${cpu.physical_cores}`,
      why: (kinds ? origins.classes : origins.physical) ?? 'as many as threads: nothing tells which share a core',
    },
  ]
  if (!kinds && facts.classes === null) {
    beliefs.push({ fact: 'kinds', value: 'one', why: 'no probe tells fast from slow cores' })
  }
  if (cpu.numa_nodes !== null && cpu.numa_nodes > 1) {
    beliefs.push({ fact: 'numa', value: `${cpu.numa_nodes} nodes`, why: origins.numa_nodes ?? NODE })
  }
  if (cpu.affinity_cores !== null && cpu.affinity_cores < cpu.logical_cores) {
    beliefs.push({ fact: 'affinity', value: `${cpu.affinity_cores} CPUs`, why: 'the mask of this process' })
  }
  if (cpu.quota_cores !== null) {
    beliefs.push({ fact: 'quota', value: `${cpu.quota_cores} cores`, why: 'cgroup: the tightest limit up to the root' })
  }
  return beliefs
}

function memoryBeliefs(sight: Sight, { memory }: HardwareSnapshot, host: Host): Belief[] {
  const beliefs = [{ fact: 'ram', value: showGib(memory.total_bytes), why: sight.memory_origin ?? NODE }]
  if (memory.limit_bytes !== null) {
    beliefs.push({ fact: 'limit', value: showGib(memory.limit_bytes), why: 'cgroup: less than the RAM, so it counts' })
  } else if (sight.limits?.memory_limit_bytes) {
    const { total_bytes } = finishMemory(sight.memory, null, host.basics)
    const stated = showGib(sight.limits.memory_limit_bytes)
    beliefs.push({ fact: 'limit', value: 'none', why: `cgroup says ${stated}, no less than ${showGib(total_bytes)}` })
  }
  return beliefs
}

function gpuBeliefs(sight: Sight, { gpus }: HardwareSnapshot): Belief[] {
  if (gpus.length === 0) {
    const why = sight.gpus_answered ? 'the bus was read and holds no usable GPU' : 'no probe could look for one'
    return [{ fact: 'gpu', value: 'none', why }]
  }
  const merged = mergeReports(sight.gpus)
  return gpus.flatMap((gpu, at) => {
    const origins = merged[at]?.origins ?? {}
    const label = gpus.length === 1 ? 'gpu' : `gpu ${at}`
    return [
      {
        fact: label,
        value: gpu.name,
        why: `${gpu.source} saw it; name: ${origins.name ?? 'made from its PCI numbers'}`,
      },
      {
        fact: `${label} memory`,
        value: memoryText(gpu),
        why: memoryWhy(gpu, origins.vram_bytes, merged[at]?.memory_not_counted),
      },
      { fact: `${label} backend`, value: gpu.backend, why: backendWhy(gpu, sight) },
    ]
  })
}

function memoryText(gpu: Gpu): string {
  return gpu.vram_bytes === null ? 'unknown' : showGib(gpu.vram_bytes)
}

function memoryWhy(gpu: Gpu, origin: string | undefined, not_counted = false): string {
  if (gpu.unified) {
    const told = not_counted ? ', as its tool says by counting none of its own' : ''
    return `it shares the machine's RAM${told}`
  }
  return origin ?? 'no probe that can be believed states it'
}

function backendWhy(gpu: Gpu, sight: Sight): string {
  switch (gpu.backend) {
    case 'rocm':
      return sight.rocm ? "ROCm's tools answered" : 'its gfx target is known'
    case 'sycl':
      return 'Level Zero lists it'
    case 'vulkan':
      return gpu.vendor === 'amd' ? "no tool of ROCm's answered" : 'what every driver has'
    default:
      return `the way of ${gpu.vendor} GPUs`
  }
}
