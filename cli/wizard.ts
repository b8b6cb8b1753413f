import { EXIT } from '../shared/errors.ts'
import type { Io } from './io.ts'
import { noScreenReason } from './terminal.ts'

/** Flags that answer the wizard's questions before it asks them. */
const FLAG_NAMES = [
  'hardware',
  'model',
  'model-size',
  'use-case',
  'precision',
  'context',
  'parallel',
  'program',
  'output',
]

/** Whether a first word opens the wizard: one of its flags, before any command. */
export function isWizardFlag(word: string): boolean {
  return FLAG_NAMES.some((name) => word === `--${name}` || word.startsWith(`--${name}=`))
}

/**
 * The wizard. Where there can be none, the help and the command that does the same without questions; nothing of the
 * wizard is loaded then.
 */
export async function wizardOr(io: Io, argv: readonly string[], help: string): Promise<number> {
  const reason = noScreenReason(io)
  if (reason !== null) {
    for (const line of help.trimEnd().split('\n')) io.note(line)
    io.note('')
    io.note(`${io.program}: the wizard needs a terminal, and ${reason}.`)
    io.note('  Without questions: lp-tui generate --hardware auto --model FILE.gguf --output runtime_config.json')
    return EXIT.usage
  }
  // Before the screen is taken: what is wrong with a flag is said as for every command.
  const answers = argv.length === 0 ? {} : await (await import('./wizard-answers.ts')).wizardAnswers(argv)
  const [{ startWizard }, { wizardServices }] = await Promise.all([
    import('./tui/start.ts'),
    import('./wizard-services.ts'),
  ])
  return startWizard(wizardServices(io), answers)
}
