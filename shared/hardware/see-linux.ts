import { linuxCpu } from './cpu.ts'
import type { Host } from './host.ts'
import { ask } from './probe.ts'
import { cgroup } from './probes/cgroup.ts'
import { deviceTreeModel } from './probes/device-tree.ts'
import { lscpuJson, lscpuTable } from './probes/lscpu.ts'
import { procAffinity } from './probes/proc-status.ts'
import { procCpuinfo } from './probes/proc-cpuinfo.ts'
import { procMeminfo } from './probes/proc-meminfo.ts'
import { surroundings } from './probes/surroundings.ts'
import { sysTopology } from './probes/sys-topology.ts'
import { seeLinuxGpus } from './see-linux-gpus.ts'
import type { ProbeResult } from './snapshot.ts'
import { NOTHING, type Sight } from './sight.ts'

/** Asks a Linux machine, all probes side by side. */
export async function seeLinux(host: Host, log: ProbeResult[]): Promise<Sight> {
  const [cpuinfo, lscpu, topology, affinity, meminfo, limits, around, board, gpus] = await Promise.all([
    ask(host, procCpuinfo, log),
    ask(host, lscpuJson, log),
    ask(host, sysTopology, log),
    ask(host, procAffinity, log),
    ask(host, procMeminfo, log),
    ask(host, cgroup, log),
    ask(host, surroundings, log),
    ask(host, deviceTreeModel, log),
    seeLinuxGpus(host, log),
  ])
  const table = topology?.cpus.length || lscpu?.physical ? null : await ask(host, lscpuTable, log)
  const quota = limits?.quota_cores ?? null
  const container = around?.container ?? false
  return {
    ...NOTHING,
    cpu: linuxCpu({ cpuinfo, lscpu, table, topology, affinity, quota }),
    memory: meminfo ?? NOTHING.memory,
    limits,
    wsl: around?.wsl ?? /microsoft/i.test(host.os_release),
    container,
    board,
    ...gpus.within(container, board),
  }
}
