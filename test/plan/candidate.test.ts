import { describe, expect, test } from 'vitest'
import { catalogModel, findCatalogEntry, modelForSize } from '../../shared/model/catalog/index.ts'
import { leastLinesOf, linesOf, memoryOf, settingsOf, type Situation, speedOf } from '../../shared/plan/candidate.ts'
import { choiceFromCatalog } from '../../shared/plan/choose-model.ts'
import { makePlan } from '../../shared/plan/make-plan.ts'
import { recommendedModels } from '../../shared/plan/recommended-models.ts'
import { findProfile } from '../../shared/profile/find-profile.ts'
import { targetFromProfile } from '../../shared/profile/target-from-profile.ts'
import { WHOLE_ON_GPU as choice } from './choices.ts'
import { madeUpTarget } from './targets.ts'

const facts = catalogModel('llama-3.1-8b', 'Q4_K_M')
const none = { ...choice, n_gpu_layers: 0 }
const situation: Situation = {
  target: madeUpTarget({ ram: 32, vram: [12, 8] }),
  n_batch: 1024,
  n_parallel: 2,
  n_threads: 6,
  program: 'cli',
  tensor_split: [12, 8],
}

describe('a choice in its situation', () => {
  test('has settings from both', () => {
    expect(settingsOf({ ...choice, cache_type: 'q8_0' }, facts, situation)).toMatchObject({
      program: 'cli',
      n_ctx: 4096,
      n_batch: 1024,
      n_ubatch: 512,
      n_gpu_layers: 33,
      flash_attn: 'on',
      cache_type_k: 'q8_0',
      cache_type_v: 'q8_0',
      n_parallel: 2,
      tensor_split: [12, 8],
    })
    expect(settingsOf(choice, facts, { ...situation, tensor_split: [12], flash_attn: 'off' })).toMatchObject({
      flash_attn: 'off',
      tensor_split: [],
    })
  })

  test('without layers asks nothing of a device', () => {
    expect(memoryOf(choice, facts, situation).devices).toHaveLength(2)
    expect(memoryOf(none, facts, situation).devices).toEqual([])
    const bare = { ...situation, target: madeUpTarget({ ram: 32 }), tensor_split: [] }
    for (const lines of [linesOf, leastLinesOf]) {
      const [host] = lines(none, facts, bare)
      const needs = lines(none, facts, situation).map(({ need_bytes }) => need_bytes)
      expect(needs).toEqual([host?.need_bytes])
    }
    expect(speedOf(none, facts, situation).tg?.tokens_per_s).toBe(speedOf(none, facts, bare).tg?.tokens_per_s)
  })

  test('never needs less than is known before anything is computed', () => {
    for (const one of [choice, none, { ...choice, n_gpu_layers: 12 }]) {
      const least = leastLinesOf(one, facts, situation).map(({ need_bytes }) => need_bytes)
      const all = linesOf(one, facts, situation).map(({ need_bytes }) => need_bytes)
      expect(least.reduce((sum, bytes) => sum + bytes, 0)).toBeGreaterThan(4 * 2 ** 30)
      least.forEach((bytes, at) => expect(bytes).toBeLessThanOrEqual(all[at] ?? 0))
    }
  })
})

test('recommended settings are those of a plan, for each size that fits', () => {
  const profile = findProfile('nvidia_rtx_3060')
  const target = targetFromProfile(profile)
  const { display_name, backend } = target
  const all = recommendedModels([profile])
  expect(all).toMatchObject({ [profile.id]: { display_name, backend } })
  const recommended_models = all[profile.id]?.recommended_models ?? {}
  expect(Object.keys(recommended_models)).toEqual(['1-3B', '7-8B', '13B', '30B+', '70B+'])
  const model = choiceFromCatalog(findCatalogEntry(modelForSize('8B').entry.id))
  const { settings, metadata } = makePlan({ target, model, intent: { use_case: 'general' } }).config
  expect(recommended_models['7-8B']).toEqual({
    precision: metadata?.precision,
    gpu_layers: -1,
    prompt_batch: settings.n_batch,
    decode_batch: settings.n_ubatch,
    threads: settings.n_threads,
    context: settings.n_ctx,
    expected_tokens_per_sec: metadata?.expected_tokens_per_sec,
  })
})

test('sizes that do not fit are not recommended', () => {
  const small = findProfile('apple_silicon_m1_8gb')
  const fewer = recommendedModels([small])[small.id]?.recommended_models ?? {}
  expect(Object.keys(fewer)).toEqual(['1-3B', '7-8B', '13B'])
})
