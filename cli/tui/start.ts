import { EXIT } from '../../shared/errors.ts'
import { quietEnvironment } from './environment.ts'
import type { Answers } from './wizard/answers.ts'
import type { Services } from './services.ts'
import type { SessionEnd } from './session.tsx'
import { earlyKeys } from './terminal/early-keys.ts'
import { openScreen, type Screen } from './terminal/screen.ts'
import { type Glyphs, glyphsFor, SPOKEN } from './theme.ts'

type Start = {
  readonly services: Services
  readonly answers: Partial<Answers>
  /** Null for screen readers. */
  readonly screen: Screen | null
  readonly screenReader: boolean
  readonly glyphs: Glyphs
}

/**
 * Runs the wizard on this process's terminal until the user has what they came for.
 * @param answers what flags have settled already
 * @returns the exit code
 */
export async function startWizard(services: Services, answers: Partial<Answers> = {}): Promise<number> {
  const { env } = services
  const screenReader = env['INK_SCREEN_READER'] === 'true'
  const restore = quietEnvironment(env)
  const glyphs = screenReader ? SPOKEN : glyphsFor(services)
  const screen = screenReader ? null : openScreen(process.stdout, glyphs.ellipsis)
  try {
    const outcome = await sessionOf({ services, answers, screen, screenReader, glyphs })
    screen?.close()
    services.say(screenReader ? ['', ...outcome.lines] : outcome.lines)
    return outcome.run === null ? outcome.code : await services.run(outcome.run)
  } finally {
    screen?.close()
    services.close()
    restore()
  }
}

/** The core and Ink take a while to load; the user sees at once that something happens, and may type ahead. */
async function sessionOf(start: Start): Promise<SessionEnd> {
  const { services, screen, glyphs } = start
  if (screen === null) return (await loadSession(services))(start)
  const show = (line: string) =>
    screen.show(`  lp-tui\n${glyphs.rule.repeat(process.stdout.columns || 80)}\n\n  ${line}`)
  show('looking at this machine')
  const keys = earlyKeys(process.stdin, () => show(`looking at this machine; the keys are answered in a moment`))
  try {
    const runSession = await Promise.race([loadSession(services), keys.cancelled])
    if (runSession === undefined) {
      keys.close()
      return { code: EXIT.cancelled, lines: [], run: null }
    }
    keys.handOver()
    return await runSession(start)
  } catch (error) {
    keys.close()
    throw error
  }
}

async function loadSession(services: Services) {
  await services.load()
  await import('./libraries.ts')
  await new Promise((resolve) => void setImmediate(resolve))
  return (await import('./session.tsx')).runSession
}
