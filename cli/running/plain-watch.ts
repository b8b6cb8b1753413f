import type { RunEvent } from '../../shared/adapt/run-event.ts'
import type { Reading } from '../../shared/run/reading.ts'
import { eventLines, type LineContext, readingLine } from './event-lines.ts'

/** Seconds between two lines of how it does, while it works. */
const EVERY_S = 10

/** What the engine itself says that matters: its warnings and errors, of this release's log or an older one's. */
const WARNING = /^(?:\[\d+\] )?\d[\d.]* ([WE]) |^(warn|error)|\b(warning|error):/i
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
    const working = workingOf(event, context)
    const { at_s } = event.reading
    if (working.length === 0 || at_s - last_s < EVERY_S) return
    last_s = at_s
    for (const line of working) note(line)
  }
}

/** A line for the engine where it works; for each model that does where there are several. */
function workingOf(
  { reading, models }: Extract<RunEvent, { kind: 'reading' }>,
  context: LineContext,
): readonly string[] {
  const all =
    models === undefined
      ? [{ words: '', reading, expected: context.expected }]
      : models.map((one) => ({
          words: `${one.name}: `,
          reading: one.reading,
          expected: context.models?.get(one.name) ?? null,
        }))
  return all
    .filter((one) => works(one.reading))
    .map(({ words, reading: own, expected }) => `${words}${readingLine(own, expected)}`)
}

function works({ slots_busy, decoded_tokens, prompt_tokens }: Reading): boolean {
  return slots_busy > 0 || decoded_tokens > 0 || prompt_tokens > 0
}
