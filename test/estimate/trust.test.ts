import { describe, expect, it } from 'vitest'
import type { Settings } from '../../shared/config/settings.ts'
import { estimateMemory, leastMemory } from '../../shared/estimate/estimate-memory.ts'
import { type MemoryBreakdown, totalOf } from '../../shared/estimate/memory-estimate.ts'
import { resolveSettings } from '../../shared/estimate/memory-settings.ts'
import { catalogModel, listCatalog } from '../../shared/model/catalog/index.ts'
import type { ModelFacts } from '../../shared/model/facts.ts'
import { readHparams } from '../../shared/model/hparams.ts'

const unheardOf = (facts: ModelFacts): ModelFacts => ({ ...facts, architecture: 'unheard-of' })
const without = (facts: ModelFacts, name: string): ModelFacts => ({
  ...facts,
  tensors: facts.tensors.filter((group) => group.name !== name),
})
const settingsFor = (facts: ModelFacts, given: Settings) =>
  resolveSettings({ n_ctx: 4096, ...given }, readHparams(facts))
const estimate = (facts: ModelFacts, given: Settings = {}, devices = 1) =>
  estimateMemory(facts, settingsFor(facts, given), { devices })

const qwen = catalogModel('qwen3-8b', 'Q4_K_M')

describe('how far an estimate can be trusted', () => {
  it('is to the byte where the graph is described, for the release that it names', () => {
    expect(estimate(qwen)).toMatchObject({ basis: 'exact', bound: 0, engine: 'llama.cpp de3ff81', program: 'server' })
  })

  it('is a tenth where a known architecture lacks a weight that its graph needs', () => {
    for (const flash_attn of ['on', 'auto'] as const) {
      const settings = { flash_attn, n_gpu_layers: 20 }
      expect(estimate(without(qwen, 'blk.%d.ffn_down.weight'), settings)).toMatchObject({
        basis: 'approximate',
        bound: 0.1,
      })
    }
  })

  it('is three tenths, or what may be too much beside what cannot be less, where nothing is known', () => {
    const parts = ({ devices, host }: { devices: readonly MemoryBreakdown[]; host: MemoryBreakdown }) =>
      [...devices, host].reduce((sum, { model, context, compute }) => ({
        model: sum.model + model,
        context: sum.context + context,
        compute: sum.compute + compute,
      }))
    const small = estimate(unheardOf(qwen))
    expect(small.bound).toBe(0.3)
    // No key speaks of windows: the compute buffer alone is in doubt.
    const tiny = unheardOf(catalogModel('qwen3-0.6b', 'Q4_K_M'))
    const wide = estimate(tiny, { n_ctx: 32_768, flash_attn: 'off', n_ubatch: 2048 })
    const plain = parts(wide)
    expect(wide.bound).toBeCloseTo(plain.compute / (plain.model + plain.context), 12)
    expect(wide.bound).toBeGreaterThan(0.3)
    // With a window the cache may be smaller than it is counted.
    const window = { ...tiny, hparams: { ...tiny.hparams, 'attention.sliding_window': 512 } }
    const doubtful = estimate(window, { n_ctx: 32_768, flash_attn: 'off', n_ubatch: 2048 })
    const all = parts(doubtful)
    expect(doubtful.bound).toBeCloseTo((all.compute + all.context) / all.model, 12)
  })

  it.each([
    'attention.sliding_window',
    'full_attention_interval',
    'attention.shared_kv_layers',
    'attention.kv_lora_rank',
    'attention.causal',
    'pooling_type',
    'ssm.x',
    'kda.x',
    'shortconv.x',
  ])('a key %s puts the context in doubt', (key) => {
    const tiny = unheardOf(catalogModel('qwen3-0.6b', 'Q4_K_M'))
    const plain = estimate(tiny, { n_ctx: 32_768 }).bound
    const value = key === 'attention.causal' ? true : 1
    expect(estimate({ ...tiny, hparams: { ...tiny.hparams, [key]: value } }, { n_ctx: 32_768 }).bound).toBeGreaterThan(
      plain,
    )
  })

  it('rows of every matrix on each of several devices are not followed', () => {
    expect(estimate(qwen, { split_mode: 'row' }, 2)).toMatchObject({ basis: 'approximate', bound: 0.3 })
    expect(estimate(qwen, { split_mode: 'row' }, 1)).toMatchObject({ basis: 'exact' })
  })
})

