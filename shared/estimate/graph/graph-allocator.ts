import { aligned, type BlockAllocator, blockAllocator } from './block-allocator.ts'
import type { Schedule } from './scheduler.ts'
import { bytesOf, sameLayout, type Tensor } from './tensor.ts'

/** What the allocator knows of a tensor while it runs through the graph. */
type Use = { children: number; views: number; backend: number; offset: number; allocated: boolean }

/**
 * Bytes that each backend's compute buffer needs: ggml_gallocr_alloc_graph_impl (ggml/src/ggml-alloc.c), which walks the
 * graph once, gives every tensor a place, lets operations work in place, and frees what nobody reads any more.
 */
export function computeBufferSizes({ steps, leafs, kept }: Schedule, n_backends: number): number[] {
  const buffers = Array.from({ length: n_backends }, () => blockAllocator())
  const uses = new Map<Tensor, Use>()
  const useOf = (tensor: Tensor): Use => {
    let use = uses.get(tensor)
    if (use === undefined) {
      use = { children: 0, views: 0, backend: 0, offset: 0, allocated: false }
      uses.set(tensor, use)
    }
    return use
  }
  const bufferOf = (backend: number) => buffers[backend] as BlockAllocator
  const isHeld = (tensor: Tensor) => (tensor.view_of ?? tensor).held >= 0

  const allocate = (tensor: Tensor, backend: number) => {
    const use = useOf(tensor)
    if (use.allocated || tensor.view_of !== null || isHeld(tensor)) return
    use.allocated = true
    if ((tensor.op === 'inplace' || tensor.op === 'rope') && takeOver(tensor, use)) return
    use.backend = backend
    use.offset = bufferOf(backend).take(bytesOf(tensor))
  }

  /** Uses an operand's memory when this is its last reader and the layout is the same; views never give theirs. */
  const takeOver = (tensor: Tensor, use: Use): boolean => {
    for (const parent of tensor.src) {
      const from = useOf(parent)
      if (!from.allocated || kept.has(parent) || !sameLayout(tensor, parent)) continue
      if (from.children !== 1 || from.views !== 0) continue
      inherit(use, from, tensor, parent)
      return true
    }
    return false
  }

  const inherit = (use: Use, from: Use, tensor: Tensor, parent: Tensor) => {
    use.backend = from.backend
    use.offset = from.offset
    from.allocated = false
    const spare = aligned(bytesOf(parent)) - aligned(bytesOf(tensor))
    if (spare > 0) bufferOf(from.backend).give(from.offset + aligned(bytesOf(tensor)), spare)
  }

  const free = (tensor: Tensor) => {
    const use = useOf(tensor)
    if (!use.allocated || kept.has(tensor)) return
    bufferOf(use.backend).give(use.offset, bytesOf(tensor))
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
  return buffers.map((buffer) => buffer.peak())
}
