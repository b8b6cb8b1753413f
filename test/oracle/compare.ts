import type { MemoryBreakdown, MemoryEstimate } from '../../shared/estimate/memory-estimate.ts'
import type { EngineBytes } from './breakdown.ts'

/** Our bytes beside llama.cpp's, for one device or the host. */
export type ComparedRow = { readonly name: string; readonly ours: MemoryBreakdown; readonly engine: MemoryBreakdown }

/** Rows of both sides, device by device, the host last. */
export function compareRows(estimate: MemoryEstimate, answer: EngineBytes): ComparedRow[] {
  const nothing: MemoryBreakdown = { model: 0, context: 0, compute: 0 }
  const count = Math.max(estimate.devices.length, answer.devices.length)
  const devices = Array.from({ length: count }, (_, i) => ({
    name: `device ${i}`,
    ours: estimate.devices[i] ?? nothing,
    engine: answer.devices[i] ?? nothing,
  }))
  return [...devices, { name: 'host', ours: estimate.host, engine: answer.host }]
}

/** Whether weights and context are llama.cpp's to the byte. */
export function isExact({ ours, engine }: ComparedRow): boolean {
  return ours.model === engine.model && ours.context === engine.context
}

/** Error of a row's total as a share of llama.cpp's, negative where we say too little; 0 for an empty row. */
export function totalError({ ours, engine }: ComparedRow): number {
  const total = engine.model + engine.context + engine.compute
  const our_total = ours.model + ours.context + ours.compute
  return total === 0 ? 0 : (our_total - total) / total
}

/** The value below which `share` of the numbers lie. */
export function quantile(numbers: readonly number[], share: number): number {
  const sorted = [...numbers].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0
}
