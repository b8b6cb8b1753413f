import { describe, expect, it } from 'vitest'
import { findConstants } from '../../../shared/estimate/throughput/constants.ts'
import { estimateThroughput } from '../../../shared/estimate/throughput/estimate-throughput.ts'
import { type Format, formatOf } from '../../../shared/estimate/throughput/format.ts'
import { modelWork } from '../../../shared/estimate/throughput/model-work.ts'
import { catalogModel } from '../../../shared/model/catalog/index.ts'
import type { TensorType } from '../../../shared/model/tensor-types.ts'
import { CARD, DENSE, EXPERTS, machine, msPerToken, world } from './round-numbers.ts'

describe('constants of a class', () => {
  const constants = world({
    decode: {
      all: { layer_us: 1, state: 7, formats: { q8: 1.1, iq: 1.2 } },
      cuda: { layer_us: 2, formats: { q8: 1.3, k_low: 1.4 } },
      'cuda/ada': { efficiency: 0.5, layer_us: 3, formats: { k: 1.5 } },
      cpu: { layer_us: 9 },
    },
  })
  const find = (backend: 'cuda' | 'cpu' | 'rocm', generation: string | null) =>
    findConstants(constants, 'decode', backend, generation)

  it('are its own, else the backend’s, else those of all', () => {
    expect(find('cuda', 'ada')).toMatchObject({ name: 'cuda/ada', own: true, constants: { layer_us: 3, state: 7 } })
    expect(find('cuda', 'hopper')).toMatchObject({ name: 'cuda', own: false, constants: { layer_us: 2, state: 7 } })
    expect(find('cuda', null)).toMatchObject({ name: 'cuda', own: false })
    expect(find('rocm', null)).toMatchObject({ name: 'all', own: false, constants: { layer_us: 1 } })
  })

  it('of a CPU are not those of all GPUs', () => {
    expect(find('cpu', null)).toMatchObject({ name: 'cpu', constants: { layer_us: 9 } })
    expect(find('cpu', null)?.constants.state).toBeUndefined()
    expect(findConstants({ ...constants, decode: {} }, 'decode', 'cuda', 'ada')).toBeNull()
  })

  it('of another quantity or another table are others', () => {
    expect(findConstants(constants, 'prompt', 'cuda', 'ada')?.name).toBe('cuda')
    expect(findConstants(world({}), 'decode', 'cuda', 'ada')?.name).toBe('cuda')
    expect(find('cuda', 'ada')?.name).toBe('cuda/ada')
  })

  it('low-bit formats take no less than the class’s K-quants do; others are inherited', () => {
    expect(find('cuda', 'ada')?.constants.formats).toEqual({ q8: 1.3, k: 1.5, k_low: 1.5, iq: 1.5 })
    expect(find('cuda', null)?.constants.formats).toEqual({ q8: 1.3, k_low: 1.4, iq: 1.2 })
  })

  it('which the class itself measured are its own, though they be less', () => {
    const low = world({
      decode: { cuda: { formats: { k_low: 1.4 } }, 'cuda/ada': { formats: { k: 1.5, k_low: 0.9 } } },
    })
    expect(findConstants(low, 'decode', 'cuda', 'ada')?.constants.formats).toEqual({ k: 1.5, k_low: 0.9 })
  })

  it('that no row supports leave the speed open', () => {
    const { tg, pp } = estimateThroughput(DENSE, {}, machine(), { ...world({}), prompt: {} })
    expect(tg?.tokens_per_s).toBeGreaterThan(0)
    expect(pp).toBeNull()
  })
})

