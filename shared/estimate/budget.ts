import type { Sourced, Target, TargetDevice } from '../profile/target.ts'
import { type MemoryBreakdown, type MemoryEstimate, totalOf } from './memory-estimate.ts'

/** Over this share of the usable memory a config is near its limit: a warning, and the planner's own head-room. */
export const NEAR = 0.9

/** One memory with what a config needs of it. */
export type BudgetLine = {
  readonly kind: 'device' | 'host'
  readonly name: string
  readonly need: MemoryBreakdown
  readonly need_bytes: number
  /** Null where the machine does not say. */
  readonly usable: Sourced | null
  readonly state: 'fits' | 'near' | 'over' | 'unknown'
}

/**
 * Every device on its own, then the host. On a unified target the devices' needs count for the host too, as all of
 * it is the same memory.
 * @param devices the target's devices that the estimate is about, in its order
 */
export function budgetLines(
  estimate: MemoryEstimate,
  target: Target,
  devices: readonly TargetDevice[] = target.devices.slice(0, estimate.devices.length),
): readonly BudgetLine[] {
  const lines = devices.map((device, index) => {
    const need = estimate.devices[index] ?? { model: 0, context: 0, compute: 0 }
    return lineOf('device', device.name, need, device.usable)
  })
  if (!target.unified) lines.push(lineOf('host', 'RAM', estimate.host, target.host.usable))
  else {
    const own = estimate.devices.filter((_, index) => devices[index]?.remote === undefined)
    lines.push(lineOf('host', 'shared memory', [estimate.host, ...own].reduce(plus), target.host.usable))
  }
  return lines
}

/** One memory with a need, judged. */
export function lineOf(
  kind: BudgetLine['kind'],
  name: string,
  need: MemoryBreakdown,
  usable: Sourced | null,
): BudgetLine {
  const need_bytes = totalOf(need)
  return { kind, name, need, need_bytes, usable, state: stateOf(need_bytes, usable) }
}

function stateOf(need: number, usable: Sourced | null): BudgetLine['state'] {
  if (need === 0) return 'fits'
  // Facts that make no sense may give no number; that is no pass.
  if (usable === null || !Number.isFinite(need)) return 'unknown'
  if (need > usable.bytes) return 'over'
  return need > NEAR * usable.bytes ? 'near' : 'fits'
}

function plus(a: MemoryBreakdown, b: MemoryBreakdown): MemoryBreakdown {
  return { model: a.model + b.model, context: a.context + b.context, compute: a.compute + b.compute }
}

/** Whether every memory holds its need with head-room; unknown memory holds nothing. */
export function fits(lines: readonly BudgetLine[]): boolean {
  return lines.every(({ state }) => state === 'fits')
}
