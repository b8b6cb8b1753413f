import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { BACKENDS } from '../../../shared/backend.ts'
import { CACHE_TYPES } from '../../../shared/config/settings.ts'
import { estimateThroughput } from '../../../shared/estimate/throughput/estimate-throughput.ts'
import { modelWork } from '../../../shared/estimate/throughput/model-work.ts'
import type { ThroughputSettings } from '../../../shared/estimate/throughput/throughput-settings.ts'
import { catalogModel, listCatalog } from '../../../shared/model/catalog/index.ts'
import type { ModelFacts } from '../../../shared/model/facts.ts'
import { listProfiles } from '../../../shared/profile/database.ts'
import { findProfile } from '../../../shared/profile/find-profile.ts'
import type { Target } from '../../../shared/profile/target.ts'
import { targetFromProfile } from '../../../shared/profile/target-from-profile.ts'

const PRECISIONS = ['Q4_0', 'Q4_K_M', 'Q6_K', 'Q8_0', 'F16'] as const
const facts = fc
  .tuple(fc.constantFrom(...listCatalog().map(({ id }) => id)), fc.constantFrom(...PRECISIONS))
  .map(([id, precision]) => modelOf(id, precision))
const target = fc.constantFrom(...listProfiles().map(({ id }) => id)).map((id) => targetOf(id))
const settings = fc.record({
  n_gpu_layers: fc.integer({ min: -1, max: 100 }),
  n_threads: fc.integer({ min: 1, max: 128 }),
  n_ubatch: fc.constantFrom(16, 64, 128, 512, 2048),
  n_batch: fc.constantFrom(512, 2048),
  flash_attn: fc.constantFrom('on' as const, 'off' as const, 'auto' as const),
  cache_type_k: fc.constantFrom(...CACHE_TYPES),
  cache_type_v: fc.constantFrom(...CACHE_TYPES),
  n_cpu_moe: fc.integer({ min: 0, max: 60 }),
  depth: fc.integer({ min: 0, max: 200_000 }),
})

const models = new Map<string, ModelFacts>()

function modelOf(id: string, precision: string): ModelFacts {
  const key = `${id} ${precision}`
  const known = models.get(key) ?? catalogModel(id, precision)
  models.set(key, known)
  return known
}

const targetOf = (id: string): Target => targetFromProfile(findProfile(id))
const tg = (...args: Parameters<typeof estimateThroughput>) => estimateThroughput(...args).tg?.tokens_per_s ?? 0
const pp = (...args: Parameters<typeof estimateThroughput>) => estimateThroughput(...args).pp?.tokens_per_s ?? 0

/** Rounding of sums taken in another order. */
const NOISE = 1 + 1e-9

