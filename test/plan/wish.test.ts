import { describe, expect, test } from 'vitest'
import type { UseCase } from '../../shared/config/runtime-config.ts'
import { catalogModel } from '../../shared/model/catalog/index.ts'
import type { ModelFacts } from '../../shared/model/facts.ts'
import { gridOf, precisionLadder } from '../../shared/plan/grid.ts'
import type { Intent } from '../../shared/plan/intent.ts'
import type { Template } from '../../shared/plan/template.ts'
import { planThreads } from '../../shared/plan/threads.ts'
import { wishOf } from '../../shared/plan/wish.ts'
import { madeUpTarget } from './targets.ts'

const TRAINED = 131_072
const TEMPLATE: Template = {
  precision: 'Q6_K',
  gpu_layers: -1,
  prompt_batch: 512,
  decode_batch: 128,
  threads: 6,
  context: 4096,
  expected_tokens_per_sec: null,
}
const intent = (more: Partial<Intent> = {}): Intent => ({ use_case: 'general', ...more })
const wish = (more: Partial<Intent> = {}, trained = TRAINED) => wishOf(intent(more), trained)

describe('what is wished for', () => {
  test.each<[UseCase, string, number, number, number, boolean]>([
    ['general', 'Q4_K_M', 8192, 2048, 512, false],
    ['long_context', 'Q4_K_M', 16_384, 1024, 512, true],
    ['speed', 'Q3_K_M', 8192, 2048, 1024, false],
    ['quality', 'Q5_K_M', 8192, 2048, 512, false],
  ])('for %s', (use_case, precision, n_ctx, n_batch, n_ubatch, grow_context) => {
    expect(wish({ use_case })).toMatchObject({ precision, n_ctx, n_batch, n_ubatch, grow_context })
  })

  // docs/planning.md, "In doublings of decode speed".
  test.each<[UseCase, number, number, number, number]>([
    ['general', 1, 0.25, 0.5, 8],
    ['long_context', 0.75, 0.25, 1, 8],
    ['speed', 2, 0.5, 0.5, 4],
    ['quality', 0.5, 0.25, 0.5, 30],
  ])('for %s weighs speed, context and loss as the page says', (use_case, decode, prompt, context, loss) => {
    expect(wish({ use_case }).weights).toEqual({ decode, prompt, context, loss })
    expect(wish({ use_case, template: TEMPLATE }).weights).toEqual({ decode, prompt, context, loss })
  })

  test.each<[UseCase, string, number, number, number]>([
    ['general', 'Q6_K', 4096, 512, 128],
    ['long_context', 'Q6_K', 8192, 256, 128],
    ['speed', 'Q3_K_M', 4096, 512, 256],
    ['quality', 'Q5_K_M', 4096, 512, 128],
  ])('for %s from a data base of the user', (use_case, precision, n_ctx, n_batch, n_ubatch) => {
    expect(wish({ use_case, template: TEMPLATE })).toMatchObject({ precision, n_ctx, n_batch, n_ubatch })
  })

  test('a batch has one token at least', () => {
    expect(wish({ use_case: 'long_context', template: { ...TEMPLATE, prompt_batch: 1 } }).n_batch).toBe(1)
  })

  test('a context is no longer than the model was trained on, unless it is asked for', () => {
    expect([wish({}, 2048).n_ctx, wish({}, 8192).n_ctx, wish({}, 0).n_ctx]).toEqual([2048, 8192, 8192])
    expect(wish({ n_ctx: 9000 }, 2048).n_ctx).toBe(9000)
  })

  test('batches given by hand are kept', () => {
    expect(wish({ pins: { n_batch: 100, n_ubatch: 50 } })).toMatchObject({ n_batch: 100, n_ubatch: 50 })
  })
})

describe('threads', () => {
  const target = madeUpTarget({ ram: 8, cores: 8 })
  const on = (cpu: Partial<typeof target.cpu>, more: Partial<Intent> = {}) =>
    planThreads({ ...target, cpu: { ...target.cpu, ...cpu } }, intent(more))

  test.each<[string, () => number, number]>([
    ['the performance cores', () => on({ performance_cores: 6 }), 6],
    ['what a quota leaves', () => on({ usable_cores: 3 }), 3],
    ['one at least', () => on({ performance_cores: 0 }), 1],
    ['no more than llama.cpp takes', () => on({ performance_cores: 1000, usable_cores: 1000 }), 512],
    ['those of a data base', () => on({}, { template: TEMPLATE }), 6],
    ['those of a data base, up to what there is', () => on({ usable_cores: 4 }, { template: TEMPLATE }), 4],
    ['those by hand, whatever there is', () => on({}, { pins: { n_threads: 40 }, template: TEMPLATE }), 40],
  ])('%s', (_, threads, expected) => {
    expect(threads()).toBe(expected)
  })
})

