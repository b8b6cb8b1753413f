import { Writable } from 'node:stream'
import { inlinePainter } from './inline-painter.ts'

export type InlineScreen = {
  /** A stream for Ink: each write is the whole view. Has the terminal's size, and tells of changes. */
  readonly stream: NodeJS.WriteStream
  /** Lines that stay, above the view. */
  print(text: string): void
  /** Leaves the last view standing. Safe to call again. */
  close(): void
}

/**
 * A view below what is on the terminal already, which scrolls on as lines are printed above it. What comes in one turn is
 * written once. Ink's own way counts the lines that it wrote; a terminal that has become narrower shows more.
 */
export function inlineScreen(terminal: NodeJS.WriteStream): InlineScreen {
  const painter = inlinePainter(terminal)
  let lines: string[] = []
  let view: string | null = null
  let waiting = false
  let open = true

  const flush = (): void => {
    waiting = false
    if (!open || (view === null && lines.length === 0)) return
    painter.draw(view, lines.splice(0))
    view = null
  }
  const soon = (): void => {
    if (waiting) return
    waiting = true
    setImmediate(flush)
  }
  const stream = new Writable({
    decodeStrings: false,
    write(frame: string, _encoding, done) {
      view = frame
      soon()
      done()
    },
  })
  // Not a terminal to Ink, so that it writes nothing but views.
  Object.defineProperties(stream, {
    columns: { get: () => terminal.columns || 80 },
    rows: { get: () => terminal.rows || 24 },
    isTTY: { value: false },
  })
  const resized = (): void => void stream.emit('resize')
  terminal.on('resize', resized)
  return {
    stream: stream as unknown as NodeJS.WriteStream,
    print(text) {
      lines.push(...text.split('\n'))
      soon()
    },
    close() {
      if (!open) return
      flush()
      open = false
      terminal.off('resize', resized)
    },
  }
}
