import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { contextSize } from '../../../shared/estimate/context-size.ts'
import { estimateMemory } from '../../../shared/estimate/estimate-memory.ts'
import { extraMemory, type ExtraOptions } from '../../../shared/estimate/extras/extra-memory.ts'
import type { ExtraId, ExtraTerm } from '../../../shared/estimate/extras/extra-term.ts'
import { packingsOf, repackTypes } from '../../../shared/estimate/extras/packing.ts'
import { packedWeights, repacks } from '../../../shared/estimate/extras/repack.ts'
import { checkpointBytes } from '../../../shared/estimate/extras/server-terms.ts'
import { layerDevices } from '../../../shared/estimate/layer-device.ts'
import { resolveSettings } from '../../../shared/estimate/memory-settings.ts'
import { readHparams } from '../../../shared/model/hparams.ts'
import { findProfile } from '../../../shared/profile/find-profile.ts'
import { targetFromProfile } from '../../../shared/profile/target-from-profile.ts'
import { weightTable } from '../../../shared/estimate/weight-table.ts'
import { MIB } from '../../../shared/units.ts'
import { fixtureFacts, type FixtureId } from '../../helpers/sparse-gguf.ts'
import { smallModel } from './gguf-header.ts'

async function termsOf(
  id: FixtureId,
  given: Parameters<typeof resolveSettings>[0],
  options: ExtraOptions = { devices: 1 },
  program: 'server' | 'cli' = 'server',
): Promise<ExtraTerm[]> {
  const facts = await fixtureFacts(id)
  return extraMemory(facts, resolveSettings(given, readHparams(facts), program), undefined, options)
}

const named = (terms: readonly ExtraTerm[], id: ExtraId) => terms.find((term) => term.id === id)

describe('context checkpoints', () => {
  it('of plain attention are none', async () => {
    expect(named(await termsOf('qwen3-8b.Q4_K_M', { n_ctx: 8192 }), 'server.context_checkpoints')).toBeUndefined()
  })

  it('of a sliding window hold its cells, 32 a slot', async () => {
    const terms = await termsOf('gemma-3-4b.Q4_K_M', { n_ctx: 32_768, n_parallel: 2 })
    // 29 windowed layers, 4 heads of 256 in K and V, F16; position, count and sequence of each cell.
    const cell = 29 * 2 * 4 * 256 * 2 + 12
    expect(named(terms, 'server.context_checkpoints')).toMatchObject({
      bytes: 0,
      high: 2 * 32 * 1024 * cell,
      limit_flag: '--ctx-checkpoints',
    })
    const full = await termsOf('gemma-3-4b.Q4_K_M', { n_ctx: 32_768, swa_full: true })
    expect(named(full, 'server.context_checkpoints')).toBeUndefined()
  })

  it('are as large as llama-server says: 0.079 MiB for five windowed layers of 64 cells', async () => {
    const model = await smallModel(
      'gemma3',
      6,
      [],
      [
        ['gemma3.attention.sliding_window', 64],
        ['gemma3.attention.key_length', 32],
        ['gemma3.attention.value_length', 32],
      ],
    )
    const hparams = readHparams(model)
    const settings = resolveSettings({ n_ctx: 4096, n_parallel: 2 }, hparams)
    const bytes = checkpointBytes(hparams, contextSize(hparams, settings), settings)
    expect((bytes / MIB).toFixed(3)).toBe('0.079')
  })

  it('of recurrent models hold one state; with a draft its whole cache too', async () => {
    const terms = await termsOf('qwen3.5-4b.Q4_K_M', { n_ctx: 8192 })
    const facts = await fixtureFacts('qwen3.5-4b.Q4_K_M')
    const settings = resolveSettings({ n_ctx: 8192 }, readHparams(facts))
    const hparams = readHparams(facts)
    const layers = hparams.is_recr.filter(Boolean).length
    const state = 4 * (hparams.n_embd_r + hparams.n_embd_s) * layers
    expect(named(terms, 'server.context_checkpoints')?.high).toBe(32 * state)
    const draft = await fixtureFacts('qwen2.5-0.5b.Q4_K_M')
    const beside = extraMemory(facts, settings, undefined, { speculation: { spec_type: 'ngram-mod', draft } })
    expect(named(beside, 'server.context_checkpoints')?.high).toBeGreaterThan(32 * state)
  })

  it('follow their flag, and belong to the server alone', async () => {
    const few = await termsOf('gemma-3-4b.Q4_K_M', { n_ctx: 8192 }, { server: { ctx_checkpoints: 3 } })
    const many = await termsOf('gemma-3-4b.Q4_K_M', { n_ctx: 8192 })
    const high = (terms: ExtraTerm[]) => named(terms, 'server.context_checkpoints')?.high ?? 0
    expect(high(many) / high(few)).toBeCloseTo(32 / 3)
    expect(high(await termsOf('gemma-3-4b.Q4_K_M', { n_ctx: 8192 }, { server: { ctx_checkpoints: 0 } }))).toBe(0)
    expect(high(await termsOf('gemma-3-4b.Q4_K_M', { n_ctx: 8192 }, {}, 'cli'))).toBe(0)
  })
})

