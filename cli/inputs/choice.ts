import { UserError } from '../../shared/errors.ts'
import { didYouMean } from '../../shared/nearest.ts'
import { quoted } from './number.ts'

/**
 * One of a few words.
 * @throws UserError('usage') with the words and the nearest one
 */
export function oneOf<const T extends string>(flag: string, text: string, words: readonly T[]): T {
  const found = words.find((word) => word === text)
  if (found !== undefined) return found
  throw new UserError(
    'usage',
    `--${flag} takes one of ${words.join(', ')}, not ${quoted(text)}.${didYouMean(text, words)}`,
  )
}
