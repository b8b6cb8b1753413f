import { describe, expect, it } from 'vitest'
import type { ClassConstants } from '../../../shared/estimate/throughput/constants.ts'
import type { ThroughputSettings } from '../../../shared/estimate/throughput/throughput-settings.ts'
import type { ModelFacts } from '../../../shared/model/facts.ts'
import { catalogModel } from '../../../shared/model/catalog/index.ts'
import { CARD, DENSE, EXPERTS, machine, msPerToken, withTensors, world } from './round-numbers.ts'

const withKeys = (facts: ModelFacts, keys: ModelFacts['hparams'], architecture = facts.architecture): ModelFacts => ({
  ...facts,
  architecture,
  hparams: { ...facts.hparams, ...keys },
})

const gpu = (own: Partial<ClassConstants>) => world({ decode: { cuda: own } })

describe('a token on a card of 12 GB/s', () => {
  it.each<[string, ModelFacts, ThroughputSettings, Partial<ClassConstants>, number]>([
    ['reads 12 MB', DENSE, {}, {}, 1],
    ['at half the bandwidth', DENSE, {}, { efficiency: 0.5 }, 2],
    ['and waits 100 us a layer', DENSE, {}, { layer_us: 100 }, 2],
    ['all of it twice as fast with flash attention', DENSE, { flash_attn: 'on' }, { flash: 0.5, layer_us: 100 }, 1],
    ['which is what auto means', DENSE, { flash_attn: 'auto' }, { flash: 0.5, layer_us: 100 }, 1],
    ['but not without it', DENSE, {}, { flash: 0.5, layer_us: 100 }, 2],
    ['in a format that costs three times its bytes', DENSE, {}, { formats: { f16: 3 } }, 3],
    ['in a format of which another one costs more', DENSE, {}, { formats: { q8: 3 } }, 1],
    // 10 layers x 12 500 tokens x (512 + 256) bytes = 96 MB.
    ['with 12500 tokens in the cache', DENSE, { depth: 12_500 }, {}, 9],
    ['whose format is not that of the weights', DENSE, { depth: 12_500 }, { formats: { f16: 3 } }, 11],
    // K of 256 values in blocks of 32 at 34 bytes: 272; V of 128 values: 136.
    ['which is no state of recurrent layers', DENSE, { depth: 12_500 }, { state: 7 }, 9],
    ['with K at 8 bits', DENSE, { depth: 12_500, cache_type_k: 'q8_0' }, {}, 6.5],
    ['with V at 8 bits', DENSE, { depth: 12_500, cache_type_v: 'q8_0' }, {}, 7.75],
    ['a depth below zero is none', DENSE, { depth: -12_500 }, {}, 1],
    // Two of eight experts: 10 x (1 + 2) + 2 MB.
    ['with experts', EXPERTS, {}, {}, 32 / 12],
    ['whose layers take longer: twice, for 8 used a token', EXPERTS, {}, { layer_us: 100, moe_layer: 2 }, 32 / 12 + 2],
    // 2 of 8: a quarter to the power of one half.
    ['and less the fewer are used', EXPERTS, {}, { layer_us: 100, moe_layer: 2, moe_used: 0.5 }, 32 / 12 + 1],
    ['which says nothing of models without experts', DENSE, {}, { layer_us: 100, moe_layer: 2, moe_used: 0.5 }, 2],
  ])('%s', (_, facts, asked, own, ms) => {
    expect(msPerToken(facts, asked, gpu(own))).toBeCloseTo(ms, 9)
  })

  it('reads a window of the cache where layers have one', () => {
    // gemma2.cpp: every second layer is full. 5 x (1000 + 12 500) x 768 bytes = 51.84 MB.
    const facts = withKeys(DENSE, { 'attention.sliding_window': 1000 }, 'gemma2')
    expect(msPerToken(facts, { depth: 12_500 }, gpu({}))).toBeCloseTo(1 + 51.84 / 12, 9)
    // 5 x (500 + 500) x 768: not even a window full.
    expect(msPerToken(facts, { depth: 500 }, gpu({}))).toBeCloseTo(1 + 3.84 / 12, 9)
  })

  it('reads K alone with latent attention', () => {
    const facts = withKeys(DENSE, { 'attention.key_length_mla': 128 })
    expect(msPerToken(facts, { depth: 12_500 }, gpu({}))).toBeCloseTo(1 + 64 / 12, 9)
  })

  it('reads the token table where it is the output matrix too, and never the tables that rows are taken from', () => {
    const tied = { ...DENSE, tensors: DENSE.tensors.filter(({ name }) => name !== 'output.weight') }
    expect(msPerToken(tied, {}, gpu({}))).toBeCloseTo(1, 9)
    const positions = { name: 'position_embd.weight', type: 'f16' as const, shape: [1000, 1000] }
    expect(msPerToken(withTensors(tied, [positions]), {}, gpu({}))).toBeCloseTo(1, 9)
    const tables = withTensors(DENSE, [
      { name: 'position_embd.weight', type: 'f16', shape: [1000, 1000] },
      { name: 'token_types.weight', type: 'f16', shape: [1000, 1000] },
      { name: 'per_layer_token_embd.weight', type: 'f16', shape: [1000, 1000] },
    ])
    expect(msPerToken(tables, {}, gpu({}))).toBeCloseTo(1, 9)
    // 12 000 bytes of a vector beside the layers are read.
    const vector = withTensors(DENSE, [{ name: 'output_norm.weight', type: 'f32', shape: [3000] }])
    expect(msPerToken(vector, {}, gpu({}))).toBeCloseTo(1.001, 9)
  })

  it('does not run prediction layers', () => {
    const facts = withKeys(DENSE, { nextn_predict_layers: 4 })
    expect(msPerToken(facts, {}, gpu({ layer_us: 100 }))).toBeCloseTo((6 + 2) / 12 + 0.6, 9)
    expect(msPerToken(facts, { override_tensor: ['ffn_up=CPU'] }, gpu({}))).toBeCloseTo(2 / 12 + 6 / 6, 9)
  })

  it.each([
    ['iq3_s', { iq: 3, k_low: 2, k: 1.5 }, 3],
    ['iq3_s', { k_low: 2, k: 1.5 }, 2],
    ['iq3_s', { k: 1.5 }, 1.5],
    ['q3_K', { iq: 3, k_low: 2, k: 1.5 }, 2],
    ['q3_K', { iq: 3, k: 1.5 }, 1.5],
    ['q3_K', { iq: 3 }, 1],
    ['q4_K', { iq: 3, k_low: 2 }, 1],
  ] as const)('in %s with factors %o takes %d times as long', (type, formats, factor) => {
    const facts = { ...DENSE, tensors: DENSE.tensors.map((one) => ({ ...one, type, shape: [1024, 1000] })) }
    expect(msPerToken(facts, {}, gpu({ formats })) / msPerToken(facts, {}, gpu({}))).toBeCloseTo(factor, 9)
  })

  it('reads the state of recurrent layers as often as is measured for the class', () => {
    const facts = catalogModel('mamba2-2.7b', 'F16')
    // 64 layers: state of 80 heads x 64 x 128, convolution of 3 x (5120 + 2 x 128), in F32 (llama-hparams.cpp n_embd_r, n_embd_s).
    const state_mb = (64 * 4 * (5120 * 128 + 3 * (5120 + 256))) / 1e6
    const [once, thrice] = [1, 3].map((state) => msPerToken(facts, {}, gpu({ state })))
    expect(Number(thrice) - Number(once)).toBeCloseTo((2 * state_mb) / 12, 6)
    expect(msPerToken(facts, { depth: 9000 }, gpu({}))).toBeCloseTo(Number(once), 9)
  })
})

