import type { Talker } from '../../shared/node/run/talker.ts'
import { serverTalker } from '../../shared/node/run/talker.ts'
import type { Io } from '../io.ts'
import { eventLines } from './event-lines.ts'
import type { Expected } from './expected.ts'
import { lastingTalker } from './lasting-talker.ts'
import { type RunPlan, serve } from './serve.ts'

/** What is done with someone to talk to; resolves with the exit code. */
export type Conversation = (
  talker: Talker,
  context: { expected: Expected | null; signal: AbortSignal },
) => Promise<number>

/**
 * Starts the engine for one conversation and ends it afterwards.
 * @returns the conversation's exit code, or the engine's where it ended by itself for good
 */
export async function converseWithServer(io: Io, plan: RunPlan, conversation: Conversation): Promise<number> {
  const over = new AbortController()
  let talked: number | null = null
  let failure: unknown
  let crashed = false
  const { api_key } = plan.engine
  const talker = lastingTalker((url) => serverTalker({ url, ...(api_key !== undefined && { api_key }) }))
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
        if (event.kind === 'trouble') crashed = event.again_in_s === null
        talker.take(event)
        if (event.kind !== 'ready' || begun) return
        begun = true
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
      close() {
        talker.end()
        over.abort()
      },
    }
  })
  // Why it ended was told.
  if (crashed) return code
  if (failure !== undefined) throw failure
  return talked ?? code
}
