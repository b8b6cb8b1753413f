import { describe, expect, test } from 'vitest'
import { ENGINE } from '../../shared/estimate/engine.ts'
import { findCatalogEntry } from '../../shared/model/catalog/index.ts'
import { choiceFromCatalog, choiceFromFacts } from '../../shared/plan/choose-model.ts'
import { clusterLayers } from '../../shared/plan/cluster-layers.ts'
import type { Intent } from '../../shared/plan/intent.ts'
import { makePlan } from '../../shared/plan/make-plan.ts'
import type { Plan } from '../../shared/plan/plan.ts'
import { clusterTarget } from '../../shared/profile/cluster.ts'
import type { Target } from '../../shared/profile/target.ts'
import { GIB } from '../../shared/units.ts'
import { madeUpTarget } from './targets.ts'

const box = madeUpTarget({ ram: 32, vram: [12] })
const planOn = (target: Target, id = 'llama-3.1-8b', more: Partial<Intent> = {}): Plan =>
  makePlan({ target, model: choiceFromCatalog(findCatalogEntry(id)), intent: { use_case: 'general', ...more } })

const round = (value: number, digits: number) => Math.round(value * 10 ** digits) / 10 ** digits

describe('a planned config', () => {
  test('has every key, what is planned for and what to expect', () => {
    const { config, memory, throughput } = planOn(box, 'llama-3.1-8b', { generator: 'lp-tui 1' })
    const { model, ...rest } = config
    const [device] = memory.devices
    const sum = (part = memory.host) => round((part.model + part.context + part.compute) / GIB, 2)
    expect(rest).toEqual({
      version: 1,
      backend: 'cuda',
      model_path: './models/llama-3.1-8b/gguf/Q4_K_M/llama-3.1-8b-q4_k_m.gguf',
      settings: {
        n_gpu_layers: -1,
        n_threads: 8,
        n_batch: 2048,
        n_ubatch: 512,
        n_ctx: 8192,
        rope_freq_base: 500_000,
        rope_freq_scale: 1,
        flash_attn: 'auto',
        cache_type_k: 'f16',
        cache_type_v: 'f16',
        n_parallel: 1,
      },
      metadata: {
        hardware: 'made_up',
        model_size: '8B',
        precision: 'Q4_K_M',
        use_case: 'general',
        expected_tokens_per_sec: round(throughput.tg?.tokens_per_s ?? 0, 1),
        expected_tokens_per_sec_range: [round(throughput.tg?.low ?? 0, 1), round(throughput.tg?.high ?? 0, 1)],
        expected_tokens_per_sec_basis: throughput.tg?.basis,
        estimated_vram_usage_gb: sum(device),
        estimated_ram_usage_gb: sum(),
        program: 'server',
        engine: ENGINE,
        generator: 'lp-tui 1',
      },
    })
    expect(model?.precision).toBe('Q4_K_M')
    expect(throughput.tg?.low).toBeLessThan(throughput.tg?.high ?? 0)
  })

  test('for the CPU names that backend and no layers', () => {
    const { config } = planOn(madeUpTarget({ ram: 16 }))
    expect(config).toMatchObject({ backend: 'cpu', settings: { n_gpu_layers: 0 } })
    expect(config.settings).not.toHaveProperty('tensor_split')
  })

  test('that leaves a GPU alone is one for the CPU', () => {
    const { config } = planOn(madeUpTarget({ ram: 16, vram: [12, 12] }), 'llama-3.1-8b', { pins: { n_gpu_layers: 0 } })
    expect(config).toMatchObject({ backend: 'cpu', metadata: { estimated_vram_usage_gb: 0 } })
    expect(config.settings).not.toHaveProperty('tensor_split')
  })

  test('says where no number supports a speed', () => {
    const unknown = {
      ...box,
      devices: box.devices.map((device) => ({ ...device, bandwidth_gb_s: null, fp16_tflops: null })),
    }
    const { config, throughput } = planOn(unknown)
    expect(throughput.tg).toBeNull()
    expect(config.settings.n_gpu_layers).toBe(-1)
    expect(config.metadata).toMatchObject({ expected_tokens_per_sec: null })
    expect(config.metadata).not.toHaveProperty('expected_tokens_per_sec_range')
    expect(config.metadata).not.toHaveProperty('expected_tokens_per_sec_basis')
  })

  test('puts nothing on devices where one does not tell its memory', () => {
    const two = madeUpTarget({ ram: 32, vram: [12, 12] })
    const devices = two.devices.map((device, at) => (at === 1 ? { ...device, usable: null } : device))
    expect(planOn({ ...two, devices }).config).toMatchObject({ backend: 'cpu', settings: { n_gpu_layers: 0 } })
  })

  test('takes no step down that gains nothing', () => {
    const unknown = {
      ...box,
      devices: box.devices.map((device) => ({ ...device, bandwidth_gb_s: null, fp16_tflops: null })),
    }
    const { config, steps } = planOn(unknown, 'llama-3.1-8b', { pins: { n_gpu_layers: 10 } })
    expect(config.settings).toMatchObject({ n_ubatch: 512, n_ctx: 8192, cache_type_k: 'f16' })
    expect(steps).toEqual([])
  })

  test('of a file says the size that its weights have', () => {
    const facts = planOn(box).config.model
    if (facts === undefined) throw new Error('a planned config has facts')
    const file = choiceFromFacts({ ...facts, source: 'gguf' }, 'mine.gguf')
    const { config, reasons } = makePlan({ target: box, model: file, intent: { use_case: 'quality' } })
    expect(config).toMatchObject({ model_path: 'mine.gguf', metadata: { model_size: '8B', precision: 'Q4_K_M' } })
    expect(reasons[0]).toMatchObject({ key: 'precision', code: 'of_the_file' })
  })

  test('keeps what was pinned of slots, program and flash attention', () => {
    const { config } = planOn(box, 'llama-3.1-8b', { n_parallel: 3, program: 'cli', pins: { flash_attn: 'off' } })
    expect(config).toMatchObject({ settings: { n_parallel: 3, flash_attn: 'off' }, metadata: { program: 'cli' } })
  })

  test('gives each device its share, a tiny one too', () => {
    const { config } = planOn(madeUpTarget({ ram: 16, vram: [12, 0.001, 6.125] }))
    expect(config.settings).toMatchObject({ split_mode: 'layer', tensor_split: [12, 0.01, 6.13] })
  })

  test('has a name of hardware that the format takes', () => {
    expect(planOn({ ...box, id: 'x'.repeat(300) }).config.metadata?.hardware).toBe('x'.repeat(200))
  })

  test('repeats what is noted of the machine and of the model', () => {
    const model = choiceFromCatalog(findCatalogEntry('llama-3.1-8b'), 'stands for 8B')
    const target = { ...box, notes: ['its bandwidth is assumed'] }
    const notes = (n_ctx: number) => makePlan({ target, model, intent: { use_case: 'general', n_ctx } }).notes
    expect(notes(4096)).toEqual(['its bandwidth is assumed', 'stands for 8B'])
    const small = choiceFromCatalog(findCatalogEntry('gemma-2-2b'))
    const trained = 8192
    const of = (n_ctx: number) => makePlan({ target: box, model: small, intent: { use_case: 'general', n_ctx } }).notes
    const silent = { ...small.facts('Q4_K_M'), source: 'gguf' as const }
    const file = choiceFromFacts({ ...silent, hparams: { ...silent.hparams, context_length: 0 } }, 'm.gguf')
    expect(makePlan({ target: box, model: file, intent: { use_case: 'general', n_ctx: 4096 } }).notes).toEqual([])
    expect([of(trained), of(trained + 256)]).toEqual([
      [],
      [
        `The model was trained for ${trained} tokens; the ${trained + 256} asked for need RoPE scaling, or answers get worse.`,
      ],
    ])
  })

  test('uses as many devices as llama.cpp does', () => {
    const many = (count: number) =>
      planOn(madeUpTarget({ ram: 64, vram: Array.from({ length: count }, () => 8) }), 'qwen3-32b')
    expect(many(16).notes).toEqual([])
    expect(many(17).notes).toEqual(['llama.cpp uses 16 devices at most: the other 1 are left out.'])
    expect(many(17).config.settings.tensor_split).toHaveLength(16)
  })
})

