import type { FindingArgs } from '../../finding.ts'
import { list, num, str } from '../args.ts'
import type { Rule } from '../rule.ts'

const KINDS: Readonly<Record<string, string>> = {
  int: 'a whole number',
  number: 'a number',
  string: 'a text',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
  record: 'an object',
  tuple: 'a list',
  null: 'null',
  shorter: 'something shorter',
}

/** LP004 */
export const badValue: Rule = {
  id: 'LP004',
  scope: 'document',
  title: 'Value missing or out of range',
  severity: 'error',
  why: 'The value has a type or a size that the key cannot have, so the config cannot be judged or loaded.',
  remedy: 'Write a value of the kind that the message names.',
  sentence: (args) => `${problem(args, str(args, 'key') || 'The document')}${more(args)}`,
}

function problem(args: FindingArgs, key: string): string {
  switch (str(args, 'problem')) {
    case 'missing':
      return `${key} is missing.`
    case 'type':
      return `${key} must be ${or(list(args, 'expected').map(kind))}, not ${found(args)}.`
    case 'too_small':
      return `${key} must be at least ${size(args)}${shown(args)}.`
    case 'too_big':
      return `${key} must be at most ${size(args)}${shown(args)}.`
    case 'choice':
      return `${key} must be ${or(list(args, 'choices'))}.${near(args)}`
    case 'not_over':
      return `${key} must be more than ${size(args)}${shown(args)}.`
    case 'form':
      return `${key} must be ${str(args, 'form')}.`
    case 'other_file':
      return 'This is a hardware snapshot, not a runtime config. A snapshot is a target: pass it with --hardware.'
    default:
      return `${key} is not valid.`
  }
}

function size(args: FindingArgs): string {
  const limit = num(args, 'limit')
  if (str(args, 'of') === 'string') return `${limit} ${limit === 1 ? 'character' : 'characters'} long`
  if (str(args, 'of') === 'array') return `${limit} ${limit === 1 ? 'entry' : 'entries'} long`
  return String(limit)
}

function found(args: FindingArgs): string {
  if (typeof args['value'] === 'number') return String(args['value'])
  return kind(str(args, 'found'))
}

function shown(args: FindingArgs): string {
  return typeof args['value'] === 'number' ? `, not ${args['value']}` : ''
}

function near(args: FindingArgs): string {
  const [name] = list(args, 'near')
  return name === undefined ? '' : ` Did you mean ${name}?`
}

function more(args: FindingArgs): string {
  const count = args['more']
  if (typeof count !== 'number') return ''
  return count === 1 ? ' 1 more value is wrong.' : ` ${count} more values are wrong.`
}

function kind(name: string): string {
  return KINDS[name] ?? 'another kind of value'
}

function or(names: readonly string[]): string {
  const unique = [...new Set(names)]
  return unique.length < 2 ? unique.join('') : `${unique.slice(0, -1).join(', ')} or ${unique.at(-1)}`
}
