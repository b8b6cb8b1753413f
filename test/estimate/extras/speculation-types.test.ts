import { describe, expect, it } from 'vitest'
import { resolveSpeculation, type SpecType } from '../../../shared/estimate/extras/speculation.ts'
import { catalogModel } from '../../../shared/model/catalog/index.ts'
import type { ModelFacts } from '../../../shared/model/facts.ts'
import { userErrorOf } from '../../helpers/thrown.ts'

const main = catalogModel('qwen3-8b', 'Q4_K_M')
const small = catalogModel('qwen3-0.6b', 'Q8_0')

describe('the type of speculation', () => {
  const draftOf = (architecture: string, tensors: readonly string[] = []): ModelFacts => ({
    ...small,
    architecture,
    tensors: [...small.tensors, ...tensors.map((name) => ({ name, type: 'f16' as const, shape: [32, 32] }))],
  })

  it.each<[string, ModelFacts, SpecType]>([
    ['a plain model', small, 'draft-simple'],
    ['EAGLE', draftOf('eagle3'), 'draft-eagle3'],
    ['DFlash', draftOf('dflash'), 'draft-dflash'],
    ['DSpark, which has Markov weights', draftOf('dflash', ['markov_w1.weight']), 'draft-dspark'],
  ])('is that which %s is made for', (_, draft, type) => {
    expect(resolveSpeculation(main, { draft })).toMatchObject({ type, n_draft: 3, draft })
  })

  it('is none without anything, and what is said where it is said', () => {
    expect(resolveSpeculation(main, {})).toEqual({ type: 'none', n_draft: 0, n_rs_seq: 0, draft: null })
    expect(resolveSpeculation(main, { spec_type: 'none', draft: small })).toMatchObject({ type: 'none', draft: null })
  })

  it.each([
    ['ngram-simple', 48],
    ['ngram-map-k', 48],
    ['ngram-map-k4v', 48],
    ['ngram-mod', 64],
    ['ngram-cache', 8],
  ] as const)('%s drafts up to %d tokens (common/common.h)', (spec_type, n_draft) => {
    expect(resolveSpeculation(main, { spec_type, spec_draft_n_max: 2 }).n_draft).toBe(n_draft)
  })

  // llm_arch_supports_rs_rollback (src/llama-arch.cpp) and need_n_rs_seq (common/common.h).
  it.each([
    'bailingmoe3',
    'deepseek4',
    'kimi-k3',
    'lfm2',
    'lfm2moe',
    'nemotron_h',
    'nemotron_h_moe',
    'qwen35',
    'qwen35moe',
    'qwen4exp',
  ])('%s keeps states to go back to, for drafts of its own kind', (architecture) => {
    const model = { ...main, architecture }
    const states = (spec_type: SpecType) =>
      resolveSpeculation(model, { spec_type, draft: small, spec_draft_n_max: 5 }).n_rs_seq
    expect((['draft-mtp', 'draft-eagle3', 'draft-dflash', 'draft-dspark'] as const).map(states)).toEqual([5, 5, 5, 5])
    expect((['draft-simple', 'ngram-mod'] as const).map(states)).toEqual([0, 0])
    expect(resolveSpeculation(main, { spec_type: 'draft-eagle3', draft: small }).n_rs_seq).toBe(0)
  })

  it('needs vocabularies that differ by 128 tokens at most', async () => {
    const of = (vocab_size: number) => ({ ...small, hparams: { ...small.hparams, vocab_size } })
    expect(resolveSpeculation(main, { draft: of(151_936 - 128) }).type).toBe('draft-simple')
    const { hint } = await userErrorOf(() => resolveSpeculation(main, { draft: of(151_936 + 129) }))
    expect(hint).toBe('Give a smaller model of the same family.')
  })
})
