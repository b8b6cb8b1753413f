import { render } from 'ink'
import type { TuneProgress } from '../../../shared/index.ts'
import { type Look, LookContext } from '../components/look.tsx'
import type { LiveTuneView } from './start-tune-view.ts'
import { TuneView } from './tune-view.tsx'

const TICK_MS = 1000

/** Draws the view below what is on the terminal already, again with every piece of news and every second. */
export function liveTune(title: string, look: Look): LiveTuneView {
  let news: { readonly progress: TuneProgress; readonly at_ms: number } | null = null
  let ending = false
  let closed = false
  const frame = () =>
    news === null ? null : (
      <LookContext.Provider value={look}>
        <TuneView
          title={title}
          progress={news.progress}
          waited_s={(performance.now() - news.at_ms) / 1000}
          columns={process.stdout.columns || 80}
          stopping={ending}
        />
      </LookContext.Provider>
    )
  const ink = render(null, { exitOnCtrlC: false, isScreenReaderEnabled: look.screenReader, patchConsole: false })
  const draw = () => ink.rerender(frame())
  const ticking = setInterval(draw, TICK_MS)
  return {
    show(progress) {
      news = { progress, at_ms: performance.now() }
      draw()
    },
    stopping() {
      ending = true
      draw()
    },
    close() {
      if (closed) return
      closed = true
      clearInterval(ticking)
      ink.clear()
      ink.unmount()
    },
  }
}
