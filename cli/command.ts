import { UserError } from '../shared/errors.ts'
import { parseFlags, type Flags, type Parsed } from './flags.ts'
import { helpOf } from './help.ts'
import { quoted } from './inputs/number.ts'
import type { Io } from './io.ts'

/** A command as its file describes it. */
export type CommandSpec<F extends Flags> = {
  /** As typed: `lp-tui detect`. */
  readonly name: string
  /** One or two sentences: what it does. */
  readonly summary: string
  /** What follows the command's name, one form a line. Words after `--` are an error where no form has them. */
  readonly usage: readonly string[]
  readonly flags: F
  /** What stands under the flags: defaults, formats, exit codes. */
  readonly details?: readonly string[]
  /** Flags that another command has, with what to do. */
  readonly elsewhere?: Readonly<Record<string, string>>
  readonly examples: readonly [string, string, ...string[]]
  /** Returns the exit code. */
  run(io: Io, parsed: Parsed<F>): Promise<number>
}

export type Command = {
  readonly help: string
  /** What it is made of: completion and the manual page read it. */
  readonly spec: Omit<CommandSpec<Flags>, 'run'>
  run(io: Io, argv: readonly string[]): Promise<number>
}

/** Ties a command's description, its parsing and its help together. */
export function defineCommand<const F extends Flags>(spec: CommandSpec<F>): Command {
  const help = helpOf(spec)
  return {
    help,
    spec,
    async run(io, argv) {
      const end = argv.indexOf('--')
      const own = end === -1 ? argv : argv.slice(0, end)
      if (own.includes('--help') || own.includes('-h')) {
        io.out(help)
        return 0
      }
      const parsed = parseFlags(argv, spec.flags, spec.elsewhere)
      if (parsed.rest.length > 0 && !spec.usage.some((form) => /(^|[\s[])-- /.test(form))) {
        throw new UserError(
          'usage',
          `${spec.name} takes nothing after --, and ${quoted(parsed.rest.join(' '))} is there`,
        )
      }
      return spec.run(io, parsed)
    },
  }
}
