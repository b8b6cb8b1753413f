import { rowBytes } from '../../model/tensor-types.ts'
import { bytesOf, type Shape, type Tensor } from './tensor.ts'

/** The two numbers that a compiled graph is asked with: tokens of the micro-batch, cells of one stream's cache. */
export type Point = { readonly tokens: number; readonly cells: number }

/** factor x tokens^a x cells^b. */
export type Term = { readonly factor: number; readonly a: number; readonly b: number }

const MOST = 2
const POWERS: readonly (readonly [a: number, b: number])[] = Array.from(
  { length: (MOST + 1) ** 2 },
  (_, i) => [i % (MOST + 1), Math.floor(i / (MOST + 1))] as const,
)

/**
 * The one term that has these values at these points, or null: then the number depends on the points in another way. The
 * points' numbers have prime factors of their own, so that no two terms agree at all of them.
 */
export function termThrough(points: readonly Point[], values: readonly number[]): Term | null {
  for (const [a, b] of POWERS) {
    const factors = points.map(({ tokens, cells }, i) => (values[i] ?? 0) / (tokens ** a * cells ** b))
    const [factor = 0] = factors
    const term = { factor, a, b }
    if (points.every((point, i) => valueOf(term, point) === values[i])) return term
  }
  return null
}

/** What changes is whole, though its factor may be a fraction (tokens of one of three sequences). */
function valueOf({ factor, a, b }: Term, { tokens, cells }: Point): number {
  return a + b === 0 ? factor : Math.round(factor * tokens ** a * cells ** b)
}

/** A tensor's shape and strides as terms, with a text that is equal for equal layouts. */
export type Layout = { readonly text: string; readonly ne: readonly Term[]; readonly nb: readonly Term[] }

/** The layout of one tensor of the graph, given as it came out at each point; null where it follows no terms. */
export function layoutThrough(points: readonly Point[], tensors: readonly Tensor[]): Layout | null {
  const terms = (of: (tensor: Tensor) => Shape) =>
    [0, 1, 2, 3].map((axis) =>
      termThrough(
        points,
        tensors.map((tensor) => of(tensor)[axis] ?? 1),
      ),
    )
  const ne = terms((tensor) => tensor.ne).filter((term) => term !== null)
  const nb = terms((tensor) => tensor.nb).filter((term) => term !== null)
  if (ne.length < 4 || nb.length < 4) return null
  const text = [...ne, ...nb].map(({ factor, a, b }) => `${factor},${a},${b}`).join(' ')
  return { text: `${tensors[0]?.type} ${text}`, ne, nb }
}

/** Whether two layouts that differ in general agree at this point: then an operation could work in place after all. */
export function agreeAt(one: Layout, other: Layout, point: Point): boolean {
  const same = (a: readonly Term[], b: readonly Term[]) =>
    a.every((term, i) => valueOf(term, point) === valueOf(b[i] ?? term, point))
  return same(one.ne, other.ne) && same(one.nb, other.nb)
}

/** Whether two layouts differ in numbers that no point changes. */
export function neverAgree(one: Layout, other: Layout): boolean {
  const fixed = ({ a, b }: Term) => a === 0 && b === 0
  const apart = (a: readonly Term[], b: readonly Term[]) =>
    a.some((term, i) => {
      const its = b[i] ?? term
      return fixed(term) && fixed(its) && term.factor !== its.factor
    })
  return apart(one.ne, other.ne) || apart(one.nb, other.nb)
}

/**
 * A tensor's bytes (`bytesOf`) as a sum of terms: the first axis' bytes, and a stride for every further element of the
 * others. Null where that is not what the tensors have at the points.
 */
export function bytesThrough(points: readonly Point[], tensors: readonly Tensor[], layout: Layout): Term[] | null {
  const first = termThrough(points, tensors.map(firstAxisBytes))
  const sums = new Map<string, Term>()
  const add = ({ factor, a, b }: Term) => {
    const key = `${a} ${b}`
    sums.set(key, { factor: (sums.get(key)?.factor ?? 0) + factor, a, b })
  }
  const addAxis = (axis: number) => {
    const ne = layout.ne[axis] as Term
    const nb = layout.nb[axis] as Term
    add({ factor: ne.factor * nb.factor, a: ne.a + nb.a, b: ne.b + nb.b })
    add({ ...nb, factor: -nb.factor })
  }
  if (first !== null) {
    add(first)
  } else {
    // In a transposed view the first axis has a stride too.
    add({ factor: rowBytes((tensors[0] as Tensor).type, 1), a: 0, b: 0 })
    addAxis(0)
  }
  for (const axis of [1, 2, 3]) addAxis(axis)
  const terms = [...sums.values()].filter(({ factor }) => factor !== 0)
  return points.every((point, i) => bytesAt(terms, point) === bytesOf(tensors[i] as Tensor)) ? terms : null
}

function firstAxisBytes(tensor: Tensor): number {
  const { ne, nb } = tensor
  return bytesOf(tensor) - (ne[1] - 1) * nb[1] - (ne[2] - 1) * nb[2] - (ne[3] - 1) * nb[3]
}

export function bytesAt(terms: readonly Term[], point: Point): number {
  const { tokens, cells } = point
  let sum = 0
  for (const { factor, a, b } of terms) {
    let value = factor
    for (let i = 0; i < a; i++) value *= tokens
    for (let i = 0; i < b; i++) value *= cells
    sum += value
  }
  return Math.round(sum)
}
