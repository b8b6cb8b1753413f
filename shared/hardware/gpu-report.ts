import type { Gpu } from './snapshot.ts'

/** What one probe says about one GPU; everything that it does not say is null. */
export type GpuReport = {
  readonly vendor: Gpu['vendor']
  readonly name: string | null
  readonly vram_bytes: number | null
  readonly vram_free_bytes: number | null
  readonly driver: string | null
  /** CUDA compute capability or gfx target. */
  readonly architecture: string | null
  /** `0000:01:00.0`, lower case. */
  readonly pci_address: string | null
  /** Vendor and device: `10de:2684`. */
  readonly pci_id: string | null
  readonly integrated: boolean | null
  /** Memory of the machine that the driver lends to this GPU (AMD's GTT); null where unknown. */
  readonly shared_bytes: number | null
  /** The machine says that its memory cannot be counted apart (`[N/A]` of unified NVIDIA parts). */
  readonly memory_not_counted: boolean
}

/** A report with everything unknown but `known`. */
export function gpuReport(known: Partial<GpuReport> & Pick<GpuReport, 'vendor'>): GpuReport {
  return {
    name: null,
    vram_bytes: null,
    vram_free_bytes: null,
    driver: null,
    architecture: null,
    pci_address: null,
    pci_id: null,
    integrated: null,
    shared_bytes: null,
    memory_not_counted: false,
    ...known,
  }
}

/** A PCI address in one spelling: `00000000:0C:00.0`, `0c:00.0`, `0000:0c:0.0` and `0000:0c:00.0` are the same; null for other text. */
export function pciAddress(text: string): string | null {
  const match = /^\s*(?:([0-9a-f]{1,8}):)?([0-9a-f]{2}):([0-9a-f]{1,2})\.([0-7])\s*$/i.exec(text)
  if (!match) return null
  const domain = (match[1] ?? '0').replace(/^0+/, '').padStart(4, '0')
  return `${domain}:${match[2]}:${match[3]?.padStart(2, '0')}.${match[4]}`.toLowerCase()
}
