import type { Backend } from '../backend.ts'
import { GIB } from '../units.ts'
import { mergeReports, type GpuSource, type MergedGpu } from './merge-reports.ts'
import { integratedByName } from './pci.ts'
import type { Gpu } from './snapshot.ts'

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

/** The devices of a machine from what its probes say, best source first. */
export function mergeGpus(sources: readonly GpuSource[], context: GpuContext): Gpu[] {
  return mergeReports(sources).map((gpu) => finishGpu(gpu, context))
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

function finishGpu(gpu: MergedGpu, context: GpuContext): Gpu {
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

function memoryOf(gpu: MergedGpu, integrated: boolean, context: GpuContext): GpuMemory {
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

function backendOf(gpu: MergedGpu, context: GpuContext): Backend {
  if (gpu.vendor === 'apple') return 'metal'
  if (gpu.vendor === 'nvidia') return 'cuda'
  // Intel Macs drive AMD and Intel GPUs through Metal.
  if (context.platform === 'darwin') return 'metal'
  if (gpu.vendor === 'amd') return context.rocm || gpu.architecture?.startsWith('gfx') ? 'rocm' : 'vulkan'
  return gpu.vendor === 'intel' && context.level_zero ? 'sycl' : 'vulkan'
}
