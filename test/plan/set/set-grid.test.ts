import { describe, expect, test } from 'vitest'
import { findCatalogEntry } from '../../../shared/model/catalog/index.ts'
import { type Choice, speedOf } from '../../../shared/plan/candidate.ts'
import { choiceFromCatalog } from '../../../shared/plan/choose-model.ts'
import type { Intent } from '../../../shared/plan/intent.ts'
import { planFrame } from '../../../shared/plan/make-plan.ts'
import { worthOf } from '../../../shared/plan/objective.ts'
import { makeSetPlan } from '../../../shared/plan/set/make-set-plan.ts'
import { roomOf, within } from '../../../shared/plan/set/needs.ts'
import { candidatesOf, setGrid } from '../../../shared/plan/set/set-grid.ts'
import type { SetMember } from '../../../shared/plan/set/set-member.ts'
import type { Target } from '../../../shared/profile/target.ts'
import { GIB } from '../../../shared/units.ts'
import { userErrorOf } from '../../helpers/thrown.ts'
import { madeUpTarget } from '../targets.ts'

const frame = (id: string, target: Target, intent: Partial<Intent> = {}) =>
  planFrame({ target, model: choiceFromCatalog(findCatalogEntry(id)), intent: { use_case: 'general', ...intent } })

describe('the choices of a member', () => {
  const target = madeUpTarget({ ram: 16, vram: [6] })
  const values = (id: string, key: keyof Choice, intent: Partial<Intent> = {}, on = target) => [
    ...new Set([...setGrid(frame(id, on, intent))].map((choice) => choice[key])),
  ]

  test('are a few of each ladder, its ends among them', () => {
    expect(values('llama-3.1-8b', 'precision')).toEqual(['Q4_K_M', 'Q3_K_M', 'IQ3_M', 'IQ2_M'])
    expect(values('llama-3.1-8b', 'n_ctx')).toEqual([8192, 4096, 2048, 1024, 512])
    expect(values('llama-3.1-8b', 'n_ubatch')).toEqual([512, 64])
    expect(values('llama-3.1-8b', 'cache_type')).toEqual(['f16', 'q8_0'])
    expect(values('llama-3.1-8b', 'n_ctx', { n_ctx: 3000 })).toEqual([3000])
  })

  test('have layers in quarters', () => {
    expect(values('llama-3.1-8b', 'n_gpu_layers')).toEqual([33, 25, 17, 8, 0])
    expect(values('llama-3.1-8b', 'n_cpu_moe')).toEqual([0])
    expect(values('llama-3.1-8b', 'n_gpu_layers', {}, madeUpTarget({ ram: 16 }))).toEqual([0])
  })

  test('have experts in quarters, and everything on the CPU', () => {
    const placed = [
      ...setGrid(frame('qwen3-30b-a3b', target, { precision: 'Q4_K_M', n_ctx: 512, pins: { n_ubatch: 64 } })),
    ]
    const f16 = placed.filter(({ cache_type }) => cache_type === 'f16')
    expect(f16.map(({ n_gpu_layers, n_cpu_moe }) => `${n_gpu_layers} ${n_cpu_moe}`)).toEqual([
      '49 0',
      '49 12',
      '49 24',
      '49 36',
      '49 48',
      '0 0',
    ])
  })

  test('are thinned to those that fit and that no other beats, the best first', () => {
    const of = frame('llama-3.1-8b', target)
    const candidates = candidatesOf(of)
    const room = roomOf(target)
    expect(candidates.length).toBeGreaterThan(10)
    expect(candidates.every(({ needs }) => needs.length === 2 && within(needs, room))).toBe(true)
    const worths = candidates.map(({ choice }) => {
      const facts = of.factsOf(choice.precision)
      return worthOf(choice, facts, speedOf(choice, facts, of.situation), of.wish)
    })
    candidates.forEach(({ worth }, at) => expect(worth).toBeCloseTo(worths[at] ?? 0, 9))
    expect(worths).toEqual(worths.toSorted((a, b) => b - a))
    expect(candidatesOf(frame('llama-3.1-8b', madeUpTarget({ ram: 1, vram: [1] })))).toEqual([])
  })
})

