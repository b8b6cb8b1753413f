import type { RunEvent } from '../../shared/adapt/run-event.ts'
import type { Reading } from '../../shared/run/reading.ts'
import type { Expected } from './expected.ts'
import { eventLines, type LineContext, readingLine } from './event-lines.ts'

/** Seconds between two lines of how it does, while it works. */
const EVERY_S = 10

/** What the engine itself says that matters: its warnings and errors, of this release's log or an older one's. */
const WARNING = /^(?:\[\d+\] )?\d[\d.]* ([WE]) |^(warn|error)|\b(warning|error):/i
/** Said by us in other words, or about a choice that was made on purpose. */
const KNOWN = /security: no API key|n_ctx_seq \(\d+\) </

/** Shows a run as lines: what happens, and every ten seconds how it does while it works. */
export function plainWatch(note: (line: string) => void, context: LineContext): (event: RunEvent) => void {
  /** When a line was said last, of each model. */
  const last_s = new Map<string, number>()
  return (event) => {
    for (const line of eventLines(event, context)) note(line)
    if (event.kind === 'line' && WARNING.test(event.line) && !KNOWN.test(event.line))
      note(`llama-server: ${event.line}`)
    if (event.kind !== 'reading') return
    for (const { name, reading, expected } of ownReadings(event, context)) {
      if (!works(reading) || reading.at_s - (last_s.get(name) ?? Number.NEGATIVE_INFINITY) < EVERY_S) continue
      last_s.set(name, reading.at_s)
      note(`${name}${readingLine(reading, expected)}`)
    }
  }
}

/** The engine's reading; where there are several models, that of each. `name`: what the line begins with. */
function ownReadings(
  { reading, models }: Extract<RunEvent, { kind: 'reading' }>,
  context: LineContext,
): readonly { readonly name: string; readonly reading: Reading; readonly expected: Expected | null }[] {
  if (models === undefined) return [{ name: '', reading, expected: context.expected }]
  return models.map((one) => ({
    name: `${one.name}: `,
    reading: one.reading,
    expected: context.models?.get(one.name) ?? null,
  }))
}

function works({ slots_busy, decoded_tokens, prompt_tokens }: Reading): boolean {
  return slots_busy > 0 || decoded_tokens > 0 || prompt_tokens > 0
}
