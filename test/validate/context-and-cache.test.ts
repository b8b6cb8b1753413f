import { describe, expect, test } from 'vitest'
import type { RuntimeConfig } from '../../shared/config/runtime-config.ts'
import type { ModelFacts } from '../../shared/model/facts.ts'
import { ruleOf } from '../../shared/validate/rules/index.ts'
import { LLAMA_8B, problem, told, withHparams } from './cases.ts'

const BIG = [{ vram: [400] }]
const TRAINED = 131_072

describe('the longest useful context (LP301)', () => {
  type Case = [string, RuntimeConfig['settings'], ModelFacts, string, string]
  const STRETCHED = withHparams({ 'rope.scaling.factor': 2 })
  const plain = `n_ctx is %; the model was trained on ${TRAINED} tokens.`

  test.each<Case>([
    ['is what the model was trained on', { n_ctx: TRAINED + 1 }, LLAMA_8B, plain, `${TRAINED}`],
    [
      'counts for each slot',
      { n_ctx: 4 * TRAINED + 1, n_parallel: 4 },
      LLAMA_8B,
      `n_ctx is %; the model was trained on ${TRAINED} tokens for each of 4 slots.`,
      `${4 * TRAINED}`,
    ],
    [
      'grows with linear scaling',
      { n_ctx: 2 * TRAINED + 1, rope_freq_scale: 0.5 },
      LLAMA_8B,
      `${plain} The rope settings stretch that to ${2 * TRAINED} at most.`,
      `${2 * TRAINED}`,
    ],
    [
      'grows to whole tokens',
      { n_ctx: 187_246, rope_freq_scale: 0.7 },
      LLAMA_8B,
      `${plain} The rope settings stretch that to 187245 at most.`,
      '187245',
    ],
    [
      'does not shrink with a scale over the own one',
      { n_ctx: TRAINED + 1, rope_freq_scale: 2 },
      LLAMA_8B,
      `${plain} The rope settings stretch that to ${TRAINED} at most.`,
      `${TRAINED}`,
    ],
    [
      'is not stretched by another base, which is told all the same',
      { n_ctx: TRAINED + 1, rope_freq_base: 1e6 },
      LLAMA_8B,
      `${plain} The rope settings stretch that to ${TRAINED} at most.`,
      `${TRAINED}`,
    ],
    [
      'is told plainly where scale and base are the own ones',
      { n_ctx: TRAINED + 1, rope_freq_scale: 1, rope_freq_base: 500_000 },
      LLAMA_8B,
      plain,
      `${TRAINED}`,
    ],
    [
      'is told plainly where 0 stands for the own ones',
      { n_ctx: TRAINED + 1, rope_freq_scale: 0, rope_freq_base: 0 },
      LLAMA_8B,
      plain,
      `${TRAINED}`,
    ],
    [
      'grows by what goes beyond the own scaling',
      { n_ctx: 2 * TRAINED + 1, rope_freq_scale: 0.25 },
      STRETCHED,
      `${plain} The rope settings stretch that to ${2 * TRAINED} at most.`,
      `${2 * TRAINED}`,
    ],
  ])('%s', (_, settings, facts, sentence, most) => {
    const expected = { said: sentence.replace('%', String(settings.n_ctx)), fix: `settings.n_ctx = ${most}` }
    expect(told({ settings, facts, on: BIG }, 'LP301')).toMatchObject([expected])
    const least = { ...settings, n_ctx: Number(most) }
    expect(told({ settings: least, facts, on: BIG }, 'LP301')).toEqual([])
  })

  test('is not known where the file does not say it', () => {
    const facts = withHparams({ context_length: 0 })
    expect(told({ settings: { n_ctx: 10 * TRAINED }, facts, on: [] })).toEqual([])
  })

  test('has its numbers as arguments', () => {
    const [found] = told({ settings: { n_ctx: 300_000, n_parallel: 2, rope_freq_scale: 0.9 }, on: BIG }, 'LP301')
    const most = 2 * Math.floor(TRAINED / 0.9)
    expect(found?.args).toEqual({ n_ctx: 300_000, n_ctx_train: TRAINED, n_parallel: 2, most, scaled: true })
  })
})