describe('a plan of experts', () => {
  test('keeps back no more of them than it must', () => {
    const target = madeUpTarget({ ram: 32, vram: [10] })
    const pinned = (n_cpu_moe: number) => () =>
      planOn(target, 'qwen3-30b-a3b', { precision: 'Q4_K_M', n_ctx: 8192, pins: { n_cpu_moe, n_ubatch: 512 } })
    const free = planOn(target, 'qwen3-30b-a3b', {
      precision: 'Q4_K_M',
      n_ctx: 8192,
      pins: { n_ubatch: 512, cache_type: 'f16' },
    })
    const least = free.config.settings.n_cpu_moe ?? 0
    expect(least).toBeGreaterThan(0)
    expect(pinned(least)().config.settings).toMatchObject({ n_cpu_moe: least, n_gpu_layers: -1 })
    const fewer = pinned(least - 1)
    const { settings } = fewer().config
    // One fewer fits only with a smaller cache, or with fewer layers.
    expect(settings.n_gpu_layers === -1 && settings.cache_type_k === 'f16').toBe(false)
  })
})

describe('layers over the devices of a cluster', () => {
  const main = madeUpTarget({ ram: 32, vram: [12], gpu_bandwidth: 300 })
  const cluster = clusterTarget([{ target: main }, { target: main, address: '10.0.0.2:50052' }])

  test('are told device by device, without those that get none', () => {
    const { config } = planOn(cluster)
    const settings = (tensor_split: number[]) => ({ ...config, settings: { ...config.settings, tensor_split } })
    const on = (tensor_split: number[]) => clusterLayers(settings(tensor_split), cluster)
    expect(on([20, 13])).toEqual([
      { device: 'GPU 0 at 10.0.0.2:50052', first: 0, last: 19 },
      { device: 'GPU 0', first: 20, last: 32 },
    ])
    expect(on([0, 33])).toEqual([{ device: 'GPU 0', first: 0, last: 32 }])
    const { model: _, ...bare } = config
    expect(clusterLayers(bare, cluster)).toEqual([])
  })

  test('stay on one machine where that holds them all: a link only costs time', () => {
    const { config } = planOn(cluster)
    expect(config.settings).toMatchObject({ tensor_split: [0, 33], rpc_servers: ['10.0.0.2:50052'] })
  })
})
