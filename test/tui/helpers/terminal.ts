import { EventEmitter } from 'node:events'

/**
 * As much of a terminal as the wizard uses: the alternate screen, cursor placement, clearing, and text with colours.
 * It keeps what is on the screen, whatever was sent before: lines that stay behind show. An unknown sequence throws.
 */
export class FakeTerminal extends EventEmitter {
  readonly isTTY = true
  columns: number
  rows: number
  alternate = false
  cursor_hidden = false
  /** Sequences that scrolled or cut: a frame that is larger than the screen. */
  overflow = 0
  private lines: string[] = []
  private row = 0
  private column = 0

  constructor(columns: number, rows: number) {
    super()
    this.columns = columns
    this.rows = rows
  }

  /** The screen's lines, without blanks at their ends. */
  screen(): string[] {
    return Array.from({ length: this.rows }, (_, row) => (this.lines[row] ?? '').trimEnd())
  }

  resize(columns: number, rows: number): void {
    this.columns = columns
    this.rows = rows
    // As terminals do on their alternate screen: what no longer fits is cut, the rest stays where it is.
    this.lines = this.lines.slice(0, rows).map((line) => line.slice(0, columns))
    this.emit('resize')
  }

  write(text: string): boolean {
    let rest = text
    while (rest !== '') {
      // oxlint-disable-next-line no-control-regex -- that is what a terminal obeys
      const sequence = /^\u001B\[([?\d;]*)([A-Za-z])/.exec(rest)
      if (sequence === null) {
        this.put(Array.from(rest)[0] ?? '')
        rest = rest.slice(Array.from(rest)[0]?.length ?? 1)
      } else {
        this.obey(sequence[1] ?? '', sequence[2] ?? '')
        rest = rest.slice(sequence[0].length)
      }
    }
    return true
  }

  private put(sign: string): void {
    if (sign < ' ') throw new Error(`control sign ${JSON.stringify(sign)}`)
    if (this.column >= this.columns || this.row >= this.rows) {
      this.overflow++
      return
    }
    const line = (this.lines[this.row] ?? '').padEnd(this.column)
    this.lines[this.row] = line.slice(0, this.column) + sign + line.slice(this.column + 1)
    this.column++
  }

  private obey(args: string, letter: string): void {
    const what = `${args}${letter}`
    if (letter === 'm') return
    if (letter === 'H') {
      const [row = 1, column = 1] = args.split(';').map(Number)
      this.row = row - 1
      this.column = column - 1
    } else if (what === '2J') this.lines = []
    else if (what === '2K') this.lines[this.row] = ''
    else if (what === '?1049h') this.alternate = true
    else if (what === '?1049l') this.alternate = false
    else if (what === '?25l') this.cursor_hidden = true
    else if (what === '?25h') this.cursor_hidden = false
    else if (!['?7l', '?7h', '?2004h', '?2004l', '?2026h', '?2026l'].includes(what))
      throw new Error(`unknown sequence ${what}`)
  }
}

/** The terminal as the stream that the program writes to. */
export function asStream(terminal: FakeTerminal): NodeJS.WriteStream {
  return terminal as unknown as NodeJS.WriteStream
}
