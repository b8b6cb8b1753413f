import { describe, expect, test } from 'vitest'
import type { RuntimeConfig } from '../../shared/config/runtime-config.ts'
import { catalogModel } from '../../shared/model/catalog/catalog.ts'
import type { ModelFacts } from '../../shared/model/facts.ts'
import { inspectConfig } from '../../shared/validate/check-config.ts'
import { RULES } from '../../shared/validate/rules/index.ts'
import { GIB } from '../../shared/units.ts'
import { configText, LLAMA_8B, type Machine, target, withHparams } from './cases.ts'

type Case = {
  readonly settings?: RuntimeConfig['settings']
  readonly rest?: Partial<Omit<RuntimeConfig, 'settings'>>
  readonly on?: Machine
  readonly facts?: ModelFacts
}

/** `rule token-at-the-place` of every finding. */
function found({ settings, rest, on, facts = LLAMA_8B }: Case): string[] {
  const text = configText({ n_ctx: 4096, ...settings }, rest)
  const { report } = inspectConfig({ text, file: 'c.json', targets: [target(on)], facts })
  const lines = text.split('\n')
  return report.findings.map(({ rule, place }) => {
    return `${rule} ${lines[place.line - 1]?.slice(place.column - 1, place.end_column - 1)}`
  })
}

const MIXED = { physical_cores: 8, performance_cores: 4, efficiency_cores: 4, usable_cores: 4 }
const STRETCHED = withHparams({ 'rope.scaling.factor': 2 })
const MLA = withHparams({ 'attention.key_length_mla': 192, 'attention.value_length_mla': 128 })
const HEAD_80 = withHparams({ 'attention.key_length': 80, 'attention.value_length': 80 })
// The 8B model with 4096 tokens needs 4.9 GiB on one card and 5.2 GiB on a CPU.