describe('any model, target and settings', () => {
  it('gives positive finite speeds inside their range, with a source, or null', () => {
    fc.assert(
      fc.property(facts, target, settings, fc.constantFrom(...BACKENDS), (model, machine, asked, backend) => {
        const estimate = estimateThroughput(model, { ...asked, backend }, machine)
        for (const speed of [estimate.tg, estimate.pp]) {
          if (speed === null) continue
          expect(Number.isFinite(speed.tokens_per_s) && speed.tokens_per_s > 0).toBe(true)
          expect(speed.low).toBeLessThan(speed.tokens_per_s)
          expect(speed.high).toBeGreaterThan(speed.tokens_per_s)
          expect(speed.high / speed.low).toBeLessThanOrEqual(2.5 * NOISE)
          expect(speed.source).not.toBe('')
        }
      }),
    )
  })

  it('is not faster further into the context', () => {
    fc.assert(
      fc.property(facts, target, settings, fc.nat({ max: 100_000 }), (model, machine, asked, more) => {
        const deeper = tg(model, { ...asked, depth: asked.depth + more }, machine)
        expect(deeper).toBeLessThanOrEqual(tg(model, asked, machine) * NOISE)
      }),
    )
  })

  it('is not slower with more threads', () => {
    fc.assert(
      fc.property(facts, target, settings, fc.nat({ max: 64 }), (model, machine, asked, more) => {
        const wider = { ...asked, n_threads: asked.n_threads + more }
        expect(tg(model, wider, machine) * NOISE).toBeGreaterThanOrEqual(tg(model, asked, machine))
        expect(pp(model, wider, machine) * NOISE).toBeGreaterThanOrEqual(pp(model, asked, machine))
      }),
    )
  })

  it('does not read a prompt faster in smaller micro-batches', () => {
    fc.assert(
      fc.property(
        facts.filter((model) => !isMoe(model)),
        target,
        settings,
        (model, machine, asked) => {
          const small = pp(model, { ...asked, n_ubatch: 64 }, machine)
          expect(small).toBeLessThanOrEqual(pp(model, { ...asked, n_ubatch: 512 }, machine) * NOISE)
        },
      ),
    )
  })

  it('is not faster when the same tensors take more bytes', () => {
    // Without the device's own rows, which may say so of one format and not of another.
    const unknown = target.map((machine) => ({ ...machine, profile_id: null }))
    fc.assert(
      fc.property(fc.constantFrom(...listCatalog().map(({ id }) => id)), unknown, settings, (id, machine, asked) => {
        for (const [small, large] of [
          ['Q4_K_M', 'Q6_K'],
          ['Q5_K_M', 'Q6_K'],
          ['Q4_K_S', 'Q5_K_M'],
        ] as const) {
          const [less, more] = [modelOf(id, small), modelOf(id, large)]
          // Kernels of another format can be faster at more bytes (a model whose rows do not fit K-quants).
          if (modelWork(less).format !== modelWork(more).format) continue
          expect(tg(more, asked, machine)).toBeLessThanOrEqual(tg(less, asked, machine) * NOISE)
        }
      }),
    )
  })
})

describe('bandwidth', () => {
  const scaled = (machine: Target, factor: number): Target => ({
    ...machine,
    host: { ...machine.host, bandwidth_gb_s: times(machine.host.bandwidth_gb_s, factor) },
    devices: machine.devices.map((one) => ({ ...one, bandwidth_gb_s: times(one.bandwidth_gb_s, factor) })),
  })
  const factor = fc.double({ min: 1, max: 20, noNaN: true })

  it('more of it makes nothing slower, and decode no more than as much faster', () => {
    fc.assert(
      fc.property(facts, target, settings, factor, (model, machine, asked, more) => {
        const [now, then] = [tg(model, asked, machine), tg(model, asked, scaled(machine, more))]
        expect(then * NOISE).toBeGreaterThanOrEqual(now)
        expect(then).toBeLessThanOrEqual(now * more * NOISE)
        expect(pp(model, asked, scaled(machine, more)) * NOISE).toBeGreaterThanOrEqual(pp(model, asked, machine))
      }),
    )
  })

  it('bounds decode: no more tokens than all of it could read', () => {
    // Without the device's own rows, which may come from faster memory than the profile's.
    const unknown = target.map((machine) => ({ ...machine, profile_id: null }))
    fc.assert(
      fc.property(facts, unknown, settings, (model, machine, asked) => {
        const { layers, output, active } = modelWork(model)
        const read = layers.reduce((sum, layer) => sum + layer.dense + layer.experts * active, output.dense)
        // Layers that are split over places are read one after the other, so that the fastest place bounds them all.
        const places = [machine.host, ...machine.devices].map(({ bandwidth_gb_s }) => bandwidth_gb_s ?? 0)
        expect(tg(model, asked, machine)).toBeLessThanOrEqual((Math.max(...places) * 1e9 * NOISE) / read)
      }),
    )
  })
})

describe('layers on a GPU that is faster than its host', () => {
  it.each(['rtx-4090', 'rtx-3060', 'rx-7900-xtx', 'a100-80gb'])('%s: each layer more is not slower', (id) => {
    for (const model of [modelOf('llama-3.1-8b', 'Q4_K_M'), modelOf('qwen2.5-14b', 'Q8_0')]) {
      const speeds = Array.from({ length: 50 }, (_, n) => tg(model, { n_gpu_layers: n }, unmeasured(id)))
      for (let n = 1; n < speeds.length; n++)
        expect((speeds[n] ?? 0) * NOISE).toBeGreaterThanOrEqual(speeds[n - 1] ?? 0)
      expect(speeds.at(-1)).toBeGreaterThan(4 * (speeds[0] ?? 0))
    }
  })
})

