import { describe, expect, it } from 'vitest'
import { extraMemory, type ExtraOptions } from '../../../shared/estimate/extras/extra-memory.ts'
import { resolveSpeculation } from '../../../shared/estimate/extras/speculation.ts'
import { resolveSettings } from '../../../shared/estimate/memory-settings.ts'
import type { Settings } from '../../../shared/config/settings.ts'
import { catalogModel } from '../../../shared/model/catalog/index.ts'
import { ModelFactsSchema, type ModelFacts } from '../../../shared/model/facts.ts'
import { readHparams } from '../../../shared/model/hparams.ts'
import { userErrorOf } from '../../helpers/thrown.ts'
import mtp from '../../fixtures/memory/qwen3.6-27b-mtp.json' with { type: 'json' }

const plain = catalogModel('qwen3-8b', 'Q4_K_M')
const small = catalogModel('qwen3-0.6b', 'Q8_0')
const hybrid = ModelFactsSchema.parse(mtp)

function words(facts: ModelFacts, given: Settings, options: ExtraOptions = {}, program: 'server' | 'cli' = 'server') {
  const settings = resolveSettings(given, readHparams(facts), program)
  const found = extraMemory(facts, settings, undefined, { devices: 1, ...options })
  return Object.fromEntries(found.map(({ id, source, limit_flag }) => [id, `${source} | ${limit_flag ?? 'no flag'}`]))
}

describe('each term says where it comes from and what limits it', () => {
  it('a server’s', () => {
    expect(words(plain, { n_ctx: 4096, n_parallel: 2 })).toEqual({
      'server.output_buffer':
        'logits of 2 sequences; grows with drafted tokens (llama_context::output_reserve) | --parallel',
      'server.prompt_cache':
        'none at first; states of earlier prompts, up to 8192 MiB, their checkpoints included | --cache-ram',
    })
    expect(words(plain, {}, { server: { cache_ram_mib: -1 } })['server.prompt_cache']).toBe(
      'none at first; states of earlier prompts, without a limit | --cache-ram',
    )
    expect(words(plain, {}, {}, 'cli')).toEqual({
      'server.output_buffer':
        'logits of 1 sequences; of every token where a program asks for all (llama_context::output_reserve) | --batch-size',
    })
  })

  it('a draft model’s', () => {
    const speculation = { spec_type: 'draft-simple', draft: small } as const
    expect(words(plain, { n_ctx: 4096 }, { speculation })).toMatchObject({
      'draft.model': `the weights of ${small.name} | --spec-draft-ngl`,
      'draft.context': "its cache for the main model's context of 4096 tokens | --spec-draft-type-k",
      'draft.compute': 'its compute buffer | no flag',
      'draft.output_buffer':
        "the draft's logits for each slot, and room for samples (llama_context::output_reserve) | --parallel",
    })
    // Rows of drafted tokens widen a graph of small micro-batches.
    expect(words(plain, { n_ctx: 4096, n_ubatch: 16, n_parallel: 4 }, { speculation })['speculation.compute']).toBe(
      "logits of up to 3 drafted tokens a slot, and states to go back to, in the main model's graph | --spec-draft-n-max",
    )
  })

  it('a prediction layer’s', () => {
    const speculation = { spec_type: 'draft-mtp', spec_draft_n_max: 2 } as const
    expect(words(hybrid, { n_ctx: 4096 }, { speculation })).toMatchObject({
      'mtp.model': `prediction layers (nextn) of ${hybrid.name}, loaded for draft-mtp only | no flag`,
      'mtp.context': "the prediction layers' cache for 4096 tokens | --spec-draft-type-k",
      'mtp.compute': 'the compute buffer of the context that runs the prediction layers | no flag',
      'speculation.context':
        'the recurrent state of 2 tokens more for each sequence, to go back to (llama_memory_recurrent) | --spec-draft-n-max',
      'draft.output_buffer':
        "the draft's logits for each slot, and room for samples (llama_context::output_reserve) | --parallel",
    })
  })
})