describe('what a speed rests on', () => {
  const range = (low: number, high: number) => ({
    ranges: { model: [low, high] as const, similar: [0.99, 1.01] as const },
  })
  const constants = world({
    decode: {
      cuda: { rows: 30, devices: 4, ...range(0.5, 1.2) },
      'cuda/ada': { rows: 3, devices: 2, ...range(0.8, 1.25) },
      cpu: { rows: 7, devices: 5, ...range(0.8, 1.25) },
    },
  })
  const tg = (asked: object, profile_id: string | null) =>
    estimateThroughput(DENSE, { flash_attn: 'off', ...asked }, machine([CARD], { profile_id }), constants).tg

  it('names the class, its rows and its devices', () => {
    // A profile that no rows are of.
    expect(tg({}, 'nvidia_rtx_4000_sff_ada')).toMatchObject({
      basis: 'model',
      source: 'cuda/ada: 3 measurements of 2 devices',
    })
    expect(tg({}, null)?.source).toBe('cuda: 30 measurements of 4 devices, none of them of this kind')
  })

  it('counts one measurement of one device in words that fit', () => {
    const one = world({ decode: { cuda: { rows: 1, devices: 1, ...range(0.5, 1.2) } } })
    expect(estimateThroughput(DENSE, {}, machine([CARD]), one).tg?.source).toMatch(/^cuda: 1 measurement of 1 device/)
  })

  it('names the place first that takes most of the time, and no class twice', () => {
    const cpu = 'cpu: 7 measurements of 5 devices, none of them of this kind'
    const cuda = 'cuda: 30 measurements of 4 devices, none of them of this kind'
    expect(tg({ n_gpu_layers: 10 }, null)?.source).toBe(`${cuda}; ${cpu}`)
    expect(tg({ n_gpu_layers: 2 }, null)?.source).toBe(`${cpu}; ${cuda}`)
    const two = estimateThroughput(DENSE, {}, machine([CARD, CARD]), constants).tg
    expect(two?.source).toBe(cuda)
  })

  it('the range is that of the class, and for strangers wider, as far as 2.5', () => {
    const own = tg({}, 'nvidia_rtx_4000_sff_ada')
    expect(Number(own?.low) / Number(own?.tokens_per_s)).toBeCloseTo(0.8, 9)
    expect(Number(own?.high) / Number(own?.tokens_per_s)).toBeCloseTo(1.25, 9)
    const stranger = tg({}, null)
    expect(Number(stranger?.high) / Number(stranger?.low)).toBeCloseTo(2.5, 9)
  })

  it('the host beside a card is of no generation, a machine of one memory of its own', () => {
    const classes = world({ decode: { cpu: {}, 'cpu/ada': { efficiency: 0.5 } } })
    const ms = (unified: boolean, devices = [CARD]) =>
      msPerToken(DENSE, { n_gpu_layers: 0 }, classes, machine(devices, { profile_id: 'rtx-4090', unified }))
    expect([ms(false), ms(true), ms(false, [])]).toEqual([expect.closeTo(2), expect.closeTo(4), expect.closeTo(4)])
  })

  it('a card runs through the backend that is asked for', () => {
    const classes = world({ decode: { vulkan: { efficiency: 0.5 } } })
    expect(msPerToken(DENSE, { backend: 'vulkan' }, classes)).toBeCloseTo(2, 9)
    expect(msPerToken(DENSE, { backend: 'cpu' }, classes)).toBeCloseTo(2, 9)
    expect(msPerToken(DENSE, { backend: 'cpu', offload_kqv: true, depth: 12_500 }, classes)).toBeCloseTo(18, 9)
  })
})

it.each<[Format, readonly TensorType[]]>([
  ['f32', ['f32']],
  ['f16', ['f16']],
  ['bf16', ['bf16']],
  ['q8', ['q8_0', 'q8_1']],
  ['q5', ['q5_0', 'q5_1']],
  ['q4', ['q4_0', 'q4_1', 'iq4_nl']],
  ['mxfp4', ['mxfp4', 'nvfp4']],
  ['k', ['q4_K', 'q5_K', 'q6_K', 'iq4_xs']],
  ['k_low', ['q2_K', 'q3_K']],
  // Codebooks and ternary packings: what they unpack to costs more than their bytes.
  ['iq', ['iq1_s', 'iq1_m', 'iq2_xxs', 'iq2_xs', 'iq2_s', 'iq3_xxs', 'iq3_s', 'tq1_0', 'tq2_0']],
])('kernels of %s: %j', (format, types) => {
  for (const type of types) expect(formatOf(type), type).toBe(format)
})

it.each([
  ['Q4_0', 'q4'],
  ['Q5_0', 'q5'],
  ['Q8_0', 'q8'],
  ['F16', 'f16'],
  ['BF16', 'bf16'],
  ['Q4_K_M', 'k'],
  ['Q6_K', 'k'],
  ['IQ4_XS', 'k'],
  ['IQ4_NL', 'q4'],
  ['Q2_K', 'k_low'],
  ['Q3_K_M', 'k_low'],
  ['IQ3_M', 'iq'],
  ['IQ2_XS', 'iq'],
] as const)('most of what a model in %s reads is %s', (precision, format) => {
  expect(modelWork(catalogModel('llama-3.1-8b', precision)).format).toBe(format)
})

it('the format is that of the bytes a token reads, not of those that lie there', () => {
  const tensors = EXPERTS.tensors.map((one) =>
    one.name.includes('exps') ? { ...one, type: 'q4_0' as const, shape: [1024, 1000, 8] } : one,
  )
  // 8 experts of 0.6 MB a layer, of which two are read, beside 1 MB in F16.
  expect(modelWork({ ...EXPERTS, tensors }).format).toBe('f16')
  const all = { ...EXPERTS.hparams, expert_used_count: 8 }
  expect(modelWork({ ...EXPERTS, tensors, hparams: all }).format).toBe('q4')
})