describe('cache types (LP305, LP307, LP309)', () => {
  const q8 = { cache_type_k: 'q8_0', cache_type_v: 'q8_0' } as const
  const HEAD_80 = withHparams({ 'attention.key_length': 80, 'attention.value_length': 80 })

  test.each(['q8_0', 'q4_0', 'q4_1', 'iq4_nl', 'q5_0', 'q5_1'] as const)(
    'V in %s needs flash attention',
    (cache_type_v) => {
      expect(told({ settings: { flash_attn: 'off', cache_type_v } }).map(({ rule }) => rule)).toEqual(['LP305'])
    },
  )

  test.each(['f32', 'f16', 'bf16'] as const)('V in %s does not', (cache_type_v) => {
    expect(told({ settings: { flash_attn: 'off', cache_type_v } })).toEqual([])
  })

  test('a model for which llama.cpp turns flash attention off gets another type, not a switch', () => {
    const context = problem({ settings: q8 })
    const grok = {
      ...context,
      model: context.model && { ...context.model, hparams: { ...context.model.hparams, architecture: 'grok' } },
    }
    const rule = ruleOf('LP305')
    if (rule?.scope !== 'config') throw new Error('not a rule about configs')
    expect(rule.check(grok, [])).toEqual([{ path: ['settings', 'cache_type_v'], args: { cache_type_v: 'q8_0' } }])
    expect(rule.check(context, [])).toEqual([])
    expect(rule.fixes?.(grok)).toEqual([
      { path: ['settings', 'flash_attn'], values: ['on'] },
      { path: ['settings', 'cache_type_v'], values: ['f16'] },
    ])
  })

  test('a model with one cache is told by its keys, or by its architecture', () => {
    const rule = ruleOf('LP307')
    if (rule?.scope !== 'config') throw new Error('not a rule about configs')
    const context = problem({ settings: { cache_type_k: 'q8_0' } })
    expect(rule.check(context, [])).toEqual([])
    const joined = {
      ...context,
      model: context.model && { ...context.model, hparams: { ...context.model.hparams, architecture: 'deepseek4' } },
    }
    const args = { cache_type_k: 'q8_0', cache_type_v: 'f16', architecture: 'deepseek4' }
    expect(rule.check(joined, [])).toEqual([{ path: ['settings', 'cache_type_v'], args }])
    expect(rule.fixes?.(joined)).toEqual([
      { path: ['settings', 'cache_type_v'], values: ['q8_0'] },
      { path: ['settings', 'cache_type_k'], values: ['f16'] },
    ])
    expect(rule.check(problem({ facts: null }), [])).toEqual([])
  })

  test('both caches are told where neither type divides the head', () => {
    const keys = told({ settings: q8, facts: HEAD_80 }).map(({ rule, at }) => `${rule} ${at}`)
    expect(keys).toEqual(['LP309 settings.cache_type_k', 'LP309 settings.cache_type_v'])
  })

  test('heads of layers that only predict do not count', () => {
    const context = problem({ settings: q8 })
    const rule = ruleOf('LP309')
    if (context.model === null || rule?.scope !== 'config') throw new Error('no model')
    const { hparams } = context.model
    const heads = (last: number) => [...hparams.n_embd_head_k.slice(0, -1), last]
    const at = (n_layer: number, odd: 'n_embd_head_k' | 'n_embd_head_v') => {
      const model = context.model && { ...context.model, hparams: { ...hparams, n_layer, [odd]: heads(80) } }
      return rule.check({ ...context, model }, []).map(({ args }) => args['key'])
    }
    expect([at(32, 'n_embd_head_k'), at(32, 'n_embd_head_v')]).toEqual([['cache_type_k'], ['cache_type_v']])
    expect([at(31, 'n_embd_head_k'), at(31, 'n_embd_head_v')]).toEqual([[], []])
  })
})
