/** A range of a buffer that is not in use. */
type Block = { offset: number; size: number }

/** Best-fit allocation in one growing buffer; `peak` is the size that the buffer needs. */
export type BlockAllocator = {
  /** @returns the offset of `size` bytes */
  take(size: number): number
  give(offset: number, size: number): void
  peak(): number
}

/** Alignment of buffers on the CPU, Metal and RPC (ggml-impl.h TENSOR_ALIGNMENT). */
export const ALIGNMENT = 32

export function aligned(size: number): number {
  return Math.ceil(size / ALIGNMENT) * ALIGNMENT
}

/**
 * ggml_dyn_tallocr (ggml/src/ggml-alloc.c) with one chunk: the smallest free block that is large enough, the last of
 * equally small ones; the endless block at the end only when no other fits.
 */
export function blockAllocator(): BlockAllocator {
  const blocks: Block[] = [{ offset: 0, size: Number.MAX_SAFE_INTEGER }]
  let peak = 0

  return {
    take(size) {
      const wanted = aligned(size)
      let best = blocks.length - 1
      let best_size = Infinity
      for (let i = 0; i < blocks.length - 1; i++) {
        const free = blocks[i]?.size ?? 0
        if (free >= wanted && free <= best_size) {
          best = i
          best_size = free
        }
      }
      const block = blocks[best] as Block
      const { offset } = block
      block.offset += wanted
      block.size -= wanted
      if (block.size === 0) blocks.splice(best, 1)
      peak = Math.max(peak, offset + wanted)
      return offset
    },

    give(offset, size) {
      const length = aligned(size)
      for (let i = 0; i < blocks.length; i++) {
        const block = blocks[i] as Block
        const next = blocks[i + 1]
        if (block.offset + block.size === offset) {
          block.size += length
          if (next !== undefined && block.offset + block.size === next.offset) {
            block.size += next.size
            blocks.splice(i + 1, 1)
          }
          return
        }
        if (offset + length === block.offset) {
          block.offset = offset
          block.size += length
          const previous = blocks[i - 1]
          if (previous !== undefined && previous.offset + previous.size === block.offset) {
            previous.size += block.size
            blocks.splice(i, 1)
          }
          return
        }
      }
      const at = blocks.findIndex((block) => block.offset > offset)
      blocks.splice(at === -1 ? blocks.length : at, 0, { offset, size: length })
    },

    peak: () => peak,
  }
}
