import type { Talker } from '../../shared/node/run/talker.ts'
import { serverTalker } from '../../shared/node/run/talker.ts'
import type { Io } from '../io.ts'
import { eventLines } from './event-lines.ts'
import type { Expected } from './expected.ts'
import { type RunPlan, serve } from './serve.ts'

/** What is done with someone to talk to; resolves with the exit code. */
export type Conversation = (
  talker: Talker,
  context: { expected: Expected | null; signal: AbortSignal },
) => Promise<number>

/**
 * Starts the engine for one conversation and ends it afterwards.
 * @returns the conversation's exit code, or the engine's where it never answered
 */
export async function converseWithServer(io: Io, plan: RunPlan, conversation: Conversation): Promise<number> {
  const over = new AbortController()
  let talked: number | null = null
  let failure: unknown
  const code = await serve(io, plan, (expected) => {
    let begun = false
    let stop = () => {}
    return {
      told: true,
      onRun(run) {
        stop = () => run.stop('SIGTERM')
      },
      onInterrupt() {
        over.abort()
        if (!begun) stop()
      },
      onEvent(event) {
        if (event.kind !== 'line' && event.kind !== 'reading' && event.kind !== 'ready') {
          for (const line of eventLines(event, { expected, version: plan.version })) io.note(line)
        }
        if (event.kind !== 'ready' || begun) return
        begun = true
        const talker = serverTalker({
          url: event.url,
          ...(plan.engine.api_key !== undefined && { api_key: plan.engine.api_key }),
        })
        conversation(talker, { expected, signal: over.signal })
          .then(
            (result) => {
              talked = result
              return undefined
            },
            (error: unknown) => {
              failure = error
            },
          )
          .finally(() => stop())
      },
      close: () => over.abort(),
    }
  })
  if (failure !== undefined) throw failure
  return talked ?? code
}
