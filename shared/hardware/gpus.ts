import type { Backend } from '../backend.ts'
import { GIB } from '../units.ts'
import type { GpuReport } from './gpu-report.ts'
import { integratedByName } from './pci.ts'
import type { Gpu } from './snapshot.ts'

/** Reports of one probe about all GPUs that it sees. Sources are given best first. */
export type GpuSource = {
  readonly source: string
  readonly reports: readonly GpuReport[]
  /** This source lists every card of the vendor that can be used: what others see beyond that is out of reach. */
  readonly complete_for?: Gpu['vendor']
}

export type GpuContext = {
  readonly ram_bytes: number
  /** ROCm's tools answered, so its runtime is there. */
  readonly rocm: boolean
  /** Level Zero lists an Intel GPU, so SYCL can use it. */
  readonly level_zero: boolean
  /** Limit that the user set for the GPU's share of the machine's memory; null without one. */
  readonly gpu_limit_bytes: number | null
  readonly platform: 'linux' | 'darwin' | 'windows' | 'android' | 'other'
}

type Merged = GpuReport & { readonly source: string }

/**
 * One device for each real GPU. Two reports are about the same card when their PCI addresses say so, or, where one
 * has no address, when they are of the same vendor and come in the same order. A source without addresses adds no
 * card of a vendor that a better source has already counted.
 */
export function mergeGpus(sources: readonly GpuSource[], context: GpuContext): Gpu[] {
  const merged: Merged[] = []
  const complete = new Set<Gpu['vendor']>()
  for (const { source, reports, complete_for } of sources) {
    const counted = new Set(merged.map((gpu) => gpu.vendor))
    const taken = new Set<number>()
    for (const report of reports) {
      const at = merged.findIndex((gpu, index) => !taken.has(index) && sameCard(gpu, report))
      const known = merged[at]
      if (known) {
        merged[at] = fill(known, report)
        taken.add(at)
      } else if (!complete.has(report.vendor) && (report.pci_address !== null || !counted.has(report.vendor))) {
        merged.push({ ...report, source })
        taken.add(merged.length - 1)
      }
    }
    if (complete_for !== undefined) complete.add(complete_for)
  }
  return merged.slice(0, 256).map((gpu) => finishGpu(gpu, context))
}

function sameCard(a: GpuReport, b: GpuReport): boolean {
  if (a.vendor !== b.vendor) return false
  if (a.pci_address !== null && b.pci_address !== null) return a.pci_address === b.pci_address
  return a.pci_id === null || b.pci_id === null || a.pci_id === b.pci_id
}

function fill(known: Merged, more: GpuReport): Merged {
  return {
    ...known,
    name: known.name ?? more.name,
    vram_bytes: known.vram_bytes ?? more.vram_bytes,
    vram_free_bytes: known.vram_free_bytes ?? (known.vram_bytes === null ? more.vram_free_bytes : null),
    driver: known.driver ?? more.driver,
    architecture: known.architecture ?? more.architecture,
    pci_address: known.pci_address ?? more.pci_address,
    pci_id: known.pci_id ?? more.pci_id,
    integrated: known.integrated ?? more.integrated,
    shared_bytes: known.shared_bytes ?? more.shared_bytes,
    memory_not_counted: known.memory_not_counted || more.memory_not_counted,
  }
}

const VENDOR_WORDS: Readonly<Record<Gpu['vendor'], string>> = {
  nvidia: 'NVIDIA',
  amd: 'AMD',
  intel: 'Intel',
  apple: 'Apple',
  qualcomm: 'Qualcomm',
  arm: 'ARM',
  other: 'Unknown',
}

function finishGpu(gpu: Merged, context: GpuContext): Gpu {
  const integrated = gpu.integrated ?? (gpu.name === null ? null : integratedByName(gpu.vendor, gpu.name)) ?? false
  const memory = memoryOf(gpu, integrated, context)
  return {
    vendor: gpu.vendor,
    name: gpu.name ?? `${VENDOR_WORDS[gpu.vendor]} GPU${gpu.pci_id === null ? '' : ` ${gpu.pci_id}`}`,
    ...memory,
    integrated,
    driver: gpu.driver,
    backend: backendOf(gpu, context),
    architecture: gpu.architecture,
    source: gpu.source,
  }
}

type GpuMemory = Pick<Gpu, 'vram_bytes' | 'vram_free_bytes' | 'usable_bytes' | 'unified'>

// A firmware set-aside of at least this much is meant for models; below, the driver lends the machine's memory too.
const OWN_MEMORY = 4 * GIB

function memoryOf(gpu: Merged, integrated: boolean, context: GpuContext): GpuMemory {
  const own = { vram_bytes: gpu.vram_bytes, vram_free_bytes: gpu.vram_free_bytes, usable_bytes: null, unified: false }
  if (!integrated) return own
  const shared = { vram_bytes: context.ram_bytes || null, vram_free_bytes: null, usable_bytes: null, unified: true }
  if (gpu.vendor === 'apple') return { ...shared, usable_bytes: context.gpu_limit_bytes }
  if (gpu.vendor !== 'amd' || gpu.vram_bytes === null) return shared
  // AMD: memory set aside at boot (not part of MemTotal), plus what the driver may map from the machine's memory (GTT).
  if (gpu.vram_bytes >= OWN_MEMORY && gpu.vram_bytes >= (gpu.shared_bytes ?? 0)) return own
  const both = gpu.shared_bytes === null ? null : gpu.vram_bytes + gpu.shared_bytes
  return { ...shared, usable_bytes: both }
}

function backendOf(gpu: Merged, context: GpuContext): Backend {
  if (gpu.vendor === 'apple') return 'metal'
  if (gpu.vendor === 'nvidia') return 'cuda'
  // Intel Macs drive AMD and Intel GPUs through Metal.
  if (context.platform === 'darwin') return 'metal'
  if (gpu.vendor === 'amd') return context.rocm || gpu.architecture?.startsWith('gfx') ? 'rocm' : 'vulkan'
  return gpu.vendor === 'intel' && context.level_zero ? 'sycl' : 'vulkan'
}
