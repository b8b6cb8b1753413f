import type { GpuReport } from './gpu-report.ts'
import type { GpuSource } from './gpus.ts'
import type { Host } from './host.ts'
import { ask } from './probe.ts'
import { lspci, type PciDisplay } from './probes/lspci.ts'
import { nvidiaCsv } from './probes/nvidia-csv.ts'
import { nvidiaNotes } from './nvidia.ts'
import { sysDrm } from './probes/sys-drm.ts'
import { sysPci } from './probes/sys-pci.ts'
import type { ProbeResult } from './snapshot.ts'
import type { Sight } from './sight.ts'

type GpuSight = Pick<Sight, 'gpus' | 'gpus_answered' | 'rocm' | 'level_zero' | 'notes'>

/** Asks for GPUs; what of it counts depends on the container and the board, which other probes find meanwhile. */
export async function seeLinuxGpus(
  host: Host,
  log: ProbeResult[],
): Promise<{ within(container: boolean, board: string | null): GpuSight }> {
  const [nvidia, drm, pci, listed, nodes] = await Promise.all([
    ask(host, nvidiaCsv, log),
    ask(host, sysDrm, log),
    ask(host, sysPci, log),
    ask(host, lspci, log),
    host.list('/dev/dri'),
  ])
  return {
    within(container) {
      const reachable = !container || nodes.some((name) => name.startsWith('renderD'))
      const onBus = [...gpusOf(listed), ...gpusOf(pci)]
      const gpus: GpuSource[] = [
        { source: 'nvidia-smi', reports: nvidia ?? [], ...(nvidia ? { complete_for: 'nvidia' as const } : {}) },
        ...(reachable
          ? [
              { source: 'sys-drm', reports: drm ?? [] },
              { source: 'lspci', reports: gpusOf(listed) },
              { source: 'sys-pci', reports: gpusOf(pci) },
            ]
          : []),
      ]
      const notes = [...nvidiaNotes(nvidia, onBus, log)]
      if (!reachable && onBus.some((gpu) => gpu.vendor !== 'nvidia')) {
        notes.push('This container sees GPUs on the PCI bus but no /dev/dri/renderD* device, so they are not counted.')
      }
      return { gpus, gpus_answered: pci !== null || listed !== null, rocm: false, level_zero: false, notes }
    },
  }
}

function gpusOf(displays: readonly PciDisplay[] | null): GpuReport[] {
  return (displays ?? []).filter((display) => display.not_gpu === null)
}
