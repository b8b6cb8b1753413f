import { fits } from '../estimate/budget.ts'
import type { ModelFacts } from '../model/facts.ts'
import { type Choice, linesOf, type Situation, speedOf } from './candidate.ts'

/**
 * Shares of the layers for a cluster, as whole layers: the fastest device takes as many as it holds, then the next. A token
 * passes through all of them one after the other, so that every layer on a faster device makes it sooner, and a machine
 * that gets none is not waited for. Null where this is no better than the shares by memory.
 */
export function fastestSplit(choice: Choice, facts: ModelFacts, situation: Situation): number[] | null {
  const { devices } = situation.target
  const slots = choice.n_gpu_layers
  if (!devices.some(({ remote }) => remote !== undefined) || slots === 0) return null
  const speed = (split: readonly number[]) =>
    speedOf(choice, facts, { ...situation, tensor_split: split }).tg?.tokens_per_s
  const holds = (split: readonly number[]) => fits(linesOf(choice, facts, { ...situation, tensor_split: split }))
  const alone = (at: number) => devices.map((_, index) => (index === at ? slots : 0))
  const order = devices
    .map((_, at) => ({ at, speed: speed(alone(at)) ?? 0 }))
    .toSorted((a, b) => b.speed - a.speed)
    .map(({ at }) => at)
  const last = order.at(-1) ?? 0
  let split: readonly number[] = devices.map((_, at) => (at === last ? slots : 0))
  // Moved one by one off the slowest: compute buffers make no simple sum.
  order.slice(0, -1).forEach((to, rank) => {
    for (const from of order.slice(rank + 1).toReversed()) {
      for (let left = split[from] ?? 0; left > 0; left--) {
        const next = split.map((count, at) => count + Number(at === to) - Number(at === from))
        if (!deviceHolds(next, to)) return
        split = next
      }
    }
  })
  const given = situation.tensor_split
  const better = (speed(split) ?? 0) > (speed(given) ?? 0)
  return holds(split) && (better || !holds(given)) ? [...split] : null

  function deviceHolds(next: readonly number[], at: number): boolean {
    const line = linesOf(choice, facts, { ...situation, tensor_split: next })[at]
    return line?.state === 'fits'
  }
}
