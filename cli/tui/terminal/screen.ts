import { Writable } from 'node:stream'
import { paint } from './painter.ts'

/** The alternate screen, no cursor, no automatic line breaks, pastes marked as such; and the way back. */
const ENTER = '\u001B[?1049h\u001B[?25l\u001B[?7l\u001B[?2004h'
const LEAVE = '\u001B[0m\u001B[?2004l\u001B[?7h\u001B[?25h\u001B[?1049l'

export type Screen = {
  /** A stream for Ink: each write is a whole frame. Has the terminal's size, and tells of changes. */
  readonly stream: NodeJS.WriteStream
  /** Shows a frame at once. */
  show(frame: string): void
  /** Gives the terminal back as it was, until `resume` takes it again. */
  pause(): void
  resume(): void
  /** Gives the terminal back as it was. Safe to call again. */
  close(): void
}

/**
 * Takes the whole terminal until `close` is called or the process ends. Frames that come in one turn are drawn once.
 * Ink's own drawing is passed by: it clears the scrollback when a frame fills the screen, and leaves lines behind when
 * the terminal shrinks.
 * @param ellipsis one sign for cut text, in place of the one that Ink knows
 */
export function openScreen(terminal: NodeJS.WriteStream, ellipsis = '\u2026'): Screen {
  let shown: readonly string[] | null = null
  let next: string | null = null
  let open = true
  let paused = false

  const draw = (): void => {
    if (!open || paused || next === null) return
    const lines = next.replaceAll('\u2026', ellipsis).split('\n')
    next = null
    const text = paint(shown, lines, terminal.rows || 24)
    shown = lines
    if (text !== '') terminal.write(text)
  }
  const stream = new Writable({
    decodeStrings: false,
    write(frame: string, _encoding, done) {
      const waiting = next !== null
      next = frame
      if (!waiting) setImmediate(draw)
      done()
    },
  })
  // Not a terminal to Ink, so that it writes nothing but frames.
  Object.defineProperties(stream, {
    columns: { get: () => terminal.columns || 80 },
    rows: { get: () => terminal.rows || 24 },
    isTTY: { value: false },
  })
  const resized = (): void => {
    shown = null
    stream.emit('resize')
  }
  const close = (): void => {
    if (!open) return
    open = false
    terminal.off('resize', resized)
    process.off('exit', close)
    if (!paused) terminal.write(LEAVE)
  }
  terminal.write(ENTER)
  terminal.on('resize', resized)
  process.once('exit', close)
  return {
    stream: stream as unknown as NodeJS.WriteStream,
    show(frame) {
      next = frame
      draw()
    },
    pause() {
      if (!open || paused) return
      paused = true
      next ??= shown?.join('\n') ?? null
      terminal.write(LEAVE)
    },
    resume() {
      if (!open) return
      paused = false
      next ??= shown?.join('\n') ?? null
      shown = null
      terminal.write(ENTER)
      draw()
    },
    close,
  }
}
