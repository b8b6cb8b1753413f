import { describe, expect, it } from 'vitest'
import type { Settings } from '../../../shared/config/settings.ts'
import { estimateMemory } from '../../../shared/estimate/estimate-memory.ts'
import { extraMemory, type ExtraOptions } from '../../../shared/estimate/extras/extra-memory.ts'
import { type ExtraId, type ExtraTerm, presentTerms } from '../../../shared/estimate/extras/extra-term.ts'
import { totalOf } from '../../../shared/estimate/memory-estimate.ts'
import { resolveSettings } from '../../../shared/estimate/memory-settings.ts'
import { catalogModel } from '../../../shared/model/catalog/index.ts'
import type { ModelFacts } from '../../../shared/model/facts.ts'
import { readHparams } from '../../../shared/model/hparams.ts'
import { MIB } from '../../../shared/units.ts'

const main = catalogModel('qwen3-8b', 'Q4_K_M')
const small = catalogModel('qwen3-0.6b', 'Q8_0')
const windowed = catalogModel('gemma-3-4b', 'Q4_K_M')

function terms(facts: ModelFacts, given: Settings, options: ExtraOptions = {}, program: 'server' | 'cli' = 'server') {
  return extraMemory(facts, resolveSettings(given, readHparams(facts), program), undefined, { devices: 1, ...options })
}
const named = (found: readonly ExtraTerm[], id: ExtraId) => found.filter((term) => term.id === id)
const bytes = (found: readonly ExtraTerm[], id: ExtraId, place: ExtraTerm['place']) =>
  named(found, id)
    .filter((term) => term.place === place)
    .reduce((sum, term) => sum + term.bytes, 0)

