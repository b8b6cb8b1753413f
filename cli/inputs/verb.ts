import { UserError } from '../../shared/errors.ts'
import { quotePosix } from '../../shared/export/shell-quote.ts'
import { didYouMean } from '../../shared/nearest.ts'
import { quoted } from './number.ts'

/**
 * The verb of `lp-tui profiles VERB [ID]`.
 * @param verbs whether each takes an id
 * @throws UserError('usage') for another verb, a missing id, or words too many
 */
export function verbOf<const V extends Record<string, boolean>>(
  positionals: readonly string[],
  verbs: V,
  fallback: keyof V & string,
): { verb: keyof V & string; id: string } {
  const [verb = fallback, id, ...more] = positionals
  const names = Object.keys(verbs)
  if (!names.includes(verb)) {
    throw new UserError(
      'usage',
      `there is no ${quoted(verb)} here, only ${names.join(', ')}.${didYouMean(verb, names)}`,
    )
  }
  if (verbs[verb] === true && id === undefined) throw new UserError('usage', `${verb} needs an id`, 'list shows them.')
  const extra = verbs[verb] === true ? more : positionals.slice(1)
  if (extra.length > 0) throw new UserError('usage', `${quoted(extra.join(' '))} is one word too many`)
  return { verb, id: id ?? '' }
}

/**
 * @param option what one word alone most likely is a value of
 * @throws UserError('usage') when a command that takes no words got some
 */
export function noWords(positionals: readonly string[], option?: string): void {
  const [first, ...more] = positionals
  if (first === undefined) return
  throw new UserError(
    'usage',
    `${quoted(positionals.join(' '))} is not part of an option`,
    option !== undefined && more.length === 0
      ? `Name its option: --${option} ${quotePosix(first)}`
      : 'Values need their option before them.',
  )
}
