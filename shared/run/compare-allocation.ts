import { type MemoryBreakdown, type MemoryEstimate, totalOf } from '../estimate/memory-estimate.ts'
import { MIB } from '../units.ts'
import type { Allocation, BufferSizes } from './engine-log.ts'

/** One memory: what the estimate says beside what llama.cpp's log says. */
export type AllocationRow = {
  readonly name: string
  readonly kind: 'device' | 'host'
  readonly estimated: MemoryBreakdown
  readonly allocated: BufferSizes
  /** The log gives the mapped part of the file, not the weights in it; so the model is not compared. */
  readonly mapped: boolean
  /** How far the sum of what can be compared is off, as a fraction of what was allocated. */
  readonly difference: number
}

/** A difference below this is shown, not reported. */
export const NOTABLE = 0.02
/** The log rounds to hundredths of a MiB, and small buffers are padded. */
const ROUNDING = 0.5 * MIB

const NOTHING: BufferSizes = { model: 0, context: 0, compute: 0 }

/** Each device and the host, as far as the log told of them; empty when it told nothing. */
export function compareAllocation(allocation: Allocation, estimate: MemoryEstimate): readonly AllocationRow[] {
  const names = [...allocation.keys()]
  // Rows split over several cards (`-sm row`) stand under no card's name.
  if (names.length === 0 || names.some((name) => name.endsWith('_Split'))) return []
  const devices = [...new Set(names.filter((name) => !isHost(name)).map(deviceOf))].sort(byNumber)
  const sizesOf = (fits: (name: string) => boolean) => names.filter(fits).map((name) => allocation.get(name) ?? NOTHING)
  const rows = devices.map((device, index) =>
    row(device, 'device', estimate.devices[index] ?? NOTHING, {
      leeway: leewayAt(estimate, index),
      allocated: sizesOf((name) => !isHost(name) && deviceOf(name) === device).reduce(plus, NOTHING),
      mapped: names.some((name) => deviceOf(name) === device && isMapped(name)),
    }),
  )
  // All of the model on the CPU: the mapped part is the weights, unless some of them were repacked as well.
  const mapped = names.some((name) => isHost(name) && isMapped(name))
  const partial = mapped && (devices.length > 0 || names.includes('CPU_REPACK'))
  const host = row('Host', 'host', estimate.host, {
    allocated: sizesOf(isHost).reduce(plus, NOTHING),
    mapped: partial,
  })
  return [...rows, host]
}

/** Rows that differ by more than is explained by rounding and by `NOTABLE`. */
export function notableDifferences(rows: readonly AllocationRow[]): readonly AllocationRow[] {
  return rows.filter(({ difference, allocated, estimated }) => {
    const bytes = Math.abs(totalOf(allocated) - totalOf(estimated))
    return Math.abs(difference) > NOTABLE && bytes > ROUNDING
  })
}

/** How much less or more than estimated a device may hold, for terms that have bounds. */
type Leeway = { readonly less: number; readonly more: number }

const NONE: Leeway = { less: 0, more: 0 }

function leewayAt({ backend_terms = [] }: MemoryEstimate, index: number): Leeway {
  const own = backend_terms.filter(({ place }) => place === index)
  return {
    less: own.reduce((sum, { bytes, low = bytes }) => sum + bytes - low, 0),
    more: own.reduce((sum, { bytes, high }) => sum + (high ?? bytes) - bytes, 0),
  }
}

function row(
  name: string,
  kind: AllocationRow['kind'],
  estimated: MemoryBreakdown,
  { allocated, mapped, leeway = NONE }: { allocated: BufferSizes; mapped: boolean; leeway?: Leeway },
): AllocationRow {
  const counted = (sizes: MemoryBreakdown) => (mapped ? sizes.context + sizes.compute : totalOf(sizes))
  const real = counted(allocated)
  const plain = counted(estimated) - real
  // What depends on the kernels that the backend chooses is no difference.
  const off = plain > 0 ? Math.max(0, plain - leeway.less) : Math.min(0, plain + leeway.more)
  return { name, kind, estimated, allocated, mapped, difference: real === 0 ? (off === 0 ? 0 : 1) : off / real }
}

/** `CPU`, `CPU_Mapped`, `CPU_REPACK`, `CPU_AARCH64`, `CUDA_Host`, `ROCm_Host`: memory of the host. */
function isHost(name: string): boolean {
  return /^(?:CPU|BLAS|AMX)(?:_|$)/.test(name) || name.endsWith('_Host')
}

function isMapped(name: string): boolean {
  return name.endsWith('_Mapped')
}

/** `MTL0_Mapped` and `MTL0_Private` are one device. */
function deviceOf(name: string): string {
  return name.replace(/_(?:Mapped|Private|Shared)$/, '')
}

function byNumber(a: string, b: string): number {
  return Number(/\d+/.exec(a)?.[0] ?? 0) - Number(/\d+/.exec(b)?.[0] ?? 0)
}

function plus(a: BufferSizes, b: BufferSizes): BufferSizes {
  return { model: a.model + b.model, context: a.context + b.context, compute: a.compute + b.compute }
}
