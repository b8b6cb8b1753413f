import { describe, expect, test } from 'vitest'
import { catalogModel } from '../../shared/model/catalog/index.ts'
import type { Choice, Situation } from '../../shared/plan/candidate.ts'
import type { Intent } from '../../shared/plan/intent.ts'
import { type Chosen, reasonsOf } from '../../shared/plan/reasons.ts'
import { wishOf } from '../../shared/plan/wish.ts'
import { clusterTarget } from '../../shared/profile/cluster.ts'
import type { Target } from '../../shared/profile/target.ts'
import { WHOLE_ON_GPU } from './choices.ts'
import { madeUpTarget } from './targets.ts'

const facts = catalogModel('llama-3.1-8b', 'Q4_K_M')
const wished: Choice = { ...WHOLE_ON_GPU, n_ctx: 8192 }

type Given = {
  readonly choice?: Partial<Choice>
  readonly intent?: Partial<Intent>
  readonly target?: Target
  readonly cpu?: Partial<Target['cpu']>
  readonly situation?: Partial<Situation>
  readonly facts?: Chosen['facts']
}

function reasons({ choice = {}, intent = {}, target, cpu = {}, situation = {}, facts: of = facts }: Given) {
  const machine = target ?? madeUpTarget({ ram: 32, vram: [12] })
  const whole: Intent = { use_case: 'general', ...intent }
  return reasonsOf({
    choice: { ...wished, ...choice },
    wished,
    wish: wishOf(whole, 131_072),
    facts: of,
    wished_facts: facts,
    situation: {
      target: { ...machine, cpu: { ...machine.cpu, ...cpu } },
      n_batch: 2048,
      n_parallel: 1,
      n_threads: 8,
      program: 'server',
      tensor_split: [],
      ...situation,
    },
    intent: whole,
  })
}

const reasonFor = (key: string, given: Given) => reasons(given).find((reason) => reason.key === key)
const tpl = {
  precision: 'Q4_K_M',
  gpu_layers: -1,
  prompt_batch: 1,
  decode_batch: 1,
  context: 1,
  expected_tokens_per_sec: null,
}

test('a plan as it was wished for', () => {
  const target = 'Made-up machine'
  expect(reasons({})).toEqual([
    { key: 'precision', code: 'wish', args: { value: 'Q4_K_M', wish: 'Q4_K_M', use_case: 'general' } },
    { key: 'n_gpu_layers', code: 'all_fit', args: { value: 33, all: 33, target, n_cpu_moe: 0 } },
    { key: 'n_threads', code: 'all_cores', args: { value: 8, performance_cores: 8, usable_cores: 8 } },
    { key: 'n_batch', code: 'batch_default', args: { value: 2048, use_case: 'general' } },
    { key: 'n_ubatch', code: 'wish', args: { value: 512, wish: 512, sustained: 0 } },
    { key: 'n_ctx', code: 'wish', args: { value: 8192, wish: 8192, train: 131_072, use_case: 'general' } },
    { key: 'rope_freq_base', code: 'from_model', args: { value: 500_000 } },
    { key: 'rope_freq_scale', code: 'from_model', args: { value: 1 } },
    { key: 'flash_attn', code: 'engine', args: { value: 'auto', cache: 'f16' } },
    { key: 'cache_type_k', code: 'full_precision', args: { value: 'f16' } },
    { key: 'n_parallel', code: 'one_stream', args: { value: 1 } },
  ])
})

