import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { BudgetLine } from '../../../shared/estimate/budget.ts'
import {
  larger,
  minus,
  type Needs,
  needsOf,
  plus,
  roomOf,
  within,
  withoutNeeds,
} from '../../../shared/plan/set/needs.ts'
import { type Contender, searchSet, SWAP_COST } from '../../../shared/plan/set/search-set.ts'
import { type Candidate, undominated } from '../../../shared/plan/set/set-grid.ts'
import { GIB } from '../../../shared/units.ts'
import { WHOLE_ON_GPU as choice } from '../choices.ts'
import { madeUpTarget } from '../targets.ts'

const candidate = (worth: number, ...needs: number[]): Candidate => ({ choice, needs, worth })
const contender = (candidates: readonly Candidate[], more: Partial<Contender> = {}): Contender => ({
  weight: 1,
  pinned: false,
  ...more,
  // As `candidatesOf` gives them.
  candidates: undominated(candidates),
})

type Outcome = { readonly worth: number; readonly swapped: readonly number[] } | null

/** Every pick of every subset that may swap, nothing pruned. */
function everyWay(members: readonly Contender[], room: (processes: number) => Needs): number {
  let best = Number.NEGATIVE_INFINITY
  for (let bits = 0; bits < 2 ** members.length; bits++) {
    const swaps = (at: number) => (bits >> at) % 2 === 1
    const swapped = members.filter((_, at) => swaps(at))
    if (swapped.length === 1 || swapped.some(({ pinned }) => pinned)) continue
    const free = room(members.length - swapped.length + Math.min(1, swapped.length))
    const pick = (at: number, loaded: Needs, swapping: Needs, worth: number): void => {
      const member = members[at]
      if (member === undefined) {
        if (within(plus(loaded, swapping), free)) best = Math.max(best, worth)
        return
      }
      for (const one of member.candidates) {
        const gain = member.weight * (one.worth - (swaps(at) ? SWAP_COST : 0))
        if (swaps(at)) pick(at + 1, loaded, larger(swapping, one.needs), worth + gain)
        else pick(at + 1, plus(loaded, one.needs), swapping, worth + gain)
      }
    }
    const zero = free.map(() => 0)
    pick(0, zero, zero, 0)
  }
  return best
}

const found = (members: readonly Contender[], room: Needs): Outcome => {
  const set = searchSet(members, () => room)
  return set && { worth: set.worth, swapped: [...set.swapped].toSorted((a, b) => a - b) }
}

describe('the best set that fits', () => {
  const one = contender([candidate(5, 6), candidate(3, 4), candidate(1, 1)])

  test.each<[string, readonly Contender[], Needs, Outcome]>([
    ['all as they are best', [one, one], [12], { worth: 10, swapped: [] }],
    ['one of them smaller', [one, one], [10], { worth: 8, swapped: [] }],
    // Two at 5 less the cost of swapping are 8; loaded together they would be 6.
    ['making room for each other', [one, one], [8], { worth: 8, swapped: [0, 1] }],
    ['loaded together where that is as good', [one, contender([candidate(4, 4)])], [10], { worth: 9, swapped: [] }],
    ['none', [one, one], [0.5], null],
    ['of one', [one], [4], { worth: 3, swapped: [] }],
    ['with a member that has no way to run', [one, contender([])], [100], null],
  ])('%s', (_, members, room, expected) => {
    expect(found(members, room)).toEqual(expected)
  })

  test('with more states than are kept: within the memory, and nearly the best of all ways', () => {
    // None of a member's ways is better than another in all: what they need of one memory they spare of the other two.
    const ways = (at: number) =>
      Array.from({ length: 11 }, (_, k) => candidate(k ** 1.1 + at / 7, k ** 1.3, (10 - k) ** 1.2, ((k * 7 + at) % 11) ** 1.1))
    const members = [0, 1, 2, 3].map((at) => contender(at < 3 ? ways(at) : ways(at).slice(5, 8), { pinned: true }))
    const [first, second, third] = members.map(({ candidates }) => candidates)
    const sums = (a: readonly Candidate[] = [], b: readonly Candidate[] = []) =>
      undominated(a.flatMap((x) => b.map((y) => candidate(x.worth + y.worth, ...plus(x.needs, y.needs)))))
    const states = sums(sums(first, second), third).filter(({ needs }) => within(needs, [46, 60, 46]))
    expect(states.length).toBeGreaterThan(400)
    for (const room of [[46, 60, 46], [36, 48, 38]]) {
      const set = searchSet(members, () => room)
      const needs = set?.picks.map((pick) => pick.needs).reduce(plus) ?? []
      expect(within(needs, room)).toBe(true)
      expect(set?.worth).toBeGreaterThan(everyWay(members, () => room) - 0.3)
    }
  }) // prettier-ignore

  test('what is pinned does not swap', () => {
    const pinned = contender(one.candidates, { pinned: true })
    expect(found([pinned, one], [8])).toEqual({ worth: 6, swapped: [] })
    expect(found([pinned, one, one], [9])).toEqual({ worth: 9, swapped: [1, 2] })
  })

  test('what matters more gets more, and pays more for swapping', () => {
    const much = contender(one.candidates, { weight: 3 })
    const set = searchSet([one, much], () => [7])
    expect(set?.picks.map(({ worth }) => worth)).toEqual([1, 5])
    expect(set?.worth).toBe(16)
    expect(found([one, much], [6.5])).toEqual({ worth: 16, swapped: [0, 1] })
  })

  test('picks are in the order of the members, whichever of them swap', () => {
    const named = (n: number) => contender([{ ...candidate(5, 6), choice: { ...choice, n_ctx: n } }])
    const fixed = contender([{ ...candidate(5, 1), choice: { ...choice, n_ctx: 2 } }], { pinned: true })
    const set = searchSet([named(1), fixed, named(3)], () => [8])
    expect(set?.picks.map((one_) => one_.choice.n_ctx)).toEqual([1, 2, 3])
    expect([...(set?.swapped ?? [])]).toEqual([0, 2])
  })

  test('each process that is loaded takes room of its own', () => {
    const asked: number[] = []
    searchSet([one, one, one], (processes) => {
      asked.push(processes)
      return [0]
    })
    // Nobody swaps; all swap; each pair, beside the third.
    expect(asked.toSorted((a, b) => a - b)).toEqual([1, 2, 2, 2, 3])
  })

  const candidates = fc
    .array(
      fc.record({
        worth: fc.integer({ min: 0, max: 20 }),
        a: fc.integer({ min: 0, max: 8 }),
        b: fc.integer({ min: 0, max: 8 }),
      }),
      { minLength: 1, maxLength: 4 },
    )
    .map((all) => all.map(({ worth, a, b }) => candidate(worth, a, b)))
  const members = fc.array(fc.record({ candidates, weight: fc.constantFrom(0.5, 1, 2), pinned: fc.boolean() }), {
    minLength: 1,
    maxLength: 4,
  })

  test('no other way is better, whatever the members', () => {
    fc.assert(
      fc.property(members, fc.integer({ min: 2, max: 20 }), fc.integer({ min: 2, max: 20 }), (given, a, b) => {
        const all = given.map((member) => contender(member.candidates, member))
        const room = (processes: number): Needs => [a - processes / 2, b]
        const best = everyWay(all, room)
        const set = searchSet(all, room)
        expect(set?.worth ?? Number.NEGATIVE_INFINITY).toBeCloseTo(best, 9)
        if (set === null) return
        const { picks, swapped } = set
        const zero: Needs = [0, 0]
        const of = (swaps: boolean) => picks.filter((_, at) => swapped.has(at) === swaps).map(({ needs }) => needs)
        const need = plus(of(false).reduce(plus, zero), of(true).reduce(larger, zero))
        expect(within(need, room(all.length - swapped.size + Math.min(1, swapped.size)))).toBe(true)
        expect(swapped.size).not.toBe(1)
      }),
      { numRuns: 150, seed: 7 },
    )
  })
})

