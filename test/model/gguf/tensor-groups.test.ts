import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { TensorGroupSchema } from '../../../shared/model/facts.ts'
import { expandGroups, groupTensors, type NamedTensor } from '../../../shared/model/tensor-groups.ts'
import { TENSOR_TYPES, tensorBytes } from '../../../shared/model/tensor-types.ts'

const f32 = (name: string, ...shape: number[]): NamedTensor => ({ name, type: 'f32', shape })

describe('groupTensors', () => {
  it('joins layers and keeps the order of the file', () => {
    const tensors = [
      f32('token_embd.weight', 8, 10),
      ...[0, 1, 2, 5].flatMap((n) => [f32(`blk.${n}.attn_q.weight`, 8, 8), f32(`blk.${n}.attn_norm.weight`, 8)]),
      f32('blk.3.attn_q.weight', 8, 4),
      f32('output.weight', 8, 10),
    ]
    expect(groupTensors(tensors)).toEqual([
      { name: 'token_embd.weight', type: 'f32', shape: [8, 10] },
      {
        name: 'blk.%d.attn_q.weight',
        type: 'f32',
        shape: [8, 8],
        layers: [
          [0, 2],
          [5, 5],
        ],
      },
      {
        name: 'blk.%d.attn_norm.weight',
        type: 'f32',
        shape: [8],
        layers: [
          [0, 2],
          [5, 5],
        ],
      },
      { name: 'blk.%d.attn_q.weight', type: 'f32', shape: [8, 4], layers: [[3, 3]] },
      { name: 'output.weight', type: 'f32', shape: [8, 10] },
    ])
  })

  it('tells layers of different stacks, and numbers that are no layers, apart', () => {
    const single = ['blk.00.a', 'blk.01.a', 'blk.10000.a', 'blk.%d.a', 'a%d', 'blk.7', 'ablk.0.a']
    const names = ['dec.blk.0.a', 'enc.blk.0.a', 'dec.blk.1.a', 'v.blk.0.a', ...single]
    const groups = groupTensors(names.map((name) => f32(name, 1)))
    expect(groups.map(({ name, layers }) => [name, layers])).toEqual([
      ['dec.blk.%d.a', [[0, 1]]],
      ['enc.blk.%d.a', [[0, 0]]],
      ['v.blk.%d.a', [[0, 0]]],
      ...single.map((name) => [name, undefined]),
    ])
    expect(Array.from(expandGroups(groups), ({ name }) => name).sort()).toEqual([...names].sort())
  })

  const word = fc.stringMatching(/^[a-z%$&d_.0-9]{1,12}$/)
  const layer_name = fc.tuple(fc.nat(40), word).map(([layer, rest]) => `blk.${layer}.${rest}`)
  const tensor = fc.record({
    name: fc.oneof(layer_name, word),
    type: fc.constantFrom(...TENSOR_TYPES),
    // A few shapes only, so that layers meet in groups.
    shape: fc.constantFrom([256], [256, 3], [512, 2, 4]),
  })
  const tensors = fc.uniqueArray(tensor, { selector: ({ name }) => name, maxLength: 200 })
  const bytes = (all: Iterable<NamedTensor>) =>
    Array.from(all, ({ type, shape }) => tensorBytes(type, shape)).reduce((sum, n) => sum + n, 0)
  const byName = (all: Iterable<NamedTensor>) => new Map(Array.from(all, (one) => [one.name, one]))

  it('is undone by expandGroups: the same tensors, the same bytes', () => {
    fc.assert(
      fc.property(tensors, (all) => {
        const groups = groupTensors(all)
        const expanded = [...expandGroups(groups)]
        expect(expanded).toHaveLength(all.length)
        expect(byName(expanded)).toEqual(byName(all))
        expect(bytes(expanded)).toBe(bytes(all))
        for (const group of groups) TensorGroupSchema.parse(group)
      }),
    )
  })
})