describe('how sure a prediction layer’s compute buffer is', () => {
  const speculation = { spec_type: 'draft-mtp' } as const
  const compute = (facts: ModelFacts) => {
    const settings = resolveSettings({ n_ctx: 4096 }, readHparams(facts))
    return extraMemory(facts, settings, undefined, { devices: 1, speculation }).filter(({ id }) => id === 'mtp.compute')
  }
  /** Without one weight of the prediction layer, which is the last. */
  const lacking = (name: string): ModelFacts => ({
    ...hybrid,
    tensors: hybrid.tensors.map((group) =>
      group.name === name ? { ...group, layers: group.layers?.map(([from, to]) => [from, Math.min(to, 63)]) } : group,
    ),
  })

  it('is exact where its graph is described', () => {
    for (const term of compute(hybrid)) expect([term.low, term.high]).toEqual([undefined, undefined])
    // What is loaded and cached has no range either.
    const settings = resolveSettings({ n_ctx: 4096 }, readHparams(hybrid))
    const ranged = extraMemory(hybrid, settings, undefined, { devices: 1, speculation })
      .filter(({ id, low, high }) => id.startsWith('mtp.') && (low ?? high) !== undefined)
      .map(({ id }) => id)
    expect(ranged).toEqual([])
  })

  it('is at most the main model’s where a weight of the graph is missing', () => {
    const found = compute(lacking('blk.%d.attn_output.weight'))
    expect(found.length).toBeGreaterThan(0)
    for (const { low, high, bytes } of found) expect([low, high]).toEqual([0, bytes])
  })
})

describe('where speculation stands', () => {
  const found = (facts: ModelFacts, given: Settings, speculation: ExtraOptions['speculation'] = {}) => {
    const settings = resolveSettings({ n_ctx: 4096, ...given }, readHparams(facts))
    return extraMemory(facts, settings, undefined, { devices: 1, speculation })
  }

  it('a prediction layer’s cache stays on the host with the main one’s', () => {
    const places = (given: Settings) =>
      found(hybrid, given, { spec_type: 'draft-mtp' })
        .filter(({ id }) => id === 'mtp.context')
        .map(({ place, bytes }) => [place, bytes])
    // One layer of 4 heads of 256 in K and V, F16.
    expect(places({})).toEqual([[0, 4096 * 4096]])
    expect(places({ offload_kqv: false })).toEqual([['host', 4096 * 4096]])
  })

  it('a draft of whole blocks wants a row of logits a token', () => {
    const rows = (spec_type: 'draft-simple' | 'draft-dflash' | 'draft-dspark') =>
      found(plain, { n_ubatch: 16 }, { spec_type, draft: small, spec_draft_n_max: 15 })
        .filter(({ id }) => id === 'draft.compute')
        .map(({ bytes }) => bytes)
    const simple = rows('draft-simple')
    for (const type of ['draft-dflash', 'draft-dspark'] as const) {
      expect(rows(type)).toEqual(rows('draft-dflash'))
      // 15 more rows of 151 936 logits.
      expect((rows(type)[0] ?? 0) - (simple[0] ?? 0)).toBeGreaterThan(10 * 4 * 151_936)
    }
  })

  it('rows of logits in a graph that is not described are at most what they are said to be', () => {
    const unknown = { ...plain, architecture: 'a-new-one' }
    const ranges = (facts: ModelFacts) =>
      found(facts, { n_ubatch: 16, n_parallel: 4 }, { spec_type: 'ngram-mod' })
        .filter(({ id, place }) => id === 'speculation.compute' && place === 0)
        .map(({ low }) => low)
    expect(ranges(plain)).toEqual([undefined])
    expect(ranges(unknown)).toEqual([0])
  })
})

describe('speculation that these files cannot do', () => {
  const refusal = (facts: ModelFacts, speculation: ExtraOptions['speculation']) =>
    userErrorOf(() => words(facts, {}, speculation === undefined ? {} : { speculation }))

  it('says which file to give', async () => {
    expect(await refusal(plain, { spec_type: 'draft-eagle3' })).toMatchObject({
      kind: 'usage',
      message: 'speculation of the type draft-eagle3 needs a draft model',
      hint: 'Name it with --model-draft.',
    })
    expect(await refusal(plain, { spec_type: 'draft-mtp' })).toMatchObject({
      kind: 'usage',
      message: `${plain.name} has no prediction layer (nextn), so it cannot speculate with draft-mtp by itself`,
      hint: 'Take a file with the MTP layers, or a draft model (--model-draft).',
    })
  })

  it('n-grams draft for any vocabulary, prediction layers of a draft for their own model', () => {
    const other = { ...small, hparams: { ...small.hparams, vocab_size: 1000 } }
    expect(words(plain, {}, { speculation: { spec_type: 'draft-eagle3', draft: other } })).toHaveProperty([
      'draft.model',
    ])
    // A draft with prediction layers is taken for what it is.
    expect(words(plain, {}, { speculation: { draft: hybrid } })['draft.model']).toContain(hybrid.name)
    expect(resolveSpeculation(plain, { draft: hybrid }).type).toBe('draft-mtp')
  })
})
