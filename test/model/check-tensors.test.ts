import { describe, expect, it } from 'vitest'
import { catalogModel, listCatalog } from '../../shared/model/catalog/index.ts'
import type { ModelFacts, TensorGroup } from '../../shared/model/facts.ts'
import { readHparams } from '../../shared/model/hparams.ts'
import { userErrorOf } from '../helpers/thrown.ts'

const LLAMA = catalogModel('llama-3.1-8b', 'Q4_K_M')
const MIXTRAL = catalogModel('mixtral-8x7b', 'Q4_K_M')

const withLayers = (part: string, layers: TensorGroup['layers']): ModelFacts => ({
  ...LLAMA,
  tensors: LLAMA.tensors.map((group) => (group.name.includes(part) ? { ...group, layers } : group)),
})
const without = (gone: (group: TensorGroup) => boolean): ModelFacts => ({
  ...LLAMA,
  tensors: LLAMA.tensors.filter((group) => !gone(group)),
})
const withKey = (facts: ModelFacts, key: string, value: number): ModelFacts => ({
  ...facts,
  hparams: { ...facts.hparams, [key]: value },
})

describe('facts that list only part of a model are refused', () => {
  it.each<[string, ModelFacts, RegExp]>([
    ['a range upside down', withLayers('ffn_up', [[31, 0]]), /the layers of blk\.%d\.ffn_up\.weight are not ascending/],
    ['ranges that overlap', withLayers('ffn_up', [[0, 20], [20, 31]]), /not ascending \(20 to 31\)/], // prettier-ignore
    ['a layer too many', withLayers('ffn_up', [[0, 32]]), /layer 32, but block_count is 32/],
    ['a pattern without layers', withLayers('ffn_up', undefined), /does not say which layers/],
    ['an empty list of layers', withLayers('ffn_up', []), /are not those of a tensor/],
    ['only the first four groups', { ...LLAMA, tensors: LLAMA.tensors.slice(0, 4) }, /layer \d+ has no/],
    ['only tensors outside the layers', without(({ layers }) => layers !== undefined), /layer 0 has no tensors/],
    ['feed-forward up to layer 10', withLayers('ffn_', [[0, 10]]), /layer 11 has no feed-forward tensors/],
    ['attention from layer 5 on', withLayers('attn_', [[5, 31]]), /layer 0 has no attention tensors/],
    ['layers from 1 on', withLayers('blk.', [[1, 31]]), /layer 0 has no tensors/],
    ['no token table', without(({ name }) => /^(token_embd|output)\.weight$/.test(name)), /no token table/],
    ['attention without heads', withKey(LLAMA, 'attention.head_count', 0), /attention\.head_count is 0/],
    ['half a value in a head', withKey(LLAMA, 'attention.key_length', 1.5), /key_length is 1\.5, not a whole number/],
    ['half a layer', withKey(LLAMA, 'block_count', 31.5), /block_count is 31\.5, not a whole number/],
    [
      'heads by layer, one of them half',
      {
        ...LLAMA,
        hparams: {
          ...LLAMA.hparams,
          'attention.head_count_kv': Array.from({ length: 32 }, (_, il) => (il === 7 ? 7.5 : 8)),
        },
      },
      /head_count_kv is 7\.5/,
    ],
    ['half an expert used', withKey(MIXTRAL, 'expert_used_count', 1.5), /expert_used_count is 1\.5/],
    ['half a group of experts', withKey(MIXTRAL, 'expert_group_used_count', 1.5), /expert_group_used_count is 1\.5/],
    ['more experts used than there are', withKey(MIXTRAL, 'expert_used_count', 100), /expert_used_count is 100/],
  ])('%s', async (_, facts, message) => {
    const error = await userErrorOf(() => readHparams(facts))
    expect(error.kind).toBe('input')
    expect(error.message).toMatch(message)
  })

  it('the file is named, where there is one, and else the model', async () => {
    const { block_count: _, ...hparams } = LLAMA.hparams
    const said = async (source: string) => (await userErrorOf(() => readHparams({ ...LLAMA, hparams, source }))).message
    expect(await said('full-ctrl.gguf')).toBe("full-ctrl.gguf: the model's llama.block_count is missing.")
    expect(await said('catalog')).toBe(`${LLAMA.name}: the model's llama.block_count is missing.`)
    const empty = await userErrorOf(() => readHparams({ ...withLayers('blk.', [[1, 31]]), source: 'cut.gguf' })) // prettier-ignore
    expect(empty.message).toMatch(/^cut\.gguf: layer 0 has no tensors/)
  })

  it('takes every model of the catalog', () => {
    for (const { id } of listCatalog()) expect(readHparams(catalogModel(id, 'Q4_K_M')).n_layer, id).toBeGreaterThan(0)
  })

  it('takes a pruned layer that says it is empty, and a draft that borrows the token table', () => {
    const counts = (key: string): number[] =>
      Array.from({ length: 32 }, (_, il) => (il === 7 ? 0 : Number(LLAMA.hparams[key])))
    const pruned: ModelFacts = {
      ...withLayers('blk.', [[0, 6], [8, 31]]), // prettier-ignore
      architecture: 'deci',
    }
    const keys = ['attention.head_count', 'attention.head_count_kv', 'feed_forward_length']
    const hparams = { ...LLAMA.hparams, ...Object.fromEntries(keys.map((key) => [key, counts(key)])) }
    expect(readHparams({ ...pruned, hparams }).n_layer).toBe(32)
    const draft = without(({ name }) => /^(token_embd|output)\.weight$/.test(name))
    expect(readHparams({ ...draft, architecture: 'eagle3' }).n_layer).toBe(32)
  })
})

it('takes a fraction where llama.cpp reads a float', () => {
  const facts = withKey(withKey(LLAMA, 'rope.freq_base', 10_000.5), 'rope.scaling.factor', 2.5)
  expect(readHparams(facts)).toMatchObject({ rope_freq_base: 10_000.5, rope_freq_scale: 0.4 })
})