describe('prompt cache', () => {
  it('is a cap of 8 GiB that use may reach, its flag’s otherwise', async () => {
    const cache = async (cache_ram_mib?: number) =>
      named(
        await termsOf('qwen3-8b.Q4_K_M', {}, { server: cache_ram_mib === undefined ? {} : { cache_ram_mib } }),
        'server.prompt_cache',
      )
    expect(await cache()).toMatchObject({ bytes: 0, high: 8192 * MIB, place: 'host', limit_flag: '--cache-ram' })
    expect((await cache(512))?.high).toBe(512 * MIB)
    expect((await cache(-1))?.high).toBeNull()
    expect(await cache(0)).toBeUndefined()
  })
})

describe('output buffer', () => {
  it('has a row of logits a slot, as llama.cpp prints it', async () => {
    // "output buffer size = 2.32 MiB" for four slots of qwen3-8b, 0.49 MiB for one of llama-3.1-8b.
    const rows = async (id: FixtureId, n_parallel: number) =>
      ((named(await termsOf(id, { n_parallel }), 'server.output_buffer')?.bytes ?? 0) / MIB).toFixed(2)
    expect(await rows('qwen3-8b.Q4_K_M', 4)).toBe('2.32')
    expect(await rows('llama-3.1-8b.Q4_K_M', 1)).toBe('0.49')
  })

  it('grows to a row a token for programs that read all logits', async () => {
    const term = named(await termsOf('qwen3-8b.Q4_K_M', { n_ctx: 8192 }, {}, 'cli'), 'server.output_buffer')
    expect(term?.high).toBe(151_936 * 4 * 2048)
  })
})

describe('repacked weights', () => {
  // CPU_REPACK of llama.cpp (de3ff81) on an AVX-512 processor, with one GPU-like device.
  it.each([
    ['llama-3.1-8b.Q4_K_M', 16, 1_802_502_144],
    ['llama-3.1-8b.Q4_K_M', 0, 3_359_637_504],
    ['qwen3-8b.Q4_K_M', 0, 3_354_918_912],
    ['granite-4.0-h-tiny.Q4_K_M', 0, 3_229_009_920],
  ] as const)('%s with %i layers on the device: %i bytes', async (id, n_gpu_layers, measured) => {
    const facts = await fixtureFacts(id)
    const hparams = readHparams(facts)
    const where = layerDevices(hparams, resolveSettings({ n_gpu_layers }, hparams), { devices: 1 })
    const packings = packingsOf(['avx2', 'avx512f'])
    expect(packedWeights(facts, hparams, where, { n_cpu_moe: 0 }, packings).file_bytes).toBe(measured)
  })

  // AMX and CPU_REPACK of llama.cpp (de3ff81) on a processor with amx_int8, all layers on it, in MiB of its log.
  it.each([
    ['qwen2.5-0.5b.Q4_K_M', 225.48],
    ['granite-4.0-h-tiny.Q4_K_M', 339.81 + 2891.27],
    ['qwen3.5-4b.Q4_K_M', 2612.84],
    ['gemma-3-4b.Q4_K_M', 2407.41],
    ['gemma-3n-e2b.Q4_K_M', 1594.33],
  ] as const)('%s on AMX: %d MiB', async (id, measured) => {
    const facts = await fixtureFacts(id)
    const hparams = readHparams(facts)
    const where = layerDevices(hparams, resolveSettings({}, hparams), { devices: 0 })
    const packings = packingsOf(['avx2', 'avx512f', 'avx512_vnni', 'amx_int8'])
    const { file_bytes, more_bytes } = packedWeights(facts, hparams, where, { n_cpu_moe: 0 }, packings)
    // The table counts a second token table only for architectures that create `output` first.
    const counted = hparams.traits.output_first ? weightTable(facts, hparams).tied : 0
    expect((file_bytes + more_bytes + counted) / MIB).toBeCloseTo(measured, 2)
  })

  it('depend on the processor and on the back-end', () => {
    expect([...repackTypes(['avx2']).keys()]).toEqual(['q4_0', 'q4_K', 'iq4_nl', 'mxfp4'])
    expect(repackTypes(['avx2', 'avx512f']).has('q2_K')).toBe(true)
    expect([...repackTypes(['neon', 'dotprod']).keys()]).toContain('q6_K')
    expect(repackTypes(['neon', 'i8mm']).has('mxfp4')).toBe(false)
    expect(repackTypes(['sse3', 'avx']).size).toBe(0)
    expect([repacks('cuda', 1), repacks('vulkan', 1), repacks('metal', 1), repacks('cuda', 0)]).toEqual([
      false,
      false,
      true,
      true,
    ])
  })

  it('leave the file in the page cache, unless it is not mapped; locked for good', async () => {
    const target = { ...targetFromProfile(findProfile('nvidia_rtx_3080_10gb')), devices: [], backend: 'cpu' as const }
    const facts = await fixtureFacts('llama-3.1-8b.Q4_K_M')
    const settings = resolveSettings({}, readHparams(facts))
    const of = (options: ExtraOptions) =>
      named(
        extraMemory(facts, settings, { ...target, cpu: { ...target.cpu, capabilities: ['avx2'] } }, options),
        'host.repacked_file',
      )
    expect(of({})).toMatchObject({ bytes: 0, high: 3_359_637_504, limit_flag: '--no-repack' })
    expect(of({ use_mlock: true })?.bytes).toBe(3_359_637_504)
    expect(of({ use_mmap: false })).toBeUndefined()
    const terms = extraMemory(
      facts,
      { ...settings, use_extra_bufts: false },
      { ...target, cpu: { ...target.cpu, capabilities: ['avx2'] } },
    )
    expect(named(terms, 'host.repacked_file')).toBeUndefined()
  })
})

