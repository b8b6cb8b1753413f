import { type AllocationPlan, planAllocation } from './allocation-plan.ts'
import type { GraphBuilder } from './architectures/index.ts'
import { aligned, peakOfTurns } from './block-allocator.ts'
import { computeBufferSizes } from './graph-allocator.ts'
import type { GraphModel } from './graph-model.ts'
import { schedule, type Schedule, type Step } from './scheduler.ts'
import {
  agreeAt,
  bytesAt,
  bytesThrough,
  type Layout,
  layoutThrough,
  neverAgree,
  type Point,
  type Term,
} from './size-terms.ts'
import type { Tensor } from './tensor.ts'

/**
 * A graph with its allocation worked out once, for any micro-batch and context within the range of the points it was
 * compiled from.
 */
export type CompiledGraph = {
  /** @returns bytes of each backend's compute buffer, the CPU last; null where the whole replay has to be asked */
  sizesAt(point: Point): number[] | null
}

/** The schedule of one point and its tensors, numbered in the order in which they are met. */
type Built = {
  readonly plan: Schedule
  readonly tensors: readonly Tensor[]
  readonly numbers: ReadonlyMap<Tensor, number>
  readonly n_backends: number
}

/**
 * Builds the graph at several points and looks how each tensor's shape follows from them. Who takes and gives memory when
 * does not depend on sizes but for the question whether an operation may work in place; so where that stays as it is, only
 * the sizes are computed anew.
 * @param points with prime factors of their own, from the least to the greatest that may be asked
 * @returns null for graphs that are built differently at different points or whose shapes follow no terms (windows,
 *   padding, chunks)
 */
export function compileGraph(
  build: GraphBuilder,
  modelAt: (point: Point) => GraphModel,
  copies: number,
  points: readonly [Point, ...Point[]],
): CompiledGraph | null {
  const first = buildAt(build, modelAt(points[0]), copies)
  const built = [first, ...points.slice(1).map((point) => buildAt(build, modelAt(point), copies))]
  if (!built.every((other) => sameStructure(first, other))) return null
  const layouts = first.tensors.map((_, i) => layoutThrough(points, tensorsAt(built, i)))
  if (layouts.includes(null)) return null
  const layoutOf = (tensor: Tensor) => layouts[first.numbers.get(tensor) ?? -1] as Layout

  /** Layouts that differ, but might be equal at some point. */
  const doubts = new Map<string, readonly [Layout, Layout]>()
  const sameLayout = (a: Tensor, b: Tensor) => {
    const one = layoutOf(a)
    const other = layoutOf(b)
    if (one.text === other.text) return true
    if (a.type === b.type && !neverAgree(one, other)) doubts.set(`${one.text} ${other.text}`, [one, other])
    return false
  }
  const { n_backends } = first
  const plan = planAllocation(first.plan, n_backends, sameLayout)
  const sizes = slotSizes(plan, points, built, layoutOf)
  if (sizes === null) return null
  const { distinct, ofSlot } = sizes

  const range = rangeOf(points)
  const sizesAt = (point: Point): number[] | null => {
    if (!within(range, point)) return null
    for (const [one, other] of doubts.values()) if (agreeAt(one, other, point)) return null
    const bytes = distinct.map((terms) => aligned(bytesAt(terms, point)))
    return plan.turns.map((turns) => peakOfTurns(turns, ofSlot, bytes))
  }
  const proved = points.every((point, i) => {
    const whole = computeBufferSizes((built[i] as Built).plan, n_backends)
    return sizesAt(point)?.every((size, backend) => size === whole[backend])
  })
  return proved ? { sizesAt } : null
}

function buildAt(build: GraphBuilder, model: GraphModel, copies: number): Built {
  const { kept } = build(model)
  const plan = schedule(model.graph, model.cpu + 1, copies)
  const numbers = new Map<Tensor, number>()
  const add = (tensor: Tensor) => {
    if (numbers.has(tensor)) return
    numbers.set(tensor, numbers.size)
    if (tensor.view_of !== null) add(tensor.view_of)
    tensor.src.forEach(add)
  }
  for (const { tensor } of [...plan.leafs, ...plan.steps]) add(tensor)
  return {
    plan: { ...plan, kept: new Set([...plan.kept, ...kept]) },
    tensors: [...numbers.keys()],
    numbers,
    n_backends: model.cpu + 1,
  }
}

/** Whether two graphs are the same but for sizes. */
function sameStructure(one: Built, other: Built): boolean {
  const { numbers: a } = one
  const { numbers: b } = other
  const same = (x: Tensor, y: Tensor | undefined) => y !== undefined && a.get(x) === b.get(y)
  const sameSteps = (x: readonly Step[], y: readonly Step[]) =>
    x.length === y.length &&
    x.every(({ tensor, backend }, i) => same(tensor, y[i]?.tensor) && backend === y[i]?.backend)
  const sameTensor = (x: Tensor, y: Tensor | undefined) =>
    y !== undefined &&
    x.op === y.op &&
    x.type === y.type &&
    x.held === y.held &&
    x.input === y.input &&
    x.src.length === y.src.length &&
    x.src.every((source, i) => same(source, y.src[i])) &&
    (x.view_of === null ? y.view_of === null : same(x.view_of, y.view_of ?? undefined)) &&
    one.plan.kept.has(x) === other.plan.kept.has(y)
  return (
    one.tensors.length === other.tensors.length &&
    one.tensors.every((tensor, i) => sameTensor(tensor, other.tensors[i])) &&
    sameSteps(one.plan.leafs, other.plan.leafs) &&
    sameSteps(one.plan.steps, other.plan.steps)
  )
}

function tensorsAt(built: readonly Built[], index: number): Tensor[] {
  return built.map(({ tensors }) => tensors[index] as Tensor)
}

/** Bytes of the slots as terms; slots of one layout share them. */
function slotSizes(
  { slots }: AllocationPlan,
  points: readonly Point[],
  built: readonly Built[],
  layoutOf: (tensor: Tensor) => Layout,
): { distinct: Term[][]; ofSlot: number[] } | null {
  const known = new Map<string, number>()
  const distinct: Term[][] = []
  const ofSlot: number[] = []
  for (const tensor of slots) {
    const layout = layoutOf(tensor)
    let index = known.get(layout.text)
    if (index === undefined) {
      const terms = bytesThrough(points, tensorsAt(built, (built[0] as Built).numbers.get(tensor) ?? -1), layout)
      if (terms === null) return null
      index = distinct.push(terms) - 1
      known.set(layout.text, index)
    }
    ofSlot.push(index)
  }
  return { distinct, ofSlot }
}

type Range = { readonly least: Point; readonly most: Point }

function rangeOf(points: readonly Point[]): Range {
  const tokens = points.map((point) => point.tokens)
  const cells = points.map((point) => point.cells)
  return {
    least: { tokens: Math.min(...tokens), cells: Math.min(...cells) },
    most: { tokens: Math.max(...tokens), cells: Math.max(...cells) },
  }
}

function within({ least, most }: Range, { tokens, cells }: Point): boolean {
  return tokens >= least.tokens && tokens <= most.tokens && cells >= least.cells && cells <= most.cells
}
