type Room = {
  readonly columns: number
  /** Lines between header and footer. */
  readonly height: number
  readonly rows: number
  readonly bars: number
  /** Whether there is a difference to the plan to show. */
  readonly delta: boolean
}

/** What the tuning screen shows, by what there is room for. Rows, bars and one line of speed are always there. */
export function tuneLayout({ columns, height, rows, bars, delta: differs }: Room) {
  let spare = height - rows - bars - 1
  const take = (lines: number, wanted = true): boolean => {
    if (!wanted || spare < lines) return false
    spare -= lines
    return true
  }
  // In the order of their worth.
  const detail = take(2) ? 2 : 0
  const gap = take(1)
  const numbers = take(bars, columns >= 80)
  const legend = take(1, !numbers)
  const speeds = take(1)
  const delta = take(1, differs)
  const detail_gap = take(1, detail > 0)
  const more = take(1, detail > 0) ? 1 : 0
  const bars_gap = take(1)
  return {
    /** Lines for the rows; fewer than there are on a low screen, where the list moves. */
    list: Math.max(3, Math.min(rows, height - bars - 1)),
    gap,
    numbers,
    legend,
    speeds,
    delta,
    detail_gap,
    bars_gap,
    detail: detail + (detail > 0 ? more + Math.max(0, spare) : 0),
  }
}