describe('each rule both ways', () => {
  const cases: [string, Case, string[]][] = [
    ['all is well', {}, []],
    ['a tensor for the CPU by name', { settings: { override_tensor: ['ffn_=CPU'] } }, []],
    [
      'a tensor for the second of two cards',
      { settings: { override_tensor: ['ffn_=CUDA1'], n_ctx: 512 }, on: { vram: [12, 12] } },
      [],
    ],
    [
      'a tensor for the second of one card',
      { settings: { override_tensor: ['attn_=CPU', 'ffn_=CUDA1'] } },
      ['LP206 "ffn_=CUDA1"'],
    ],
    [
      'a tensor for a card of another backend',
      { settings: { override_tensor: ['ffn_=Vulkan0'] } },
      ['LP206 "ffn_=Vulkan0"'],
    ],
    [
      'a tensor for an rpc-server that is not used',
      { settings: { override_tensor: ['ffn_=RPC0[10.0.0.2:50052]'] } },
      ['LP206 "ffn_=RPC0[10.0.0.2:50052]"'],
    ],
    ['no tensor by name', { settings: { override_tensor: ['ffn_'] } }, ['LP004 "ffn_"']],
    ['VRAM over, the model is too large', { on: { vram: [4] } }, ['LP101 {']],
    ['VRAM over, the context is too large', { settings: { n_ctx: 65536 } }, ['LP101 65536']],
    ['VRAM over on the second of two cards', { on: { vram: [12, 2] } }, ['LP101 {']],
    ['VRAM near', { on: { vram: [5.1] } }, ['LP102 4096']],
    ['VRAM under 90 %', { on: { vram: [5.6] } }, []],
    ['RAM over, no GPU', { rest: { backend: 'cpu' }, on: { vram: [], ram: 4 } }, ['LP103 "model.gguf"']],
    ['RAM near, no GPU', { rest: { backend: 'cpu' }, on: { vram: [], ram: 5.7 } }, ['LP104 4096']],
    ['RAM fits, no GPU', { rest: { backend: 'cpu' }, on: { vram: [], ram: 8 } }, []],
    ['RAM over, few layers on the GPU', { settings: { n_gpu_layers: 2 }, on: { ram: 3 } }, ['LP103 2']],
    [
      'unified: devices and host add up',
      { rest: { backend: 'metal' }, on: { unified: true, vram: [5.6], ram: 5 } },
      ['LP103 4096'],
    ],
    [
      'unified: the device limit counts too',
      { rest: { backend: 'metal' }, on: { unified: true, vram: [4] } },
      ['LP101 {'],
    ],
    ['threads over cores', { settings: { n_threads: 9 } }, ['LP201 9']],
    ['threads equal to cores', { settings: { n_threads: 8 } }, []],
    ['prompt threads over cores', { settings: { n_threads: 8, n_threads_batch: 16 } }, ['LP201 16']],
    [
      'threads over a container quota',
      {
        settings: { n_threads: 4 },
        on: { cpu: { physical_cores: 2, performance_cores: 2, usable_cores: 2 }, rest: { origin: 'snapshot' } },
      },
      ['LP201 4'],
    ],
    ['threads over one NUMA node', { settings: { n_threads: 8 }, on: { cpu: { usable_cores: 4 } } }, []],
    ['threads over performance cores', { settings: { n_threads: 6 }, on: { cpu: MIXED } }, ['LP202 6']],
    ['threads over all of mixed cores', { settings: { n_threads: 9 }, on: { cpu: MIXED } }, ['LP201 9']],
    ['threads on performance cores', { settings: { n_threads: 4, n_threads_batch: 8 }, on: { cpu: MIXED } }, []],
    ['micro-batch by default on a phone', { on: { rest: { sustained_n_ubatch: 16 } } }, ['LP203 {']],
    ['micro-batch on a phone', { settings: { n_ubatch: 64 }, on: { rest: { sustained_n_ubatch: 16 } } }, ['LP203 64']],
    ['small micro-batch on a phone', { settings: { n_ubatch: 16 }, on: { rest: { sustained_n_ubatch: 16 } } }, []],
    ['context over the training length', { settings: { n_ctx: 131_073 }, on: { vram: [80] } }, ['LP301 131073']],
    ['context of the training length', { settings: { n_ctx: 131_072 }, on: { vram: [80] } }, []],
    ['two slots of the training length', { settings: { n_ctx: 262_144, n_parallel: 2 }, on: { vram: [80] } }, []],
    ['stretched positions', { settings: { n_ctx: 262_144, rope_freq_scale: 0.5 }, on: { vram: [80] } }, []],
    [
      'as stretched as the model itself',
      { settings: { n_ctx: 131_072, rope_freq_scale: 0.5 }, on: { vram: [80] }, facts: STRETCHED },
      [],
    ],
    [
      'the stretch of the model itself adds nothing',
      { settings: { n_ctx: 131_328, rope_freq_scale: 0.5 }, on: { vram: [80] }, facts: STRETCHED },
      ['LP301 131328'],
    ],
    [
      'stretched too little',
      { settings: { n_ctx: 262_144, rope_freq_scale: 0.9 }, on: { vram: [80] } },
      ['LP301 262144'],
    ],
    ['micro-batch over batch', { settings: { n_ubatch: 512, n_batch: 256 } }, ['LP302 512']],
    ['micro-batch over the default batch', { settings: { n_ubatch: 4096 } }, ['LP302 4096']],
    ['batch under the default micro-batch', { settings: { n_batch: 256 } }, []],
    ['backend not there', { rest: { backend: 'rocm' } }, ['LP303 "rocm"']],
    ['backend cpu is everywhere', { rest: { backend: 'cpu' } }, []],
    ['more layers than there are', { settings: { n_gpu_layers: 99 } }, ['LP304 99']],
    ['exactly all layers', { settings: { n_gpu_layers: 33 } }, []],
    ['one layer left', { settings: { n_gpu_layers: 32 } }, ['LP306 32']],
    ['one layer left because it does not fit', { settings: { n_gpu_layers: 32 }, on: { vram: [5.35] } }, []],
    ['two layers left', { settings: { n_gpu_layers: 31 } }, []],
    ['quantised V, flash off', { settings: { flash_attn: 'off', cache_type_v: 'q8_0' } }, ['LP305 "q8_0"']],
    ['quantised V, flash auto', { settings: { cache_type_v: 'q8_0' } }, []],
    ['quantised K, flash off', { settings: { flash_attn: 'off', cache_type_k: 'q8_0' } }, []],
    ['one cache, two types', { settings: { cache_type_k: 'q8_0' }, facts: MLA }, ['LP307 {']],
    ['one cache, one type', { settings: { cache_type_k: 'q8_0', cache_type_v: 'q8_0' }, facts: MLA }, []],
    ['layers without a GPU', { settings: { n_gpu_layers: 10 }, rest: { backend: 'cpu' } }, ['LP308 10']],
    ['all layers without a GPU', { settings: { n_gpu_layers: -1 }, rest: { backend: 'cpu' } }, ['LP308 -1']],
    ['no layers without a GPU', { settings: { n_gpu_layers: 0 }, rest: { backend: 'cpu' } }, []],
    ['blocks that do not divide a head', { settings: { cache_type_k: 'q4_0' }, facts: HEAD_80 }, ['LP309 "q4_0"']],
    ['more slots than the batch has tokens', { settings: { n_parallel: 16, n_batch: 8, n_ubatch: 8 } }, ['LP310 8']],
    ['as many slots as the batch has tokens', { settings: { n_parallel: 8, n_batch: 8, n_ubatch: 8 } }, []],
    ['the same without flash attention', { settings: { cache_type_k: 'q4_0', flash_attn: 'off' }, facts: HEAD_80 }, []],
    ['plain types divide any head', { settings: { cache_type_k: 'bf16' }, facts: HEAD_80 }, []],
    ['stale precision', { rest: { metadata: { precision: 'Q5_K_M' } } }, ['LP401 "Q5_K_M"']],
    ['precision in another case', { rest: { metadata: { precision: 'q4_k_m' } } }, []],
    ['stale size', { rest: { metadata: { model_size: '13B' } } }, ['LP401 "13B"']],
    ['a size class', { rest: { metadata: { model_size: '7-8B' } } }, []],
    ['a size that is no class', { rest: { metadata: { model_size: '8x7B' } } }, []],
    ['stale memory', { rest: { metadata: { estimated_vram_usage_gb: 6 } } }, ['LP401 6']],
    ['stale host memory', { rest: { metadata: { estimated_ram_usage_gb: 6 } } }, ['LP401 6']],
    ['right memory', { rest: { metadata: { estimated_vram_usage_gb: 4.9 } } }, []],
    ['device of unknown size', { on: { vram: [null] } }, ['LP011 "cuda"']],
    // With 32 tokens and more a GPU would take over the work on the host's weights.
    [
      'device of unknown size, unused',
      { settings: { n_gpu_layers: 0, n_batch: 16, n_ubatch: 16 }, on: { vram: [null] } },
      [],
    ],
    [
      'latent attention on AMX',
      {
        rest: { backend: 'cpu' },
        on: { vram: [], cpu: { capabilities: ['avx512_vnni', 'amx_int8'] } },
        facts: catalogModel('deepseek-v2-lite', 'Q8_0'),
      },
      ['LP207 {'],
    ],
    ['an rpc-server that the target lacks', { settings: { rpc_servers: ['127.0.0.1:50052'] } }, ['LP204 [']],
    [
      'an rpc-server at a public address',
      { settings: { rpc_servers: ['8.8.8.8:50052'] } },
      ['LP204 [', 'LP205 "8.8.8.8:50052"'],
    ],
    [
      'an architecture that nobody knows',
      { facts: { ...LLAMA_8B, architecture: 'nosucharch' } },
      ['LP107 "model.gguf"'],
    ],
    ['facts that are no model', { facts: withHparams({ block_count: 'many' }) }, ['LP010 {']],
    ['facts with half a value', { facts: withHparams({ 'attention.key_length': 1.5 }) }, ['LP010 {']],
  ]

  test.each(cases)('%s', (_, input, expected) => {
    expect(found(input)).toEqual(expected)
  })

  test('every rule that judges a config has a case', () => {
    const covered = new Set(cases.flatMap(([, , expected]) => expected.map((line) => line.slice(0, 5))))
    const judging = RULES.filter(({ scope }) => scope !== 'document').map(({ id }) => id)
    expect(judging.filter((id) => !covered.has(id))).toEqual([])
  })
})

