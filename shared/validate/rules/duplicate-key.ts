import { str } from '../args.ts'
import type { Rule } from '../rule.ts'

/** LP002 */
export const duplicateKey: Rule = {
  id: 'LP002',
  scope: 'document',
  title: 'Key stands twice',
  severity: 'error',
  why: 'Programs disagree on which of two equal keys counts, so what was checked may not be what runs.',
  remedy: 'Remove one of the two.',
  sentence: (args) => `${str(args, 'key')} stands here for the second time; programs differ in which one they take.`,
}
