import { str } from '../args.ts'
import type { Rule } from '../rule.ts'

/** LP003 */
export const portableJson: Rule = {
  id: 'LP003',
  scope: 'document',
  title: 'JSON that other readers refuse',
  severity: 'warning',
  why: 'Comments and a byte order mark are no part of JSON. This tool reads them; most programs do not.',
  remedy: 'Remove comments, and save the file as UTF-8 without a byte order mark.',
  sentence: (args) =>
    str(args, 'what') === 'bom'
      ? 'The file starts with a byte order mark, which other JSON readers refuse.'
      : 'Other JSON readers refuse comments.',
}
