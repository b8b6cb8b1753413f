import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { estimateMemory } from '../../../shared/estimate/estimate-memory.ts'
import { extraMemory, type ExtraOptions } from '../../../shared/estimate/extras/extra-memory.ts'
import type { ExtraId, ExtraTerm } from '../../../shared/estimate/extras/extra-term.ts'
import { predictionLayers } from '../../../shared/estimate/extras/speculation.ts'
import { totalOf } from '../../../shared/estimate/memory-estimate.ts'
import { resolveSettings } from '../../../shared/estimate/memory-settings.ts'
import type { ModelFacts } from '../../../shared/model/facts.ts'
import { readHparams } from '../../../shared/model/hparams.ts'
import { userErrorOf } from '../../helpers/thrown.ts'
import { fixtureFacts } from '../../helpers/sparse-gguf.ts'
import mtp from '../../fixtures/memory/qwen3.6-27b-mtp.json' with { type: 'json' }
import { ModelFactsSchema } from '../../../shared/model/facts.ts'

const model = ModelFactsSchema.parse(mtp)

type Case = {
  readonly np: number
  readonly c: number
  readonly ub?: number
  readonly ngl?: number
  readonly fa?: 'on' | 'off'
  readonly n_max: number
  /** [model, context, compute] of the main context, then [context, compute] of the draft's. */
  readonly device: readonly number[]
  readonly host: readonly number[]
}

/** llama.cpp (de3ff81): its own no-allocation pass with `--spec-type draft-mtp`, and the draft's context made after it. */
const MEASURED: readonly Case[] = [
  { np: 1, c: 8192, n_max: 3, device: [16_084_557_824, 1_164_443_648, 136_331_328, 33_554_432, 136_331_296], host: [715_161_600, 0, 29_378_624, 0, 29_378_592] },
  { np: 4, c: 32_768, n_max: 3, device: [16_084_557_824, 4_657_774_592, 181_354_592, 134_217_728, 136_331_296], host: [715_161_600, 0, 54_544_480, 0, 54_544_416] },
  { np: 4, c: 32_768, n_max: 8, device: [16_084_557_824, 7_795_638_272, 244_269_248, 134_217_728, 136_331_296], host: [715_161_600, 0, 54_544_576, 0, 54_544_416] },
  { np: 1, c: 8192, ub: 64, n_max: 3, device: [16_084_557_824, 1_164_443_648, 26_462_272, 33_554_432, 17_041_440], host: [715_161_600, 0, 3_672_384, 0, 3_672_352] },
  { np: 1, c: 8192, ngl: 32, n_max: 3, device: [8_263_881_984, 556_072_960, 136_331_328, 33_554_432, 136_331_296], host: [8_535_837_440, 608_370_688, 146_819_136, 0, 29_378_592] },
  { np: 1, c: 8192, ngl: 0, n_max: 3, device: [0, 0, 0, 0, 0], host: [16_799_719_424, 1_164_443_648, 146_819_136, 33_554_432, 136_333_344] },
  { np: 1, c: 8192, fa: 'off', n_max: 3, device: [16_084_557_824, 1_164_443_648, 482_357_312, 33_554_432, 482_357_280], host: [715_161_600, 0, 41_957_440, 0, 41_957_408] },
] // prettier-ignore

const sum = (terms: readonly ExtraTerm[], id: ExtraId, place: ExtraTerm['place']) =>
  terms.filter((term) => term.id === id && term.place === place).reduce((all, { bytes }) => all + bytes, 0)

const settingsOf = (facts: ModelFacts, given: Parameters<typeof resolveSettings>[0]) =>
  resolveSettings(given, readHparams(facts))

const withDraft = (n_max: number): ExtraOptions => ({
  devices: 1,
  speculation: { spec_type: 'draft-mtp', spec_draft_n_max: n_max },
})