test('ids are unique and in order', () => {
  const ids = RULES.map(({ id }) => id)
  expect(ids).toEqual([...new Set(ids)].toSorted())
})

test('metadata of another program is told from stale metadata', () => {
  const text = (says: number, program: 'server' | 'cli') =>
    configText(
      { n_ctx: 4096, n_ubatch: 2048 },
      { metadata: { hardware: 'box', estimated_vram_usage_gb: says, program } },
    )
  const at = (says: number, program: 'server' | 'cli') =>
    inspectConfig({ text: text(says, program), file: 'c.json', targets: [target()], facts: LLAMA_8B }).report
  const need = (at(0, 'cli').pairs[0]?.lines[0]?.need_bytes ?? 0) / GIB
  expect(at(need, 'cli').findings).toEqual([])
  expect(at(need, 'server').findings).toMatchObject([{ rule: 'LP401', path: ['metadata', 'program'] }])
})

test('the arithmetic of a shortage adds up', () => {
  const text = configText({ n_ctx: 65536 })
  const { report } = inspectConfig({ text, file: 'c.json', targets: [target()], facts: LLAMA_8B })
  const args = report.findings[0]?.args ?? {}
  const [need, usable, short, ...terms] = ['need', 'usable', 'short_by', 'weights', 'cache', 'compute'].map((key) =>
    Number(args[key]),
  )
  expect(terms.reduce((sum, term) => sum + term, 0)).toBe(need)
  expect(Number(need) - Number(usable)).toBe(short)
  expect(need).toBe(report.pairs[0]?.lines[0]?.need_bytes)
})

test('without a model the rules that need none still judge', () => {
  const text = configText({ n_threads: 99, n_ubatch: 9, n_batch: 8 })
  const { report } = inspectConfig({ text, file: 'c.json', targets: [target(), target({ id: 'b' })] })
  expect(report.findings.map(({ rule, target: on }) => `${rule} ${on ?? ''}`)).toEqual([
    'LP010 ',
    'LP201 b',
    'LP201 box',
    'LP302 ',
  ])
  expect(report.pairs).toMatchObject([
    { judged: false, estimate: null },
    { judged: false, estimate: null },
  ])
})

test('embedded facts are used, and given facts go before them', () => {
  const text = configText({ n_ctx: 4096 }, { model: LLAMA_8B })
  const embedded = inspectConfig({ text, file: 'c.json', targets: [target()] }).report
  expect(embedded.findings).toEqual([])
  const given = inspectConfig({
    text,
    file: 'c.json',
    targets: [target()],
    facts: withHparams({ context_length: 256 }),
  }).report
  expect(given.findings.map(({ rule }) => rule)).toEqual(['LP301'])
})
