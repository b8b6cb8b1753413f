import { describe, expect, it } from 'vitest'
import type { Settings } from '../../../shared/config/settings.ts'
import { estimateMemory } from '../../../shared/estimate/estimate-memory.ts'
import type { Placement } from '../../../shared/estimate/memory-estimate.ts'
import { resolveSettings } from '../../../shared/estimate/memory-settings.ts'
import {
  catalogModel,
  checkConfig,
  choiceFromCatalog,
  findCatalogEntry,
  findProfile,
  listProfiles,
  makePlan,
  targetFromProfile,
} from '../../../shared/index.ts'
import type { ModelFacts } from '../../../shared/model/facts.ts'
import { readHparams } from '../../../shared/model/hparams.ts'
import { MIB } from '../../../shared/units.ts'

const main = catalogModel('qwen3-8b', 'Q4_K_M')
const windowed = catalogModel('gemma-3-4b', 'Q4_K_M')
const llama = catalogModel('llama-3.1-8b', 'Q4_K_M')

const estimate = (facts: ModelFacts, given: Settings, placement: Placement) =>
  estimateMemory(facts, resolveSettings(given, readHparams(facts)), placement)
const termsOf = (facts: ModelFacts, given: Settings, placement: Placement) =>
  estimate(facts, given, placement).backend_terms ?? []

describe('F16 copies of a cache for flash attention', () => {
  const copies = (facts: ModelFacts, given: Settings, devices = 1, backend: 'cuda' | 'rocm' | 'vulkan' = 'cuda') =>
    termsOf(facts, { flash_attn: 'on', n_ctx: 8192, ...given }, { devices, backend }).filter(
      ({ id }) => id === 'device.cache_f16_copies',
    )

  it('are those of the layer with most of it, of K, V or both', () => {
    // 8 heads of 128: 2048 bytes a cell, and 128 bytes for the place of each of two.
    const one = 8192 * 2048
    const sizes = (given: Settings) => copies(main, given).map(({ high }) => high)
    expect(sizes({ cache_type_k: 'q8_0', cache_type_v: 'q8_0' })).toEqual([2 * one + 256])
    expect(sizes({ cache_type_k: 'q8_0' })).toEqual([one + 256])
    expect(sizes({ cache_type_v: 'q4_0' })).toEqual([one + 256])
    expect(sizes({})).toEqual([])
    expect(sizes({ cache_type_k: 'q8_0', flash_attn: 'off' })).toEqual([])
    expect(sizes({ cache_type_k: 'q8_0', n_parallel: 2, kv_unified: false })).toEqual([one + 256])
  })

  it('are there on every device with such layers, of CUDA and ROCm alone', () => {
    const given = { cache_type_k: 'q8_0' } as const
    expect(copies(main, given, 2, 'rocm').map(({ place }) => place)).toEqual([0, 1])
    expect(copies(main, { ...given, tensor_split: [1, 0] }, 2).map(({ place }) => place)).toEqual([0])
    expect(copies(main, { ...given, n_gpu_layers: 0 })).toEqual([])
    expect(copies(main, given, 1, 'vulkan')).toEqual([])
  })

  it('of a window are as small as the window, where only windows lie on the device', () => {
    const given = { cache_type_k: 'q8_0', cache_type_v: 'q8_0' } as const
    // Four heads of 256 in K and V. 1024 + 512 cells in a window.
    expect(copies(windowed, given)[0]?.high).toBe(8192 * 4096 + 256)
    expect(copies(windowed, { ...given, n_gpu_layers: 3 })[0]?.high).toBe(1536 * 4096 + 256)
  })

  it('of 128k tokens take 512 MiB', () => {
    const given = { n_ctx: 131_072, cache_type_k: 'q8_0', cache_type_v: 'q8_0', flash_attn: 'on' } as const
    expect(termsOf(llama, given, { devices: 1, backend: 'cuda' })).toMatchObject([
      { id: 'device.cache_f16_copies', bytes: 512 * MIB + 256, low: 0 },
    ])
    expect(termsOf(llama, given, { devices: 1, backend: 'metal' })).toEqual([])
  })
})

