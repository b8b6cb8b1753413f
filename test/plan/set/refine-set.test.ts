import { describe, expect, test } from 'vitest'
import { processOverhead } from '../../../shared/estimate/together.ts'
import { findCatalogEntry } from '../../../shared/model/catalog/index.ts'
import { choiceFromCatalog } from '../../../shared/plan/choose-model.ts'
import { planFrame } from '../../../shared/plan/make-plan.ts'
import { searchBest } from '../../../shared/plan/search.ts'
import { larger, type Needs, plus, roomOf, within, withoutNeeds } from '../../../shared/plan/set/needs.ts'
import { refined } from '../../../shared/plan/set/refine-set.ts'
import { searchSet } from '../../../shared/plan/set/search-set.ts'
import { candidatesOf } from '../../../shared/plan/set/set-grid.ts'
import type { SetMember } from '../../../shared/plan/set/set-member.ts'
import type { Target } from '../../../shared/profile/target.ts'
import { madeUpTarget } from '../targets.ts'

const member = (id: string, weight = 1, pinned = false): SetMember => ({
  name: id,
  model: choiceFromCatalog(findCatalogEntry(id)),
  weight,
  pinned,
  intent: { use_case: 'general', precision: 'Q4_K_M', n_ctx: 4096, pins: { n_ubatch: 256, cache_type: 'f16' } },
})

function plan(target: Target, members: readonly SetMember[]) {
  const frames = members.map(({ model, intent }) => planFrame({ target, model, intent }))
  const overhead = processOverhead(target.backend)
  const room = (processes: number): Needs =>
    roomOf(target).map((bytes, at) => (at < target.devices.length ? bytes - (processes - 1) * overhead : bytes))
  const found = searchSet(
    frames.map((frame, at) => ({ weight: 1, pinned: false, ...members[at], candidates: candidatesOf(frame) })),
    room,
  )
  if (found === null) throw new Error('no set fits')
  const picks = refined({ members, frames, target, room }, found)
  const sum = (of: readonly { worth: number }[]) =>
    of.reduce((all, { worth }, at) => all + (members[at]?.weight ?? 0) * worth, 0)
  return { frames, found, picks, room, before: sum(found.picks), after: sum(picks), overhead }
}

describe('picks of a set, planned anew within what the others leave', () => {
  test('of one model is the plan of that model', () => {
    const target = madeUpTarget({ vram: [4], ram: 16 })
    const { frames, picks, found } = plan(target, [member('llama-3.1-8b')])
    const [frame] = frames
    if (frame === undefined) throw new Error('a frame')
    const best = searchBest(frame.grid, frame.factsOf, frame.situation, frame.wish)
    expect(picks[0]?.choice).toEqual(best?.choice)
    // Between the quarters that the set was searched over.
    expect(picks[0]?.choice.n_gpu_layers).toBeGreaterThan(found.picks[0]?.choice.n_gpu_layers ?? 99)
  })

  test.each<[string, number[], number, readonly SetMember[], number]>([
    ['loaded together', [5], 16, [member('llama-3.1-8b', 1, true), member('llama-3.2-3b', 1, true)], 0],
    ['the second of more weight', [5], 16, [member('llama-3.1-8b', 1, true), member('llama-3.2-3b', 3, true)], 0],
    ['making room for each other', [4], 7, [member('llama-3.1-8b'), member('qwen3-8b')], 2],
    ['beside one that stays', [4], 7, [member('llama-3.1-8b'), member('qwen3-8b'), member('qwen3-0.6b', 1, true)], 2],
  ])('%s: better, within the memory, and each as good as the rest allows', (_, vram, ram, members, swapping) => {
    const target = madeUpTarget({ vram, ram })
    const { frames, found, picks, room, before, after, overhead } = plan(target, members)
    expect(found.swapped.size).toBe(swapping)
    expect(after).toBeGreaterThan(before)
    picks.forEach(({ worth }, at) => expect(worth).toBeGreaterThanOrEqual((found.picks[at]?.worth ?? 0) - 1e-9))

    const zero: Needs = roomOf(target).map(() => 0)
    const needsOf = (but: number, swap: boolean) =>
      picks.flatMap(({ needs }, at) => (at !== but && found.swapped.has(at) === swap ? [needs] : []))
    const processes = members.length - swapping + Math.min(1, swapping)
    const all = plus(needsOf(-1, false).reduce(plus, zero), needsOf(-1, true).reduce(larger, zero))
    expect(within(all, room(processes))).toBe(true)

    const taken = zero.map((_bytes, at) => (at < target.devices.length ? (processes - 1) * overhead : 0))
    const last = frames.length - 1
    // The one that matters least was planned last, so nothing better is left for it.
    const order = members.map((_m, at) => at).toSorted((a, b) => (members[b]?.weight ?? 0) - (members[a]?.weight ?? 0))
    const at = order[last] ?? 0
    const loaded = needsOf(at, false).reduce(plus, zero)
    const others = found.swapped.has(at) ? loaded : plus(loaded, needsOf(at, true).reduce(larger, zero))
    const frame = frames[at]
    if (frame === undefined) throw new Error('a frame')
    const free = withoutNeeds(target, plus(taken, others))
    const best = searchBest(frame.grid, frame.factsOf, { ...frame.situation, target: free }, frame.wish)
    expect(picks[at]?.worth).toBeCloseTo(best?.worth ?? 0, 6)
  })

  test('what matters most takes what is left first', () => {
    const target = madeUpTarget({ vram: [5], ram: 32 })
    const layers = (first: number, second: number) => {
      const members = [member('llama-3.1-8b', first, true), member('llama-3.1-8b', second, true)]
      const { frames, room } = plan(target, members)
      // Both begin with nothing on the GPU, which holds one of them.
      const bare = frames.flatMap((frame) =>
        candidatesOf(frame)
          .filter(({ choice }) => choice.n_gpu_layers === 0)
          .slice(0, 1),
      )
      const found = { picks: bare, swapped: new Set<number>(), worth: 0 }
      return refined({ members, frames, target, room }, found).map(({ choice }) => choice.n_gpu_layers)
    }
    const [a = 0, b = 0] = layers(3, 1)
    expect(a).toBeGreaterThan(25)
    expect(b).toBeLessThan(5)
    expect(layers(1, 3)).toEqual([b, a])
  })
})
