import type { RunEvent } from '../../shared/adapt/run-event.ts'
import { eventLines, type LineContext, readingLine } from './event-lines.ts'

/** Seconds between two lines of how it does, while it works. */
const EVERY_S = 10

/** What the engine itself says that matters: its warnings and errors, of this release's log or an older one's. */
const WARNING = /^\d[\d.]* ([WE]) |^(warn|error)|\b(warning|error):/i
/** Said by us in other words, or about a choice that was made on purpose. */
const KNOWN = /security: no API key|n_ctx_seq \(\d+\) </

/** Shows a run as lines: what happens, and every ten seconds how it does while it works. */
export function plainWatch(note: (line: string) => void, context: LineContext): (event: RunEvent) => void {
  let last_s = Number.NEGATIVE_INFINITY
  return (event) => {
    for (const line of eventLines(event, context)) note(line)
    if (event.kind === 'line' && WARNING.test(event.line) && !KNOWN.test(event.line))
      note(`llama-server: ${event.line}`)
    if (event.kind !== 'reading') return
    const { at_s, slots_busy, decoded_tokens, prompt_tokens } = event.reading
    const works = slots_busy > 0 || decoded_tokens > 0 || prompt_tokens > 0
    if (!works || at_s - last_s < EVERY_S) return
    last_s = at_s
    note(readingLine(event.reading, context.expected))
  }
}
