import { parseArgs } from 'node:util'
import { UserError } from '../shared/errors.ts'
import { didYouMean } from '../shared/nearest.ts'

/** One flag: what `parseArgs` needs, and what the help shows. */
type Flag = {
  readonly type: 'string' | 'boolean'
  readonly multiple?: true
  readonly short?: string
  /** Placeholder of the value in the help: `FILE`, `a|b`. */
  readonly value?: string
  readonly help: string
}
export type Flags = Readonly<Record<string, Flag>>

type Values<F extends Flags> = {
  readonly [K in keyof F]?: F[K] extends { type: 'boolean' }
    ? boolean
    : F[K] extends { multiple: true }
      ? string[]
      : string
}

export type Parsed<F extends Flags> = {
  readonly values: Values<F>
  readonly positionals: readonly string[]
  /** What stood after `--`. */
  readonly rest: readonly string[]
}

/**
 * A command line against its flags.
 * @param elsewhere flags of other commands, with what to do in place of them
 * @throws UserError('usage') for an unknown flag (with the nearest), a missing value, a flag given twice
 */
export function parseFlags<F extends Flags>(
  argv: readonly string[],
  flags: F,
  elsewhere: Readonly<Record<string, string>> = {},
): Parsed<F> {
  const end = argv.indexOf('--')
  const own = end === -1 ? [...argv] : argv.slice(0, end)
  const rest = end === -1 ? [] : argv.slice(end + 1)
  try {
    const { values, positionals, tokens } = parseArgs({
      args: glueNegativeNumbers(own, flags),
      options: { ...flags },
      allowPositionals: true,
      allowNegative: true,
      tokens: true,
    })
    const seen = new Set<string>()
    for (const token of tokens) {
      if (token.kind !== 'option' || flags[token.name]?.multiple === true) continue
      if (seen.has(token.name)) throw new UserError('usage', `--${token.name} is given twice`)
      seen.add(token.name)
    }
    return { values: withNegatives(values, flags), positionals, rest }
  } catch (error) {
    throw asUsageError(error, flags, elsewhere)
  }
}

/** parseArgs takes `--no-x` for `x: false`, also where the flag itself is called `no-x`. */
function withNegatives<T extends object>(values: T, flags: Flags): T {
  const named = Object.keys(flags).filter((name) => name.startsWith('no-'))
  const given = named.filter((name) => (values as Record<string, unknown>)[name.slice(3)] === false)
  const rest = Object.entries(values).filter(([name]) => !given.includes(`no-${name}`))
  return Object.fromEntries([...rest, ...given.map((name) => [name, true])]) as T
}

/** `--n-gpu-layers -1` reads as a missing value to parseArgs; `--n-gpu-layers=-1` does not. */
function glueNegativeNumbers(argv: readonly string[], flags: Flags): string[] {
  const glued: string[] = []
  for (const word of argv) {
    const before = glued.at(-1)
    const takesValue = before?.startsWith('--') === true && flags[before.slice(2)]?.type === 'string'
    if (takesValue && /^-[\d.]/.test(word)) glued[glued.length - 1] = `${before}=${word}`
    else glued.push(word)
  }
  return glued
}

/** What people type for an option of ours that no slip of the pen leads to: the words of llama.cpp and of other tools. */
const MEANT: Readonly<Record<string, string>> = {
  c: 'context',
  ctx: 'context',
  'ctx-size': 'context',
  'n-ctx': 'context',
  m: 'model',
  np: 'parallel',
  o: 'output',
  out: 'output',
  profile: 'hardware',
  quant: 'precision',
  quantization: 'precision',
  target: 'hardware',
  targets: 'hardware',
}

function asUsageError(error: unknown, flags: Flags, elsewhere: Readonly<Record<string, string>>): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  const message = error instanceof Error ? error.message : ''
  const quoted = /'([^']*)'/.exec(message)?.[1] ?? ''
  if (code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION') {
    const name = quoted.replace(/^-+/, '').replace(/^no-/, '')
    const meant = Object.hasOwn(MEANT, name) ? (MEANT[name] ?? '') : ''
    const near = Object.hasOwn(flags, meant)
      ? ` Did you mean --${meant}?`
      : didYouMean(name, Object.keys(flags)).replaceAll(/(?<=mean |, )/g, '--')
    const instead = Object.hasOwn(elsewhere, name) ? elsewhere[name] : undefined
    return new UserError(
      'usage',
      `there is no option ${quoted}.${instead === undefined ? near : ''}`,
      instead ?? 'The same command with --help lists the options.',
    )
  }
  if (code === 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE') {
    const name = /--([\w-]+)/.exec(message)?.[1] ?? quoted
    const flag = flags[name]
    if (flag?.type === 'boolean') return new UserError('usage', `--${name} takes no value`)
    return new UserError('usage', `--${name} needs a value: --${name} ${flag?.value ?? 'VALUE'}`)
  }
  return error
}
