import type { FindingArgs } from '../../finding.ts'
import { list, str } from '../args.ts'
import type { Rule } from '../rule.ts'

/** LP005 */
export const unknownKey: Rule = {
  id: 'LP005',
  scope: 'document',
  title: 'Unknown key',
  severity: 'error',
  why: 'A key that nothing reads has no effect: the setting that was meant keeps its default, and the verdict is about that.',
  remedy: 'Correct the name, move the key to where it belongs, or remove it.',
  sentence: (args) => {
    const belongs = str(args, 'belongs_in')
    const near = list(args, 'near')
    const hint = belongs ? ` It belongs in ${belongs}.` : near.length > 0 ? ` Did you mean ${near.join(', ')}?` : ''
    const key = str(args, 'key')
    return `${key} is not ${key.startsWith('-') ? 'an option of llama-server' : 'a key of this format'}.${hint}${more(args)}`
  },
}

function more({ more: count }: FindingArgs): string {
  if (typeof count !== 'number') return ''
  return count === 1 ? ' 1 more key is unknown.' : ` ${count} more keys are unknown.`
}
