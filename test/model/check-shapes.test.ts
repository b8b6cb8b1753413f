import { describe, expect, it } from 'vitest'
import { catalogModel, listCatalog } from '../../shared/model/catalog/index.ts'
import { checkShapes } from '../../shared/model/check-shapes.ts'
import type { ModelFacts } from '../../shared/model/facts.ts'
import { userErrorOf } from '../helpers/thrown.ts'

const QWEN = catalogModel('qwen2.5-0.5b', 'Q4_K_M')
const LLAMA = catalogModel('llama-3.1-8b', 'Q4_K_M')

const withKey = (facts: ModelFacts, key: string, value: number | number[]): ModelFacts => ({
  ...facts,
  hparams: { ...facts.hparams, [key]: value },
})
const withShape = (facts: ModelFacts, name: string, shape: number[]): ModelFacts => ({
  ...facts,
  tensors: facts.tensors.map((group) => (group.name === name ? { ...group, shape } : group)),
})
const said = async (facts: ModelFacts) => (await userErrorOf(() => checkShapes(facts, 'model.gguf'))).message

describe('matrices that llama.cpp would refuse', () => {
  it('are told in one sentence, with the file, the tensor, both shapes and the key', async () => {
    const error = await userErrorOf(() => checkShapes(withKey(QWEN, 'attention.head_count_kv', 0), 'full-ctrl.gguf'))
    expect(error.kind).toBe('input')
    expect(error.message).toBe(
      "full-ctrl.gguf has 'blk.0.attn_k.weight' as 896 x 128, where its keys make it 896 x 0 (attention.head_count_kv), so llama.cpp does not load it",
    )
  })

  it.each<[string, ModelFacts, RegExp]>([
    ['heads', withKey(LLAMA, 'attention.key_length', 64), /'blk\.\d+\.attn_(q|k)\.weight' as 4096 x \d+, .* 4096 x (2048|512) /],
    ['values', withKey(LLAMA, 'attention.value_length', 64), /attn_v\.weight' as 4096 x 1024, .* 4096 x 512 /],
    ['queries', withShape(LLAMA, 'blk.%d.attn_q.weight', [4096, 2048]), /'blk\.0\.attn_q\.weight' as 4096 x 2048, .*head_count\)/],
    ['an output', withShape(QWEN, 'blk.%d.attn_output.weight', [448, 896]), /attn_output\.weight' as 448 x 896, .* 896 x 896 /],
    ['a width', withKey(LLAMA, 'feed_forward_length', 1024), /'blk\.0\.ffn_(gate|up|down)\.weight' .*\(feed_forward_length\)/],
    ['gates', withShape(LLAMA, 'blk.%d.ffn_gate.weight', [4096, 1]), /ffn_gate\.weight' as 4096 x 1, .* 4096 x 14336 /],
    ['a fold back', withShape(LLAMA, 'blk.%d.ffn_down.weight', [4096, 14336]), /ffn_down\.weight' as 4096 x 14336, .* 14336 x 4096 /],
    ['the token table', withKey(LLAMA, 'vocab_size', 1000), /'(token_embd|output)\.weight' as 4096 x 128256, .* 4096 x 1000 \(vocab_size\)/],
    ['its width', withKey(QWEN, 'embedding_length', 960), /as 896 x .* 960 x .*\(embedding_length\)/],
    ['a third dimension', withShape(LLAMA, 'blk.%d.ffn_up.weight', [4096, 14336, 2]), /4096 x 14336 x 2/],
    ['one layer of many', withKey(LLAMA, 'attention.head_count_kv', Array.from({ length: 32 }, (_, il) => (il === 9 ? 4 : 8))), /'blk\.9\.attn_k/],
  ])('%s', async (_, facts, message) => {
    expect(await said(facts)).toMatch(message)
  }) // prettier-ignore

  it('a gate that lies in ffn_up is counted twice where the architecture has it there', async () => {
    const phi = catalogModel('phi-4', 'Q4_K_M')
    expect(phi.architecture).toBe('phi3')
    checkShapes(phi, 'm')
    const n_ff = Number(phi.hparams['feed_forward_length'])
    expect(await said(withShape(phi, 'blk.%d.ffn_up.weight', [Number(phi.hparams['embedding_length']), n_ff]))).toMatch(
      new RegExp(`ffn_up\\.weight' as \\d+ x ${n_ff}, .* x ${2 * n_ff} `),
    )
    expect(await said(withShape(phi, 'blk.%d.attn_qkv.weight', [3072, 3072]))).toMatch(
      /attn_qkv\.weight' as 3072 x 3072/,
    )
  })
})

describe('what is left alone', () => {
  it('every model of the catalog', () => {
    for (const { id } of listCatalog()) {
      expect(() => checkShapes(catalogModel(id, 'Q4_K_M'), id), id).not.toThrow()
    }
  })

  it('architectures whose form is not known, layers for prediction, and keys that cannot be read', () => {
    const wrong = withShape(LLAMA, 'blk.%d.attn_q.weight', [1, 1])
    checkShapes({ ...wrong, architecture: 'somebody-elses' }, 'm')
    checkShapes(withKey(wrong, 'block_count', 0), 'm')
    expect(() => checkShapes(wrong, 'm')).toThrow('attn_q.weight')
  })
})
