import { UserError } from '../../shared/errors.ts'
import { typedNumber } from '../../shared/typed-number.ts'

/**
 * The whole number that a flag was given.
 * @throws UserError('usage') naming the flag, its range and what was given
 */
export function wholeNumber(flag: string, text: string, low: number, high: number): number {
  const value = /^[+-]?\d{1,16}$/.test(text) ? Number(text) : Number.NaN
  if (value >= low && value <= high) return value
  throw new UserError('usage', `--${flag} takes a whole number from ${low} to ${high}, not ${quoted(text)}`)
}

/** Like `wholeNumber`, for tokens: `32k` is 32,768, `1M` is 1,048,576. */
export function tokenCount(flag: string, text: string, low: number, high: number): number {
  const value = /[km]$/i.test(text) ? typedNumber(text) : null
  return wholeNumber(flag, value === null ? text : `${value}`, low, high)
}

/** Like `wholeNumber`, for numbers with a fraction. */
export function decimalNumber(flag: string, text: string, low: number, high: number): number {
  const value = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(text) ? Number(text) : Number.NaN
  if (value >= low && value <= high) return value
  throw new UserError('usage', `--${flag} takes a number from ${low} to ${high}, not ${quoted(text)}`)
}

/** A value as an error shows it: quoted, and cut where it is absurdly long. */
export function quoted(text: string): string {
  return `'${text.length > 60 ? `${text.slice(0, 60)}...` : text}'`
}