describe('a draft model', () => {
  const beside = (given: Settings, more: object = {}) =>
    terms(main, { n_ctx: 4096, ...given }, { speculation: { spec_type: 'draft-simple', draft: small, ...more } })

  it('lies on the GPU whole by default, whatever the model does, else as its own flag says', () => {
    // common_base_params_to_speculative (common/speculative.cpp): n_gpu_layers is the draft's own, -1 if not given.
    const alone = (n_gpu_layers: number) => {
      const settings = resolveSettings({ n_ctx: 4096, n_gpu_layers }, readHparams(small))
      const { devices, host } = estimateMemory(small, settings, { devices: 1 })
      return [devices[0]?.model, host.model, devices[0]?.context, host.context]
    }
    const of = (given: Settings, draft_n_gpu_layers?: number) => {
      const found = beside(given, draft_n_gpu_layers === undefined ? {} : { draft_n_gpu_layers })
      return (['draft.model', 'draft.context'] as const).flatMap((id) => [
        bytes(found, id, 0),
        bytes(found, id, 'host'),
      ])
    }
    expect(of({ n_gpu_layers: 10 })).toEqual(alone(-1))
    expect(of({ n_gpu_layers: -1 }, -1)).toEqual(alone(-1))
    expect(of({ n_gpu_layers: -1 }, 0)).toEqual(alone(0))
    expect(of({ n_gpu_layers: 0 }, 12)).toEqual(alone(12))
    expect(of({}, 500)).toEqual(alone(-1))
  })

  it('follows neither the model’s overrides nor its experts on the CPU', () => {
    const plain = beside({})
    const moved = beside({ override_tensor: ['.*=CPU'], n_cpu_moe: 20 })
    for (const id of ['draft.model', 'draft.context', 'draft.compute'] as const) {
      expect([bytes(moved, id, 0), bytes(moved, id, 'host')]).toEqual([bytes(plain, id, 0), bytes(plain, id, 'host')])
    }
  })

  it('keeps its cache in its own types: F16 unless said', () => {
    const cache = (given: Settings, more: object = {}) => bytes(beside(given, more), 'draft.context', 0)
    // 28 layers of 8 heads of 128 in K and V: 114 688 bytes a token in F16, 17/32 of it at 8 bits.
    expect(cache({})).toBe(4096 * 114_688)
    expect(cache({ cache_type_k: 'q8_0', cache_type_v: 'q8_0', flash_attn: 'on' })).toBe(4096 * 114_688)
    const eight = { draft_cache_type_k: 'q8_0', draft_cache_type_v: 'q8_0' }
    expect(cache({ flash_attn: 'on' }, eight)).toBe((4096 * 114_688 * 17) / 32)
    expect(cache({ flash_attn: 'on' }, { draft_cache_type_k: 'q8_0' })).toBe((4096 * 114_688 * 49) / 64)
  })

  it('has a row of logits a slot; one that samples on its device, room for probabilities and candidates', () => {
    const row = 4 * 151_936
    expect(named(beside({ n_parallel: 3 }), 'draft.output_buffer')).toMatchObject([
      { place: 'host', bytes: 3 * row, limit_flag: '--parallel' },
    ])
    expect(named(beside({}), 'draft.output_buffer')[0]?.high).toBeUndefined()
    const [samples] = named(beside({ n_parallel: 3 }, { spec_type: 'draft-mtp' }), 'draft.output_buffer')
    expect(samples).toMatchObject({ bytes: 3 * row, high: 3 * (4 * row + 4 * 1025) })
  })

  it('is exact, unless its graph is not the one that runs', () => {
    expect(named(beside({}), 'draft.compute').every(({ low, high }) => low === undefined && high === undefined)).toBe(
      true,
    )
    const [guess] = named(beside({}, { spec_type: 'draft-mtp' }), 'draft.compute')
    expect(guess?.low).toBe(Math.floor((guess?.bytes ?? 0) / 2))
    expect(guess?.high).toBe(Math.ceil((guess?.bytes ?? 0) * 1.5))
  })

  it('makes the main model’s logits rows more: three drafted ahead by default', () => {
    const rows = (more: object = {}) => named(beside({}, more), 'server.output_buffer')[0]
    expect(rows()).toMatchObject({ bytes: 4 * 151_936, high: 4 * 4 * 151_936 })
    expect(rows({ spec_draft_n_max: 7 })?.high).toBe(8 * 4 * 151_936)
    // A row a token of the batch at most.
    expect(named(beside({ n_batch: 2 }), 'server.output_buffer')[0]?.high).toBe(2 * 4 * 151_936)
  })

  it('reads the main model’s states with draft-mtp: one of 4096 floats a token of the batch', () => {
    const found = named(beside({ n_batch: 100 }, { spec_type: 'draft-mtp' }), 'server.output_buffer')[0]
    expect(found?.high).toBe(4 * (4 * 151_936 + 100 * 4096))
  })
})

describe('what a server keeps', () => {
  it('is nothing of programs that are none', () => {
    const found = terms(windowed, { n_ctx: 8192 }, {}, 'cli').map(({ id }) => id)
    expect(found).not.toContain('server.prompt_cache')
    expect(found).not.toContain('server.context_checkpoints')
    const [output] = named(terms(main, { n_ctx: 4096, n_batch: 64 }, {}, 'cli'), 'server.output_buffer')
    expect(output).toMatchObject({ bytes: 4 * 151_936, high: 64 * 4 * 151_936, limit_flag: '--batch-size' })
  })

  it('says how much each checkpoint takes', () => {
    const [found] = named(
      terms(windowed, { n_ctx: 8192, n_parallel: 2 }, { server: { ctx_checkpoints: 4 } }),
      'server.context_checkpoints',
    )
    // 29 windowed layers of 1024 cells: 4 heads of 256 in K and V, F16, and 12 bytes a cell.
    const each = 1024 * (29 * 4096 + 12)
    expect(found?.high).toBe(8 * each)
    expect(found?.source).toMatch(/^none at first; up to 4 a slot, 116\.0 MiB each,/)
    const [short] = named(terms(windowed, { n_ctx: 512 }), 'server.context_checkpoints')
    expect(short?.high).toBe(32 * 512 * (29 * 4096 + 12))
    const eight = { n_ctx: 8192, cache_type_k: 'q8_0', cache_type_v: 'q4_0', flash_attn: 'on' } as const
    const [packed] = named(terms(windowed, eight), 'server.context_checkpoints')
    expect(packed?.high).toBe(32 * 1024 * (29 * (1024 / 32) * (34 + 18) + 12))
  })

  it('of a draft: all its cells, in its own types', () => {
    const with_draft = (more: object) =>
      named(
        terms(windowed, { n_ctx: 4096 }, { speculation: { spec_type: 'ngram-mod', draft: small, ...more } }),
        'server.context_checkpoints',
      )[0]?.high
    const own = 1024 * (29 * 4096 + 12)
    expect(with_draft({})).toBe(32 * (own + 4096 * (114_688 + 12)))
    expect(with_draft({ draft_cache_type_k: 'q8_0' })).toBe(32 * (own + 4096 * ((114_688 * 49) / 64 + 12)))
  })
})

