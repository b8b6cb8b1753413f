import type { GpuReport } from './gpu-report.ts'
import type { Gpu } from './snapshot.ts'

/** Reports of one probe about all GPUs that it sees. Sources are given best first. */
export type GpuSource = {
  readonly source: string
  readonly reports: readonly GpuReport[]
  /** This source lists every card of the vendor that can be used: what others see beyond that is out of reach. */
  readonly complete_for?: Gpu['vendor']
}

type Field = keyof Omit<GpuReport, 'vendor' | 'memory_not_counted'>

/** What all sources together say of one card, and which of them each fact is from. */
export type MergedGpu = GpuReport & {
  readonly source: string
  readonly origins: Readonly<Partial<Record<Field, string>>>
}

const FIELDS: readonly Field[] = [
  'name',
  'vram_bytes',
  'vram_free_bytes',
  'driver',
  'architecture',
  'pci_address',
  'pci_id',
  'integrated',
  'shared_bytes',
]

/**
 * One device for each real GPU. Two reports are about the same card when their PCI addresses say so, or, where one
 * has no address, when they are of the same vendor and come in the same order. A source without addresses adds no
 * card of a vendor that a better source has already counted.
 */
export function mergeReports(sources: readonly GpuSource[]): MergedGpu[] {
  const merged: MergedGpu[] = []
  const complete = new Set<Gpu['vendor']>()
  for (const { source, reports, complete_for } of sources) {
    const counted = new Set(merged.map((gpu) => gpu.vendor))
    const taken = new Set<number>()
    for (const report of reports) {
      const at = merged.findIndex((gpu, index) => !taken.has(index) && sameCard(gpu, report))
      const known = merged[at]
      if (known) {
        merged[at] = fill(known, report, source)
        taken.add(at)
      } else if (!complete.has(report.vendor) && (report.pci_address !== null || !counted.has(report.vendor))) {
        const own = FIELDS.filter((field) => report[field] !== null).map((field) => [field, source])
        merged.push({ ...report, source, origins: Object.fromEntries(own) as MergedGpu['origins'] })
        taken.add(merged.length - 1)
      }
    }
    if (complete_for !== undefined) complete.add(complete_for)
  }
  return merged.slice(0, 256)
}

function sameCard(a: GpuReport, b: GpuReport): boolean {
  if (a.vendor !== b.vendor) return false
  if (a.pci_address !== null && b.pci_address !== null) return a.pci_address === b.pci_address
  return a.pci_id === null || b.pci_id === null || a.pci_id === b.pci_id
}

function fill(known: MergedGpu, more: GpuReport, source: string): MergedGpu {
  // Free memory belongs to the total that the same tool measured.
  const open = FIELDS.filter(
    (field) =>
      known[field] === null && more[field] !== null && (field !== 'vram_free_bytes' || known.vram_bytes === null),
  )
  const facts = Object.fromEntries(open.map((field) => [field, more[field]])) as Partial<GpuReport>
  const origins = Object.fromEntries(open.map((field) => [field, source]))
  return {
    ...known,
    ...facts,
    memory_not_counted: known.memory_not_counted || more.memory_not_counted,
    origins: { ...known.origins, ...origins },
  }
}
