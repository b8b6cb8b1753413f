import { expect, test } from 'vitest'
import { coolerConfig, sustainedConfig } from '../../shared/adapt/cooler.ts'
import { changesOf, needsOf, replan } from '../../shared/adapt/replan.ts'
import { fitTo, holds, needLess } from '../../shared/adapt/smaller.ts'
import { totalOf } from '../../shared/estimate/memory-estimate.ts'
import {
  catalogModel,
  choiceFromFacts,
  findProfile,
  makePlan,
  targetFromProfile,
  type RuntimeConfig,
  type Target,
} from '../../shared/index.ts'
import { GIB } from '../../shared/units.ts'

const facts = catalogModel('qwen3-8b', 'Q4_K_M')
const CARD = targetFromProfile(findProfile('nvidia_rtx_4090'))
const CPU = targetFromProfile(findProfile('cpu_amd_ryzen_9_7950x'))
const PHONE = targetFromProfile(findProfile('phone_snapdragon_8_gen_3'))

function planned(target: Target, n_ctx = 32_768): RuntimeConfig {
  return makePlan({ target, model: choiceFromFacts(facts, 'm.gguf'), intent: { use_case: 'general', n_ctx } }).config
}

function withUsable(target: Target, bytes: number): Target {
  const usable = { bytes, source: 'test' }
  return {
    ...target,
    devices: target.devices.map((device) => ({ ...device, usable })),
    host: target.devices.length === 0 ? { ...target.host, usable } : target.host,
  }
}

const keys = (from: RuntimeConfig, to: RuntimeConfig | null) =>
  to === null
    ? null
    : changesOf(from, to)
        .map(({ key }) => key)
        .sort()

test('a config that fits is left as it is', () => {
  const config = planned(CARD)
  expect(fitTo(config, CARD)).toBe(config)
  expect(replan(config, CARD, [])?.settings).toEqual(config.settings)
})

test.each([
  [0.95, ['cache_type_k', 'cache_type_v', 'flash_attn']],
  [0.8, ['n_ctx']],
  [0.6, ['n_ctx']],
  [0.4, ['n_gpu_layers']],
])('at %s of what it needs, the least change that fits: cache type, then context, then layers', (share, changed) => {
  const config = planned(CARD)
  const scarce = withUsable(CARD, (needsOf(config, CARD)?.lines[0]?.need_bytes ?? 0) * share)
  const next = fitTo(config, scarce)
  expect(next && holds(next, scarce)).toBe(true)
  expect(keys(config, next)).toEqual(changed)
})

test('nothing fits into nothing', () => {
  expect(fitTo(planned(CPU), withUsable(CPU, GIB))).toBeNull()
})

test('out of memory: the next config needs less of the memory that was short, although the sums allowed more', () => {
  const config = planned(CARD)
  const next = needLess(config, CARD, 'CUDA0')
  const need = (one: RuntimeConfig) =>
    totalOf(needsOf(one, CARD)?.estimate.devices[0] ?? { model: 0, context: 0, compute: 0 })
  expect(next && need(next)).toBeLessThanOrEqual(need(config) * 0.97)
  expect(holds(next ?? config, CARD)).toBe(true)
})

test('conversations that fill the context are not cut off', () => {
  const config = planned(CPU)
  const less = needLess(config, CPU, null, { least_context: config.settings.n_ctx ?? 0 })
  expect(less?.settings.n_ctx).toBe(config.settings.n_ctx)
})

test('cooler: fewer threads and a smaller micro-batch on a CPU, only the batch where the card computes', () => {
  const onCpu = planned(CPU)
  const cooler = coolerConfig(onCpu, CPU)
  expect(cooler?.settings).toEqual({ ...onCpu.settings, n_threads: 12, n_ubatch: 256 })
  expect(cooler?.metadata?.expected_tokens_per_sec).toBeGreaterThan(0)

  const onCard = planned(CARD)
  expect(coolerConfig(onCard, CARD)?.settings).toEqual({ ...onCard.settings, n_ubatch: 256 })
})

test('there is an end to cooling', () => {
  let config: RuntimeConfig | null = planned(CPU)
  let last = config
  for (let steps = 0; config !== null; steps++) {
    expect(steps).toBeLessThan(30)
    last = config
    config = coolerConfig(config, CPU)
  }
  expect(last?.settings).toMatchObject({ n_threads: 1, n_ubatch: 32 })
})

test('sustained: three quarters of the fast cores, and the micro-batch of the profile', () => {
  const config = { ...planned(CPU), backend: 'cpu' as const }
  expect(sustainedConfig(config, CPU).settings).toMatchObject({ n_threads: 12, n_ubatch: 256 })
  expect(PHONE.sustained_n_ubatch).not.toBeNull()
  expect(sustainedConfig(config, PHONE).settings.n_ubatch).toBe(PHONE.sustained_n_ubatch)
  const modest = { ...config, settings: { ...config.settings, n_threads: 2, n_ubatch: 8 } }
  expect(sustainedConfig(modest, PHONE)).toBe(modest)
})

test('a config without model facts can be made cooler, but not smaller', () => {
  const { model: _, ...config } = planned(CPU)
  expect(coolerConfig(config, CPU)?.settings.n_threads).toBe(12)
  expect(needLess(config, CPU)).toBeNull()
  expect(holds(config, CPU)).toBe(true)
})

test('what the planner does not know of stays', () => {
  const config = planned(CPU)
  const own = {
    ...config,
    settings: { ...config.settings, kv_unified: false, n_parallel: 2, cache_type_k: 'q8_0', use_mmap: false } as const,
  }
  expect(coolerConfig(own, CPU)?.settings).toMatchObject({
    kv_unified: false,
    n_parallel: 2,
    cache_type_k: 'q8_0',
    cache_type_v: 'f16',
    use_mmap: false,
  })
})

const MIXTURE = choiceFromFacts(catalogModel('qwen3-30b-a3b', 'Q4_K_M'), 'm.gguf')

test('layers placed anew keep what names place beside them, but for experts, which the plan places', () => {
  const override_tensor = ['ffn_.*_exps=CPU', 'attn_k\\.weight=CPU', 'blk\\.(0|1)\\.ffn=CUDA0']
  const plan = makePlan({ target: CARD, model: MIXTURE, intent: { use_case: 'general', n_ctx: 8192 } }).config
  const config = { ...plan, settings: { ...plan.settings, override_tensor } }
  const small = withUsable(CARD, 10 * GIB)
  const next = replan(config, small, ['layers'])
  expect(next?.settings).toMatchObject({ n_gpu_layers: -1, override_tensor: override_tensor.slice(1) })
  expect(next?.settings.n_cpu_moe).toBeGreaterThan(0)
  expect(replan(config, withUsable(CARD, 30 * GIB), [])?.settings.override_tensor).toEqual(override_tensor)
  // Without a device there is nothing to keep tensors from.
  expect(replan(config, withUsable(CARD, 0), ['layers'])?.settings).not.toHaveProperty('override_tensor')
})

test('where they no longer fit beside the layers they go, which is told', () => {
  const config = planned(CARD, 8192)
  const pinned = { ...config, settings: { ...config.settings, override_tensor: ['.*=CUDA0'] } }
  const scarce = withUsable(CARD, 2 * GIB)
  const next = fitTo(pinned, scarce)
  expect(next && holds(next, scarce)).toBe(true)
  expect(next?.settings).not.toHaveProperty('override_tensor')
  expect(keys(pinned, next)).toContain('override_tensor')
})
