import type { RunEvent } from '../../shared/adapt/run-event.ts'
import type { Reading } from '../../shared/run/reading.ts'
import type { Expected } from './expected.ts'

/** One line of `--metrics-file`: a reading with what was expected of it, or something that happened. Null for the rest. */
export function recordLine(event: RunEvent, expected: Expected | null, now: Date): string | null {
  const value = recordOf(event, expected)
  return value === null ? null : JSON.stringify({ time: now.toISOString(), ...value })
}

function recordOf(event: RunEvent, expected: Expected | null): object | null {
  switch (event.kind) {
    case 'line':
      return null
    case 'reading':
      return { event: 'reading', ...rounded(event.reading), expected_tokens_per_s: expected?.tokens_per_s ?? null }
    case 'starting':
      return { event: 'starting', settings: event.config.settings }
    case 'ready':
      return { event: 'ready', url: event.url, seconds: round(event.seconds), allocation: event.allocation }
    case 'trouble':
      return { event: 'trouble', trouble: event.trouble, again_in_s: event.again_in_s }
    case 'adapting':
    case 'adapted':
    case 'not adapted': {
      const { do: action, cause, reason, to } = event.decision
      return { event: event.kind, do: action, cause, reason, settings: to.settings }
    }
  }
}

function rounded({ at_s, decode_tokens_per_s, prompt_tokens_per_s, ...rest }: Reading): object {
  return {
    at_s: round(at_s),
    decode_tokens_per_s: round(decode_tokens_per_s),
    prompt_tokens_per_s: round(prompt_tokens_per_s),
    ...rest,
  }
}

function round<T extends number | null>(value: T): T {
  return (value === null ? null : Math.round(value * 1000) / 1000) as T
}
