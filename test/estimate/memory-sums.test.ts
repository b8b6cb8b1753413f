import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Settings } from '../../shared/config/settings.ts'
import { UserError } from '../../shared/errors.ts'
import { estimateMemory } from '../../shared/estimate/estimate-memory.ts'
import type { MemoryEstimate } from '../../shared/estimate/memory-estimate.ts'
import { resolveSettings } from '../../shared/estimate/memory-settings.ts'
import { catalogModel, listCatalog } from '../../shared/model/catalog/index.ts'
import type { HparamValue, ModelFacts } from '../../shared/model/facts.ts'
import { readHparams } from '../../shared/model/hparams.ts'
import { tensorBytes } from '../../shared/model/tensor-types.ts'
import { padTo } from '../../shared/units.ts'

const anyModel = fc.constantFrom(...listCatalog().map(({ id }) => id)).map((id) => catalogModel(id, 'Q4_K_M'))
const anyContext = fc.record({
  n_ctx: fc.integer({ min: 1, max: 40_000 }),
  n_parallel: fc.integer({ min: 1, max: 6 }),
  kv_unified: fc.boolean(),
})

function estimate(facts: ModelFacts, settings: Settings, devices: number): MemoryEstimate {
  return estimateMemory(facts, resolveSettings(settings, readHparams(facts), 'cli'), { devices })
}

/** A layer's weights as its file has them, each at a multiple of 32 bytes. */
function layerBytes({ tensors }: ModelFacts, layer: number): number {
  return tensors
    .filter(({ layers }) => layers?.some(([first, last]) => first <= layer && layer <= last))
    .reduce((sum, { type, shape }) => sum + padTo(tensorBytes(type, shape), 32), 0)
}

/** Models whose layers hold nothing but their own tensors: no factors that every device has a copy of, no layer for drafts. */
const plainModel = anyModel.filter(
  ({ tensors, hparams }) =>
    hparams['nextn_predict_layers'] === undefined &&
    !tensors.some(({ name }) => /^(rope_f|per_layer_|token_embd_norm)/.test(name)),
)

describe('memory estimates of any catalog model', () => {
  it('moving a layer to a device moves exactly its bytes', () => {
    fc.assert(
      fc.property(plainModel, anyContext, fc.integer({ min: 1, max: 100 }), (facts, given, asked) => {
        const n_layer = readHparams(facts).n_layer_all
        // One layer is the output; so many lie on the device with `count`, counted from the end.
        const count = 2 + (asked % (n_layer - 1))
        const [fewer, more] = [count - 1, count].map((n_gpu_layers) => estimate(facts, { ...given, n_gpu_layers }, 1))
        const bytes = layerBytes(facts, n_layer + 1 - count)
        expect(Number(more?.devices[0]?.model) - Number(fewer?.devices[0]?.model)).toBe(bytes)
        expect(Number(fewer?.host.model) - Number(more?.host.model)).toBe(bytes)
      }),
      { numRuns: 80 },
    )
  })

  it('the cache is the same in sum, wherever its layers lie', () => {
    const context = ({ devices, host }: MemoryEstimate) =>
      devices.reduce((sum, each) => sum + each.context, host.context)
    const places = fc.record({
      n_gpu_layers: fc.integer({ min: 0, max: 70 }),
      offload_kqv: fc.boolean(),
      tensor_split: fc.constantFrom<number[]>([], [3, 1], [0, 1]),
    })
    fc.assert(
      fc.property(anyModel, anyContext, places, fc.constantFrom(0, 1, 2), (facts, given, where, devices) => {
        const split = devices === 2 ? where : { ...where, tensor_split: [] }
        expect(context(estimate(facts, { ...given, ...split }, devices))).toBe(context(estimate(facts, given, 1)))
      }),
      { numRuns: 80 },
    )
  })

  it('the cache never shrinks with more context', () => {
    const context = (facts: ModelFacts, given: Settings) => {
      const { devices, host } = estimate(facts, given, 1)
      return Number(devices[0]?.context) + host.context
    }
    fc.assert(
      fc.property(anyModel, anyContext, fc.nat(100_000), (facts, given, more) => {
        const longer = { ...given, n_ctx: given.n_ctx + more }
        expect(context(facts, longer)).toBeGreaterThanOrEqual(context(facts, given))
      }),
      { numRuns: 80 },
    )
  })
})

const HOSTILE: readonly HparamValue[] = [
  0,
  -1,
  2 ** 31,
  2 ** 53,
  Number.NaN,
  Number.POSITIVE_INFINITY,
  0.5,
  'x',
  true,
  [],
]
const KEYS = [
  'block_count',
  'embedding_length',
  'vocab_size',
  'context_length',
  'feed_forward_length',
  'attention.head_count',
  'attention.head_count_kv',
  'attention.key_length',
  'attention.value_length',
  'attention.sliding_window',
  'attention.sliding_window_pattern',
  'expert_count',
  'expert_used_count',
  'ssm.inner_size',
  'ssm.state_size',
  'ssm.conv_kernel',
  'ssm.time_step_rank',
  'ssm.group_count',
]

it('hostile facts are refused in a sentence, or give finite bytes', () => {
  fc.assert(
    fc.property(anyModel, fc.constantFrom(...KEYS), fc.constantFrom(...HOSTILE), (facts, key, value) => {
      const hostile = { ...facts, hparams: { ...facts.hparams, [key]: value } }
      try {
        const { devices, host } = estimate(hostile, { n_ctx: 4096 }, 1)
        for (const { model, context, compute } of [...devices, host]) {
          expect([model, context, compute].every((bytes) => Number.isSafeInteger(bytes) && bytes >= 0)).toBe(true)
        }
      } catch (error) {
        if (!(error instanceof UserError)) throw error
        expect(error.message).toMatch(/^[^\n]{10,300}$/)
      }
    }),
    { numRuns: 400 },
  )
})

it.each([
  ['granite-4.0-h-tiny', 'ssm.time_step_rank'],
  ['deepseek-v2-lite', 'rope.dimension_count'],
  ['deepseek-v2-lite', 'attention.kv_lora_rank'],
  ['ling-mini-2.0', 'expert_group_count'],
])('%s with a %s beyond any tensor is refused', (id, key) => {
  const facts = catalogModel(id, 'Q4_K_M')
  const hostile = { ...facts, hparams: { ...facts.hparams, [key]: 2 ** 53 } }
  expect(() => estimate(hostile, { n_ctx: 4096 }, 1)).toThrow(UserError)
})

it.each([
  ['attention.head_count', 0],
  ['attention.head_count', Number.NaN],
  ['block_count', 2 ** 31],
  ['vocab_size', -1],
  ['context_length', Number.POSITIVE_INFINITY],
])('a model with attention whose %s is %d is refused', (key, value) => {
  const facts = catalogModel('llama-3.1-8b', 'Q4_K_M')
  const hostile = { ...facts, hparams: { ...facts.hparams, [key]: value } }
  expect(() => estimate(hostile, { n_ctx: 4096 }, 1)).toThrow(UserError)
})
