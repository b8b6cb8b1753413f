import { describe, expect, test } from 'vitest'
import { checkSet } from '../../../shared/validate/check-set.ts'
import { readModelSet } from '../../../shared/config/read-model-set.ts'
import { processOverhead } from '../../../shared/estimate/together.ts'
import {
  checkConfig,
  choiceFromCatalog,
  findCatalogEntry,
  makeSetPlan,
  type ModelSet,
  type SetMember,
  type SetPlan,
  type Target,
} from '../../../shared/index.ts'
import { type Choice, linesOf, speedOf } from '../../../shared/plan/candidate.ts'
import { type PlanFrame, planFrame } from '../../../shared/plan/make-plan.ts'
import { worthOf } from '../../../shared/plan/objective.ts'
import { setGrid } from '../../../shared/plan/set/set-grid.ts'
import { SWAP_COST } from '../../../shared/plan/set/search-set.ts'
import { userErrorOf } from '../../helpers/thrown.ts'
import { madeUpTarget } from '../targets.ts'

function member(name: string, id: string, more: Partial<SetMember> = {}, precision = 'Q4_K_M'): SetMember {
  const intent = { use_case: 'general' as const, precision, n_ctx: 4096, ...more.intent }
  return { name, model: choiceFromCatalog(findCatalogEntry(id)), weight: 1, pinned: false, ...more, intent }
}

/** Bytes of every memory of a choice: device, then host. */
function needs(choice: Choice, { factsOf, situation }: PlanFrame): number[] {
  const lines = linesOf(choice, factsOf(choice.precision), situation)
  const host = lines.at(-1)?.need_bytes ?? 0
  return [lines.length > 1 ? (lines[0]?.need_bytes ?? 0) : 0, host]
}

function worth(choice: Choice, frame: PlanFrame): number {
  const facts = frame.factsOf(choice.precision)
  return worthOf(choice, facts, speedOf(choice, facts, frame.situation), frame.wish)
}

/** Worth of a finished plan, from its configs alone. */
function planWorth(plan: SetPlan, target: Target): number {
  return plan.members.reduce((sum, { member: of, plan: one, swaps }) => {
    const frame = planFrame({ target, model: of.model, intent: of.intent })
    const { n_gpu_layers = -1, n_ctx = 0, n_ubatch = 0, cache_type_k = 'f16', n_cpu_moe = 0 } = one.config.settings
    const precision = one.config.metadata?.precision ?? ''
    const layers = n_gpu_layers < 0 ? frame.grid.max_gpu_layers(frame.factsOf(precision)) : n_gpu_layers
    const choice = { precision, n_ctx, cache_type: cache_type_k, n_ubatch, n_gpu_layers: layers, n_cpu_moe }
    return sum + of.weight * (worth(choice, frame) - (swaps ? SWAP_COST : 0))
  }, 0)
}

/** The best worth over every pair of choices of the grid, loaded together or one at a time; nothing pruned. */
function bruteForce(target: Target, members: readonly [SetMember, SetMember]): number {
  const room = (at: number, processes: number) =>
    0.9 * (at === 0 ? (target.devices[0]?.usable?.bytes ?? 0) : target.host.usable.bytes) -
    (at === 0 ? (processes - 1) * processOverhead(target.backend) : 0)
  const [first, second] = members.map(({ model, intent, weight }) => {
    const frame = planFrame({ target, model, intent })
    return [...setGrid(frame)].map((choice) => ({ need: needs(choice, frame), worth: weight * worth(choice, frame) }))
  })
  let best = Number.NEGATIVE_INFINITY
  const cost = SWAP_COST * (members[0].weight + members[1].weight)
  const maySwap = !members.some(({ pinned }) => pinned)
  for (const a of first ?? []) {
    for (const b of second ?? []) {
      const fit = (join: (x: number, y: number) => number, processes: number) =>
        [0, 1].every((at) => join(a.need[at] ?? 0, b.need[at] ?? 0) <= room(at, processes))
      if (fit((x, y) => x + y, 2)) best = Math.max(best, a.worth + b.worth)
      if (maySwap && fit(Math.max, 1)) best = Math.max(best, a.worth + b.worth - cost)
    }
  }
  return best
}

describe('no combination on the grid that fits is better than the plan', () => {
  test.each([
    ['room for both', 8, 16, {}],
    ['one short', 4, 16, {}],
    ['both short', 2.5, 16, {}],
    ['little of either', 2, 4, {}],
    ['the second matters more', 3, 8, { weight: 5 }],
    ['the second stays loaded', 3, 3, { pinned: true }],
  ] satisfies [string, number, number, Partial<SetMember>][])('%s', (_, vram, ram, more) => {
    const target = madeUpTarget({ vram: [vram], ram })
    const members: [SetMember, SetMember] = [member('a', 'llama-3.2-3b'), member('b', 'qwen2.5-1.5b', more)]
    const plan = makeSetPlan(target, members)
    expect(planWorth(plan, target)).toBeGreaterThanOrEqual(bruteForce(target, members) - 1e-9)
    expect(violations(plan.set, target)).toEqual([])
  })
})