describe('a token on four threads at 6 GB/s', () => {
  const cpu = (own: Partial<ClassConstants>) => world({ decode: { cpu: own } })
  const target = machine([])

  it.each<[string, ThroughputSettings, Partial<ClassConstants>, number]>([
    ['reads 12 MB', {}, {}, 2],
    ['which each thread gets through at 1 GB/s', {}, { thread_gb_s: 1 }, 2 + 3],
    ['on two threads', { n_threads: 2 }, { thread_gb_s: 1 }, 2 + 6],
    ['on no more threads than there are cores', { n_threads: 99 }, { thread_gb_s: 1 }, 2 + 1.5],
    ['on one at least', { n_threads: 0 }, { thread_gb_s: 1 }, 2 + 12],
    ['threads for prompts say nothing of it', { n_threads_batch: 1 }, { thread_gb_s: 1 }, 2 + 3],
    ['and unpacks a format in the threads', {}, { thread_gb_s: 1, formats: { f16: 2 } }, 2 + 6],
    ['but not the cache', { depth: 12_500 }, { thread_gb_s: 1, formats: { f16: 2 } }, 2 + 16 + 6],
    ['with a wait in each layer', {}, { layer_us: 100 }, 3],
  ])('%s', (_, asked, own, ms) => {
    expect(msPerToken(DENSE, asked, cpu(own), target)).toBeCloseTo(ms, 9)
  })
})

