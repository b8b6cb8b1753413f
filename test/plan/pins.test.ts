import { expect, test } from 'vitest'
import { choiceFromCatalog } from '../../shared/plan/choose-model.ts'
import type { PinnedSettings } from '../../shared/plan/intent.ts'
import { makePlan } from '../../shared/plan/make-plan.ts'
import { findCatalogEntry } from '../../shared/model/catalog/index.ts'
import { findProfile } from '../../shared/profile/find-profile.ts'
import { targetFromProfile } from '../../shared/profile/target-from-profile.ts'
import { checkConfig } from '../../shared/validate/check-config.ts'
import { userErrorOf } from '../helpers/thrown.ts'

function planWith(pins: PinnedSettings, model = 'qwen3-30b-a3b', hardware = 'nvidia_rtx_3060') {
  const target = targetFromProfile(findProfile(hardware))
  return makePlan({ target, model: choiceFromCatalog(findCatalogEntry(model)), intent: { use_case: 'general', pins } })
}

test.each<[PinnedSettings, Record<string, unknown>]>([
  [{ n_gpu_layers: 20 }, { n_gpu_layers: 20 }],
  [{ n_cpu_moe: 40 }, { n_cpu_moe: 40 }],
  [
    { n_gpu_layers: 30, n_cpu_moe: 10 },
    { n_gpu_layers: 30, n_cpu_moe: 10 },
  ],
  [{ cache_type: 'q4_0' }, { cache_type_k: 'q4_0', cache_type_v: 'q4_0', flash_attn: 'on' }],
  [{ flash_attn: 'off' }, { cache_type_k: 'f16', flash_attn: 'off' }],
  [
    { n_batch: 256, n_ubatch: 128 },
    { n_batch: 256, n_ubatch: 128 },
  ],
  [{ n_threads: 3 }, { n_threads: 3 }],
])('%j is kept, and the rest fits around it', (pins, expected) => {
  const plan = planWith(pins)
  expect(plan.config.settings).toMatchObject(expected)
  const text = JSON.stringify(plan.config)
  expect(checkConfig({ text, file: 'a.json', targets: [plan.target] }).findings).toEqual([])
  const by_hand = plan.reasons.filter(({ code }) => code === 'by_hand').map(({ key }) => key)
  const stated = Object.keys(pins).map((key) => (key === 'cache_type' ? 'cache_type_k' : key))
  expect(by_hand.toSorted()).toEqual(stated.toSorted())
})

test('no pins plan as before', () => {
  const target = targetFromProfile(findProfile('nvidia_rtx_3060'))
  const model = choiceFromCatalog(findCatalogEntry('qwen3-30b-a3b'))
  expect(planWith({}).config).toEqual(makePlan({ target, model, intent: { use_case: 'general' } }).config)
})

test('pins that cannot be held are refused in a sentence', async () => {
  const error = await userErrorOf(() => planWith({ n_gpu_layers: 81, cache_type: 'f32' }, 'llama-3.3-70b'))
  expect(error.message).toContain('does not fit')
})
