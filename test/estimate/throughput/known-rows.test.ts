import { describe, expect, it } from 'vitest'
import type { Backend } from '../../../shared/backend.ts'
import { estimateThroughput } from '../../../shared/estimate/throughput/estimate-throughput.ts'
import { catalogModel } from '../../../shared/model/catalog/index.ts'
import { findProfile } from '../../../shared/profile/find-profile.ts'
import { targetFromProfile } from '../../../shared/profile/target-from-profile.ts'

const targetOf = (id: string) => targetFromProfile(findProfile(id))

/** [hardware, backend, model, precision, tokens per second]: tg128 from llama.cpp discussions #15013, #4167, #10879, #15021. */
const DECODE: readonly (readonly [string, Backend, string, string, number])[] = [
  ['rtx-5090', 'cuda', 'llama-2-7b', 'Q4_0', 300.4],
  ['rtx-4090', 'cuda', 'llama-2-7b', 'Q4_0', 186.2],
  ['rtx-4080', 'cuda', 'llama-2-7b', 'Q4_0', 143.47],
  ['rtx-3080', 'cuda', 'llama-2-7b', 'Q4_0', 139.95],
  ['rtx-3060', 'cuda', 'llama-2-7b', 'Q4_0', 76.92],
  ['rtx-2080-ti', 'cuda', 'llama-2-7b', 'Q4_0', 109.17],
  ['tesla-p40', 'cuda', 'llama-2-7b', 'Q4_0', 54.74],
  ['a100-80gb', 'cuda', 'llama-2-7b', 'Q4_0', 190.88],
  ['v100-16gb', 'cuda', 'llama-2-7b', 'Q4_0', 129.08],
  ['apple-m1', 'metal', 'llama-2-7b', 'Q4_0', 14.19],
  ['apple-m1-pro', 'metal', 'llama-2-7b', 'Q8_0', 22.34],
  ['apple-m2', 'metal', 'llama-2-7b', 'F16', 6.72],
  ['apple-m3-max', 'metal', 'llama-2-7b', 'Q4_0', 66.31],
  ['apple-m1-ultra', 'metal', 'llama-2-7b', 'Q4_0', 83.73],
  ['rx-7900-xtx', 'rocm', 'llama-2-7b', 'Q4_0', 167.11],
  ['rx-6900-xt', 'rocm', 'llama-2-7b', 'Q4_0', 88.49],
  ['rx-7900-xtx', 'vulkan', 'llama-2-7b', 'Q4_0', 172.86],
  ['arc-b580', 'vulkan', 'llama-2-7b', 'Q4_0', 70.14],
  ['ryzen-ai-max-395', 'vulkan', 'llama-2-7b', 'Q4_0', 53.59],
]

/** The same of pp512. */
const PROMPT: readonly (readonly [string, Backend, string, string, number])[] = [
  ['rtx-5090', 'cuda', 'llama-2-7b', 'Q4_0', 14_970],
  ['rtx-4080', 'cuda', 'llama-2-7b', 'Q4_0', 9206],
  ['rtx-3060', 'cuda', 'llama-2-7b', 'Q4_0', 2408],
  ['apple-m1-pro', 'metal', 'llama-2-7b', 'F16', 302],
  ['apple-m2', 'metal', 'llama-2-7b', 'Q8_0', 181],
  ['rx-7900-xtx', 'rocm', 'llama-2-7b', 'Q4_0', 3874],
]

describe('measured rows', () => {
  it.each(DECODE)('%s %s %s %s decodes %d tokens/s, inside the range', (id, backend, model, precision, measured) => {
    const { tg } = estimateThroughput(catalogModel(model, precision), { backend }, targetOf(id))
    expect(tg?.low).toBeLessThanOrEqual(measured)
    expect(tg?.high).toBeGreaterThanOrEqual(measured)
    expect(tg?.basis).toBe('measured on the same hardware')
    expect(tg?.source).toContain(`tg128 of ${model} ${precision}`)
  })

  it.each(PROMPT)(
    '%s %s %s %s reads %d prompt tokens/s, inside the range',
    (id, backend, model, precision, measured) => {
      const { pp } = estimateThroughput(catalogModel(model, precision), { backend }, targetOf(id))
      expect(pp?.low).toBeLessThanOrEqual(measured)
      expect(pp?.high).toBeGreaterThanOrEqual(measured)
    },
  )
})

it('rows of a GPU say nothing of a model that lies on the host whole', () => {
  const model = catalogModel('llama-3.1-8b', 'Q4_K_M')
  const { tg, pp } = estimateThroughput(model, { n_gpu_layers: 0 }, targetOf('nvidia_rtx_4090'))
  for (const speed of [tg, pp]) {
    expect(speed?.basis).toBe('model')
    expect(speed?.source).toMatch(/^cpu: /)
  }
})

describe('devices without rows of their own', () => {
  it('falls back to the class, and says so by basis and source', () => {
    const { tg } = estimateThroughput(catalogModel('llama-2-7b', 'Q4_0'), {}, targetOf('apple-m3-16gb'))
    expect(tg).toMatchObject({ basis: 'model' })
    expect(tg?.source).toMatch(/^metal\/apple_base: \d+ measurements of \d+ devices$/)
    // #4167, a row that the fit did not have: 21.34 tokens/s on an M3.
    expect(tg?.low).toBeLessThan(21.34)
    expect(tg?.high).toBeGreaterThan(21.34)
  })

  it('falls back to the backend for a kind of device without any, with a wider range', () => {
    const { tg } = estimateThroughput(catalogModel('llama-2-7b', 'Q4_0'), {}, targetOf('nvidia_b200'))
    expect(tg?.basis).toBe('model')
    expect(tg?.source).toContain('none of them of this kind')
    const own = estimateThroughput(catalogModel('llama-2-7b', 'Q4_0'), {}, targetOf('rtx-4060')).tg
    expect(ratio(tg)).toBeGreaterThan(ratio(own))
  })

  it('never claims what memory bandwidth forbids', () => {
    // 8B at 4.9 bits reads more than 4.6 GB a token: 100 GB/s give at most 21.7 tokens/s.
    const { tg } = estimateThroughput(catalogModel('llama-3.1-8b', 'Q4_K_M'), {}, targetOf('apple_silicon_m3_16gb'))
    expect(tg?.high).toBeLessThan(21.7)
  })
})

function ratio(speed: { high: number; low: number } | null | undefined): number {
  return speed ? speed.high / speed.low : 0
}
