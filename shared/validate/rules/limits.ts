import { num, str } from '../args.ts'
import type { Rule } from '../rule.ts'

const LIMITS: Readonly<Record<string, string>> = {
  length: 'characters',
  nesting: 'levels of nesting',
  keys: 'keys',
}

/** LP007 */
export const limits: Rule = {
  id: 'LP007',
  scope: 'document',
  title: 'Document too large',
  severity: 'error',
  why: 'Limits keep one file from stalling a check of many. No runtime config comes near them.',
  remedy: 'Check that this is the file you meant.',
  sentence: (args) =>
    `The document has more than ${num(args, 'most').toLocaleString('en-US')} ${LIMITS[str(args, 'limit')] ?? 'parts'} and was not read.`,
}
