/** Longest pattern of layer kinds that is looked for (1 full in 6, 1 attention in 8, ...). */
const LONGEST_PERIOD = 12

/**
 * Repetitions are cut by a multiple of this. The free blocks after each layer come round again after one, two or three
 * layers, and the memory that the last layer needs depends on where in that round the graph ends.
 */
const ROUND = 6

/**
 * Layers that stand for all: long repetitions are cut to a few periods. The allocator's picture repeats after the first
 * few, so the peak is the same, and an estimate costs a fraction of the time.
 * @param kinds one number a layer; equal numbers mean layers of equal shape on the same device
 * @param periods how many periods of a repetition stay at least
 * @returns indexes of the layers to build, ascending; the first and the last are always among them
 */
export function representativeLayers(kinds: readonly number[], periods: number): number[] {
  const layers: number[] = []
  let start = 0
  while (start < kinds.length) {
    const { period, length } = longestRepetition(kinds, start)
    const repeats = Math.floor(length / period)
    const cut = Math.floor(Math.max(0, repeats - periods) / ROUND) * ROUND * period
    const head = Math.min(length, (periods - 1) * period)
    for (let i = 0; i < length; i++) if (i < head || i >= head + cut) layers.push(start + i)
    start += length
  }
  return layers
}

/** The period whose repetition reaches furthest from `start`; the shorter period of equals. */
function longestRepetition(kinds: readonly number[], start: number): { period: number; length: number } {
  let best = { period: 1, length: 1 }
  for (let period = 1; period <= LONGEST_PERIOD; period++) {
    let length = period
    while (start + length < kinds.length && kinds[start + length] === kinds[start + length - period]) length++
    if (start + length > kinds.length) break
    // A pattern counts only when it comes at least twice.
    const useful = length >= 2 * period || period === 1
    if (useful && length > best.length) best = { period, length }
  }
  return best
}