describe('a token of a model that lies in several places', () => {
  it.each<[string, ModelFacts, ThroughputSettings, number]>([
    // The output matrix and the last five layers on the card.
    ['half on the host', DENSE, { n_gpu_layers: 6 }, 7 / 12 + 5 / 6],
    ['the output alone on the card', DENSE, { n_gpu_layers: 1 }, 2 / 12 + 10 / 6],
    ['nothing on the card', DENSE, { n_gpu_layers: 0 }, 12 / 6],
    // 48 MB of cache on each side.
    ['each layer with its cache', DENSE, { n_gpu_layers: 6, depth: 12_500 }, (7 + 48) / 12 + (5 + 48) / 6],
    ['the cache kept on the host', DENSE, { offload_kqv: false, depth: 12_500 }, 1 + 96 / 6],
    ['the experts of four layers on the host', EXPERTS, { n_cpu_moe: 4 }, (32 - 8) / 12 + 8 / 6],
    ['the same by name', EXPERTS, { override_tensor: ['blk\\.[0-3]\\.ffn_up_exps=CPU'] }, (32 - 8) / 12 + 8 / 6],
    ['dense weights by name', DENSE, { override_tensor: ['blk\\.[0-3]\\.ffn_up=CPU'] }, (12 - 4) / 12 + 4 / 6],
    ['the output matrix by name', DENSE, { override_tensor: ['^output=CPU'] }, 10 / 12 + 2 / 6],
    ['a table by name, which none reads', DENSE, { override_tensor: ['token_embd=CPU'] }, 1],
    [
      'experts on the card by name that n_cpu_moe would keep back',
      EXPERTS,
      { n_cpu_moe: 4, override_tensor: ['blk\\.[01]\\.ffn_up_exps=CUDA0'] },
      (32 - 4) / 12 + 4 / 6,
    ],
    ['a device that is not there by name', DENSE, { override_tensor: ['ffn_up=CUDA1'] }, 1],
  ])('%s', (_, facts, asked, ms) => {
    expect(msPerToken(facts, asked)).toBeCloseTo(ms, 9)
  })

  it('waits in a layer once, wherever its experts lie', () => {
    const constants = world({ decode: { cuda: { layer_us: 100 }, cpu: { layer_us: 1000 } } })
    expect(msPerToken(EXPERTS, { n_cpu_moe: 10 }, constants)).toBeCloseTo(12 / 12 + 20 / 6 + 1, 9)
    expect(msPerToken(DENSE, { n_gpu_layers: 6 }, constants)).toBeCloseTo(7 / 12 + 5 / 6 + 5 * 0.1 + 5, 9)
  })

  it('two cards take their shares one after the other', () => {
    const slow = { ...CARD, bandwidth_gb_s: 4 }
    // llama-model.cpp load_tensors: of eleven, the output included, the first six go to the first of two equal shares.
    expect(msPerToken(DENSE, {}, world({}), machine([CARD, slow]))).toBeCloseTo(6 / 12 + 6 / 4, 9)
    const shares = { tensor_split: [3, 1] }
    expect(msPerToken(DENSE, shares, world({}), machine([CARD, slow]))).toBeCloseTo(9 / 12 + 3 / 4, 9)
    const alone = { tensor_split: [3, 1], split_mode: 'none' as const }
    expect(msPerToken(DENSE, alone, world({}), machine([CARD, slow]))).toBeCloseTo(1, 9)
  })
})

describe('cards of other machines', () => {
  const remote = { address: '10.0.0.2:50052', link_gbit_s: 8, latency_ms: 2, generation: null }

  it('a token crosses the link twice and is waited for once', () => {
    // 2 x 1000 values x 4 bytes at 1 GB/s.
    expect(msPerToken(DENSE, {}, world({}), machine([{ ...CARD, remote }]))).toBeCloseTo(1 + 2 + 0.008, 9)
  })

  it('two cards behind one link wait once, behind two links twice', () => {
    const other = { ...remote, address: '10.0.0.3:50052' }
    const pair = (second: typeof remote) =>
      machine([
        { ...CARD, remote },
        { ...CARD, remote: second },
      ])
    expect(msPerToken(DENSE, {}, world({}), pair(remote))).toBeCloseTo(1 + 2.008, 9)
    expect(msPerToken(DENSE, {}, world({}), pair(other))).toBeCloseTo(1 + 2 * 2.008, 9)
  })

  it('are as fast as their own backend and generation are', () => {
    const constants = world({ decode: { rocm: { efficiency: 0.5 }, 'rocm/rdna3': { efficiency: 0.25 } } })
    const ms = (generation: string | null) =>
      msPerToken(DENSE, {}, constants, machine([{ ...CARD, backend: 'rocm', remote: { ...remote, generation } }]))
    expect(ms(null)).toBeCloseTo(2 + 2.008, 9)
    expect(ms('rdna3')).toBeCloseTo(4 + 2.008, 9)
  })
})
