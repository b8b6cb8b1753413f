import { describe, expect, it } from 'vitest'
import type { ClassConstants } from '../../../shared/estimate/throughput/constants.ts'
import type { ThroughputSettings } from '../../../shared/estimate/throughput/throughput-settings.ts'
import type { ModelFacts } from '../../../shared/model/facts.ts'
import { CARD, DENSE, EXPERTS, machine, msPerBatch, withTensors, world } from './round-numbers.ts'

// Ten layers of 500 000 weights: 10^7 operations a token, two a weight.

describe('a micro-batch of 100 tokens on a card of 2 TFLOPS and 12 GB/s', () => {
  const gpu = (own: Partial<ClassConstants>) => world({ prompt: { cuda: own } })

  it.each<[string, ModelFacts, ThroughputSettings, Partial<ClassConstants>, number]>([
    // 10^9 operations, and 12 MB of weights moved once.
    ['multiplies and moves the weights', DENSE, {}, {}, 0.5 + 1],
    ['moves them three times', DENSE, {}, { moves: 3 }, 0.5 + 3],
    ['does not move them', DENSE, {}, { moves: 0 }, 0.5],
    ['at a quarter of the peak', DENSE, {}, { efficiency: 0.25 }, 2 + 1],
    ['waits 100 us a layer', DENSE, {}, { layer_us: 100 }, 0.5 + 1 + 1],
    ['in a format that takes twice the arithmetic', DENSE, {}, { formats: { f16: 2 } }, 1 + 1],
    [
      'all of it in half the time with flash attention',
      DENSE,
      { flash_attn: 'on' },
      { flash: 0.5, layer_us: 100 },
      1.25,
    ],
    ['but not without', DENSE, {}, { flash: 0.5, layer_us: 100 }, 2.5],
    // The square root of 2 x 10^12 and 12 x 10^9.
    ['with a peak halfway to the bandwidth', DENSE, {}, { blend: 0.5 }, 1e12 / Math.sqrt(24e21) + 1],
    ['with the bandwidth for a peak', DENSE, {}, { blend: 0 }, 1000 / 12 + 1],
    ['whatever the depth', DENSE, { depth: 10_000 }, {}, 0.5 + 1],
  ])('%s', (_, facts, asked, own, ms) => {
    expect(msPerBatch(100, facts, asked, gpu(own))).toBeCloseTo(ms, 9)
  })

  it.each<[string, ThroughputSettings, number]>([
    ['a batch', { n_ubatch: 100, n_batch: 20 }, 20],
    ['the context', { n_ubatch: 100, n_ctx: 30 }, 30],
    ['itself', { n_ubatch: 10, n_batch: 20, n_ctx: 30 }, 10],
  ])('is no longer than %s', (_, asked, tokens) => {
    expect(msPerBatch(tokens, DENSE, asked, gpu({}))).toBeCloseTo(0.005 * tokens + 1, 9)
  })

  it('does not multiply vectors, and reads them', () => {
    const facts = withTensors(DENSE, [
      { name: 'blk.%d.attn_norm.weight', type: 'f32', shape: [3000], layers: [[0, 9]] },
    ])
    expect(msPerBatch(100, facts, {}, gpu({}))).toBeCloseTo(0.5 + 1.01, 9)
  })
})

describe('a micro-batch of a model with two of eight experts a token', () => {
  const gpu = (own: Partial<ClassConstants>) => world({ prompt: { cuda: own } })

  it('of one token uses two of them', () => {
    // 10 x (0.5 + 2 x 0.5) M weights; 10 x (1 + 2) + 2 MB.
    expect(msPerBatch(1, EXPERTS, { n_ubatch: 1 }, gpu({}))).toBeCloseTo(0.015 + 32 / 12, 9)
  })

  it('of two tokens moves those that either uses: 1 - (3/4)^2 of all', () => {
    expect(msPerBatch(2, EXPERTS, { n_ubatch: 2 }, gpu({}))).toBeCloseTo(0.03 + (12 + 80 * 0.4375) / 12, 9)
  })

  it('of two tokens sends 8/7 of a token to each expert used', () => {
    // As if ten more for the 10 M weights in experts: 10 x 7/8 x 10 M weights beside the 15 M.
    expect(msPerBatch(2, EXPERTS, { n_ubatch: 2 }, gpu({ tile: 10 }))).toBeCloseTo(0.03 + 0.175 + 47 / 12, 9)
  })

  it('of 100 tokens moves all, and an expert with 25 tokens may cost as if it had 35', () => {
    const all = (12 + 80) / 12
    expect(msPerBatch(100, EXPERTS, {}, gpu({}))).toBeCloseTo(1.5 + all, 6)
    // Ten of 25 more, for the 10 M weights in experts of the 15.
    expect(msPerBatch(100, EXPERTS, {}, gpu({ tile: 10 }))).toBeCloseTo(1.9 + all, 6)
    expect(msPerBatch(100, DENSE, {}, gpu({ tile: 10 }))).toBeCloseTo(1.5, 9)
  })

  it.each<[string, ThroughputSettings]>([
    ['by number', { n_cpu_moe: 4 }],
    ['by name', { override_tensor: ['blk\\.[0-3]\\.ffn_up_exps=CPU'] }],
  ])('runs the experts on the host that are kept there %s', (_, asked) => {
    // 11 M weights and 12 + 48 MB on the card; 4 M weights at 4 x 10^9 operations a second, 32 MB at 6 GB/s on the host.
    const constants = world({ prompt: { cpu: { crowd: 0 } } })
    expect(msPerBatch(100, EXPERTS, asked, constants)).toBeCloseTo(1.1 + 60 / 12 + 200 + 32 / 6, 6)
  })
})

