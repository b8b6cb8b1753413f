import { linuxCpu } from './cpu.ts'
import type { Host } from './host.ts'
import type { MemoryFacts } from './memory.ts'
import { ask } from './probe.ts'
import { cgroup } from './probes/cgroup.ts'
import { deviceTreeModel } from './probes/device-tree.ts'
import { dmi, type Dmi } from './probes/dmi.ts'
import { free } from './probes/free.ts'
import { nvpmodel, tegraRelease } from './probes/jetson.ts'
import { lscpuJson, lscpuTable } from './probes/lscpu.ts'
import { memoryWithoutCpus, numactl, numaNodes, type NumaNode } from './probes/numa.ts'
import { procAffinity } from './probes/proc-status.ts'
import { procCpuinfo } from './probes/proc-cpuinfo.ts'
import { procMeminfo } from './probes/proc-meminfo.ts'
import { surroundings } from './probes/surroundings.ts'
import { sysTopology } from './probes/sys-topology.ts'
import { seeLinuxGpus } from './see-linux-gpus.ts'
import type { ProbeResult } from './snapshot.ts'
import { NOTHING, type Sight } from './sight.ts'

/** Asks a Linux machine, all probes side by side; what stands in for a silent one is asked afterwards. */
export async function seeLinux(host: Host, log: ProbeResult[]): Promise<Sight> {
  const [cpuinfo, lscpu, topology, affinity, meminfo, limits, around, board, machine, mode, folders, gpus] =
    await Promise.all([
      ask(host, procCpuinfo, log),
      ask(host, lscpuJson, log),
      ask(host, sysTopology, log),
      ask(host, procAffinity, log),
      ask(host, procMeminfo, log),
      ask(host, cgroup, log),
      ask(host, surroundings, log),
      ask(host, deviceTreeModel, log),
      ask(host, dmi, log),
      ask(host, nvpmodel, log),
      ask(host, numaNodes, log),
      seeLinuxGpus(host, log),
      // For explanations and reports only.
      ask(host, tegraRelease, log),
    ])
  const [table, stated, nodes] = await Promise.all([
    topology?.cpus.length || lscpu?.physical ? null : ask(host, lscpuTable, log),
    meminfo ?? ask(host, free, log),
    folders ?? (topology?.numa_nodes == null ? ask(host, numactl, log) : null),
  ])
  const quota = limits?.quota_cores ?? null
  const container = around?.container ?? false
  const name = board ?? machineName(machine)
  const seen = gpus.within(container, name)
  const nvidia = seen.gpus.some(({ reports }) => reports.some(({ vendor }) => vendor === 'nvidia'))
  return {
    ...NOTHING,
    ...seen,
    cpu: linuxCpu({ cpuinfo, lscpu, table, topology, affinity, quota, nodes }),
    memory: withoutGpuMemory(stated ?? NOTHING.memory, nodes, nvidia && host.arch !== 'x64'),
    memory_origin: meminfo ? procMeminfo.id : stated ? free.id : null,
    limits,
    wsl: around?.wsl ?? /microsoft/i.test(host.os_release),
    container,
    board: name,
    notes: [...seen.notes, ...powerModeNote(mode)],
  }
}

/**
 * On POWER9 and Grace the GPU's own memory is a NUMA node without CPUs and counts in MemTotal. (On x86 such a node is a
 * memory expander, which is RAM.)
 */
function withoutGpuMemory(memory: MemoryFacts, nodes: readonly NumaNode[] | null, coherent: boolean): MemoryFacts {
  const foreign = coherent && nodes !== null ? memoryWithoutCpus(nodes) : 0
  if (foreign === 0 || memory.total_bytes === null || foreign >= memory.total_bytes) return memory
  const total_bytes = memory.total_bytes - foreign
  const available = memory.available_bytes
  return { total_bytes, available_bytes: available === null ? null : Math.max(0, Math.min(available, total_bytes)) }
}

/** Firmware of other makers holds model numbers that say less than the CPU's name. */
function machineName(machine: Dmi | null): string | null {
  const { vendor, product } = machine ?? {}
  return vendor && product && /nvidia/i.test(vendor) ? product.replaceAll('_', ' ') : null
}

function powerModeNote(mode: string | null): string[] {
  if (mode === null || /^MAXN/i.test(mode)) return []
  return [`The board is in power mode ${mode}, slower than MAXN: "sudo nvpmodel -m 0" changes it.`]
}
