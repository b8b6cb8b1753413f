import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { UserError } from '../../shared/errors.ts'
import { estimateMemory } from '../../shared/estimate/estimate-memory.ts'
import { totalOf } from '../../shared/estimate/memory-estimate.ts'
import { type MemorySettings, resolveSettings } from '../../shared/estimate/memory-settings.ts'
import { readHparams } from '../../shared/model/hparams.ts'
import type { ModelFacts } from '../../shared/model/facts.ts'
import { fixtureFacts } from '../helpers/sparse-gguf.ts'

let models: ModelFacts[] = []
beforeAll(async () => {
  models = await Promise.all(
    (
      [
        'qwen2.5-0.5b.Q4_K_M',
        'gemma-3-4b.Q4_K_M',
        'deepseek-v2-lite.Q4_K_M',
        'qwen3.5-4b.Q4_K_M',
        'mixtral-8x7b.Q4_K_M',
      ] as const
    ).map((id) => fixtureFacts(id)),
  )
})

const model = fc.nat(4).map((index) => models[index] as ModelFacts)
const sizes = fc.record({
  n_ctx: fc.integer({ min: 1, max: 65_536 }),
  n_ubatch: fc.constantFrom(32, 128, 512, 1024),
  n_parallel: fc.integer({ min: 1, max: 8 }),
  n_gpu_layers: fc.integer({ min: -1, max: 60 }),
  cache_type_k: fc.constantFrom('f16' as const, 'q8_0' as const),
  offload_kqv: fc.boolean(),
  kv_unified: fc.boolean(),
})

function settingsFor(facts: ModelFacts, given: Parameters<typeof resolveSettings>[0]): MemorySettings {
  return resolveSettings(given, readHparams(facts))
}

function contextBytes(facts: ModelFacts, settings: MemorySettings): number {
  const estimate = estimateMemory(facts, settings, { devices: 1 })
  return estimate.host.context + estimate.devices.reduce((sum, { context }) => sum + context, 0)
}

describe('memory estimates', () => {
  it('the cache never shrinks with more context', () => {
    fc.assert(
      fc.property(model, sizes, fc.integer({ min: 0, max: 20_000 }), (facts, given, more) => {
        const before = contextBytes(facts, settingsFor(facts, given))
        const longer = contextBytes(facts, settingsFor(facts, { ...given, n_ctx: given.n_ctx + more }))
        expect(longer).toBeGreaterThanOrEqual(before)
      }),
      { numRuns: 60 },
    )
  })

  it('the cache never shrinks with more parallel sequences', () => {
    // Lengths that divide evenly: else each sequence's part is rounded up to 256 cells, 3 parts further than 4.
    const powers = fc.constantFrom(1, 2, 4, 8)
    fc.assert(
      fc.property(model, sizes, fc.integer({ min: 1, max: 16 }), powers, powers, (facts, given, blocks, a, b) => {
        const at = (n_parallel: number) =>
          contextBytes(facts, settingsFor(facts, { ...given, n_ctx: 2048 * blocks, n_parallel }))
        expect(at(Math.max(a, b))).toBeGreaterThanOrEqual(at(Math.min(a, b)))
      }),
      { numRuns: 60 },
    )
  })

  it('a layer that moves to the device takes its weights along, no more and no less', () => {
    fc.assert(
      fc.property(model, sizes, fc.integer({ min: 2, max: 40 }), (facts, given, layers) => {
        const hparams = readHparams(facts)
        const moved = Math.min(layers, hparams.n_layer_all)
        const at = (n_gpu_layers: number) =>
          estimateMemory(facts, settingsFor(facts, { ...given, n_gpu_layers }), { devices: 1 })
        const [fewer, more] = [at(moved - 1), at(moved)]
        const gained = (more.devices[0]?.model ?? 0) - (fewer.devices[0]?.model ?? 0)
        const lost = fewer.host.model - more.host.model
        expect(gained).toBeGreaterThan(0)
        expect(gained).toBe(lost)
      }),
      { numRuns: 60 },
    )
  })

  it('is made of finite bytes of at least 0', () => {
    fc.assert(
      fc.property(model, sizes, fc.integer({ min: 0, max: 4 }), (facts, given, devices) => {
        const estimate = estimateMemory(facts, settingsFor(facts, given), { devices })
        expect(estimate.devices).toHaveLength(devices)
        for (const part of [...estimate.devices, estimate.host]) {
          for (const bytes of [part.model, part.context, part.compute]) {
            expect(Number.isSafeInteger(bytes)).toBe(true)
            expect(bytes).toBeGreaterThanOrEqual(0)
          }
          expect(totalOf(part)).toBe(part.model + part.context + part.compute)
        }
      }),
      { numRuns: 60 },
    )
  })

  it('does not call a split by rows exact', async () => {
    const facts = await fixtureFacts('qwen3-8b.Q4_K_M')
    const basisOf = (split_mode: 'layer' | 'row', devices: number) =>
      estimateMemory(facts, settingsFor(facts, { n_ctx: 4096, split_mode }), { devices }).basis
    expect([basisOf('layer', 2), basisOf('row', 1), basisOf('row', 2)]).toEqual(['exact', 'exact', 'approximate'])
  })

  it.each([
    ['block_count', 0],
    ['block_count', 2 ** 31],
    ['block_count', Number.NaN],
    ['embedding_length', -1],
    ['attention.head_count_kv', 2 ** 30],
    ['attention.key_length', 0],
    ['attention.sliding_window', -5],
  ])('refuses a model whose %s is %d', async (key, value) => {
    const facts = await fixtureFacts('gemma-3-4b.Q4_K_M')
    const hostile = { ...facts, hparams: { ...facts.hparams, [key]: value } }
    expect(() => readHparams(hostile)).toThrow(UserError)
    expect(() => readHparams(hostile)).toThrow(key)
  })
})
