import { render } from 'ink'
import { SIGNAL_EXIT } from '../io.ts'
import { App } from './app.tsx'
import type { Services } from './services.ts'
import type { Screen } from './terminal/screen.ts'
import { suspension } from './terminal/suspension.ts'
import type { Glyphs } from './theme.ts'
import type { Answers } from './wizard/answers.ts'
import { awaitedModel } from './wizard/awaited-model.ts'
import { lastWords } from './wizard/last-words.ts'
import { createWizard, type Wizard } from './wizard/wizard.ts'

export type Session = {
  readonly services: Services
  readonly answers: Partial<Answers>
  /** Null for screen readers: then the flow is linear. */
  readonly screen: Screen | null
  readonly screenReader: boolean
  readonly glyphs: Glyphs
  /** Where keys come from; the process's own when absent. */
  readonly stdin?: NodeJS.ReadStream
}

export type SessionEnd = { readonly code: number; readonly lines: readonly string[]; readonly run: string | null }

/**
 * One run of the wizard on a terminal: the only file that ties Ink to it.
 * @throws what went wrong while drawing or answering; the terminal is the caller's to restore
 */
export async function runSession({
  services,
  answers,
  screen,
  screenReader,
  glyphs,
  stdin,
}: Session): Promise<SessionEnd> {
  const stdout = screen?.stream ?? process.stdout
  const size = { columns: stdout.columns || 80, rows: stdout.rows || 24 }
  const jobs = suspension(stdin ?? process.stdin, screen, () => void stdout.emit('resize'))
  const wizard = createWizard({ ...services, suspend: jobs.suspend }, answers, size)
  const giveBack = services.takeSignals((signal) => wizard.act({ do: 'end', code: SIGNAL_EXIT[signal] ?? 1 }))
  const broken = failure()
  const ink = render(<App wizard={wizard} look={{ glyphs, screenReader }} />, {
    stdout,
    ...(stdin && { stdin }),
    exitOnCtrlC: false,
    isScreenReaderEnabled: screenReader,
    patchConsole: false,
    // Whole frames, one a write: the screen draws them itself.
    debug: screen !== null,
  })
  try {
    const drawn = ink.waitUntilExit().then(() => wizard.ended)
    const outcome = await Promise.race([wizard.ended, drawn, broken.happened])
    const lines = lastWords(outcome, services.platform)
    return { code: outcome.code, lines: lines.concat(awaited(wizard, lines)), run: outcome.run ?? null }
  } finally {
    giveBack()
    jobs.close()
    broken.stop()
    ink.unmount()
  }
}

/** Set apart from the command above it; nothing after an end without words. */
function awaited(wizard: Wizard, lines: readonly string[]): string[] {
  const more = lines.length === 0 ? [] : awaitedModel(wizard.view())
  return more.length === 0 ? [] : ['', ...more]
}

/** Errors that no one else caught, so that the screen is restored before they are told. */
function failure(): { happened: Promise<never>; stop: () => void } {
  let listener: (error: unknown) => void = () => {}
  const happened = new Promise<never>((_, reject) => {
    listener = reject
  })
  happened.catch(() => {})
  process.on('uncaughtException', listener)
  return { happened, stop: () => void process.off('uncaughtException', listener) }
}
