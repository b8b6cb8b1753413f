import type { Look, Reading } from './reading.ts'
import { readingOf } from './reading.ts'

/** How one model of several did since the reading before. */
export type ModelReading = { readonly name: string; readonly reading: Reading }

/** What was asked of each loaded model, and of the machine. */
export type SetLook = { readonly machine: Look; readonly models: ReadonlyMap<string, Look> }

/**
 * Readings of every loaded model, and one of all together: speeds are means over the models that worked.
 * @param shares whether all slots of a model share one context
 */
export function setReadingOf(
  before: SetLook | null,
  { machine, models }: SetLook,
  shares: (name: string) => boolean,
): { readonly all: Reading; readonly models: readonly ModelReading[] } {
  const each = [...models].map(([name, look]): ModelReading => {
    const earlier = before?.models.get(name) ?? null
    // A model that was loaded just now has counted from nothing.
    return { name, reading: readingOf(earlier, look, { shared: shares(name) }) }
  })
  const readings = each.map(({ reading }) => reading)
  const sum = (key: SummedKey) => readings.reduce((total, reading) => total + reading[key], 0)
  const all = readingOf(null, machine)
  return {
    models: each,
    all: {
      ...all,
      decode_tokens_per_s: mean(readings.map((one) => one.decode_tokens_per_s)),
      prompt_tokens_per_s: mean(readings.map((one) => one.prompt_tokens_per_s)),
      prompt_tokens: sum('prompt_tokens'),
      decoded_tokens: sum('decoded_tokens'),
      requests_processing: sum('requests_processing'),
      requests_waiting: sum('requests_waiting'),
      slots_busy: sum('slots_busy'),
      slots_total: sum('slots_total'),
      context_used: sum('context_used'),
      context_total: sum('context_total'),
    },
  }
}

type SummedKey =
  | 'prompt_tokens'
  | 'decoded_tokens'
  | 'requests_processing'
  | 'requests_waiting'
  | 'slots_busy'
  | 'slots_total'
  | 'context_used'
  | 'context_total'

function mean(values: readonly (number | null)[]): number | null {
  const known = values.filter((value) => value !== null)
  return known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0) / known.length
}