describe('why a value is another', () => {
  const phone = { ...madeUpTarget({ ram: 8 }), sustained_n_ubatch: 16 }
  test.each<[string, string, Given]>([
    ['precision', 'of_the_file', { facts: { ...facts, source: 'gguf' } }],
    ['precision', 'asked', { intent: { precision: 'Q4_K_M' } }],
    ['precision', 'faster', { choice: { precision: 'IQ2_M' } }],
    ['precision', 'memory', { choice: { precision: 'IQ2_M' }, target: madeUpTarget({ ram: 32, vram: [5] }) }],
    ['n_gpu_layers', 'no_gpu', { target: madeUpTarget({ ram: 32 }), choice: { n_gpu_layers: 0 } }],
    ['n_gpu_layers', 'all_but_experts', { choice: { n_cpu_moe: 4 } }],
    ['n_gpu_layers', 'as_many_as_fit', { choice: { n_gpu_layers: 32 } }],
    ['n_gpu_layers', 'as_many_as_fit', { choice: { n_gpu_layers: 1 } }],
    ['n_gpu_layers', 'none_fit', { choice: { n_gpu_layers: 0 } }],
    ['n_gpu_layers', 'by_hand', { intent: { pins: { n_gpu_layers: 33 } } }],
    ['n_threads', 'asked', { intent: { template: { ...tpl, threads: 8 } } }],
    ['n_threads', 'all_cores', { intent: { template: { ...tpl, threads: 9 } } }],
    ['n_threads', 'usable_cores', { cpu: { usable_cores: 7 } }],
    ['n_threads', 'performance_cores', { cpu: { efficiency_cores: 1 } }],
    ['n_ubatch', 'memory', { choice: { n_ubatch: 256 } }],
    ['n_ubatch', 'thermal', { target: phone, choice: { n_ubatch: 16, n_gpu_layers: 0 } }],
    ['n_ctx', 'asked', { intent: { n_ctx: 8192 } }],
    ['n_ctx', 'memory', { choice: { n_ctx: 8191 } }],
    ['n_ctx', 'training_length', { choice: { n_ctx: 131_072 } }],
    ['n_ctx', 'grown', { choice: { n_ctx: 65_536 } }],
    ['flash_attn', 'for_cache', { choice: { cache_type: 'q8_0' } }],
    ['cache_type_k', 'memory', { choice: { cache_type: 'q8_0' } }],
    ['cache_type_k', 'by_hand', { intent: { pins: { cache_type: 'f16' } } }],
    ['n_parallel', 'asked', { intent: { n_parallel: 1 } }],
    ['n_cpu_moe', 'experts_on_cpu', { choice: { n_cpu_moe: 4 } }],
  ])('%s: %s', (key, code, given) => {
    // The one that sustains little was wished for less.
    const shown = code === 'thermal' ? thermal(given) : reasonFor(key, given)
    expect(shown?.code).toBe(code)
  })

  function thermal({ target = phone }: Given) {
    const least = { ...wished, n_ubatch: 16, n_gpu_layers: 0 }
    const situation = {
      target,
      n_batch: 2048,
      n_parallel: 1,
      n_threads: 8,
      program: 'server',
      tensor_split: [],
    } as const
    const intent: Intent = { use_case: 'general' }
    const all = reasonsOf({
      choice: least,
      wished: least,
      wish: wishOf(intent, 131_072),
      facts,
      wished_facts: facts,
      situation,
      intent,
    })
    return all.find(({ key }) => key === 'n_ubatch')
  }

  test('experts are told with the layers that there are', () => {
    expect(reasonFor('n_cpu_moe', { choice: { n_cpu_moe: 4 } })?.args).toEqual({ value: 4, layers: 32 })
    expect(reasonFor('n_cpu_moe', {})).toBeUndefined()
  })
})

describe('shares of several devices', () => {
  const split = (tensor_split: readonly number[], target: Target, n_gpu_layers = 33) =>
    reasonFor('tensor_split', { target, choice: { n_gpu_layers }, situation: { tensor_split } })
  const two = madeUpTarget({ ram: 32, vram: [12, 8] })
  const cluster = clusterTarget([{ target: two }, { target: two, address: '10.0.0.2:50052' }])

  test('are those of their memory', () => {
    expect(split([12, 8], two)).toEqual({ key: 'tensor_split', code: 'usable_memory', args: { value: '12, 8' } })
    // Whole layers that sum up, but nobody looked for the fastest split on one machine.
    expect(split([20, 13], two)?.code).toBe('usable_memory')
  })

  test('of a cluster are whole layers, the fastest first', () => {
    expect(split([20, 13, 0, 0], cluster)?.code).toBe('fastest_first')
    expect(split([20, 12.5, 0.5, 0], cluster)?.code).toBe('usable_memory')
    expect(split([20, 12, 0, 0], cluster)?.code).toBe('usable_memory')
  })

  test('are not told where there is one device, or where nothing goes to any', () => {
    expect([split([12], two), split([], two), split([12, 8], two, 0)]).toEqual([undefined, undefined, undefined])
  })
})