describe('a mixture of experts', () => {
  const model = modelOf('qwen3-30b-a3b', 'Q4_K_M')

  it('decodes much faster than a dense model of its size, and reads prompts the slower the fewer tokens each expert gets', () => {
    const machine = unmeasured('rtx-4090')
    expect(tg(model, {}, machine)).toBeGreaterThan(2 * tg(modelOf('qwen2.5-32b', 'Q4_K_M'), {}, machine))
    expect(pp(model, { n_ubatch: 128 }, machine)).toBeLessThan(pp(model, { n_ubatch: 2048 }, machine))
  })

  it('is slower with each layer of experts left on the host', () => {
    const speeds = Array.from({ length: 49 }, (_, n) => tg(model, { n_cpu_moe: n }, unmeasured('rtx-4090')))
    for (let n = 1; n < speeds.length; n++) expect(speeds[n] ?? 0).toBeLessThanOrEqual((speeds[n - 1] ?? 0) * NOISE)
  })
})

describe('a workstation card', () => {
  it('reads prompts about as fast as the GeForce card of the same chip, though its stated peak is twice as high', () => {
    // Both full AD102: 142 and 128 multiprocessors.
    const model = modelOf('llama-2-7b', 'Q4_0')
    const [geforce, workstation] = ['rtx-4090', 'rtx-6000-ada'].map(
      (id) => estimateThroughput(model, {}, targetOf(id)).pp,
    )
    const ratio = (workstation?.tokens_per_s ?? 0) / (geforce?.tokens_per_s ?? 1)
    expect(ratio).toBeGreaterThan(0.6)
    expect(ratio).toBeLessThan(1.3)
  })
})

describe('a target that says little', () => {
  const model = modelOf('llama-3.1-8b', 'Q4_K_M')
  const asked: ThroughputSettings = { n_gpu_layers: -1 }

  it('has no speed where the bandwidth is unknown', () => {
    const machine = targetOf('rtx-4090')
    const blind = { ...machine, devices: machine.devices.map((device) => ({ ...device, bandwidth_gb_s: null })) }
    expect(estimateThroughput(model, asked, blind)).toEqual({ tg: null, pp: null })
  })

  it('has none either when a layer lands on a host of unknown bandwidth', () => {
    const machine = targetOf('rtx-4090')
    const blind = { ...machine, host: { ...machine.host, bandwidth_gb_s: null } }
    expect(estimateThroughput(model, { n_gpu_layers: 20 }, blind)).toEqual({ tg: null, pp: null })
    expect(estimateThroughput(model, asked, blind).tg).not.toBeNull()
  })

  it('is judged by its backend, widely, when no profile names it', () => {
    const { tg: speed } = estimateThroughput(model, asked, unmeasured('rtx-4090'))
    expect(speed).toMatchObject({ basis: 'model' })
    expect(speed?.source).toContain('none of them of this kind')
    expect((speed?.high ?? 0) / (speed?.low ?? 1)).toBeGreaterThan(1.4)
  })
})

const times = (n: number | null, factor: number): number | null => (n === null ? null : n * factor)

function unmeasured(id: string): Target {
  return { ...targetOf(id), profile_id: null }
}

function isMoe(model: ModelFacts): boolean {
  return Number(model.hparams['expert_count'] ?? 0) > 0
}

it.each(['bge-large-en-v1.5', 'nomic-embed-text-v1.5', 'embeddinggemma-300m'])(
  '%s reads prompts and decodes nothing',
  (id) => {
    const on_gpu = { n_gpu_layers: -1, backend: 'cuda' } as const
    const speed = estimateThroughput(modelOf(id, 'F16'), on_gpu, targetOf('nvidia_rtx_4090'))
    expect(speed.tg).toBeNull()
    expect(speed.pp?.tokens_per_s).toBeGreaterThan(0)
  },
)
