import { planAllocation } from './allocation-plan.ts'
import { aligned, peakOfTurns } from './block-allocator.ts'
import type { Schedule } from './scheduler.ts'
import { bytesOf, sameLayout } from './tensor.ts'

/** Bytes that each backend's compute buffer needs: the plan of who takes and gives what, with the tensors' own sizes. */
export function computeBufferSizes(schedule: Schedule, n_backends: number): number[] {
  const { turns, slots } = planAllocation(schedule, n_backends, sameLayout)
  const sizes = slots.map((tensor) => aligned(bytesOf(tensor)))
  const ofSlot = slots.map((_, i) => i)
  return turns.map((own) => peakOfTurns(own, ofSlot, sizes))
}