describe('the grid, from the wish downward', () => {
  const facts = catalogModel('llama-3.1-8b', 'Q4_K_M')
  const target = madeUpTarget({ ram: 32, vram: [12] })
  const grid = (more: Partial<Intent> = {}, model: ModelFacts = facts, on = target, trained = TRAINED) =>
    gridOf(intent(more), wish(more, trained), on, ['Q4_K_M'], model)

  test('contexts in steps of a quarter to a third', () => {
    expect(grid().contexts).toEqual([8192, 6144, 4096, 3072, 2048, 1536, 1024, 768, 512])
    expect(grid({}, facts, target, 3000).contexts).toEqual([3000, 2048, 1536, 1024, 768, 512])
    expect(grid({}, facts, target, 512).contexts).toEqual([512])
    expect(grid({}, facts, target, 300).contexts).toEqual([300])
  })

  test('contexts up to the training length where the use case grows', () => {
    const { contexts } = grid({ use_case: 'long_context' })
    expect(contexts.slice(0, 4)).toEqual([131_072, 98_304, 65_536, 49_152])
    expect(contexts.at(-1)).toBe(512)
  })

  test('one context where it is asked for', () => {
    expect(grid({ n_ctx: 5000 }).contexts).toEqual([5000])
  })

  test('micro-batches that the batch and the device bear', () => {
    expect(grid().micro_batches).toEqual([512, 256, 128, 64])
    expect(grid({ use_case: 'speed' }).micro_batches).toEqual([1024, 512, 256, 128, 64])
    expect(grid({ pins: { n_batch: 100 } }).micro_batches).toEqual([100, 64])
    expect(grid({ pins: { n_batch: 64 } }).micro_batches).toEqual([64])
    expect(grid({ pins: { n_ubatch: 77 } }).micro_batches).toEqual([77])
    expect(grid({}, facts, { ...target, sustained_n_ubatch: 16 }).micro_batches).toEqual([16])
  })

  test('cache types that the heads and the flash attention bear', () => {
    const head = (size: number) => ({
      ...facts,
      hparams: { ...facts.hparams, 'attention.key_length': 128, 'attention.value_length': size },
    })
    expect(grid().cache_types).toEqual(['f16', 'q8_0'])
    expect(grid({}, head(112)).cache_types).toEqual(['f16'])
    expect(grid({}, head(96)).cache_types).toEqual(['f16', 'q8_0'])
    expect(grid({ pins: { flash_attn: 'off' } }).cache_types).toEqual(['f16'])
    expect(grid({ pins: { flash_attn: 'auto' } }).cache_types).toEqual(['f16'])
    expect(grid({ pins: { flash_attn: 'on' } }).cache_types).toEqual(['f16', 'q8_0'])
    expect(grid({ pins: { cache_type: 'q4_0', flash_attn: 'off' } }).cache_types).toEqual(['q4_0'])
    expect(grid({}, catalogModel('mamba2-2.7b', 'Q4_K_M')).cache_types).toEqual(['f16'])
  })

  test('layers up to all, where every device tells its memory', () => {
    const most = (more: Partial<Intent>, on = target) => grid(more, facts, on).max_gpu_layers(facts)
    const template = (gpu_layers: number) => ({ template: { ...TEMPLATE, gpu_layers } })
    expect(most({})).toBe(33)
    expect([-1, 0, 20, 33, 99].map((layers) => most(template(layers)))).toEqual([33, 0, 20, 33, 33])
    expect(most({}, madeUpTarget({ ram: 8 }))).toBe(0)
    const [first] = target.devices
    if (first === undefined) throw new Error('a device')
    expect(most({}, { ...target, devices: [first, { ...first, usable: null }] })).toBe(0)
  })

  test('what is pinned', () => {
    expect(grid()).not.toHaveProperty('pins')
    expect(grid({ pins: { n_gpu_layers: 3 } }).pins).toEqual({ n_gpu_layers: 3 })
  })
})

describe('precisions that are tried', () => {
  const all = ['F16', 'Q8_0', 'Q6_K', 'Q5_K_M', 'Q4_K_M', 'IQ4_XS', 'Q3_K_M', 'IQ3_M', 'IQ3_XXS', 'IQ2_M', 'Q2_K']
  const ladder = (more: Partial<Intent> = {}, available = all) => precisionLadder(available, intent(more), wish(more))

  test('begin with the wish and only get smaller', () => {
    expect(ladder()).toEqual(['Q4_K_M', 'IQ4_XS', 'Q3_K_M', 'IQ3_M', 'IQ3_XXS', 'IQ2_M'])
    expect(ladder({ use_case: 'quality' })[0]).toBe('Q5_K_M')
    expect(ladder({ use_case: 'speed' })).toEqual(['Q3_K_M', 'IQ3_M', 'IQ3_XXS', 'IQ2_M'])
  })

  test('are those that there are', () => {
    expect(ladder({}, ['Q4_K_M', 'IQ2_M', 'Q8_0'])).toEqual(['Q4_K_M', 'IQ2_M'])
    expect(ladder({}, ['MXFP4'])).toEqual(['MXFP4'])
  })

  test('are one where it is asked for', () => {
    expect(ladder({ precision: 'Q8_0' })).toEqual(['Q8_0'])
  })
})
