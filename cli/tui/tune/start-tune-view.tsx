import type { TuneProgress } from '../../../shared/index.ts'
import { quietEnvironment } from '../environment.ts'
import { glyphsFor, SPOKEN, type TerminalHints } from '../theme.ts'

export type LiveTuneView = {
  show(progress: TuneProgress): void
  /** Says that it ends; the last frame stays until `close`. */
  stopping(): void
  close(): void
}

const TICK_MS = 1000

/** The live view on this process's terminal, below what is there already. Takes no keys: Ctrl+C stays a signal. */
export async function startTuneView(title: string, hints: TerminalHints): Promise<LiveTuneView> {
  const screenReader = hints.env['INK_SCREEN_READER'] === 'true'
  const restore = quietEnvironment(hints.env)
  const [{ render }, { TuneView }, { LookContext }] = await Promise.all([
    import('ink'),
    import('./tune-view.tsx'),
    import('../components/look.tsx'),
  ])
  const look = { glyphs: screenReader ? SPOKEN : glyphsFor(hints), screenReader }
  const state: { progress: TuneProgress | null; at: number; ending: boolean } = { progress: null, at: 0, ending: false }
  const frame = () =>
    state.progress === null ? null : (
      <LookContext.Provider value={look}>
        <TuneView
          title={title}
          progress={state.progress}
          waited_s={(performance.now() - state.at) / 1000}
          columns={process.stdout.columns || 80}
          stopping={state.ending}
        />
      </LookContext.Provider>
    )
  const ink = render(frame(), { exitOnCtrlC: false, isScreenReaderEnabled: screenReader, patchConsole: false })
  const draw = () => ink.rerender(frame())
  let closed = false
  const ticking = setInterval(draw, TICK_MS)
  return {
    show(progress) {
      Object.assign(state, { progress, at: performance.now() })
      draw()
    },
    stopping() {
      state.ending = true
      draw()
    },
    close() {
      if (closed) return
      closed = true
      clearInterval(ticking)
      ink.clear()
      ink.unmount()
      restore()
    },
  }
}
