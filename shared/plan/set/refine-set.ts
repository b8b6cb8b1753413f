import type { Target } from '../../profile/target.ts'
import { linesOf } from '../candidate.ts'
import type { PlanFrame } from '../make-plan.ts'
import { searchBest } from '../search.ts'
import { larger, minus, type Needs, needsOf, plus, roomOf, within, withoutNeeds } from './needs.ts'
import type { FoundSet } from './search-set.ts'
import type { Candidate } from './set-grid.ts'
import type { SetMember } from './set-member.ts'

type Refining = {
  readonly members: readonly SetMember[]
  readonly frames: readonly PlanFrame[]
  readonly target: Target
  readonly room: (processes: number) => Needs
}

/** Once round, and once more for what the first round left. */
const ROUNDS = 2

/**
 * The picks of a set, each planned anew over the whole grid of a single plan within what the others leave: every number
 * of layers, every context. The most important first. None gets worse.
 */
export function refined({ members, frames, target, room }: Refining, { picks, swapped }: FoundSet): Candidate[] {
  const best = [...picks]
  const processes = members.length - swapped.size + Math.min(1, swapped.size)
  // What is not room of one plan is taken already: by the other processes themselves.
  const taken = minus(roomOf(target), room(processes))
  const order = members.map((_, at) => at).toSorted((a, b) => (members[b]?.weight ?? 0) - (members[a]?.weight ?? 0))
  for (let round = 0; round < ROUNDS; round++) {
    for (const at of order) {
      const frame = frames[at]
      const now = best[at]
      if (frame === undefined || now === undefined) continue
      const free = withoutNeeds(target, plus(taken, othersOf(best, swapped, at)))
      const situation = { ...frame.situation, target: free }
      const found = searchBest(frame.grid, frame.factsOf, situation, frame.wish)
      if (found === null || found.worth <= now.worth + 1e-9) continue
      const needs = needsOf(linesOf(found.choice, found.facts, frame.situation), target)
      const others = othersOf(best, swapped, at)
      if (within(plus(needs, others), room(processes))) best[at] = { choice: found.choice, needs, worth: found.worth }
    }
  }
  return best
}

/** What the others may hold while one member is loaded: those that swap with it are not there then. */
function othersOf(picks: readonly Candidate[], swapped: ReadonlySet<number>, at: number): Needs {
  const zero: Needs = (picks[0]?.needs ?? []).map(() => 0)
  const needs = (index: number): Needs => picks[index]?.needs ?? zero
  const sum = (indexes: readonly number[]) => indexes.map(needs).reduce(plus, zero)
  const loaded = sum([...picks.keys()].filter((index) => index !== at && !swapped.has(index)))
  return swapped.has(at) ? loaded : plus(loaded, [...swapped].map(needs).reduce(larger, zero))
}
