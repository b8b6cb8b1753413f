const LEVELS = ['\u2581', '\u2582', '\u2583', '\u2584', '\u2585', '\u2586', '\u2587', '\u2588']
const ASCII_LEVELS = ['_', '.', '-', '=', '+', '*', '%', '#']

/**
 * The last values as a row of bars from the lowest to the highest of them; `x` stands for what failed.
 * @param unicode whether the terminal has block characters
 */
export function sparkline(values: readonly (number | null)[], width: number, unicode: boolean): string {
  const shown = values.slice(-Math.max(1, width))
  const known = shown.filter((value) => value !== null)
  const low = Math.min(...known)
  const range = Math.max(...known) - low
  const levels = unicode ? LEVELS : ASCII_LEVELS
  return shown
    .map((value) => {
      if (value === null) return 'x'
      const level = range > 0 ? Math.round(((value - low) / range) * (levels.length - 1)) : levels.length - 1
      return levels[level] ?? ''
    })
    .join('')
}
