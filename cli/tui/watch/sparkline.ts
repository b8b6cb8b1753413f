/** Eight heights, lowest first. */
export type Heights = readonly string[]

export const BLOCKS: Heights = ['\u2581', '\u2582', '\u2583', '\u2584', '\u2585', '\u2586', '\u2587', '\u2588']
export const ASCII_HEIGHTS: Heights = ['.', ':', '-', '=', '+', '*', '#', '@']

/**
 * The last `width` values as a line of columns, from nothing to the largest of them (or to `full`, where that is more).
 * No value is an empty column.
 */
export function sparkline(values: readonly (number | null)[], width: number, heights: Heights, full = 0): string {
  const shown = values.slice(-Math.max(0, width))
  const most = Math.max(full, ...shown.map((value) => value ?? 0))
  const column = (value: number | null) => {
    if (value === null) return ' '
    const height = most === 0 ? 0 : Math.round((value / most) * (heights.length - 1))
    return heights[height] ?? ' '
  }
  return shown.map(column).join('').padStart(width)
}
