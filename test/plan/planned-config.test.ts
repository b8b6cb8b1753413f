import { describe, expect, it } from 'vitest'
import {
  checkConfig,
  choiceFromCatalog,
  findCatalogEntry,
  findProfile,
  listProfiles,
  makePlan,
  type Plan,
  RuntimeConfigSchema,
  targetFromProfile,
  USE_CASES,
  type UseCase,
  UserError,
} from '../../shared/index.ts'
import type { Intent } from '../../shared/plan/intent.ts'
import { madeUpTarget } from './targets.ts'

const choice = (id: string) => choiceFromCatalog(findCatalogEntry(id))

function plan(hardware: string, model: string, intent: Partial<Intent> = {}): Plan {
  const target = targetFromProfile(findProfile(hardware))
  return makePlan({ target, model: choice(model), intent: { use_case: 'general', ...intent } })
}

describe('a planned config', () => {
  // Every 31st profile reaches into every file of the data base.
  const profiles = listProfiles().filter((_, index) => index % 31 === 0)
  const models = ['llama-3.2-1b', 'qwen3-8b', 'gpt-oss-20b', 'gemma-3-12b'] as const
  const cases = profiles.map(({ id }, index) => [
    id,
    models[index % models.length] ?? 'qwen3-8b',
    USE_CASES[index % USE_CASES.length] ?? 'general',
  ]) as [string, string, UseCase][]

  it.each(cases)('for %s, %s and %s keeps to the schema and has no findings on its target', (id, model, use_case) => {
    let planned: Plan
    try {
      planned = plan(id, model, { use_case })
    } catch (error) {
      expect(error).toBeInstanceOf(UserError)
      expect(String(error)).toContain('does not fit')
      return
    }
    expect(RuntimeConfigSchema.parse(planned.config)).toEqual(planned.config)
    const text = JSON.stringify(planned.config, null, 2)
    const report = checkConfig({ text, file: 'planned.json', targets: [planned.target] })
    expect(report.findings).toEqual([])
    expect(report.pairs.map(({ judged }) => judged)).toEqual([true])
  })

  it('follows the use case where there is room', () => {
    const [general, long, speed, quality] = USE_CASES.map((use_case) =>
      plan('nvidia_rtx_4090', 'llama-3.1-8b', { use_case }),
    )
    expect(general?.config.metadata?.precision).toBe('Q4_K_M')
    expect(general?.config.settings).toMatchObject({ n_ctx: 8192, n_batch: 2048, n_ubatch: 512, n_gpu_layers: -1 })
    expect(long?.config.settings.n_ctx).toBeGreaterThanOrEqual(16_384)
    expect(long?.config.settings.n_batch).toBe(1024)
    expect(speed?.config.metadata?.precision).toBe('Q3_K_M')
    expect(speed?.config.settings.n_ubatch).toBe(1024)
    expect(quality?.config.metadata?.precision).toBe('Q5_K_M')
    expect([general, speed, quality].flatMap((one) => one?.steps)).toEqual([])
  })

  it("takes the RoPE base from the model's own metadata", () => {
    expect(plan('nvidia_rtx_4090', 'qwen3-8b').config.settings.rope_freq_base).toBe(1_000_000)
    expect(plan('nvidia_rtx_4090', 'llama-3.1-8b').config.settings.rope_freq_base).toBe(500_000)
  })

  it('keeps what was asked for, and says the steps down that it took for the rest', () => {
    const target = madeUpTarget({ ram: 32, vram: [6] })
    const { config, steps } = makePlan({
      target,
      model: choice('llama-3.1-8b'),
      intent: { use_case: 'general', n_ctx: 32_768, precision: 'q4_k_m', n_parallel: 2 },
    })
    expect(config.settings).toMatchObject({ n_ctx: 32_768, n_parallel: 2 })
    expect(config.metadata?.precision).toBe('Q4_K_M')
    expect(steps.length).toBeGreaterThan(0)
    for (const step of steps) expect(step.saved_bytes).toBeGreaterThan(0)
  })

  it('puts the experts on the CPU before whole layers', () => {
    const { config } = plan('nvidia_rtx_3060_12gb', 'qwen3-30b-a3b', { precision: 'Q4_K_M', n_ctx: 8192 })
    expect(config.settings.n_gpu_layers).toBe(-1)
    expect(config.settings.n_cpu_moe).toBeGreaterThan(0)
  })

  it('splits over several devices, each within its own budget', () => {
    const target = madeUpTarget({ ram: 64, vram: [24, 12] })
    const planned = makePlan({
      target,
      model: choice('qwen3-32b'),
      intent: { use_case: 'general', precision: 'Q4_K_M' },
    })
    expect(planned.config.settings).toMatchObject({ n_gpu_layers: -1, split_mode: 'layer', tensor_split: [24, 12] })
    const report = checkConfig({ text: JSON.stringify(planned.config), file: 'x.json', targets: [target] })
    expect(report.findings).toEqual([])
  })

  it('says what is left of the context for each of several users', () => {
    const notes = (n_parallel: number) =>
      makePlan({
        target: madeUpTarget({ ram: 64 }),
        model: choice('llama-3.2-1b'),
        intent: { use_case: 'general', n_ctx: 8192, n_parallel },
      }).notes
    expect(notes(3)).toContain('The 3 slots share the context: 2730 tokens each while all are busy.')
    expect(notes(1)).toEqual([])
  })

  it('stays under the micro-batch that a phone sustains', () => {
    const { config } = plan('phone_snapdragon_8_gen_3', 'llama-3.2-1b')
    expect(config.settings.n_ubatch).toBeLessThanOrEqual(16)
  })

  it('leaves a model that fits nowhere with the memory that binds', () => {
    expect(() => plan('apple_silicon_m1_8gb', 'llama-3.3-70b')).toThrow(
      /Llama 3.3 70B does not fit on .* it needs .* GiB/,
    )
  })

  it('uses one thread where a quota leaves one core', () => {
    const target = madeUpTarget({ ram: 16, cores: 64 })
    const limited = { ...target, cpu: { ...target.cpu, usable_cores: 1 } }
    const { config, reasons } = makePlan({
      target: limited,
      model: choice('llama-3.2-1b'),
      intent: { use_case: 'general' },
    })
    expect(config.settings.n_threads).toBe(1)
    expect(reasons.find(({ key }) => key === 'n_threads')?.code).toBe('usable_cores')
  })

  it('never leaves the wished precision where the wish fits as a whole', () => {
    const roomy = listProfiles().filter((profile) => {
      const { devices, host } = targetFromProfile(profile)
      return Math.min(...devices.map(({ usable }) => usable?.bytes ?? 0), host.usable.bytes) > 12 * 2 ** 30
    })
    const left = roomy.flatMap(({ id }) =>
      (
        [
          ['general', 'Q4_K_M'],
          ['speed', 'Q3_K_M'],
          ['quality', 'Q5_K_M'],
        ] as const
      ).filter(
        ([use_case, precision]) => plan(id, 'llama-3.1-8b', { use_case }).config.metadata?.precision !== precision,
      ),
    )
    expect(roomy.length).toBeGreaterThan(50)
    expect(left).toEqual([])
  })

  it('says when the wished precision would fit but is left for speed', () => {
    const template = {
      precision: 'Q8_0',
      gpu_layers: -1,
      prompt_batch: 2048,
      decode_batch: 512,
      threads: 8,
      context: 8192,
      expected_tokens_per_sec: null,
    }
    const { config } = plan('nvidia_rtx_4090', 'llama-3.1-8b', { template })
    expect(config.metadata?.precision).toBe('Q8_0')
    for (const vram of [16, 20, 24, 32, 48, 64]) {
      const tight = makePlan({
        target: madeUpTarget({ ram: 64, vram: [vram] }),
        model: choice('llama-3.3-70b'),
        intent: { use_case: 'general' },
      })
      const code = tight.reasons.find(({ key }) => key === 'precision')?.code
      const wished = tight.config.metadata?.precision === 'Q4_K_M'
      expect(wished ? ['wish'] : ['faster', 'memory'], `${vram} GiB`).toContain(code)
    }
  })

  it('notes a context beyond the training length, and devices beyond what the engine takes', () => {
    expect(plan('nvidia_rtx_4090', 'llama-3.1-8b', { n_ctx: 200_000 }).notes.join(' ')).toContain(
      'trained for 131072 tokens',
    )
    const target = madeUpTarget({ ram: 64, vram: Array.from({ length: 20 }, () => 8) })
    const many = makePlan({ target, model: choice('qwen3-32b'), intent: { use_case: 'general' } })
    expect(many.config.settings.tensor_split).toHaveLength(16)
    expect(many.notes.join(' ')).toContain('16 devices at most: the other 4')
  })

  it('counts the steps down at the context that is used', () => {
    const { steps, config } = plan('nvidia_rtx_4090', 'llama-3.1-8b', { use_case: 'long_context' })
    const cache = steps.find(({ key }) => key === 'cache_type')
    if (config.settings.cache_type_k === 'q8_0') expect(cache?.saved_bytes).toBeGreaterThan(5 * 2 ** 30)
    else expect(cache).toBeUndefined()
  })

  it('gives a reason for every setting it chose', () => {
    const { config, reasons } = plan('nvidia_rtx_4090', 'llama-3.1-8b')
    const explained = new Set(reasons.map(({ key }) => key))
    const together = { cache_type_v: 'cache_type_k' }
    const keys = Object.keys(config.settings).map((key) => together[key as keyof typeof together] ?? key)
    expect(keys.filter((key) => !explained.has(key))).toEqual([])
  })
})
