import { expect, test } from 'vitest'
import { catalogModel } from '../../shared/index.ts'
import type { RuntimeConfig } from '../../shared/config/runtime-config.ts'
import type { ThroughputEstimate } from '../../shared/estimate/throughput-estimate.ts'
import { estimateThroughput } from '../../shared/estimate/throughput/estimate-throughput.ts'
import { filledSpeed } from '../../shared/plan/filled-speed.ts'
import { findProfile } from '../../shared/profile/find-profile.ts'
import { targetFromProfile } from '../../shared/profile/target-from-profile.ts'

const target = targetFromProfile(findProfile('nvidia_rtx_4090'))
const config: RuntimeConfig = {
  backend: 'cuda',
  model_path: 'm.gguf',
  settings: {},
  model: catalogModel('qwen3-8b', 'Q4_K_M'),
}
const throughput = { tg: null, pp: null }
const depthWith = (settings: RuntimeConfig['settings']) =>
  filledSpeed({ config: { ...config, settings }, target, throughput })?.depth

test('the context is full when one slot has all that it can have', () => {
  expect(depthWith({ n_ctx: 16_384, n_parallel: 4, kv_unified: true })).toBe(16_384)
  expect(depthWith({ n_ctx: 16_384, n_parallel: 4, kv_unified: false })).toBe(4096)
})

test('a longer context leaves less speed, and none is given without a model', () => {
  const speed = (n_ctx: number) =>
    filledSpeed({ config: { ...config, settings: { n_ctx } }, target, throughput })?.tg?.tokens_per_s ?? 0
  expect(speed(32_768)).toBeLessThan(speed(8192))
  const { model: _, ...unknown } = config
  expect(filledSpeed({ config: unknown, target, throughput })).toBeNull()
})

test('what was measured here sets the level with a full context too', () => {
  const speedOf = (settings: RuntimeConfig['settings'], given: ThroughputEstimate = throughput) =>
    filledSpeed({ config: { ...config, settings }, target, throughput: given })?.tg
  const estimated = estimateThroughput(config.model!, { n_ctx: 32_768, backend: 'cuda' }, target).tg!
  const tg = {
    tokens_per_s: estimated.tokens_per_s * 2,
    low: 100,
    high: 400,
    source: 'tune',
    basis: 'measured here',
  } as const
  const full = speedOf({ n_ctx: 32_768 })!
  const measured = speedOf({ n_ctx: 32_768 }, { tg, pp: null })!
  const share = full.tokens_per_s / estimated.tokens_per_s
  expect(share).toBeLessThan(0.9)
  expect(measured.tokens_per_s).toBeCloseTo(2 * full.tokens_per_s, 6)
  expect(measured).toMatchObject({ low: 100 * share, high: 400 * share, basis: 'measured here', source: 'tune' })
})
