import type { Command } from '../command.ts'
import { COMMANDS } from '../commands.ts'
import type { Flags } from '../flags.ts'
import type { Candidate } from './candidate.ts'
import { flagValues, wordValues } from './values.ts'

/**
 * What may stand in place of the last of `words`.
 * @param program the name that the line begins with
 * @param words what follows it, up to the word being typed
 */
export async function candidates(program: string, words: readonly string[]): Promise<readonly Candidate[]> {
  // Bash hands `--flag=value` over as three words; PowerShell cannot hand over an empty one, and says `=` as well.
  const whole = words.at(-1) === '=' ? [...words.slice(0, -1), ''] : words
  const typed = whole.flatMap((word) => (word === '=' ? [] : /^--[\w-]+=/.test(word) ? splitOnce(word) : [word]))
  const word = typed.at(-1) ?? ''
  if (typed.slice(0, -1).includes('--')) return wordValues('', 'FILE')
  if (program === 'llama-pajamas-run') {
    return starting(word, await ofCommand((await import('../commands/run.ts')).runCommand, typed))
  }
  const [name, ...others] = typed
  if (name === undefined || others.length === 0) return starting(word, commandNames())
  if (name === 'help') return starting(word, commandNames())
  const entry = COMMANDS.find((command) => command.name === name)
  return entry === undefined ? [] : starting(word, await ofCommand(await entry.load(), others))
}

async function ofCommand({ spec }: Command, words: readonly string[]): Promise<readonly Candidate[]> {
  const word = words.at(-1) ?? ''
  const before = words.at(-2)
  const flag = before?.startsWith('--') === true ? spec.flags[before.slice(2)] : undefined
  if (before !== undefined && flag?.type === 'string') return flagValues(before.slice(2), flag.value ?? '')
  if (word.startsWith('-')) return flagNames(spec.flags, words)
  const place = words.slice(0, -1).filter((other, i) => !other.startsWith('-') && !takesWord(words[i - 1], spec.flags))
  return nextWords(spec, place)
}

/** A flag that stands already is offered again only where it may. */
function flagNames(flags: Flags, words: readonly string[]): Candidate[] {
  const all: Flags = { ...flags, help: { type: 'boolean', help: 'options and examples' } }
  return Object.entries(all)
    .filter(([name, flag]) => flag.multiple === true || !words.slice(0, -1).includes(`--${name}`))
    .map(([name, flag]) => ({ value: `--${name}`, help: flag.help }))
}

function takesWord(before: string | undefined, flags: Flags): boolean {
  return before?.startsWith('--') === true && flags[before.slice(2)]?.type === 'string'
}

/** The words of the usage's forms (`show ID`) that fit behind `place`. */
function nextWords({ name, usage }: Command['spec'], place: readonly string[]): readonly Candidate[] {
  const next = usage
    .filter((form) => !form.startsWith(' '))
    .map(leadingWords)
    .filter((form) => place.every((word, i) => form[i] === word || /^[A-Z]/.test(form[i] ?? '')))
    .flatMap((form) => form[place.length] ?? [])
  return [...new Set(next)].flatMap((part) =>
    /^[a-z|-]+$/.test(part) ? part.split('|').map((value) => ({ value })) : wordValues(name, part),
  )
}

/** What stands before the first option of a form: `show ID [--json]` has `show` and `ID`. */
function leadingWords(form: string): string[] {
  const parts = form.replaceAll(/[[\]]/g, '').split(' ')
  const end = parts.findIndex((part) => /^\(?-/.test(part))
  return end === -1 ? parts : parts.slice(0, end)
}

function commandNames(): Candidate[] {
  return [...COMMANDS.map(({ name, summary }) => ({ value: name, help: summary })), { value: '--help' }]
}

function starting(word: string, found: readonly Candidate[]): Candidate[] {
  return found.filter(({ value }) => value.startsWith(word) || value.startsWith(':'))
}

function splitOnce(word: string): [string, string] {
  const at = word.indexOf('=')
  return [word.slice(0, at), word.slice(at + 1)]
}
