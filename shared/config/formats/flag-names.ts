import { nearestNames } from '../../nearest.ts'
import { FLAG_CHANGES, type FlagChange } from './llama-flag-changes.ts'
import { LLAMA_FLAGS, type LlamaFlag } from './llama-flags.ts'

/** An option under one of its names. */
export type NamedFlag = { readonly flag: LlamaFlag; readonly on: boolean }

const BY_SPELLING = new Map<string, NamedFlag>(
  LLAMA_FLAGS.flatMap((flag) => [
    ...flag.flags.map((name) => [name, { flag, on: true }] as const),
    ...(flag.no ?? []).map((name) => [name, { flag, on: false }] as const),
  ]),
)
const BY_ENV = new Map<string, NamedFlag>(
  LLAMA_FLAGS.flatMap((flag) => {
    if (flag.env === undefined) return []
    const negated = [flag.env.replace('LLAMA_ARG_', 'LLAMA_ARG_NO_'), { flag, on: false }] as const
    return [[flag.env, { flag, on: true }] as const, ...(flag.no === undefined ? [] : [negated])]
  }),
)
const BY_PRESET_KEY = new Map<string, NamedFlag>([
  // The preset reader turns only options round, not variables: LLAMA_ARG_NO_X = 1 switches X on (parse_bool_arg).
  ...[...BY_ENV].map(([name, { flag }]) => [name, { flag, on: true }] as const),
  ...[...BY_SPELLING].map(([name, named]) => [name.replace(/^-+/, ''), named] as const),
])

const REMOVED = new Map(FLAG_CHANGES.flatMap((change) => change.flags.map((name) => [name, change] as const)))
const REMOVED_ENV = new Map(FLAG_CHANGES.flatMap((change) => (change.env === undefined ? [] : [[change.env, change]])))
const REMOVED_KEY = new Map([...REMOVED].map(([name, change]) => [name.replace(/^-+/, ''), change] as const))

/** `--ctx_size` is `--ctx-size` to llama-server; short options are taken as they are. */
export function spelled(word: string): string {
  return word.startsWith('--') ? word.replaceAll('_', '-') : word
}

export function flagOf(word: string): NamedFlag | undefined {
  return BY_SPELLING.get(spelled(word))
}

export function removedFlag(word: string): FlagChange | undefined {
  return REMOVED.get(spelled(word))
}

export function flagOfEnv(name: string): NamedFlag | undefined {
  return BY_ENV.get(name)
}

export function removedEnv(name: string): FlagChange | undefined {
  return REMOVED_ENV.get(name)
}

/** A key of a preset: an option without its dashes, or an environment variable (common/preset.cpp, get_map_key_opt). */
export function flagOfPresetKey(key: string): NamedFlag | undefined {
  return BY_PRESET_KEY.get(key)
}

export function removedPresetKey(key: string): FlagChange | undefined {
  return REMOVED_KEY.get(key) ?? removedEnv(key)
}

/** Options that `word` may be a slip for. */
export function nearFlags(word: string): string[] {
  return nearestNames(spelled(word), BY_SPELLING.keys())
}

export function nearPresetKeys(key: string): string[] {
  return nearestNames(key, BY_PRESET_KEY.keys())
}

export function nearEnv(name: string): string[] {
  return nearestNames(name, BY_ENV.keys())
}
