import { describe, expect, test } from 'vitest'
import { ruleOf } from '../../shared/validate/rules/index.ts'
import { type Checked, problem, type Told, told, withHparams } from './cases.ts'

const MLA = withHparams({ 'attention.key_length_mla': 192, 'attention.value_length_mla': 128 })
const HEAD_80 = withHparams({ 'attention.key_length': 80, 'attention.value_length': 80 })

describe('a finding about a config names its key, its numbers and a fix', () => {
  test.each<[string, Checked, Told]>([
    [
      'a micro-batch over the batch',
      { settings: { n_ubatch: 512, n_batch: 256 } },
      {
        rule: 'LP302',
        at: 'settings.n_ubatch',
        args: { n_ubatch: 512, n_batch: 256 },
        said: 'n_ubatch is 512 but n_batch only 256; llama.cpp cuts it to that.',
        fix: 'settings.n_ubatch = 256',
      },
    ],
    [
      'a micro-batch over the batch that is meant',
      { settings: { n_ubatch: 4096 } },
      {
        rule: 'LP302',
        at: 'settings.n_ubatch',
        args: { n_ubatch: 4096, n_batch: 2048 },
        said: 'n_ubatch is 4096 but n_batch only 2048; llama.cpp cuts it to that.',
        fix: 'settings.n_ubatch = 2048',
      },
    ],
    [
      'more slots than tokens in a batch',
      { settings: { n_parallel: 16, n_batch: 8, n_ubatch: 8 } },
      {
        rule: 'LP310',
        at: 'settings.n_batch',
        args: { n_parallel: 16, n_batch: 8 },
        said: 'n_batch is 8, fewer than the 16 slots of n_parallel; llama.cpp aborts at the start.',
        fix: 'settings.n_batch = 16',
      },
    ],
    [
      'a quantised V cache without flash attention',
      { settings: { flash_attn: 'off', cache_type_v: 'q8_0' } },
      {
        rule: 'LP305',
        at: 'settings.cache_type_v',
        args: { cache_type_v: 'q8_0' },
        said: 'cache_type_v q8_0 needs flash attention, which is off here: llama.cpp refuses to load.',
        fix: 'settings.flash_attn = on',
      },
    ],
    [
      'one cache with two types: V follows K',
      { settings: { cache_type_k: 'q8_0' }, facts: MLA },
      {
        rule: 'LP307',
        at: 'settings.cache_type_v',
        args: { cache_type_k: 'q8_0', cache_type_v: 'f16', architecture: 'llama' },
        said: 'cache_type_k q8_0 and cache_type_v f16 differ; llama keeps K and V as one, and llama.cpp refuses to load.',
        fix: 'settings.cache_type_v = q8_0',
      },
    ],
    [
      'blocks that do not divide a head',
      { settings: { cache_type_k: 'q4_0' }, facts: HEAD_80 },
      {
        rule: 'LP309',
        at: 'settings.cache_type_k',
        args: { key: 'cache_type_k', type: 'q4_0', block: 32, head: 80 },
        said: "cache_type_k q4_0 has blocks of 32, which do not divide the model's head size of 80: llama.cpp refuses to load.",
        fix: 'settings.cache_type_k = f16',
      },
    ],
    [
      'blocks of V that do not divide a head',
      { settings: { cache_type_v: 'q5_1' }, facts: HEAD_80 },
      {
        rule: 'LP309',
        at: 'settings.cache_type_v',
        args: { key: 'cache_type_v', type: 'q5_1', block: 32, head: 80 },
        said: "cache_type_v q5_1 has blocks of 32, which do not divide the model's head size of 80: llama.cpp refuses to load.",
        fix: 'settings.cache_type_v = f16',
      },
    ],
    [
      'more layers than there are',
      { settings: { n_gpu_layers: 99 } },
      {
        rule: 'LP304',
        at: 'settings.n_gpu_layers',
        args: { n_gpu_layers: 99, all: 33 },
        said: 'n_gpu_layers is 99; the model has 33, the output layer included.',
        fix: 'settings.n_gpu_layers = -1',
      },
    ],
    [
      'a model that nobody knows',
      { facts: null },
      {
        rule: 'LP010',
        at: 'model_path',
        args: { reason: 'no_facts' },
        said: 'Not judged: nothing is known of this model, so its memory cannot be computed.',
      },
    ],
    [
      'facts that are no model',
      { facts: withHparams({ block_count: 'many' }) },
      {
        rule: 'LP010',
        at: 'model',
        args: { reason: 'unusable', detail: expect.stringContaining('block_count') as string },
        said: expect.stringMatching(/^Not judged: the model facts cannot be used\. .*block_count/) as string,
      },
    ],
  ])('%s', (_, input, expected) => {
    expect(told(input)).toEqual([expected])
  })

  test('a public rpc-server is named by its place', () => {
    const rpc_servers = ['10.0.0.2:50052', '8.8.8.8:50052']
    expect(told({ settings: { rpc_servers } }, 'LP205')).toEqual([
      {
        rule: 'LP205',
        at: 'settings.rpc_servers.1',
        args: { address: '8.8.8.8:50052' },
        said: '8.8.8.8:50052 looks like an address of the internet; rpc-server has no authentication.',
      },
    ])
  })

  test('a long trouble with facts is cut', () => {
    const rule = ruleOf('LP010')
    const context = { ...problem({ facts: null }), trouble: 'long '.repeat(100) }
    const [hit] = rule?.scope === 'config' ? rule.check(context, []) : []
    expect(hit?.args['detail']).toBe('long '.repeat(60))
  })
})
