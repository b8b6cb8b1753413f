import { beforeEach, expect, test, vi } from 'vitest'
import { choiceFromCatalog, findCatalogEntry, makePlan, UserError } from '../../shared/index.ts'
import type * as compute from '../../shared/estimate/compute.ts'
import { findProfile } from '../../shared/profile/find-profile.ts'
import { targetFromProfile } from '../../shared/profile/target-from-profile.ts'

const count = vi.hoisted(() => ({ graphs: 0 }))

vi.mock('../../shared/estimate/compute.ts', async (original) => {
  const real = await original<typeof compute>()
  const computeBuffers: typeof real.computeBuffers = (...args) => {
    count.graphs++
    return real.computeBuffers(...args)
  }
  return { ...real, computeBuffers }
})

beforeEach(() => {
  count.graphs = 0
})

const plan = (hardware: string, model: string) =>
  makePlan({
    target: targetFromProfile(findProfile(hardware)),
    model: choiceFromCatalog(findCatalogEntry(model)),
    intent: { use_case: 'general' },
  })

// Compute buffers are nearly all of the time that a plan takes: thousands of them were run for each of these.
test.each([
  ['apple_silicon_m1_8gb', 'qwen3.5-35b-a3b'],
  ['apple_silicon_m1_8gb', 'llama-3.3-70b'],
  ['generic_cpu', 'llama-3.3-70b'],
])('on %s %s is refused without looking at compute buffers, but for the figure that is named', (hardware, model) => {
  expect(() => plan(hardware, model)).toThrow(UserError)
  expect(count.graphs).toBeLessThanOrEqual(4)
})

test.each([
  ['nvidia_rtx_3060', 'qwen3-next-80b-a3b', 200],
  ['nvidia_rtx_3060', 'llama-4-scout', 200],
])('on %s %s, which hardly fits, is planned with few', (hardware, model, most) => {
  expect(plan(hardware, model).config.model?.precision).toMatch(/^I?Q/)
  expect(count.graphs).toBeLessThan(most)
})
