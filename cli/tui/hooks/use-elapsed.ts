import { useEffect, useState } from 'react'

/** How often a running time is shown anew: often enough to look alive, seldom enough to cost nothing. */
const TICK_MS = 100

/** Milliseconds since the component came up, counted while `active`. */
export function useElapsed(active: boolean): number {
  const [elapsed, setElapsed] = useState(0)
  useEffect(() => {
    if (!active) return undefined
    const start = performance.now()
    const timer = setInterval(() => setElapsed(Math.round((performance.now() - start) / TICK_MS) * TICK_MS), TICK_MS)
    return () => clearInterval(timer)
  }, [active])
  return elapsed
}
