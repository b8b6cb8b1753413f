import { EXIT, UserError } from '../shared/errors.ts'
import { COMMANDS, COMPLETE } from './commands.ts'
import type { Io } from './io.ts'
import { version } from './version.ts'

/** The program `lp-tui` on a command line; its exit code. */
export async function lpTui(io: Io, argv: readonly string[]): Promise<number> {
  const [first, ...others] = argv
  if (first === undefined) return wizard(io, argv)
  if (first === '--version' || first === '-V') {
    io.out(`${version()}\n`)
    return EXIT.ok
  }
  if (first === COMPLETE) {
    const { complete } = await import('./complete/complete.ts')
    return complete(io, others)
  }
  const wanted = first === 'help' ? others[0] : first
  if (wanted === undefined || wanted === '--help' || wanted === '-h') {
    io.out(overview())
    return EXIT.ok
  }
  if (first.startsWith('--') && (await import('./wizard.ts')).isWizardFlag(first)) return wizard(io, argv)
  const command = await load(wanted)
  if (wanted !== 'completion') await loadOwn(io)
  return command.run(io, first === 'help' ? ['--help'] : others)
}

/** The user's own profiles count in every command; not in the Action, whose verdict must not hang on a home folder. */
async function loadOwn(io: Io): Promise<void> {
  const { loadOwnProfiles } = await import('./own-profiles.ts')
  await loadOwnProfiles(io, io.note)
}

/** The wizard, or the help where no one can answer its questions. */
async function wizard(io: Io, argv: readonly string[]): Promise<number> {
  const [{ wizardOr }, { noScreenReason }] = await Promise.all([import('./wizard.ts'), import('./terminal.ts')])
  if (noScreenReason(io) === null) await loadOwn(io)
  return wizardOr(io, argv, overview())
}

async function load(name: string) {
  const entry = COMMANDS.find((command) => command.name === name)
  if (entry) return entry.load()
  const { didYouMean } = await import('../shared/nearest.ts')
  const names = COMMANDS.map((command) => command.name)
  const what = name.startsWith('-') ? 'option' : 'command'
  throw new UserError(
    'usage',
    `there is no ${what} ${name}.${didYouMean(name, names)}`,
    'lp-tui --help lists the commands.',
  )
}

function overview(): string {
  const width = Math.max(...COMMANDS.map(({ name }) => name.length)) + 2
  return `lp-tui plans, checks and runs llama.cpp on your hardware.

Usage:
  lp-tui [--hardware NAME] [--model FILE|ID] [--use-case ...]   the wizard: asks what is open
  lp-tui COMMAND [options]

Commands:
${COMMANDS.map(({ name, summary }) => `  ${name.padEnd(width)}${summary}`).join('\n')}

Options:
  -h, --help     this text; after a command, its options and examples
  -V, --version  the version

Examples:
  lp-tui generate --hardware auto --model-size 8B --output runtime_config.json
  lp-tui validate --config runtime_config.json

Exit codes: 0 fine, 1 violations, 2 usage, unreadable input or nothing to check,
            3 the environment failed (no engine), 4 a defect of lp-tui, 130 cancelled
`
}