describe('drivers', () => {
  // profiles/driver-overhead/observed.json: 5 logs after loading (451, 456, 2159), 8 before (123, 470, 1355).
  it('take what logs show: usually the median after loading, between the least and nine of ten', () => {
    const found = named(terms(main, {}, { devices: 2, backend: 'cuda' }), 'driver.overhead')
    expect(found.map(({ place }) => place)).toEqual([0, 1])
    expect(found[0]).toMatchObject({ bytes: 456 * MIB, low: 123 * MIB, high: 2159 * MIB })
    expect(found[0]?.source).toContain('(cuda, n = 13)')
  })

  it('of which no logs are at hand, and those of no device, are not guessed', () => {
    expect(named(terms(main, {}, { devices: 1, backend: 'cpu' }), 'driver.overhead')).toEqual([])
    expect(named(terms(main, {}, { devices: 0, backend: 'cuda' }), 'driver.overhead')).toEqual([])
  })
})

describe('the list of terms', () => {
  const term = (id: ExtraId, place: ExtraTerm['place'], size: number, high?: number | null): ExtraTerm => ({
    id,
    place,
    bytes: size,
    source: 'x',
    ...(high !== undefined && { high }),
  })

  it('has devices first, then the host, each in the order of the documentation', () => {
    const given = [
      term('server.prompt_cache', 'host', 1),
      term('driver.overhead', 1, 1),
      term('lora.model', 'host', 1),
      term('driver.overhead', 0, 1),
      term('mmproj.model', 1, 1),
    ]
    expect(presentTerms(given).map(({ id, place }) => `${place} ${id}`)).toEqual([
      '0 driver.overhead',
      '1 mmproj.model',
      '1 driver.overhead',
      'host lora.model',
      'host server.prompt_cache',
    ])
  })

  it('leaves out what holds nothing and never will', () => {
    const kept = presentTerms([
      term('mmproj.model', 0, 0),
      term('mmproj.compute', 0, 0, 0),
      term('lora.model', 0, 0, 5),
      term('lora.compute', 0, 0, null),
      term('draft.model', 0, 5),
    ])
    expect(kept.map(({ id }) => id)).toEqual(['lora.model', 'lora.compute', 'draft.model'])
  })
})

it('speculation adds to the main context what two estimates differ by, and says which flag limits it', () => {
  const hybrid = catalogModel('qwen3.5-4b', 'Q4_K_M')
  const speculation = { spec_type: 'draft-eagle3', draft: small, spec_draft_n_max: 2 } as const
  const found = terms(hybrid, { n_ctx: 4096 }, { speculation })
  const plain = estimateMemory(hybrid, resolveSettings({ n_ctx: 4096 }, readHparams(hybrid)), { devices: 1 })
  // States to go back to: two more of each recurrent layer; the cache of the others stays.
  const hparams = readHparams(hybrid)
  const state = 4 * (hparams.n_embd_r + hparams.n_embd_s) * hparams.is_recr.filter(Boolean).length
  expect(named(found, 'speculation.context')).toMatchObject([
    { place: 0, bytes: 2 * state, limit_flag: '--spec-draft-n-max' },
  ])
  expect(totalOf(plain.host)).toBeGreaterThan(0)
  const grams = terms(main, { n_ctx: 4096 }, { speculation: { spec_type: 'ngram-mod' } })
  expect(named(grams, 'speculation.compute')[0]).toMatchObject({ place: 0, limit_flag: '--spec-type' })
})