describe('speculation with the model’s own prediction layer, to the byte', () => {
  it.each(MEASURED)(
    'np $np c $c ub $ub ngl $ngl fa $fa n_max $n_max',
    ({ np, c, ub, ngl, fa, n_max, device, host }) => {
      const settings = settingsOf(model, {
        n_ctx: c,
        n_parallel: np,
        n_ubatch: ub ?? 512,
        n_gpu_layers: ngl ?? -1,
        flash_attn: fa ?? 'on',
      })
      const { devices, host: own } = estimateMemory(model, settings, { devices: 1 })
      const terms = extraMemory(model, settings, undefined, withDraft(n_max))
      const at = (place: 0 | 'host') => {
        const part = place === 'host' ? own : devices[0]
        if (part === undefined) throw new Error('no device')
        return [
          part.model + sum(terms, 'mtp.model', place),
          part.context + sum(terms, 'speculation.context', place),
          part.compute + sum(terms, 'speculation.compute', place),
          sum(terms, 'mtp.context', place),
          sum(terms, 'mtp.compute', place),
        ]
      }
      expect({ device: at(0), host: at('host') }).toEqual({ device, host })
    },
  )

  it('the layer weighs 263313408 bytes, and three states to go back to take three times the state', () => {
    const settings = settingsOf(model, { n_ctx: 8192 })
    const terms = extraMemory(model, settings, undefined, withDraft(3))
    expect(sum(terms, 'mtp.model', 0)).toBe(263_313_408)
    expect(sum(terms, 'speculation.context', 0)).toBe(627_572_736 - 156_893_184)
  })

  it('without speculation nothing of it is there', () => {
    const terms = extraMemory(model, settingsOf(model, { n_ctx: 8192 }), undefined, { devices: 1 })
    expect(terms.filter(({ id }) => /^(mtp|draft|speculation)\./.test(id))).toEqual([])
  })

  it('terms never shrink with more tokens drafted ahead', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 12 }), (a, b) => {
        const settings = settingsOf(model, { n_ctx: 4096, n_ubatch: 64 })
        const all = (n: number) =>
          extraMemory(model, settings, undefined, withDraft(n)).reduce((bytes, term) => bytes + term.bytes, 0)
        expect(all(Math.max(a, b))).toBeGreaterThanOrEqual(all(Math.min(a, b)))
      }),
      { numRuns: 10 },
    )
  })
})

describe('a draft model of its own', () => {
  it('needs what it needs alone, with the main model’s context', async () => {
    const main = await fixtureFacts('qwen3-8b.Q4_K_M')
    const draft = await fixtureFacts('qwen2.5-0.5b.Q4_K_M')
    const settings = settingsOf(main, { n_ctx: 10_000, cache_type_k: 'q8_0', cache_type_v: 'q8_0', flash_attn: 'on' })
    const terms = extraMemory(main, settings, undefined, {
      devices: 1,
      speculation: { spec_type: 'draft-simple', draft },
    })
    const alone = estimateMemory(draft, settingsOf(draft, { n_ctx: 10_240, flash_attn: 'on' }), { devices: 1 })
    const part = (place: 0 | 'host') =>
      (['draft.model', 'draft.context', 'draft.compute'] as const).reduce((all, id) => all + sum(terms, id, place), 0)
    expect(part(0)).toBe(alone.devices.reduce((all, one) => all + totalOf(one), 0))
    expect(part('host')).toBe(totalOf(alone.host))
  })

  it('is refused with another vocabulary, in one sentence', async () => {
    const main = await fixtureFacts('llama-3.1-8b.Q4_K_M')
    const draft = await fixtureFacts('qwen2.5-0.5b.Q4_K_M')
    const { message } = await userErrorOf(() =>
      extraMemory(main, settingsOf(main, {}), undefined, { speculation: { draft } }),
    )
    expect(message).toMatch(/has 151936 tokens in its vocabulary and the model 128256, so it cannot draft for it/)
  })

  it('types that need a draft or a prediction layer say so', async () => {
    const main = await fixtureFacts('qwen3-8b.Q4_K_M')
    const ask = (spec_type: 'draft-eagle3' | 'draft-mtp') =>
      userErrorOf(() => extraMemory(main, settingsOf(main, {}), undefined, { speculation: { spec_type } }))
    expect((await ask('draft-eagle3')).message).toBe('speculation of the type draft-eagle3 needs a draft model')
    expect((await ask('draft-mtp')).message).toMatch(/has no prediction layer/)
    expect(predictionLayers(main)).toEqual([])
    expect(predictionLayers(model)).toEqual([64])
  })

  it('speculation by n-grams needs no model, but more rows of logits', async () => {
    const main = await fixtureFacts('qwen3-8b.Q4_K_M')
    const terms = extraMemory(main, settingsOf(main, { n_ctx: 4096 }), undefined, {
      devices: 1,
      speculation: { spec_type: 'ngram-simple' },
    })
    const output = terms.find(({ id }) => id === 'server.output_buffer')
    expect(output).toMatchObject({ bytes: 151_936 * 4, high: 151_936 * 4 * 49 })
    expect(terms.some(({ id }) => id.startsWith('draft.'))).toBe(false)
  })
})
