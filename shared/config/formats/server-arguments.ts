import { shown, type Collector } from './collector.ts'
import { flagOf, flagOfEnv, nearEnv, nearFlags, removedEnv, removedFlag, type NamedFlag } from './flag-names.ts'
import type { FlagChange } from './llama-flag-changes.ts'
import type { Word } from './word.ts'

/** One option as it was given. */
export type Given = NamedFlag & {
  /** As it is spelled in the file. */
  readonly key: Word
  /** Null for options that stand alone on a command line. */
  readonly value: Word | null
  /** Null for what this release knows. */
  readonly removed: FlagChange | null
}

/**
 * Words after `llama-server` -> options (common/arg.cpp, common_params_parse_ex): no `--name=value`, no grouping, no
 * positional words; a later one wins.
 */
export function givenArguments(words: readonly Word[], notes: Collector): Given[] {
  const given: Given[] = []
  for (let index = 0; index < words.length; index++) {
    const key = words[index]
    if (key === undefined) break
    const named = flagOf(key.value)
    const change = removedFlag(key.value)
    if (named === undefined && change === undefined) {
      if (key.open) notes.block('LP009', { key: shown(key.value) || 'this word', what: 'word' }, key.span)
      else unknownWord(key, notes)
      // What follows an unknown option may be its value; one report is enough.
      while (index + 1 < words.length && !looksLikeOption(words[index + 1])) index++
      continue
    }
    const takes = named?.flag.takes ?? change?.takes ?? 'nothing'
    const value = takes === 'nothing' ? null : (words[index + 1] ?? null)
    if (
      takes !== 'nothing' &&
      (value === null || (named?.flag.takes !== 'text' && isOption(value)) || isSwallowed(named, value))
    ) {
      notes.add('LP004', 'error', { key: `The value of ${shown(key.value)}`, problem: 'missing' }, key.span)
      continue
    }
    index += takes === 'two' ? 2 : takes === 'nothing' ? 0 : 1
    given.push({ ...fromChange(named, change), key, value })
  }
  return given
}

/** A variable of the surroundings that sets an option; null for one that does not. */
export function givenEnvironment(key: Word, value: Word, notes: Collector): Given | null {
  const named = flagOfEnv(key.value)
  const change = removedEnv(key.value)
  if (named === undefined && change === undefined) {
    if (key.value.startsWith('LLAMA_ARG_') && notes.room()) {
      notes.add('LP005', 'error', { key: shown(key.value), near: nearEnv(key.value) }, key.span)
    }
    return null
  }
  if (change !== undefined) {
    notes.add(
      'LP013',
      'error',
      {
        key: shown(key.value),
        use: change.use,
        what: 'variable',
        ...(change.removed_in && { build: change.removed_in }),
      },
      key.span,
    )
    return null
  }
  // LLAMA_ARG_NO_X switches X off whatever its value is (common/arg.cpp, get_value_from_env).
  return { ...fromChange(named, change), key, value: named?.on === false ? null : value }
}

/** What a removed option meant, as the option that took its place, so that the rest can be judged. */
export function fromChange(
  named: NamedFlag | undefined,
  change: FlagChange | undefined,
): Pick<Given, 'flag' | 'on' | 'removed'> {
  if (named !== undefined) return { ...named, removed: null }
  const flag = { flags: change?.flags ?? [], takes: change?.takes ?? ('nothing' as const) }
  return { flag, on: true, removed: change ?? null }
}

function unknownWord(key: Word, notes: Collector): void {
  if (!notes.room()) return
  const name = key.value.split('=', 1)[0] ?? ''
  const known = name !== key.value && flagOf(name) !== undefined
  const near = known ? [name] : key.value.startsWith('-') ? nearFlags(name) : []
  notes.add('LP005', 'error', { key: shown(key.value), near }, key.span)
}

function looksLikeOption(word: Word | undefined): boolean {
  return word !== undefined && /^--?[A-Za-z]/.test(word.value)
}

function isOption(word: Word): boolean {
  return looksLikeOption(word) && flagOf(word.value) !== undefined
}

/** `-fa -ngl 99`: earlier releases took -fa alone; this one takes the next word for its value and stops. */
function isSwallowed(named: NamedFlag | undefined, value: Word | null): boolean {
  return named?.flag.means !== undefined && value !== null && isOption(value)
}
