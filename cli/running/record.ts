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
      return {
        event: 'reading',
        ...rounded(event.reading),
        expected_tokens_per_s: expected?.tokens_per_s ?? null,
        ...(event.models && { models: event.models.map(({ name, reading }) => ({ name, ...ofModel(reading) })) }),
      }
    case 'starting':
      return { event: 'starting', settings: event.config.settings }
    case 'set starting':
      return {
        event: 'starting',
        models: event.set.members.map(({ name, config }) => ({ name, settings: config.settings })),
      }
    case 'set ready':
      return { event: 'ready', url: event.url, seconds: round(event.seconds), at_once: event.at_once }
    case 'swapped': {
      const { from, to, kept, restored, seconds } = event
      return { event: 'swapped', from, to, kept, restored, seconds: round(seconds) }
    }
    case 'model': {
      const { name, change, allocation, trouble } = event
      return { event: 'model', name, change, allocation, trouble }
    }
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

function rounded({ at_s, decode_tokens_per_s, prompt_tokens_per_s, ...rest }: Reading): Reading {
  return {
    at_s: round(at_s),
    decode_tokens_per_s: round(decode_tokens_per_s),
    prompt_tokens_per_s: round(prompt_tokens_per_s),
    ...rest,
  }
}

/** What the machine says is not a model's. */
function ofModel(reading: Reading): object {
  const { at_s: _at, health: _health, engine_bytes: _bytes, available_bytes: _free, ...own } = rounded(reading)
  return own
}

function round<T extends number | null>(value: T): T {
  return (value === null ? null : Math.round(value * 1000) / 1000) as T
}
