import { quietEnvironment } from './environment.ts'
import type { Answers } from './wizard/answers.ts'
import type { Services } from './services.ts'
import { openScreen } from './terminal/screen.ts'
import { glyphsFor, SPOKEN } from './theme.ts'

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
    // Ink takes a while to load; the user sees at once that something happens.
    screen?.show(`  lp-tui\n${glyphs.rule.repeat(process.stdout.columns || 80)}\n\n  looking at this machine`)
    const { runSession } = await import('./session.tsx')
    const outcome = await runSession({ services, answers, screen, screenReader, glyphs })
    screen?.close()
    services.say(screenReader ? ['', ...outcome.lines] : outcome.lines)
    return outcome.run === null ? outcome.code : await services.run(outcome.run)
  } finally {
    screen?.close()
    services.close()
    restore()
  }
}