describe('a set', () => {
  const member = (name: string, id: string, more: Partial<SetMember> = {}): SetMember => ({
    name,
    model: choiceFromCatalog(findCatalogEntry(id)),
    weight: 1,
    pinned: false,
    intent: { use_case: 'general', precision: 'Q4_K_M', n_ctx: 4096 },
    ...more,
  })
  const target = { ...madeUpTarget({ vram: [6], ram: 4 }), notes: ['made up'] }

  test('is written with its members, its groups and what it is for', () => {
    const generator = {
      intent: { use_case: 'general', precision: 'Q4_K_M', n_ctx: 4096, generator: 'lp-tui 1' },
    } as const
    const noted = choiceFromCatalog(findCatalogEntry('qwen3-0.6b'), 'stands for 0.6B')
    const plan = makeSetPlan(target, [
      member('a', 'llama-3.1-8b', generator),
      member('b', 'qwen3-8b', { weight: 2 }),
      member('c', 'qwen3-0.6b', { pinned: true, model: noted }),
    ])
    expect(plan.set).toMatchObject({
      kind: 'model_set',
      version: 1,
      groups: [
        { name: 'loaded', swap: false, members: ['c'] },
        { name: 'swapped', swap: true, members: ['a', 'b'] },
      ],
      metadata: { hardware: 'made_up', generator: 'lp-tui 1' },
    })
    expect(plan.set.members.map(({ name, weight, config }) => [name, weight, config.settings.n_ctx])).toEqual([
      ['a', 1, 4096],
      ['b', 2, 4096],
      ['c', 1, 4096],
    ])
    expect(plan.members.map(({ member: { name }, swaps }) => [name, swaps])).toEqual([
      ['a', true],
      ['b', true],
      ['c', false],
    ])
    // What is noted of the machine is said once, not with every member.
    expect(plan.notes).toEqual(['made up', 'stands for 0.6B'])
    expect(plan.together.map(({ line }) => line.name)).toEqual(['GPU 0', 'RAM'])
    expect(plan.together.every(({ line }) => line.state === 'fits')).toBe(true)
  })

  test('without a maker says none', () => {
    expect(makeSetPlan(target, [member('a', 'qwen3-0.6b')]).set.metadata).toEqual({ hardware: 'made_up' })
  })

  test.each<[string, readonly SetMember[], string, string]>([
    [
      'a member that is too large by itself',
      [member('a', 'qwen3-0.6b'), member('big', 'llama-3.3-70b')],
      'big does not fit on Made-up machine, even by itself.',
      'Choose a smaller model or precision for it, or a shorter context.',
    ],
    [
      'members that must stay, on the memory that is short',
      [member('a', 'llama-3.1-8b', { pinned: true }), member('b', 'qwen3-8b', { pinned: true })],
      'the models do not fit together on Made-up machine: those that must stay loaded leave too little memory.',
      'Let more of them swap (leave pinned out), or choose smaller models.',
    ],
  ])('refuses %s', async (_, members, message, hint) => {
    const error = await userErrorOf(() => makeSetPlan(target, members))
    expect([error.message, error.hint, error.kind]).toEqual([message, hint, 'input'])
  })

  test('names the memory that those that must stay overfill', async () => {
    const bare = madeUpTarget({ ram: 8 })
    const pinned = { pinned: true }
    const error = await userErrorOf(() =>
      makeSetPlan(bare, [member('a', 'llama-3.1-8b', pinned), member('b', 'qwen3-8b', pinned)]),
    )
    expect(error.message).toBe(
      'the models do not fit together on Made-up machine: those that must stay loaded leave too little host memory (7.2 GiB can be planned).',
    )
  })

  test('leaves room for what each further process holds on the device, and for no more', async () => {
    const pins = { n_gpu_layers: 29, n_ubatch: 256, cache_type: 'f16' } as const
    const both = ['a', 'b'].map((name) =>
      member(name, 'llama-3.2-3b', {
        pinned: true,
        intent: { use_case: 'general', precision: 'Q4_K_M', n_ctx: 4096, pins },
      }),
    )
    const roomy = makeSetPlan(madeUpTarget({ vram: [24], ram: 32 }), both)
    const [device = 0, host = 0] = roomy.together.map(({ line }) => line.need_bytes / 0.9 / GIB)
    expect(roomy.members.every(({ plan }) => plan.config.settings.n_gpu_layers === -1)).toBe(true)
    const just = (more: number, rest: number) =>
      makeSetPlan(madeUpTarget({ vram: [device + more], ram: host + rest }), both)
    expect(just(1e-6, 1e-6).together.map(({ line }) => line.state)).toEqual(['fits', 'fits'])
    const short = await userErrorOf(() => just(-1e-3, 1e-6))
    expect(short.message).toContain('leave too little GPU 0 (')
    expect((await userErrorOf(() => just(1, -1e-3))).message).toContain('leave too little host memory (')
  })

  test('names the member whose wish cannot be read', async () => {
    const odd = member('odd', 'qwen3-0.6b', { intent: { use_case: 'general', precision: 'Q9' } })
    const error = await userErrorOf(() => makeSetPlan(target, [member('a', 'qwen3-0.6b'), odd]))
    expect(error.message).toMatch(/^odd: No precision is named "Q9"/)
  })
})
