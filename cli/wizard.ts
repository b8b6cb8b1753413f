import { EXIT } from '../shared/errors.ts'
import type { Io } from './io.ts'

/** Why there can be no wizard here, or null where a person sits at a terminal. */
export function noWizardReason({ env }: Io): string | null {
  if (!process.stdin.isTTY || !process.stdout.isTTY) return 'this is not a terminal'
  if (env['TERM'] === 'dumb') return 'TERM=dumb is a terminal without a screen'
  const ci = env['CI']
  return ci === undefined || ['', '0', 'false'].includes(ci) ? null : 'CI is set'
}

/** The wizard; where there can be none, the help, with the command that does the same without questions. */
export async function wizardOr(io: Io, help: string): Promise<number> {
  const reason = noWizardReason(io)
  if (reason !== null) {
    for (const line of help.trimEnd().split('\n')) io.note(line)
    io.note('')
    io.note(`${io.program}: the wizard needs a terminal, and ${reason}.`)
    io.note('  lp-tui generate --hardware auto --model FILE.gguf --output runtime_config.json does the same.')
    return EXIT.usage
  }
  const [{ startWizard }, { wizardServices }] = await Promise.all([
    import('./tui/start.ts'),
    import('./wizard-services.ts'),
  ])
  return startWizard(wizardServices(io))
}
