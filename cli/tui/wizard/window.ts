/**
 * The part of a long list that a screen shows: the selected row stays inside, near the middle where it can.
 * @returns `top` inclusive, `end` exclusive
 */
export function windowOf(count: number, at: number, height: number): { readonly top: number; readonly end: number } {
  const size = Math.max(1, height)
  const top = Math.max(0, Math.min(at - Math.floor(size / 2), count - size))
  return { top, end: Math.min(count, top + size) }
}

/** An index inside a list; 0 in an empty one. */
export function within(count: number, at: number): number {
  return Math.max(0, Math.min(at, count - 1))
}
