import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { held, input, mulMat, permute, transpose, view } from '../../../shared/estimate/graph/ops.ts'
import {
  agreeAt,
  bytesAt,
  bytesThrough,
  layoutThrough,
  neverAgree,
  type Point,
  termThrough,
} from '../../../shared/estimate/graph/size-terms.ts'
import { bytesOf, type Tensor } from '../../../shared/estimate/graph/tensor.ts'
import { padTo } from '../../../shared/units.ts'

const POINTS: Point[] = [
  { tokens: 32, cells: 256 },
  { tokens: 32 * 521, cells: 256 * 67 },
  { tokens: 32 * 13, cells: 256 * 8209 },
  { tokens: 32 * 64, cells: 256 * 512 },
]

const through = (value: (point: Point) => number) => termThrough(POINTS, POINTS.map(value))

describe('termThrough', () => {
  it('finds products of tokens and cells', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e5 }), fc.nat(2), fc.nat(1), (factor, a, b) => {
        expect(through(({ tokens, cells }) => factor * tokens ** a * cells ** b)).toEqual({ factor, a, b })
      }),
    )
  })

  it.each([
    ['a sum', ({ tokens, cells }: Point) => tokens + cells],
    ['padding', ({ tokens }: Point) => padTo(tokens, 256)],
    ['the lesser of two', ({ tokens }: Point) => Math.min(tokens, 512)],
    ['a remainder', ({ tokens }: Point) => tokens % 64],
  ])('finds none for %s', (_, value) => {
    expect(through(value)).toBeNull()
  })
})

describe('bytesThrough', () => {
  const shapes: [string, (point: Point) => Tensor][] = [
    ['a mask', ({ tokens, cells }) => input('f16', cells, tokens)],
    ['a quantised weight', () => held(0, true, 'q4_K', [4096, 512])],
    ['scores', ({ tokens, cells }) => mulMat(input('f32', 128, cells, 8), input('f32', 128, tokens, 32))],
    ['a view with gaps', ({ tokens }) => view(input('f32', 6144, tokens), [128, 8, tokens], [512, 24_576])],
    ['a transposed view', ({ cells }) => transpose(view(input('f16', cells, 1024), [cells, 128, 8]))],
    ['turned axes', ({ tokens }) => permute(input('f32', 128, 32, tokens), [0, 2, 1, 3])],
  ]

  it.each(shapes)('gives the bytes of %s anywhere', (_, tensorAt) => {
    const tensors = POINTS.map(tensorAt)
    const layout = layoutThrough(POINTS, tensors)
    if (layout === null) throw new Error('no layout')
    const terms = bytesThrough(POINTS, tensors, layout)
    if (terms === null) throw new Error('no terms')
    for (const point of [...POINTS, { tokens: 512, cells: 8192 }, { tokens: 2048, cells: 131_072 }]) {
      expect(bytesAt(terms, point)).toBe(bytesOf(tensorAt(point)))
    }
  })
})

describe('layouts', () => {
  const layout = (tensorAt: (point: Point) => Tensor) => {
    const found = layoutThrough(POINTS, POINTS.map(tensorAt))
    if (found === null) throw new Error('no layout')
    return found
  }
  const square = layout(({ tokens }) => input('f32', 4096, tokens))
  const by_cells = layout(({ cells }) => input('f32', 4096, cells))
  const narrow = layout(({ tokens }) => input('f32', 128, tokens))

  it('may agree where tokens and cells are as many', () => {
    expect(neverAgree(square, by_cells)).toBe(false)
    expect(agreeAt(square, by_cells, { tokens: 512, cells: 512 })).toBe(true)
    expect(agreeAt(square, by_cells, { tokens: 512, cells: 1024 })).toBe(false)
  })

  it('never agree with other widths', () => {
    expect(neverAgree(square, narrow)).toBe(true)
  })
})
