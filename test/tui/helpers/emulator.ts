import headless, { type Terminal } from '@xterm/headless'

/** A terminal as people have it, without a window: what programs write goes in, what is on the screen comes out. */
export type Emulator = {
  /** Everything that was written so far. */
  raw(): string
  write(text: string): void
  resize(columns: number, rows: number): void
  /** Settles when all that was written is on the screen, what comes while it waits as well. */
  settled(): Promise<void>
  /** The screen's lines, without blanks at their ends. */
  screen(): string[]
  /** The same with what has scrolled off. */
  all(): string[]
  isAlternate(): boolean
  isCursorShown(): boolean
  /** Lines that have scrolled off; none may on a screen that is painted line by line. */
  scrolled(): number
  size(): { readonly columns: number; readonly rows: number }
  /** Settles with the screen's text once it matches. */
  shows(wanted: string | RegExp): Promise<string>
}

/** How long a loaded machine may take to show what was asked for. */
const PATIENCE_MS = 60_000

export function emulator(columns: number, rows: number): Emulator {
  const terminal: Terminal = new headless.Terminal({ cols: columns, rows, allowProposedApi: true })
  const painted = new Set<() => void>()
  let raw = ''
  let waiting = 0
  const isBehind = () => waiting > 0
  terminal.onWriteParsed(() => {
    for (const look of painted) look()
  })
  const screen = () =>
    Array.from({ length: terminal.rows }, (_, row) => {
      const { active } = terminal.buffer
      return (
        active
          .getLine(active.baseY + row)
          ?.translateToString(true)
          .trimEnd() ?? ''
      )
    })
  const all = () => {
    const { active } = terminal.buffer
    return Array.from(
      { length: active.length },
      (_, row) => active.getLine(row)?.translateToString(true).trimEnd() ?? '',
    )
  }
  return {
    raw: () => raw,
    all,
    write(text) {
      raw += text
      waiting += 1
      terminal.write(text, () => {
        waiting -= 1
      })
    },
    resize: (to_columns, to_rows) => terminal.resize(to_columns, to_rows),
    async settled() {
      const flushed = () => new Promise<void>((resolve) => terminal.write('', resolve))
      await flushed()
      // What was written meanwhile is in `raw` and must be on the screen too.
      // oxlint-disable-next-line no-await-in-loop -- until nothing is on its way
      while (isBehind()) await flushed()
    },
    screen,
    isAlternate: () => terminal.buffer.active.type === 'alternate',
    // Not in the public interface; the sequence is looked for where the program wrote it.
    isCursorShown: () => raw.lastIndexOf('\u001B[?25h') >= raw.lastIndexOf('\u001B[?25l'),
    scrolled: () => terminal.buffer.active.baseY,
    size: () => ({ columns: terminal.cols, rows: terminal.rows }),
    shows(wanted) {
      return new Promise((resolve, reject) => {
        const end = (): void => {
          clearTimeout(late)
          painted.delete(look)
        }
        const look = (): void => {
          const text = screen().join('\n')
          if (typeof wanted === 'string' ? !text.includes(wanted) : !wanted.test(text)) return
          end()
          resolve(text)
        }
        const late = setTimeout(() => {
          end()
          reject(new Error(`the screen never showed ${wanted}:\n${screen().join('\n')}`))
        }, PATIENCE_MS)
        painted.add(look)
        look()
      })
    },
  }
}