describe('a set plan', () => {
  const target = madeUpTarget({ vram: [6], ram: 4 })

  test('lets two models make room for each other where they cannot be loaded together', () => {
    const plan = makeSetPlan(target, [member('a', 'llama-3.1-8b'), member('b', 'qwen3-8b')])
    expect(plan.set.groups).toEqual([{ name: 'swapped', swap: true, members: ['a', 'b'] }])
    expect(violations(plan.set, target)).toEqual([])
  })

  test('keeps what is pinned loaded, and says so where that is too much', () => {
    const pinned = { pinned: true }
    const plan = makeSetPlan(target, [member('a', 'qwen2.5-1.5b', pinned), member('b', 'qwen3-4b')])
    expect(plan.members.map(({ swaps }) => swaps)).toEqual([false, false])
    expect(() => makeSetPlan(target, [member('a', 'llama-3.1-8b', pinned), member('b', 'qwen3-8b', pinned)])).toThrow(
      /do not fit together on .* must stay loaded/,
    )
    expect(() => makeSetPlan(target, [member('big', 'llama-3.3-70b')])).toThrow(/big does not fit on /)
  })

  test('of one model is that model planned alone', () => {
    const plan = makeSetPlan(target, [member('a', 'qwen3-4b')])
    expect(plan.set.groups).toEqual([{ name: 'loaded', swap: false, members: ['a'] }])
    expect(plan.members[0]?.plan.config.settings).toMatchObject({ n_ctx: 4096, n_gpu_layers: -1 })
  })
})

describe('a set plan repeats', () => {
  const target = { ...madeUpTarget({ vram: [6], ram: 16 }), notes: ['its bandwidth is assumed'] }

  test('what is noted of the machine and of its members once, and who made it', () => {
    const stands = {
      ...member('a', 'qwen2.5-0.5b'),
      model: choiceFromCatalog(findCatalogEntry('qwen2.5-0.5b'), 'stands for 1B'),
    }
    const made = { ...stands, intent: { ...stands.intent, generator: 'lp-tui 1' } }
    const plan = makeSetPlan(target, [made, { ...stands, name: 'b' }])
    expect(plan.notes).toEqual(['its bandwidth is assumed', 'stands for 1B'])
    expect(plan.set.metadata).toEqual({ hardware: 'made_up', generator: 'lp-tui 1' })
    expect(makeSetPlan(target, [stands]).set.metadata).toStrictEqual({ hardware: 'made_up' })
  })
})

describe('a set that cannot be', () => {
  const smallest = (name: string, pinned: boolean) => member(name, 'llama-3.1-8b', { pinned })
  const refusal = (vram: number, ram: number, members: readonly SetMember[]) =>
    userErrorOf(() => makeSetPlan(madeUpTarget({ vram: [vram], ram }), members))

  test('names the memory that those leave too little of that must stay', async () => {
    // Eight billion parameters at Q4_K_M are 4.6 GiB: nine tenths of 6 GiB hold them once.
    expect(await refusal(0.5, 6, [smallest('a', true), smallest('b', true)])).toMatchObject({
      kind: 'input',
      message:
        'the models do not fit together on Made-up machine: those that must stay loaded leave too little host memory (5.4 GiB can be planned).',
      hint: 'Let more of them swap (leave pinned out), or choose smaller models.',
    })
  })

  test('names no memory where those that stay have room, and the others have not', async () => {
    expect((await refusal(0.5, 6, [smallest('a', true), smallest('b', false)])).message).toBe(
      'the models do not fit together on Made-up machine: those that must stay loaded leave too little memory.',
    )
  })

  test('names the model that does not fit by itself, and one whose precision is unknown', async () => {
    const big = member('big', 'llama-3.3-70b')
    expect(await refusal(4, 8, [smallest('a', false), big])).toMatchObject({
      kind: 'input',
      message: 'big does not fit on Made-up machine, even by itself.',
      hint: 'Choose a smaller model or precision for it, or a shorter context.',
    })
    const unknown = member('odd', 'qwen3-4b', {}, 'Q9_Z')
    expect((await refusal(4, 8, [unknown])).message).toMatch(/^odd: /)
  })
})

/** Rules that the set breaks on a target: of its members, and of all together. */
function violations(set: ModelSet, target: Target): string[] {
  const text = JSON.stringify(set)
  const read = readModelSet(text)
  const reports = read.members.map((one) => checkConfig({ text, file: 's', targets: [target], read: one.read }))
  const together = checkSet('s', read, reports, [target])
  return [...reports, together].flatMap((report) => report?.findings.map(({ rule }) => rule) ?? ['none'])
}
