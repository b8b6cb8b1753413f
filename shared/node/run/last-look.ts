import { setTimeout as sleep } from 'node:timers/promises'

/** How long an engine that is to end may take to say what it did since it was asked last. */
const LAST_LOOK_MS = 300

/** Looks at an engine one after the other: what a reading counts is counted from the reading before it. */
export type Looks<T> = {
  look(): Promise<T>
  /** One look more, for the summary to be whole; goes on without it when the engine is slow to answer. */
  last(): Promise<void>
}

/** @param take looks once; is not called again before it has answered */
export function looksOf<T>(take: () => Promise<T>): Looks<T> {
  let turn: Promise<unknown> = Promise.resolve()
  const look = () => {
    const mine = turn.then(take)
    turn = mine.catch(() => {})
    return mine
  }
  return {
    look,
    async last() {
      const waiting = new AbortController()
      const pause = sleep(LAST_LOOK_MS, undefined, { signal: waiting.signal }).catch(() => {})
      await Promise.race([look().catch(() => {}), pause])
      waiting.abort()
    },
  }
}
