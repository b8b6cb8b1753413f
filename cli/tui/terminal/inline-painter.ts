import { columnsIn } from './columns-in.ts'

/** The stream of a terminal, as far as drawing needs it. */
export type InlineOutput = {
  readonly columns?: number
  readonly rows?: number
  write(text: string): unknown
}

/** A view below what is on the terminal already, drawn again in its place. */
export type InlinePainter = {
  /**
   * @param text the view; null for the one that is there
   * @param above lines that stay: the view goes on below them
   */
  draw(text: string | null, above?: readonly string[]): void
  /** Takes the view away; what comes next stands where it began. */
  clear(): void
}

const SYNC_ON = '\u001B[?2026h'
const SYNC_OFF = '\u001B[?2026l'

/**
 * Draws lines that end with a line break each, and before that takes back what they cover now: a terminal that has become
 * narrower shows a line that is too long for it on two, and to go up as many lines as were written would leave the first
 * ones of the old view standing.
 */
export function inlinePainter(out: InlineOutput): InlinePainter {
  let before: readonly string[] = []
  const erase = (): string => {
    const columns = Math.max(1, out.columns ?? 80)
    const covered = before.reduce((sum, line) => sum + Math.max(1, Math.ceil(widthOf(line) / columns)), 0)
    // What has scrolled off cannot be reached.
    const up = Math.min(covered, (out.rows ?? 24) - 1)
    return `${up > 0 ? `\u001B[${up}A` : ''}\r\u001B[J`
  }
  const replace = (lines: readonly string[], above: readonly string[] = []): void => {
    out.write(`${SYNC_ON}${erase()}${[...above, ...lines].map((line) => `${line}\n`).join('')}${SYNC_OFF}`)
    before = lines
  }
  return {
    draw: (text, above) => replace(text === null ? before : text.split('\n'), above),
    clear: () => replace([]),
  }
}

/** Columns of a line, without its colours. */
function widthOf(line: string): number {
  // oxlint-disable-next-line no-control-regex -- that is what colours are
  return columnsIn(line.replaceAll(/\u001B\[[\d;]*m/g, ''))
}
