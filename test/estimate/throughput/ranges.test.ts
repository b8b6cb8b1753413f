import { describe, expect, it } from 'vitest'
import { type ClassConstants, findConstants, CONSTANTS } from '../../../shared/estimate/throughput/constants.ts'
import { estimateThroughput } from '../../../shared/estimate/throughput/estimate-throughput.ts'
import { evidenceOf } from '../../../shared/estimate/throughput/evidence.ts'
import { holding, rangeOver, strangerRange } from '../../../shared/estimate/throughput/spread.ts'
import { catalogModel } from '../../../shared/model/catalog/index.ts'
import { findProfile } from '../../../shared/profile/find-profile.ts'
import { targetFromProfile } from '../../../shared/profile/target-from-profile.ts'

const constants: ClassConstants = {
  efficiency: 1,
  layer_us: 1,
  rows: 9,
  devices: 3,
  benched: 3,
  ranges: { model: [0.64, 1.44], similar: [0.6, 1.2] },
}
const place = (share: number, own = true) => ({ found: { constants, name: 'cuda/ada', own }, share })

describe('a range', () => {
  it('is the one of what is known of the device, the next wider one where that has no rows', () => {
    const timed = { seconds: 1, parts: [place(1)] }
    expect(rangeOver(timed, 'model')).toEqual({ low: 0.64, high: 1.44 })
    expect(rangeOver(timed, 'similar')).toEqual({ low: 0.6, high: 1.2 })
    expect(rangeOver(timed, 'same')).toEqual({ low: 0.6, high: 1.2 })
  })

  it('of several places is theirs by the time spent in each', () => {
    const range = rangeOver({ seconds: 1, parts: [place(0.5), place(0.5)] }, 'model')
    expect(range.low).toBeCloseTo(0.64, 12)
    expect(range.high).toBeCloseTo(1.44, 12)
  })

  it('is wider for a class without rows, but no wider than 2.5', () => {
    const range = rangeOver({ seconds: 1, parts: [place(1, false)] }, 'model')
    expect(range.low).toBeLessThan(0.64)
    expect(range.high / range.low).toBeCloseTo(2.5, 12)
    expect(strangerRange({ low: 0.9, high: 1.1 }).high).toBeCloseTo(1.1 ** 1.5, 12)
  })

  it('holds what was measured before, as far as 2.5 allows', () => {
    const range = { low: 0.8, high: 1.25 }
    expect(holding(range, { low: 0.7, high: 1.1 })).toEqual({ low: 0.7, high: 1.25 })
    expect(holding(range, { low: 0.3, high: 1.1 })).toEqual(range)
    expect(holding(range, null)).toEqual(range)
  })
})

const speedOf = (precision: string, id: string, backend: 'cuda' | 'vulkan') =>
  estimateThroughput(catalogModel('llama-3.1-8b', precision), { backend }, targetFromProfile(findProfile(id))).pp

it('of a device with rows in other models is that of such devices, not that of strangers', () => {
  const { ranges } = findConstants(CONSTANTS, 'prompt', 'cuda', 'ada')?.constants ?? constants
  const profile = findProfile('nvidia_rtx_4080')
  expect(evidenceOf(profile.row.id, 'cuda', 'pp512').length).toBeGreaterThan(0)
  const speed = speedOf('Q8_0', 'nvidia_rtx_4080', 'cuda')
  expect((speed?.high ?? 0) / (speed?.tokens_per_s ?? 1)).toBeCloseTo(ranges.similar?.[1] ?? 0, 9)
})

it('lies below the estimate where another driver reads prompts slower: Strix Halo through Vulkan', () => {
  const speed = speedOf('Q8_0', 'amd_ryzen_ai_max_395_128gb', 'vulkan')
  const { low, high, tokens_per_s } = speed ?? { low: 0, high: 0, tokens_per_s: 0 }
  expect(tokens_per_s / low).toBeGreaterThan(high / tokens_per_s)
})

it('F16 runs at the full rate that workstation cards state, quantised prompts do not', () => {
  // Neither card has rows of its own, so that the class alone tells them apart.
  const gain = (id: string) =>
    (speedOf('F16', id, 'cuda')?.tokens_per_s ?? 0) / (speedOf('Q8_0', id, 'cuda')?.tokens_per_s ?? 1)
  for (const id of ['nvidia_rtx_4000_sff_ada', 'nvidia_rtx_4060_ti_16gb'])
    expect(evidenceOf(findProfile(id).row.id, 'cuda', 'pp512'), id).toEqual([])
  expect(gain('nvidia_rtx_4000_sff_ada')).toBeGreaterThan(1.15 * gain('nvidia_rtx_4060_ti_16gb'))
})
