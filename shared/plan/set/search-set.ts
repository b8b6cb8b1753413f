import { larger, type Needs, plus, within } from './needs.ts'
import { type Candidate, undominated } from './set-grid.ts'

/** A member with the ways to run it. */
export type Contender = { readonly weight: number; readonly pinned: boolean; readonly candidates: readonly Candidate[] }

export type FoundSet = {
  /** A candidate for each member, in their order. */
  readonly picks: readonly Candidate[]
  /** Members that make room for one another; none, or at least two. */
  readonly swapped: ReadonlySet<number>
  readonly worth: number
}

/**
 * What it costs a member to be loaded only when it is asked for, in doublings of its speed: as much as to run at half the
 * speed. A policy value (docs/sets.md).
 */
export const SWAP_COST = 1

/** States of a merge beyond this are thinned: the search stays exact below it. */
const MOST_STATES = 400

/** Subsets of swapping members that are looked into at most; all of them up to 12 members that may swap. */
const MOST_SUBSETS = 4096

/**
 * The members that stay loaded, those that swap, and a candidate for each, of the highest weighted worth that fits.
 * @param room of every memory for a number of processes, each of which takes something itself
 */
export function searchSet(members: readonly Contender[], room: (processes: number) => Needs): FoundSet | null {
  let best: FoundSet | null = null
  const boundOf = (swapped: ReadonlySet<number>) =>
    members.reduce((sum, { weight, candidates }, at) => {
      const most = candidates[0]?.worth ?? Number.NEGATIVE_INFINITY
      return sum + weight * (most - (swapped.has(at) ? SWAP_COST : 0))
    }, 0)
  const subsets = swapSubsets(members).map((swapped) => ({ swapped, bound: boundOf(swapped) }))
  for (const { swapped, bound } of subsets.toSorted((a, b) => b.bound - a.bound)) {
    if (best !== null && bound <= best.worth) break
    const processes = members.length - swapped.size + Math.min(1, swapped.size)
    const found = bestPicks(members, swapped, room(processes))
    if (found !== null && (best === null || found.worth > best.worth)) best = found
  }
  return best
}

/** Which members swap: nobody, or two and more of those that may. */
function swapSubsets(members: readonly Contender[]): ReadonlySet<number>[] {
  const free = members.flatMap(({ pinned }, at) => (pinned ? [] : [at]))
  const subsets: ReadonlySet<number>[] = [new Set(), ...(free.length > 1 ? [new Set(free)] : [])]
  const count = 2 ** free.length
  for (let bits = 1; bits < count - 1 && subsets.length < MOST_SUBSETS; bits++) {
    const chosen = free.filter((_, at) => (bits >> at) % 2 === 1)
    if (chosen.length > 1) subsets.push(new Set(chosen))
  }
  return subsets
}

type State = {
  readonly needs: Needs
  readonly worth: number
  readonly picks: readonly (readonly [number, Candidate])[]
}

function bestPicks(members: readonly Contender[], swapped: ReadonlySet<number>, room: Needs): FoundSet | null {
  const nothing: State = { needs: room.map(() => 0), worth: 0, picks: [] }
  const merge = (states: readonly State[], at: number, join: (a: Needs, b: Needs) => Needs, cost: number) => {
    const { candidates = [], weight = 0 } = members[at] ?? {}
    const next = states.flatMap((state) =>
      candidates.flatMap((one): State[] => {
        const needs = join(state.needs, one.needs)
        if (!within(needs, room)) return []
        return [{ needs, worth: state.worth + weight * (one.worth - cost), picks: [...state.picks, [at, one]] }]
      }),
    )
    return thinned(undominated(next), room)
  }
  // Those that swap first, for they share what the largest of them needs; the others add up on top of it.
  let states: State[] = [nothing]
  for (const at of swapped) states = merge(states, at, larger, SWAP_COST)
  members.forEach((_, at) => {
    if (!swapped.has(at)) states = merge(states, at, plus, 0)
  })
  const [first] = states
  if (first === undefined) return null
  const picks = first.picks.toSorted(([a], [b]) => a - b).map(([, candidate]) => candidate)
  return { picks, swapped, worth: first.worth }
}

/** Of states with about the same needs the best; their needs stay exact, so what is found fits. */
function thinned(states: readonly State[], room: Needs): State[] {
  if (states.length <= MOST_STATES) return [...states]
  const seen = new Set<string>()
  const steps = MOST_STATES ** (1 / room.length) * 2
  return states.filter(({ needs }) => {
    const key = needs.map((bytes, at) => Math.floor((steps * bytes) / Math.max(1, room[at] ?? 1))).join(' ')
    return !seen.has(key) && seen.add(key)
  })
}
