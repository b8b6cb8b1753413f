import { describe, expect, test } from 'vitest'
import { catalogModel, findCatalogEntry } from '../../shared/model/catalog/index.ts'
import { type Choice, linesOf, type Situation } from '../../shared/plan/candidate.ts'
import { choiceFromCatalog, choiceFromFacts } from '../../shared/plan/choose-model.ts'
import { downgradeSteps } from '../../shared/plan/downgrade-steps.ts'
import { impossiblePlan } from '../../shared/plan/impossible.ts'
import { makePlan } from '../../shared/plan/make-plan.ts'
import type { Target } from '../../shared/profile/target.ts'
import { GIB } from '../../shared/units.ts'
import { userErrorOf } from '../helpers/thrown.ts'
import { WHOLE_ON_GPU as smallest } from './choices.ts'
import { madeUpTarget } from './targets.ts'

const LLAMA = catalogModel('llama-3.1-8b', 'Q4_K_M')
const situation = (target: Target): Situation => ({
  target,
  n_batch: 2048,
  n_parallel: 1,
  n_threads: 8,
  program: 'server',
  tensor_split: [],
})

describe('a plan that cannot be', () => {
  const refusal = (target: Target, facts = LLAMA, choice = smallest) =>
    impossiblePlan('The model', choice, facts, situation(target))

  test('names the memory that is nearest to enough, with what it lacks', () => {
    const error = refusal(madeUpTarget({ ram: 0.1, vram: [5] }))
    expect(error.message).toBe(
      'The model does not fit on Made-up machine, even with Q4_K_M and a context of 4096: it needs 4.9 GiB of GPU 0, 4.5 GiB can be planned.',
    )
    expect(error.hint).toBe('Choose a smaller model or precision, a shorter context, or a target with more memory.')
    expect(error.kind).toBe('input')
  })

  test('names the host where that is nearer', () => {
    expect(refusal(madeUpTarget({ ram: 5.5, vram: [0.1] })).message).toContain(
      'with 0 of 33 layers on the GPU it needs 5.2 GiB of RAM, 5.0 GiB can be planned.',
    )
  })

  test('names the share of the GPU with which least is missing', () => {
    const { message } = refusal(madeUpTarget({ ram: 2, vram: [2] }))
    expect(message).toMatch(
      /with 1\d of 33 layers on the GPU it needs 2\.\d GiB of (RAM|GPU 0), 1\.8 GiB can be planned\.$/,
    )
  })

  test('counts experts on the CPU as a way out', () => {
    const moe = catalogModel('qwen3-30b-a3b', 'Q4_K_M')
    const all = { ...smallest, n_gpu_layers: 49 }
    const needs = (choice: Choice) =>
      linesOf(choice, moe, situation(madeUpTarget({ ram: 32, vram: [32] }))).map(({ need_bytes }) => need_bytes / GIB)
    const [gpu = 0, host = 0] = needs({ ...all, n_cpu_moe: 48 })
    const bare = needs({ ...all, n_gpu_layers: 0 }).at(-1) ?? 0
    expect(bare - host).toBeGreaterThan(0.3)
    // Room for what the experts need of RAM, and a little too little for the rest of the model on the GPU.
    const error = refusal(madeUpTarget({ ram: host / 0.9, vram: [(gpu - 0.1) / 0.9] }), moe, all)
    expect(error.message).toContain(`it needs ${gpu.toFixed(1)} GiB of GPU 0, ${(gpu - 0.1).toFixed(1)} GiB can be`)
  })

  test.each([
    [[2, 1], 'GPU 1', '0.9'],
    [[1, 2], 'GPU 0', '0.9'],
    [[2, 0], 'GPU 1', '0.0'],
  ])('of devices of %j GiB names the one that lacks most', (vram, name, room) => {
    const target = madeUpTarget({ ram: 1, vram })
    const devices = target.devices.map((device) => (device.total_bytes === 0 ? { ...device, usable: null } : device))
    expect(refusal({ ...target, devices }).message).toMatch(new RegExp(`of ${name}, ${room} GiB can be planned\\.$`))
  })

  test('is told with the smallest that was tried', async () => {
    const target = madeUpTarget({ ram: 8 })
    const entry = findCatalogEntry('llama-3.3-70b')
    const last: Choice = {
      precision: 'IQ2_M',
      n_ctx: 512,
      cache_type: 'q8_0',
      n_ubatch: 64,
      n_gpu_layers: 0,
      n_cpu_moe: 0,
    }
    const expected = impossiblePlan(entry.display_name, last, catalogModel(entry.id, 'IQ2_M'), situation(target))
    const error = await userErrorOf(() =>
      makePlan({ target, model: choiceFromCatalog(entry), intent: { use_case: 'general' } }),
    )
    expect(error.message).toBe(expected.message)
    expect(error.message).toContain('even with IQ2_M and a context of 512: it needs ')
  })

  test('is told with the smallest cache and micro-batch that were tried', async () => {
    const target = madeUpTarget({ ram: 8 })
    const entry = findCatalogEntry('llama-3.1-8b')
    const n_ctx = 131_072
    const last = { ...smallest, n_ctx, cache_type: 'q8_0' as const, n_ubatch: 64, n_gpu_layers: 0 }
    const [host] = linesOf(last, LLAMA, situation(target))
    const error = await userErrorOf(() =>
      makePlan({
        target,
        model: choiceFromCatalog(entry),
        intent: { use_case: 'general', precision: 'Q4_K_M', n_ctx },
      }),
    )
    expect(error.message).toContain(`it needs ${((host?.need_bytes ?? 0) / GIB).toFixed(1)} GiB of RAM`)
  })

  test('names nothing where no memory is short by itself', () => {
    expect(refusal(madeUpTarget({ ram: 32, vram: [24] })).message).toBe(
      'The model does not fit on Made-up machine, even with Q4_K_M and a context of 4096.',
    )
  })
})