describe('all terms', () => {
  it('are named, whole, ordered numbers, and leave the estimate alone', async () => {
    const facts = await fixtureFacts('gemma-3-4b.Q4_K_M')
    const hparams = readHparams(facts)
    const given = fc.record({
      n_ctx: fc.integer({ min: 1, max: 40_000 }),
      n_parallel: fc.integer({ min: 1, max: 6 }),
      n_gpu_layers: fc.integer({ min: -1, max: 40 }),
      n_ubatch: fc.constantFrom(32, 512),
      kv_unified: fc.boolean(),
      swa_full: fc.boolean(),
    })
    fc.assert(
      fc.property(
        given,
        fc.integer({ min: 0, max: 2 }),
        fc.constantFrom('cuda', 'vulkan', 'metal', 'rocm', 'sycl'),
        (wish, devices, backend) => {
          const settings = resolveSettings(wish, hparams)
          const before = estimateMemory(facts, settings, { devices })
          const terms = extraMemory(facts, settings, undefined, { devices, backend })
          for (const { bytes, low = bytes, high = bytes, place, source } of terms) {
            for (const n of [bytes, low, high ?? 0]) expect(Number.isSafeInteger(n) && n >= 0).toBe(true)
            expect(low).toBeLessThanOrEqual(bytes)
            if (high !== null) expect(high).toBeGreaterThanOrEqual(bytes)
            expect(place === 'host' || place < devices).toBe(true)
            expect(source.length).toBeGreaterThan(10)
          }
          expect(new Set(terms.map(({ id, place }) => `${id} ${place}`)).size).toBe(terms.length)
          expect(estimateMemory(facts, settings, { devices })).toEqual(before)
        },
      ),
      { numRuns: 40 },
    )
  })

  it('drivers take what logs of real devices show, in the order low, usual, high', async () => {
    for (const backend of ['cuda', 'metal', 'rocm', 'vulkan', 'sycl'] as const) {
      const terms = await termsOf('qwen2.5-0.5b.Q4_K_M', {}, { devices: 2, backend })
      const drivers = terms.filter(({ id }) => id === 'driver.overhead')
      expect(drivers.map(({ place }) => place)).toEqual([0, 1])
      expect(drivers[0]?.bytes).toBeLessThan(2048 * MIB)
    }
    expect(named(await termsOf('qwen2.5-0.5b.Q4_K_M', {}, { devices: 1 }), 'driver.overhead')).toBeUndefined()
  })
})
