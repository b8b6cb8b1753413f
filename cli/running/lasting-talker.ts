import { UserError } from '../../shared/errors.ts'
import type { RunEvent } from '../../shared/adapt/run-event.ts'
import { EngineGone, type Talker } from '../../shared/node/run/talker.ts'

/** A connection breaks as soon as the engine dies; that it has ended is known a moment later. */
const KNOWN_WITHIN_MS = 3000

export type LastingTalker = Talker & {
  /** Told of the run: an engine that is ready again is talked to instead. */
  take(event: RunEvent): void
  /** The run is over. */
  end(): void
}

/**
 * Talks to an engine that may end and be started again. Who asks meanwhile waits; an answer that broke off with the
 * engine fails only once it is known what became of it, and never as if the engine had refused.
 */
export function lastingTalker(talkerFor: (url: string) => Talker): LastingTalker {
  let state: 'ready' | 'down' | 'over' = 'down'
  let talker: Talker | null = null
  const waiting = new Set<() => void>()
  const become = (next: typeof state) => {
    state = next
    for (const look of waiting) look()
  }
  /** Resolves once the state is one of these, or the signal aborted. */
  const until = (states: readonly (typeof state)[], signal: AbortSignal): Promise<typeof state> =>
    new Promise((resolve) => {
      const look = () => {
        if (!states.includes(state) && !signal.aborted) return
        waiting.delete(look)
        resolve(state)
      }
      waiting.add(look)
      signal.addEventListener('abort', look, { once: true })
      look()
    })
  return {
    take(event) {
      if (event.kind === 'trouble') become('down')
      if (event.kind !== 'ready') return
      talker = talkerFor(event.url)
      become('ready')
    },
    end: () => become('over'),
    close: async () => talker?.close(),
    async answer(turns, onText, signal) {
      const before = await until(['ready', 'over'], signal)
      if (before === 'over' || talker === null) throw new UserError('environment', 'llama-server has ended')
      try {
        return await talker.answer(turns, onText, signal)
      } catch (error) {
        if (!(error instanceof EngineGone)) throw error
        if ((await until(['down', 'over'], AbortSignal.timeout(KNOWN_WITHIN_MS))) === 'ready') throw error
        const after = await until(['ready', 'over'], signal)
        const why = after === 'over' ? 'llama-server has ended' : 'not answered: llama-server ended; say it once more'
        throw new UserError('environment', why, undefined, { cause: error })
      }
    },
  }
}
