import type { Schedule } from './scheduler.ts'
import type { Tensor } from './tensor.ts'

/** What the allocator knows of a tensor while it runs through the graph. */
type Use = { children: number; views: number; backend: number; slot: number; allocated: boolean }

/**
 * What is taken from and given back to each backend's buffer, in order. Sizes stand apart, so that one plan serves graphs
 * that differ in sizes alone.
 */
export type AllocationPlan = {
  /** Per backend: number of a slot whose memory is taken, or its complement (`~slot`) where it is given back. */
  readonly turns: readonly (readonly number[])[]
  /** The tensor whose bytes a slot holds. */
  readonly slots: readonly Tensor[]
}

/**
 * ggml_gallocr_alloc_graph_impl (ggml/src/ggml-alloc.c), which walks the graph once, gives every tensor a place, lets
 * operations work in place, and frees what nobody reads any more.
 * @param sameLayout ggml_are_same_layout: only then an operation takes over its operand's memory
 */
export function planAllocation(
  { steps, leafs, kept }: Schedule,
  n_backends: number,
  sameLayout: (a: Tensor, b: Tensor) => boolean,
): AllocationPlan {
  const turns = Array.from({ length: n_backends }, (): number[] => [])
  const slots: Tensor[] = []
  const uses = new Map<Tensor, Use>()
  const useOf = (tensor: Tensor): Use => {
    let use = uses.get(tensor)
    if (use === undefined) {
      use = { children: 0, views: 0, backend: 0, slot: 0, allocated: false }
      uses.set(tensor, use)
    }
    return use
  }
  const isHeld = (tensor: Tensor) => (tensor.view_of ?? tensor).held >= 0

  const allocate = (tensor: Tensor, backend: number) => {
    const use = useOf(tensor)
    if (use.allocated || tensor.view_of !== null || isHeld(tensor)) return
    use.allocated = true
    if ((tensor.op === 'inplace' || tensor.op === 'rope') && takeOver(tensor, use)) return
    use.backend = backend
    use.slot = slots.push(tensor) - 1
    turns[backend]?.push(use.slot)
  }

  /** Uses an operand's memory when this is its last reader and the layout is the same; views never give theirs. */
  const takeOver = (tensor: Tensor, use: Use): boolean => {
    for (const parent of tensor.src) {
      const from = useOf(parent)
      if (!from.allocated || kept.has(parent) || from.children !== 1 || from.views !== 0) continue
      if (!sameLayout(tensor, parent)) continue
      use.backend = from.backend
      use.slot = from.slot
      from.allocated = false
      return true
    }
    return false
  }

  const free = (tensor: Tensor) => {
    const use = useOf(tensor)
    if (!use.allocated || kept.has(tensor)) return
    turns[use.backend]?.push(~use.slot)
    use.allocated = false
  }

  for (const { tensor, backend } of leafs) allocate(tensor, backend)
  for (const { tensor, backend } of steps) {
    if (tensor.view_of !== null && tensor.op !== 'leaf') useOf(tensor.view_of).views += 1
    if (tensor.input) allocate(tensor, backend)
    for (const source of tensor.src) {
      useOf(source).children += 1
      if (source.input) allocate(source, backend)
    }
  }
  for (const { tensor, backend } of steps) {
    for (const source of tensor.src) allocate(source, backend)
    allocate(tensor, backend)
    for (const source of tensor.src) {
      const use = useOf(source)
      use.children -= 1
      if (use.children !== 0 || use.views !== 0) continue
      if (source.view_of === null) {
        free(source)
        continue
      }
      const base = useOf(source.view_of)
      base.views -= 1
      if (base.views === 0 && base.children === 0) free(source.view_of)
    }
  }
  return { turns, slots }
}
