import { renderToString } from 'ink'
import type { TuneProgress } from '../core.ts'
import { type Look, LookContext } from '../components/look.tsx'
import { inlinePainter, type InlineOutput } from '../terminal/inline-painter.ts'
import type { LiveTuneView } from './start-tune-view.ts'
import { TuneView } from './tune-view.tsx'

const TICK_MS = 1000

type Output = InlineOutput & {
  on(event: 'resize', listener: () => void): unknown
  off(event: 'resize', listener: () => void): unknown
}

/**
 * Draws the view below what is on the terminal already, again with every piece of news, every second, and when the terminal
 * gets another size.
 */
export function liveTune(title: string, look: Look, out: Output = process.stdout): LiveTuneView {
  let news: { readonly progress: TuneProgress; readonly at_ms: number } | null = null
  let ending = false
  let closed = false
  const painter = inlinePainter(out)
  const draw = (): void => {
    if (news === null) return
    const columns = out.columns ?? 80
    const frame = (
      <LookContext.Provider value={look}>
        <TuneView
          title={title}
          progress={news.progress}
          waited_s={(performance.now() - news.at_ms) / 1000}
          columns={columns}
          stopping={ending}
        />
      </LookContext.Provider>
    )
    painter.draw(renderToString(frame, { columns }))
  }
  const ticking = setInterval(draw, TICK_MS)
  out.on('resize', draw)
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
      out.off('resize', draw)
      painter.clear()
    },
  }
}
