import { describe, expect, it } from 'vitest'
import { hasRope, positionsPerToken } from '../../../shared/estimate/graph/rope-layers.ts'
import { catalogModel } from '../../../shared/model/catalog/index.ts'
import type { ModelFacts } from '../../../shared/model/facts.ts'

const plain = catalogModel('qwen3-0.6b', 'Q8_0')
const of = (architecture: string, hparams: ModelFacts['hparams'] = {}): ModelFacts => ({
  ...plain,
  architecture,
  hparams: { ...plain.hparams, ...hparams },
})

describe('layers that turn Q and K by their position', () => {
  it.each<[ModelFacts, string]>([
    [of('llama'), '11111111'],
    [of('smollm3'), '11101110'],
    [of('gpt2'), '00000000'],
    [of('starcoder'), '00000000'],
    [of('starcoder2'), '11111111'],
    [of('granite'), '11111111'],
    [of('granite', { 'rope.scaling.finetuned': true }), '11111111'],
    [of('granite', { 'rope.scaling.finetuned': false }), '00000000'],
    [of('llama', { 'rope.scaling.finetuned': false }), '11111111'],
  ])('$architecture: %s', (facts, layers) => {
    expect([...layers].map((_, il) => (hasRope(facts, il) ? '1' : '0')).join('')).toBe(layers)
  })
})

// llama_hparams::n_pos_per_embd and use_mrope (src/llama-hparams.cpp).
describe('position numbers a token', () => {
  const sections = (...values: number[]) => ({ 'rope.dimension_sections': values })

  it.each<[string, ModelFacts['hparams'], number]>([
    ['qwen2vl', {}, 4],
    ['qwen3vlmoe', {}, 4],
    ['qwen3', sections(16, 24, 24, 0), 1],
    ['a-qwen2vl', {}, 1],
    ['glm4', {}, 1],
    ['glm4', sections(8, 12, 12, 0), 4],
    ['glm4moe', sections(8, 12, 12, 0), 4],
    ['glm4', sections(0, 12, 12, 0), 1],
    ['glm4', sections(8, 0, 0, 0), 1],
    ['glm4', sections(), 1],
    ['glm4', { 'rope.dimension_sections': 8 }, 1],
    ['chatglm', sections(8, 12, 12, 0), 1],
    ['an-glm4', sections(8, 12, 12, 0), 1],
  ])('%s %j: %i', (architecture, hparams, positions) => {
    expect(positionsPerToken(of(architecture, hparams))).toBe(positions)
  })
})
