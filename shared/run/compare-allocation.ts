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
  /** Of the allocated model, what is mapped from the file; pages of it that are packed elsewhere are in it too. */
  readonly mapped_bytes: number
  /** How far the sum of what can be compared is off, as a fraction of what was allocated. */
  readonly difference: number
}

/** A difference below this is shown, not reported. */
export const NOTABLE = 0.02
/** The log rounds to hundredths of a MiB, and small buffers are padded. */
const ROUNDING = 0.5 * MIB

const NOTHING: BufferSizes = { model: 0, context: 0, compute: 0 }

/**
 * Each device and the host, as far as the log told of them; empty when it told nothing.
 * @param packed_more bytes that the host's packed weights take beyond the estimate (host.packed_weights), where some are
 */
export function compareAllocation(
  allocation: Allocation,
  estimate: MemoryEstimate,
  packed_more = 0,
): readonly AllocationRow[] {
  const names = [...allocation.keys()]
  // Rows split over several cards (`-sm row`) stand under no card's name.
  if (names.length === 0 || names.some((name) => name.endsWith('_Split'))) return []
  const devices = [...new Set(names.filter((name) => !isHost(name)).map(deviceOf))].sort(byNumber)
  const rows = devices.map((device, index) => {
    const own = buffersOf(allocation, (name) => !isHost(name) && deviceOf(name) === device)
    return row(device, 'device', estimate.devices[index] ?? NOTHING, own, {
      mapped: own.mapped_bytes > 0,
      leeway: leewayAt(estimate, index),
    })
  })
  const own = buffersOf(allocation, isHost)
  const packed = names.some(isPacked)
  // All of the model on the CPU: the mapped part is the weights, unless some of them were packed as well.
  const partial = own.mapped_bytes > 0 && (devices.length > 0 || packed)
  const { model, context, compute } = estimate.host
  const host = { model: model + (packed ? packed_more : 0), context, compute }
  return [...rows, row('Host', 'host', host, own, { mapped: partial })]
}

/** Rows that differ by more than is explained by rounding and by `NOTABLE`. */
export function notableDifferences(rows: readonly AllocationRow[]): readonly AllocationRow[] {
  return rows.filter(({ difference, allocated, estimated, mapped }) => {
    const bytes = Math.abs(compared(allocated, mapped) - compared(estimated, mapped))
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

type Buffers = { readonly sum: BufferSizes; readonly mapped_bytes: number }

function buffersOf(allocation: Allocation, fits: (name: string) => boolean): Buffers {
  const own = [...allocation].filter(([name]) => fits(name))
  return {
    sum: own.reduce((sum, [, sizes]) => plus(sum, sizes), NOTHING),
    mapped_bytes: own.reduce((sum, [name, { model }]) => sum + (isMapped(name) ? model : 0), 0),
  }
}

function row(
  name: string,
  kind: AllocationRow['kind'],
  estimated: MemoryBreakdown,
  { sum: allocated, mapped_bytes }: Buffers,
  { mapped, leeway = NONE }: { readonly mapped: boolean; readonly leeway?: Leeway },
): AllocationRow {
  const real = compared(allocated, mapped)
  const plain = compared(estimated, mapped) - real
  // What depends on the kernels that the backend chooses is no difference.
  const off = plain > 0 ? Math.max(0, plain - leeway.less) : Math.min(0, plain + leeway.more)
  const difference = real === 0 ? (off === 0 ? 0 : 1) : off / real
  return { name, kind, estimated, allocated, mapped, mapped_bytes, difference }
}

function compared(sizes: MemoryBreakdown, mapped: boolean): number {
  return mapped ? sizes.context + sizes.compute : totalOf(sizes)
}

/** `CPU`, `CPU_Mapped`, `AMX`, `CPU_REPACK`, `CUDA_Host`, `ROCm_Host`: memory of the host. */
function isHost(name: string): boolean {
  return /^(?:CPU|BLAS|AMX)(?:_|$)/.test(name) || name.endsWith('_Host')
}

/** Weights in an order of the CPU's own: `AMX`, `CPU_REPACK`, `CPU_KLEIDIAI`, `CPU_AARCH64` (until 2025). */
function isPacked(name: string): boolean {
  return name === 'AMX' || /^CPU_(?!Mapped$)/.test(name)
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
