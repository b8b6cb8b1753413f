import { str } from '../args.ts'
import type { Rule } from '../rule.ts'

const PROBLEMS: Readonly<Record<string, string>> = {
  empty: 'The file is empty.',
  unknown_word: 'This is no JSON value; a text needs double quotes.',
  bad_number: 'This number is not written as JSON writes numbers.',
  key_expected: 'A key in double quotes is expected here.',
  value_expected: 'A value is expected here.',
  colon_expected: 'A colon is expected here.',
  comma_expected: 'A comma is expected here.',
  brace_not_closed: 'A closing brace is missing here.',
  bracket_not_closed: 'A closing bracket is missing here.',
  text_after_end: 'The document has ended; this is left over.',
  trailing_comma: 'The comma before this has nothing after it.',
  comment_not_closed: 'This comment does not end.',
  string_not_closed: 'This text has no closing quote on its line.',
  bad_escape: 'This escape in a text is not one that JSON knows.',
  control_character: 'This text holds a control character; write it as an escape.',
}

/** LP001 */
export const syntax: Rule = {
  id: 'LP001',
  scope: 'document',
  title: 'Not valid JSON',
  severity: 'error',
  why: 'A file that cannot be parsed cannot be judged, and no program can load it.',
  remedy: 'Mend the text at the place that is shown; later errors may follow from the first one.',
  sentence: (args) => `Not valid JSON: ${lowerFirst(PROBLEMS[str(args, 'problem')] ?? 'A value is expected here.')}`,
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1)
}
