/** Alignment of buffers on the CPU, Metal and RPC (ggml-impl.h TENSOR_ALIGNMENT). */
export const ALIGNMENT = 32

export function aligned(size: number): number {
  return Math.ceil(size / ALIGNMENT) * ALIGNMENT
}

/** Free blocks by offset, the endless one last. Kept between runs: planning does thousands of them. */
const offsets: number[] = []
const lengths: number[] = []
let count = 0
/** Where each slot lies. */
const places: number[] = []

/**
 * The size that a growing buffer needs for these turns: ggml_dyn_tallocr (ggml/src/ggml-alloc.c) with one chunk.
 * @param turns number of a slot that takes its size, or its complement where it gives it back
 * @param ofSlot index of each slot's size
 * @param sizes bytes, aligned
 */
export function peakOfTurns(turns: readonly number[], ofSlot: readonly number[], sizes: readonly number[]): number {
  let peak = 0
  offsets[0] = 0
  lengths[0] = Number.MAX_SAFE_INTEGER
  count = 1
  for (const turn of turns) {
    if (turn < 0) {
      give(places[~turn] as number, sizes[ofSlot[~turn] as number] as number)
      continue
    }
    const length = sizes[ofSlot[turn] as number] as number
    const offset = take(length)
    places[turn] = offset
    if (offset + length > peak) peak = offset + length
  }
  return peak
}

/**
 * The smallest free block that is large enough, the last of equally small ones; the endless block at the end only when no
 * other fits.
 */
function take(length: number): number {
  let best = count - 1
  let best_length = Infinity
  for (let i = 0; i < count - 1; i++) {
    const free = lengths[i] as number
    if (free >= length && free <= best_length) {
      best = i
      best_length = free
    }
  }
  const offset = offsets[best] as number
  const left = (lengths[best] as number) - length
  if (left === 0) remove(best)
  else {
    offsets[best] = offset + length
    lengths[best] = left
  }
  return offset
}

/** Joins the first block that it touches, and the one after where it closes the gap to it; empty blocks count too. */
function give(offset: number, length: number): void {
  const end = offset + length
  for (let i = 0; i < count; i++) {
    const start = offsets[i] as number
    if (start + (lengths[i] as number) === offset) {
      lengths[i] = (lengths[i] as number) + length
      joinNext(i)
      return
    }
    if (start === end) {
      offsets[i] = offset
      lengths[i] = (lengths[i] as number) + length
      if (i > 0) joinNext(i - 1)
      return
    }
  }
  let at = 0
  while (at < count && (offsets[at] as number) <= offset) at++
  insert(at, offset, length)
}

function joinNext(at: number): void {
  if (at + 1 >= count || (offsets[at] as number) + (lengths[at] as number) !== offsets[at + 1]) return
  lengths[at] = (lengths[at] as number) + (lengths[at + 1] as number)
  remove(at + 1)
}

function remove(at: number): void {
  count--
  for (let i = at; i < count; i++) {
    offsets[i] = offsets[i + 1] as number
    lengths[i] = lengths[i + 1] as number
  }
}

function insert(at: number, offset: number, length: number): void {
  for (let i = count; i > at; i--) {
    offsets[i] = offsets[i - 1] as number
    lengths[i] = lengths[i - 1] as number
  }
  offsets[at] = offset
  lengths[at] = length
  count++
}
