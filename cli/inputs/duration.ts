import { UserError } from '../../shared/errors.ts'
import { quoted } from './number.ts'

const UNITS: Readonly<Record<string, number>> = { '': 1, s: 1, m: 60, min: 60, h: 3600 }

/**
 * Seconds of `90`, `90s`, `5m`, `1h`.
 * @throws UserError('usage') for anything else, or out of the range
 */
export function durationSeconds(flag: string, text: string, low: number, high: number): number {
  const [, number, unit = ''] = /^(\d{1,6}(?:\.\d{1,3})?)\s*(s|m|min|h|)$/.exec(text.trim()) ?? []
  const seconds = number === undefined ? Number.NaN : Number(number) * (UNITS[unit] ?? Number.NaN)
  if (seconds >= low && seconds <= high) return seconds
  throw new UserError(
    'usage',
    `--${flag} takes a time from ${low}s to ${high / 3600}h such as 90s or 5m, not ${quoted(text)}`,
  )
}
