import { UserError } from '../../errors.ts'
import { showPath } from '../file-trouble.ts'
import { extended } from '../read-glob.ts'
import { DOCUMENT_FORMATS, type DocumentFormat } from './documents.ts'

/** Files to check: what they match, what they must not match, and the format where it is said. */
export type FilePattern = { readonly glob: string; readonly excludes: boolean; readonly format: DocumentFormat | null }

const MAX_LENGTH = 512
/** Patterns come out of a pull request: one that unfolds to thousands, or makes a matcher go back and forth, is refused. */
const MAX_BRACES = 100
const MAX_WILDCARDS = 24

/**
 * `configs/*.json`, `!configs/old.json`, `runtime-config=odd.name`.
 * @throws UserError for a pattern that is unusable
 */
export function readPattern(text: string): FilePattern {
  // To a shell `!(a)` is everything but a, which is not what it would exclude.
  if (text.startsWith('!(')) throw extended(text)
  const excludes = text.startsWith('!')
  const rest = excludes ? text.slice(1) : text
  const [, prefix, after] = /^([a-z-]+)=(.+)$/s.exec(rest) ?? []
  const format = DOCUMENT_FORMATS.find((known) => known === prefix) ?? null
  const glob = format === null ? rest : (after ?? '')
  if (glob === '' || glob.length > MAX_LENGTH || glob.includes('\0')) {
    throw new UserError('usage', `a config name has 1 to ${MAX_LENGTH} characters`)
  }
  const wildcards = (glob.match(/[*?([]|[+@!]\(/g) ?? []).length
  if (wildcards > MAX_WILDCARDS || alternatives(glob) > MAX_BRACES) {
    throw new UserError('usage', `the pattern ${showPath(glob.slice(0, 80))} stands for too many others`)
  }
  return { glob, excludes, format }
}

/** How many patterns the braces stand for, at most: `{a,b}{1..3}` is six. */
function alternatives(glob: string): number {
  let product = 1
  for (const [, from, to] of glob.matchAll(/\{(-?\d+)\.\.(-?\d+)/g)) product *= Math.abs(Number(to) - Number(from)) + 1
  for (const [, from = '', to = ''] of glob.matchAll(/\{([a-zA-Z])\.\.([a-zA-Z])\}/g)) {
    product *= Math.abs(to.charCodeAt(0) - from.charCodeAt(0)) + 1
  }
  // Nested or not, every comma adds at most one to its group.
  for (const group of glob.split('{').slice(1)) product *= (group.match(/,/g) ?? []).length + 1
  return product
}