describe('of choices those that no other beats', () => {
  const worths = (...all: Candidate[]) => undominated(all).map(({ worth }) => worth)

  test('the best first, without those that need no less than a better one', () => {
    expect(worths(candidate(1, 5), candidate(3, 4), candidate(2, 3))).toEqual([3, 2])
    expect(worths(candidate(1, 1, 9), candidate(2, 9, 1), candidate(3, 9, 9))).toEqual([3, 2, 1])
    expect(worths(candidate(2, 4, 4), candidate(1, 4, 4))).toEqual([2])
    expect(worths()).toEqual([])
  })
})

describe('needs of every memory', () => {
  const target = madeUpTarget({ ram: 10, vram: [20, 30] })
  const line = (need_bytes: number) => ({ need_bytes }) as BudgetLine

  test('are those of the devices in order, the host last', () => {
    expect(needsOf([line(1), line(2), line(3)], target)).toEqual([1, 2, 3])
    expect(needsOf([line(3)], target)).toEqual([0, 0, 3])
    expect(needsOf([], target)).toEqual([0, 0, 0])
  })

  test('have room with some left over', () => {
    expect(roomOf(target)).toEqual([18 * GIB, 27 * GIB, 9 * GIB])
    const [first] = target.devices
    if (first === undefined) throw new Error('a device')
    expect(roomOf({ ...target, devices: [{ ...first, usable: null }] })).toEqual([0, 9 * GIB])
  })

  test('add up, are taken away, and are compared memory by memory', () => {
    expect([plus([1, 2], [3, 4]), minus([5, 5], [1, 7]), larger([1, 9], [3, 4])]).toEqual([
      [4, 6],
      [4, -2],
      [3, 9],
    ])
    expect([plus([1, 2], [3]), minus([1, 2], [3]), larger([1, 2], [3])]).toEqual([
      [4, 2],
      [-2, 2],
      [3, 2],
    ])
    expect([within([1, 2], [1, 2]), within([1, 3], [1, 2]), within([0, 0], [1])]).toEqual([true, false, true])
  })

  test('of others make a target smaller, so that its room is what they leave', () => {
    const taken = [GIB, 2 * GIB, 3 * GIB]
    const left = roomOf(withoutNeeds(target, taken))
    expect(left.map((bytes) => Math.round(bytes))).toEqual([17 * GIB, 25 * GIB, 6 * GIB])
    expect(roomOf(withoutNeeds(target, [100 * GIB, 0, 100 * GIB]))).toEqual([0, 27 * GIB, 0])
    expect(roomOf(withoutNeeds(target, []))).toEqual(roomOf(target))
    const [first] = target.devices
    if (first === undefined) throw new Error('a device')
    const unknown = withoutNeeds({ ...target, devices: [{ ...first, usable: null }] }, taken)
    expect(unknown.devices[0]?.usable).toBeNull()
  })
})
