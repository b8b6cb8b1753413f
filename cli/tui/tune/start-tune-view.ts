import type { TuneProgress } from '../core.ts'
import { quietEnvironment } from '../environment.ts'
import { glyphsFor, SPOKEN, type TerminalHints } from '../theme.ts'

export type LiveTuneView = {
  show(progress: TuneProgress): void
  /** Says that it ends; the last frame stays until `close`. */
  stopping(): void
  close(): void
}

/**
 * The live view on this process's terminal. Takes no keys: Ctrl+C stays a signal. Nothing of React is loaded before the
 * environment is set (no JSX in this file): half of it would be the development build, which then draws nothing.
 */
export async function startTuneView(title: string, hints: TerminalHints): Promise<LiveTuneView> {
  const screenReader = hints.env['INK_SCREEN_READER'] === 'true'
  const restore = quietEnvironment(hints.env)
  const { liveTune } = await import('./live-tune.tsx')
  const view = liveTune(title, { glyphs: screenReader ? SPOKEN : glyphsFor(hints), screenReader })
  return {
    ...view,
    close() {
      view.close()
      restore()
    },
  }
}