describe('values looked up beside the embedding, in a graph that is not described', () => {
  it('are held twice for each token of a micro-batch, in every place that runs layers', () => {
    const gemma = unheardOf(catalogModel('gemma-3n-e2b', 'Q4_K_M'))
    const [width = 0] = gemma.tensors.find(({ name }) => name === 'per_layer_token_embd.weight')?.shape ?? []
    expect(width).toBeGreaterThan(1000)
    const settings = { n_ubatch: 128, flash_attn: 'on' } as const
    const [with_table, bare] = [gemma, without(gemma, 'per_layer_token_embd.weight')].map((facts) =>
      estimate(facts, settings),
    )
    const more = 2 * 4 * 128 * width
    expect(Number(with_table?.devices[0]?.compute) - Number(bare?.devices[0]?.compute)).toBe(more)
    expect(Number(with_table?.host.compute) - Number(bare?.host.compute)).toBe(more)
  })
})

describe('flash attention left to llama.cpp, in a graph that is not described', () => {
  const compute = (facts: ModelFacts, given: Settings, devices = 1) => {
    const of = (flash_attn: 'on' | 'off' | 'auto') => {
      const { devices: each, host } = estimate(facts, { ...given, flash_attn }, devices)
      return [...each, host].map((part) => part.compute).join()
    }
    const [on, off, auto] = [of('on'), of('off'), of('auto')]
    expect(on).not.toBe(off)
    return auto === on ? 'on' : auto === off ? 'off' : 'neither'
  }
  const plain = unheardOf(qwen)
  const states = unheardOf(catalogModel('granite-4.0-h-tiny', 'Q4_K_M'))

  it('runs where the cache lies with its layer', () => {
    expect(compute(plain, {})).toBe('on')
    expect(compute(plain, { n_gpu_layers: 20 })).toBe('on')
    expect(compute(plain, { n_gpu_layers: 0, offload_kqv: false })).toBe('on')
    expect(compute(plain, {}, 2)).toBe('on')
  })

  it('does not where a layer’s cache stays on the host without it', () => {
    expect(compute(plain, { offload_kqv: false })).toBe('off')
    expect(compute(plain, { offload_kqv: false, n_gpu_layers: 20 })).toBe('off')
    // The output alone has no cache.
    expect(compute(plain, { offload_kqv: false, n_gpu_layers: 1 })).toBe('on')
  })

  it('is not counted on where layers with a state lie between places', () => {
    expect(compute(states, { n_gpu_layers: 20 })).toBe('off')
    expect(compute(states, {})).toBe('on')
    expect(compute(plain, { override_tensor: ['ffn_=CPU'] })).toBe('on')
    expect(compute(states, { override_tensor: ['ffn_=CPU'] })).toBe('off')
  })
})

describe('the least that a model takes', () => {
  it.each(
    listCatalog()
      .slice(0, 12)
      .map(({ id }) => id),
  )('%s: its weights and context, as estimated, and no more', (id) => {
    const facts = catalogModel(id, 'Q4_K_M')
    const settings = settingsFor(facts, { n_gpu_layers: 12 })
    const [whole, least] = [estimateMemory, leastMemory].map((ask) => ask(facts, settings, { devices: 2 }))
    const bare = ({ model, context }: MemoryBreakdown) => ({ model, context, compute: 0 })
    expect(least?.devices).toEqual(whole?.devices.map(bare))
    expect(least?.host).toEqual(whole && bare(whole.host))
    expect(least).toMatchObject({ program: 'server', basis: 'approximate', bound: 1, engine: whole?.engine })
    expect(totalOf(least?.host ?? { model: 0, context: 0, compute: 0 })).toBeGreaterThan(0)
  })
})
