/** Escape sequences by what they do. */
const SYNC_ON = '\u001B[?2026h'
const SYNC_OFF = '\u001B[?2026l'
const CLEAR_LINE = '\u001B[0m\u001B[2K'
const CLEAR_SCREEN = '\u001B[0m\u001B[2J'

/**
 * What to write so that a terminal that shows `before` shows `after`: only lines that differ, each placed by its
 * number, so that nothing ever scrolls and no line of an older frame can stay. Null for a screen of unknown content.
 * @param rows lines that the terminal has; what is longer is cut
 */
export function paint(before: readonly string[] | null, after: readonly string[], rows: number): string {
  const lines = after.slice(0, rows)
  const count = before === null ? lines.length : Math.max(lines.length, Math.min(before.length, rows))
  let out = before === null ? CLEAR_SCREEN : ''
  for (let row = 0; row < count; row++) {
    const line = lines[row] ?? ''
    // Cleared before it is written: a line as wide as the terminal leaves the cursor on its last column.
    if (before === null ? line !== '' : line !== (before[row] ?? '')) out += `\u001B[${row + 1};1H${CLEAR_LINE}${line}`
  }
  return out === '' ? '' : `${SYNC_ON}${out}${SYNC_OFF}`
}
