import { expect, test } from 'vitest'
import { catalogModel } from '../../shared/index.ts'
import type { RuntimeConfig } from '../../shared/config/runtime-config.ts'
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
const depthWith = (settings: RuntimeConfig['settings']) =>
  filledSpeed({ config: { ...config, settings }, target })?.depth

test('the context is full when one slot has all that it can have', () => {
  expect(depthWith({ n_ctx: 16_384, n_parallel: 4, kv_unified: true })).toBe(16_384)
  expect(depthWith({ n_ctx: 16_384, n_parallel: 4, kv_unified: false })).toBe(4096)
})

test('a longer context leaves less speed, and none is given without a model', () => {
  const speed = (n_ctx: number) =>
    filledSpeed({ config: { ...config, settings: { n_ctx } }, target })?.tg?.tokens_per_s ?? 0
  expect(speed(32_768)).toBeLessThan(speed(8192))
  const { model: _, ...unknown } = config
  expect(filledSpeed({ config: unknown, target })).toBeNull()
})