describe('weights of the host that a GPU copies over', () => {
  const bytes = (n_gpu_layers: number, n_ubatch = 512, backend = 'cuda') =>
    termsOf(llama, { n_ctx: 8192, n_gpu_layers, n_ubatch }, { devices: 1, backend })[0]?.bytes

  it('count for prompts, but not for small batches or with everything on the GPU', () => {
    expect(bytes(0)).toBeGreaterThan(48 * MIB)
    expect(bytes(0, 16)).toBeUndefined()
    expect(bytes(-1)).toBeUndefined()
    expect(bytes(0, 512, 'metal')).toBeUndefined()
  })

  it('depend on the precision of the weights', () => {
    const of = (precision: string) =>
      termsOf(catalogModel('qwen3-30b-a3b', precision), { n_cpu_moe: 20 }, { devices: 1, backend: 'cuda' })[0]?.bytes ??
      0
    expect(of('Q8_0') / of('Q4_K_M')).toBeGreaterThan(1.3)
  })
})

describe('an estimate on a backend', () => {
  const given = {
    n_ctx: 131_072,
    n_gpu_layers: 20,
    cache_type_k: 'q8_0',
    cache_type_v: 'q8_0',
    flash_attn: 'on',
  } as const

  it('holds them in the compute of their device, and the reference device none', () => {
    const reference = estimate(llama, given, { devices: 1 })
    const cuda = estimate(llama, given, { devices: 1, backend: 'cuda' })
    const terms = cuda.backend_terms ?? []
    expect(terms.map(({ id, place }) => [id, place])).toEqual([
      ['device.op_offload', 0],
      ['device.cache_f16_copies', 0],
    ])
    const more = terms.reduce((sum, term) => sum + term.bytes, 0)
    expect(cuda.devices[0]?.compute).toBe((reference.devices[0]?.compute ?? 0) + more)
    expect({ ...cuda, devices: [], backend_terms: [] }).toEqual({ ...reference, devices: [], backend_terms: [] })
  })

  it('decides: a config that fits without them, and not with them, fails', () => {
    const card = targetFromProfile(findProfile('nvidia_rtx_3060_12gb'))
    const [device] = card.devices
    const need = estimate(llama, given, { devices: 1, backend: 'cuda' }).devices[0]
    const total = (need?.model ?? 0) + (need?.context ?? 0) + (need?.compute ?? 0)
    const target = (bytes: number) => ({
      ...card,
      devices: device === undefined ? [] : [{ ...device, usable: { bytes, source: 'test' } }],
    })
    const rules = (bytes: number) =>
      checkConfig({
        text: JSON.stringify({ backend: 'cuda', model_path: 'm.gguf', settings: given }),
        file: 'c.json',
        targets: [target(bytes)],
        facts: llama,
      }).findings.map(({ rule }) => rule)
    expect(rules(total - 1)).toContain('LP101')
    expect(rules(total)).not.toContain('LP101')
  })

  it('is what plans keep to: on every small card each fits with them', () => {
    const small = listProfiles().filter(({ backend, memory_gb }) => backend === 'cuda' && memory_gb <= 3)
    expect(small.length).toBeGreaterThan(3)
    for (const profile of small) {
      const target = targetFromProfile(profile)
      for (const id of ['llama-3.2-3b', 'mixtral-8x7b']) {
        for (const use_case of ['general', 'long_context'] as const) {
          const plan = planned(target, id, use_case)
          if (plan === null) continue
          const { findings } = checkConfig({ text: JSON.stringify(plan.config), file: 'c.json', targets: [target] })
          expect(
            findings.map(({ rule }) => rule),
            `${profile.id} ${id} ${use_case}`,
          ).toEqual([])
          for (const [at, { usable }] of target.devices.entries()) {
            const part = plan.memory.devices[at]
            const need = (part?.model ?? 0) + (part?.context ?? 0) + (part?.compute ?? 0)
            expect(need).toBeLessThanOrEqual(0.9 * (usable?.bytes ?? 0))
          }
        }
      }
    }
  })
})

function planned(target: ReturnType<typeof targetFromProfile>, id: string, use_case: 'general' | 'long_context') {
  try {
    return makePlan({ target, model: choiceFromCatalog(findCatalogEntry(id)), intent: { use_case, generator: 'test' } })
  } catch {
    // Too large for the machine whatever is done: refused, which is an answer too.
    return null
  }
}
