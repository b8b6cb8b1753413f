import { vendorOf } from './cpu.ts'
import type { Host } from './host.ts'
import { seeNvidia } from './nvidia.ts'
import { ask } from './probe.ts'
import { syclLs } from './probes/intel-gpu.ts'
import { vulkaninfo } from './probes/vulkaninfo.ts'
import { windowsGpus, windowsMachine } from './probes/windows-cim.ts'
import { wmicGpus, wmicMachine } from './probes/windows-text.ts'
import { originsOf } from './origins.ts'
import { NO_CPU, NOTHING, type Sight } from './sight.ts'
import type { ProbeResult } from './snapshot.ts'

const FACTS = ['name', 'logical', 'physical', 'sockets'] as const

/** Asks a Windows machine: CIM for what there is, nvidia-smi for what it knows better. */
export async function seeWindows(host: Host, log: ProbeResult[]): Promise<Sight> {
  const [cim, adapters, nvidia, sycl] = await Promise.all([
    ask(host, windowsMachine, log),
    ask(host, windowsGpus, log),
    seeNvidia(host, log),
    ask(host, syclLs, log),
  ])
  // PowerShell may be forbidden; wmic is older and gone from newer systems.
  const [machine, cards] = await Promise.all([cim ?? ask(host, wmicMachine, log), adapters ?? ask(host, wmicGpus, log)])
  const vulkan = cards === null && nvidia.gpus.length === 0 ? await ask(host, vulkaninfo, log) : null
  const name = machine?.cpu ?? null
  const told = cim ? windowsMachine.id : wmicMachine.id
  const capped = (cards ?? []).filter((card) => card.capped && card.vram_bytes === null && card.integrated !== true)
  return {
    ...NOTHING,
    cpu: {
      ...NO_CPU,
      name,
      vendor: vendorOf(name),
      logical: machine?.logical ?? null,
      physical: machine?.physical ?? null,
      sockets: machine?.sockets || null,
      origins: originsOf(Object.fromEntries(FACTS.map((fact) => [fact, machine ? { origin: told } : null]))),
    },
    memory: machine?.memory ?? NOTHING.memory,
    memory_origin: machine ? told : null,
    gpus: [
      ...nvidia.gpus,
      { source: adapters ? windowsGpus.id : wmicGpus.id, reports: cards ?? [] },
      { source: vulkaninfo.id, reports: vulkan ?? [] },
    ],
    gpus_answered: cards !== null,
    level_zero: (sycl ?? []).length > 0,
    notes: [
      ...nvidia.notes,
      'Windows does not tell which instruction sets the CPU has, nor which cores are efficiency cores.',
      ...(capped.length > 0 && nvidia.gpus.length === 0
        ? ['Windows states 4 GiB for every larger card in AdapterRAM, so that figure was not used.']
        : []),
    ],
  }
}