describe('steps down', () => {
  const factsOf = (precision: string) => catalogModel('llama-3.1-8b', precision)
  const steps = (chosen: Partial<Choice>, target = madeUpTarget({ ram: 32, vram: [6] }), wished = smallest) =>
    downgradeSteps(wished, { ...wished, ...chosen }, factsOf, situation(target))
  const told = (...input: Parameters<typeof steps>) =>
    steps(...input).map(({ key, from, to }) => `${key} ${from} ${to}`)

  test('go from the cheapest to the dearest, each from what the one before left', () => {
    const chosen = { n_gpu_layers: 20, precision: 'Q3_K_M', n_ctx: 2048, cache_type: 'q8_0', n_ubatch: 64 } as const
    expect(told(chosen)).toEqual([
      'n_ubatch 512 64',
      'cache_type f16 q8_0',
      'n_ctx 4096 2048',
      'precision Q4_K_M Q3_K_M',
      'n_gpu_layers 33 20',
    ])
    const sum = steps(chosen).reduce((all, { saved_bytes }) => all + saved_bytes, 0)
    const [only] = steps({ n_gpu_layers: 20 })
    expect(sum).toBeGreaterThan(only?.saved_bytes ?? Number.POSITIVE_INFINITY)
    for (const { saved_bytes } of steps(chosen)) expect(saved_bytes).toBeGreaterThan(0)
  })

  test('save on the devices, or on the host where there is none', () => {
    const cache = (4096 - 2048) * 32 * 2 * 1024 * 2
    const onDevice = steps({ n_ctx: 2048 })[0]?.saved_bytes ?? 0
    const onHost =
      steps({ n_ctx: 2048 }, madeUpTarget({ ram: 8 }), { ...smallest, n_gpu_layers: 0 })[0]?.saved_bytes ?? 0
    expect(onDevice).toBeGreaterThanOrEqual(cache)
    expect(onDevice).toBeLessThan(1.1 * cache)
    expect(onHost).toBeGreaterThanOrEqual(cache)
    expect(onHost).toBeLessThan(1.1 * cache)
    const moved = steps({ n_gpu_layers: 0 })[0]?.saved_bytes ?? 0
    expect(moved).toBeGreaterThan(4 * 2 ** 30)
  })

  test('a context that grew is no step, but the others are counted at it', () => {
    expect(told({ n_ctx: 16_384 })).toEqual([])
    const [cache] = steps({ n_ctx: 65_536, cache_type: 'q8_0' })
    const [small] = steps({ cache_type: 'q8_0' })
    // Of the 16 times as much a layer's F16 copy takes back a part.
    expect((cache?.saved_bytes ?? 0) / (small?.saved_bytes ?? 1)).toBeCloseTo(15.5, 1)
    expect(told({})).toEqual([])
  })
})

describe('what is planned for', () => {
  test('a file has its own precision, in whatever case it is asked for, and no other', async () => {
    const file = choiceFromFacts(LLAMA, 'models/mine.gguf')
    expect(file).toMatchObject({ id: LLAMA.name, display_name: LLAMA.name, precisions: ['Q4_K_M'] })
    expect([file.facts('q4_k_m'), file.path('Q4_K_M')]).toEqual([LLAMA, 'models/mine.gguf'])
    const error = await userErrorOf(() => file.facts('Q8_0'))
    expect([error.kind, error.message, error.hint]).toEqual([
      'usage',
      'models/mine.gguf is Q4_K_M, not Q8_0.',
      'Leave --precision out, or give a file of that precision.',
    ])
  })

  test('a catalog model has a file of each precision', () => {
    const entry = findCatalogEntry('llama-3.1-8b')
    const model = choiceFromCatalog(entry)
    expect(model).toMatchObject({ id: 'llama-3.1-8b', display_name: entry.display_name, size_label: entry.n_params })
    expect(model).not.toHaveProperty('note')
    expect(choiceFromCatalog(entry, 'stands for 8B').note).toBe('stands for 8B')
    expect(model.precisions).toEqual(expect.arrayContaining(['Q4_K_M', 'Q8_0', 'IQ2_M', 'F16']))
    expect(model.path('q4_k_m')).toBe('./models/llama-3.1-8b/gguf/Q4_K_M/llama-3.1-8b-q4_k_m.gguf')
    expect(model.facts('q8_0').precision).toBe('Q8_0')
  })

  test('experts alone are packed as MXFP4', () => {
    const has = (id: string) => choiceFromCatalog(findCatalogEntry(id)).precisions.includes('MXFP4_MOE')
    expect([has('qwen3-30b-a3b'), has('qwen3-8b')]).toEqual([true, false])
  })

  test('a model with a native format has that only', () => {
    expect(choiceFromCatalog(findCatalogEntry('gpt-oss-20b')).precisions).toEqual(['MXFP4_MOE'])
  })
})