it('dense weights that are placed by name are multiplied and moved there', () => {
  // Four layers of 0.5 M weights on the host, at 4 x 10^9 operations and 6 GB a second.
  expect(msPerBatch(100, DENSE, { override_tensor: ['blk\\.[0-3]\\.ffn_up=CPU'] })).toBeCloseTo(
    0.3 + 8 / 12 + 100 + 4 / 6,
    9,
  )
  expect(msPerBatch(100, DENSE, { override_tensor: ['^output=CPU'] })).toBeCloseTo(0.5 + 10 / 12 + 2 / 6, 9)
})

describe('a micro-batch of 100 tokens on four threads at 6 GB/s', () => {
  const ms = (asked: ThroughputSettings, own: Partial<ClassConstants>) =>
    msPerBatch(100, DENSE, asked, world({ prompt: { cpu: own } }), machine([]))

  it.each<[string, ThroughputSettings, Partial<ClassConstants>, number]>([
    // 10^9 operations a second and thread at an efficiency of 1.
    ['multiplies and moves', {}, {}, 250 + 2],
    ['with a quarter of the rate', {}, { efficiency: 0.25 }, 1000 + 2],
    ['on two threads', { n_threads: 2 }, {}, 500 + 2],
    ['on more for prompts', { n_threads: 2, n_threads_batch: 8 }, {}, 125 + 2],
    ['on no more than there are cores', { n_threads_batch: 99 }, {}, 125 + 2],
    // The rate of a thread is stated for 8: of four each has twice the room.
    ['fewer threads get in each other’s way less', {}, { crowd: 1 }, 125 + 2],
    ['as with eight they do not', { n_threads: 8 }, { crowd: 1 }, 125 + 2],
  ])('%s', (_, asked, own, expected) => {
    expect(ms(asked, own)).toBeCloseTo(expected, 9)
  })
})

describe('peaks', () => {
  it('a card of unknown TFLOPS has a class of its own, by bandwidth', () => {
    const unknown = machine([{ ...CARD, fp16_tflops: null }])
    const constants = world({
      prompt: { cuda: { efficiency: 0.1 } },
      prompt_by_bandwidth: { cuda: { efficiency: 10 } },
    })
    // 10^9 operations at 10 x 12 x 10^9.
    expect(msPerBatch(100, DENSE, {}, constants, unknown)).toBeCloseTo(1000 / 120 + 1, 9)
  })

  it('the tensor rate of a workstation card is for 16 bits; other formats run at half of it, as on GeForce cards', () => {
    const of = (profile_id: string | null, type: 'f16' | 'bf16' | 'q8_0') => {
      const facts = {
        ...DENSE,
        tensors: DENSE.tensors.map((one) => ({ ...one, type, shape: [1024, one.shape[1] ?? 1] })),
      }
      return msPerBatch(100, facts, {}, world({ prompt: { cuda: { moves: 0 } } }), machine([CARD], { profile_id }))
    }
    // 10 layers of 1024 x 500 weights, 100 tokens, two operations each.
    expect(of('nvidia_rtx_4000_sff_ada', 'f16')).toBeCloseTo(0.512, 9)
    expect(of('nvidia_rtx_4000_sff_ada', 'bf16')).toBeCloseTo(0.512, 9)
    expect(of('nvidia_rtx_4000_sff_ada', 'q8_0')).toBeCloseTo(1.024, 9)
    // Another card without rows of its own.
    expect(of('nvidia_rtx_4060_ti_16gb', 'q8_0')).toBeCloseTo(0.512, 9)
    expect(of(null, 'q8_0')).toBeCloseTo(0.512, 9)
  })

  it('all activations of a batch cross the link to another machine, twice', () => {
    const remote = { address: 'a:1', link_gbit_s: 8, latency_ms: 2, generation: null }
    expect(msPerBatch(100, DENSE, {}, world({}), machine([{ ...CARD, remote }]))).toBeCloseTo(1.5 + 2.8, 9)
  })
})
