import { render } from 'ink'
import type { RunEvent } from '../core.ts'
import { eventLines, type LineContext } from '../../running/event-lines.ts'
import { LookContext } from '../components/look.tsx'
import { openScreen } from '../terminal/screen.ts'
import { glyphsFor, type TerminalHints } from '../theme.ts'
import { WatchApp } from './watch-app.tsx'
import { afterEvent, FIRST_VIEW } from './watch-view.ts'

export type WatchSetting = TerminalHints & LineContext & { readonly model: string; note(line: string): void }

/** What the last screen said, so that it is not lost with it. */
const LAST_WORDS = 12

/** The dashboard on this process's terminal, until it is closed. */
export function startWatch({ env, platform, model, note, ...context }: WatchSetting) {
  let view = FIRST_VIEW
  let stopRun: (signal: NodeJS.Signals) => void = () => {}
  let finish = () => {}
  const ended = new Promise<void>((resolve) => {
    finish = resolve
  })
  const listeners = new Set<() => void>()
  const set = (next: typeof view) => {
    view = next
    for (const listener of listeners) listener()
  }
  const store = {
    view: () => view,
    subscribe(listener: () => void) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    stop() {
      set({ ...view, status: 'stopping' })
      stopRun('SIGINT')
    },
    ended,
  }
  const glyphs = glyphsFor({ env, platform })
  const screen = openScreen(process.stdout, glyphs.ellipsis)
  const ink = render(
    <LookContext.Provider value={{ glyphs, screenReader: false }}>
      <WatchApp store={store} model={model} expected={context.expected} models={context.models} />
    </LookContext.Provider>,
    { stdout: screen.stream, exitOnCtrlC: false, patchConsole: false, debug: true },
  )
  let open = true
  return {
    onRun: (run: { stop(signal: NodeJS.Signals): void }) => {
      stopRun = run.stop
    },
    onEvent: (event: RunEvent) => set(afterEvent(view, event, eventLines(event, context))),
    close() {
      if (!open) return
      open = false
      finish()
      ink.unmount()
      screen.close()
      for (const line of view.lines.slice(-LAST_WORDS)) note(line)
    },
  }
}
