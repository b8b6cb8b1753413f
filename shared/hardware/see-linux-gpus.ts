import { gpuReport, type GpuReport } from './gpu-report.ts'
import type { GpuSource } from './merge-reports.ts'
import type { Host } from './host.ts'
import { driverNote, seeNvidia } from './nvidia.ts'
import { ask } from './probe.ts'
import { amdSmi } from './probes/amd-smi.ts'
import { clinfo } from './probes/clinfo.ts'
import { syclLs, xpuSmi } from './probes/intel-gpu.ts'
import { lspci, type PciDisplay } from './probes/lspci.ts'
import { mobileGpu } from './probes/mobile-gpu.ts'
import { gpusOfAgents, rocminfo } from './probes/rocminfo.ts'
import { nvidiaTopo, type NvidiaTopo } from './probes/nvidia-topo.ts'
import { rocmSmi } from './probes/rocm-smi.ts'
import { sysDrm } from './probes/sys-drm.ts'
import { sysPci } from './probes/sys-pci.ts'
import { vulkaninfo } from './probes/vulkaninfo.ts'
import { xpuTable } from './probes/xpu-table.ts'
import type { Sight } from './sight.ts'
import type { ProbeResult } from './snapshot.ts'

type GpuSight = Pick<Sight, 'gpus' | 'gpus_answered' | 'rocm' | 'level_zero' | 'notes'>

/** What counts depends on the container and the board, which other probes find meanwhile. */
export type LinuxGpus = { readonly within: (container: boolean, board: string | null) => GpuSight }

/**
 * Asks every tool and kernel interface that knows GPUs. Vulkan is asked only where there is no PCI bus to look at, OpenCL
 * only for a card of Intel's.
 */
export async function seeLinuxGpus(host: Host, log: ProbeResult[]): Promise<LinuxGpus> {
  const [nvidia, amd, agents, rocm, drm, listed, pci, mobile, sycl, xpu, nodes] = await Promise.all([
    seeNvidia(host, log),
    ask(host, amdSmi, log),
    ask(host, rocminfo, log),
    ask(host, rocmSmi, log),
    ask(host, sysDrm, log),
    ask(host, lspci, log),
    ask(host, sysPci, log),
    ask(host, mobileGpu, log),
    ask(host, syclLs, log),
    ask(host, xpuSmi, log),
    host.list('/dev/dri'),
  ])
  const answered = pci !== null || listed !== null || mobile !== null
  const bus = listed?.displays ?? null
  const onBus = [...usable(bus), ...usable(pci)]
  const [vulkan, opencl, sized] = await Promise.all([
    answered || nvidia.gpus.length > 0 ? null : ask(host, vulkaninfo, log),
    // It loads every OpenCL driver: only where Intel's own tool is not there to say more.
    xpu === null && intelCard(answered, onBus) ? ask(host, clinfo, log) : null,
    xpu?.some(({ vram_bytes, integrated }) => vram_bytes === null && integrated !== true)
      ? ask(host, xpuTable, log)
      : null,
  ])
  const [card] = nvidia.gpus
  const topo = (card?.reports.length ?? 0) > 1 ? await ask(host, nvidiaTopo, log) : null

  const within: LinuxGpus['within'] = (container, board) => {
    const reachable = !container || nodes.some((name) => name.startsWith('renderD'))
    const tools: GpuSource[] = [
      ...nvidia.gpus,
      { source: 'amd-smi', reports: amd ?? [] },
      { source: 'rocminfo', reports: gpusOfAgents(agents ?? []) },
      { source: 'rocm-smi', reports: rocm ?? [] },
      { source: 'xpu-smi', reports: xpu ?? [] },
      { source: xpuTable.id, reports: sized ?? [] },
    ]
    // The kernel shows a container all of the machine's devices; without a render node it can open none of them.
    const kernel: GpuSource[] = [
      { source: 'sys-drm', reports: drm ?? [] },
      { source: 'lspci', reports: usable(bus) },
      { source: 'sys-pci', reports: usable(pci) },
    ].map(({ source, reports }) => ({
      source,
      reports: reachable ? reports : reports.filter((gpu) => gpu.vendor === 'nvidia'),
    }))
    const hidden = !reachable && onBus.some((gpu) => gpu.vendor !== 'nvidia')
    return {
      gpus: [
        ...tools,
        ...jetson(board),
        ...kernel,
        { source: 'clinfo', reports: opencl ?? [] },
        { source: 'mobile-gpu', reports: mobile ?? [] },
        { source: 'vulkaninfo', reports: vulkan ?? [] },
      ],
      gpus_answered: answered || vulkan !== null,
      rocm: amd !== null || agents !== null || rocm !== null,
      level_zero: (sycl ?? []).length > 0,
      notes: [
        ...nvidia.notes,
        ...driverNote(nvidia, onBus),
        ...linkNotes(topo),
        ...virtualNotes(tools, bus ?? []),
        ...npuNotes(listed?.npus ?? []),
        ...(hidden ? ['GPUs on the PCI bus are not counted: this container has no /dev/dri/renderD* device.'] : []),
      ],
    }
  }
  return { within }
}

/** How the cards reach each other, since a model split over them must cross it for every token. */
function linkNotes(topo: NvidiaTopo | null): string[] {
  if (topo === null || topo.links.length === 0) return []
  const kinds = new Set(topo.links.map(({ link }) => (link.startsWith('NV') ? 'NVLink' : link)))
  if (kinds.size === 1 && kinds.has('NVLink')) return ['All NVIDIA GPUs are joined by NVLink.']
  const apart = topo.links.filter(({ link }) => link === 'SYS').map(({ a, b }) => `${a}-${b}`)
  if (apart.length === 0) return ['The NVIDIA GPUs reach each other over PCIe without crossing CPU sockets.']
  return [`NVIDIA GPUs on different CPU sockets, slow to each other: ${apart.slice(0, 8).join(', ')}.`]
}

/** A virtual machine's adapter is often taken for a GPU that should have been found. */
function virtualNotes(tools: readonly GpuSource[], bus: readonly PciDisplay[]): string[] {
  const adapter = bus.find((display) => display.not_gpu === 'virtual')
  if (adapter === undefined || usable(bus).length > 0 || tools.some(({ reports }) => reports.length > 0)) return []
  const called = adapter.name ?? adapter.vendor_name
  return [`The display adapter (${called}) is the virtual machine's own: llama.cpp cannot compute on it.`]
}

function npuNotes(npus: readonly string[]): string[] {
  return npus.length === 0 ? [] : [`There is a neural processor (${npus[0]}), which llama.cpp does not use.`]
}

/** Whether there is, or may be, a card of Intel's with memory of its own. */
function intelCard(answered: boolean, onBus: readonly GpuReport[]): boolean {
  return !answered || onBus.some(({ vendor, integrated }) => vendor === 'intel' && integrated !== true)
}

function usable(displays: readonly PciDisplay[] | null): GpuReport[] {
  return (displays ?? []).filter((display) => display.not_gpu === null)
}

/** A Jetson's GPU is on no bus, and before JetPack 6 there is no nvidia-smi either: the board's name tells. */
function jetson(board: string | null): GpuSource[] {
  if (board === null || !/\b(?:jetson|tegra)\b|nvidia.{0,20}\b(?:orin|xavier|thor)\b/i.test(board)) return []
  const report = gpuReport({ vendor: 'nvidia', name: board, integrated: true, memory_not_counted: true })
  return [{ source: 'device-tree', reports: [report] }]
}
