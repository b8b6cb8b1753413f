import { columnsIn } from '../terminal/columns-in.ts'
import type { ChatView, ShownTurn } from './chat.ts'

/** Something to print above the view, for good. `last`: the turn ends with it. */
export type Printed = { readonly who: ShownTurn['who']; readonly text: string; readonly last: boolean }

/**
 * Parts a chat into what is settled, to be printed once, and what may still change. Of an answer under way every whole
 * line is settled: what scrolls off the screen cannot be drawn again.
 */
export function livePart() {
  let turns = 0
  /** How much of the answer under way is printed. */
  let told = ''
  return (view: ChatView): { readonly printed: readonly Printed[]; readonly live: string | null } => {
    const printed: Printed[] = view.turns.slice(turns).map(({ who, text }) => {
      const rest = who === 'model' && text.startsWith(told) ? text.slice(told.length) : text
      if (who !== 'you') told = ''
      return { who, text: rest, last: true }
    })
    turns = view.turns.length
    if (view.live === null) return { printed, live: null }
    const whole = view.live.lastIndexOf('\n') + 1
    if (whole > told.length) {
      printed.push({ who: 'model', text: view.live.slice(told.length, whole - 1), last: false })
      told = view.live.slice(0, whole)
    }
    return { printed, live: view.live.slice(told.length) }
  }
}

/** Lines broken between words come out shorter than the screen is wide. */
const FILLED = 0.7

/** The end of a text, as much of it as has room in so many lines. */
export function tailOf(text: string, columns: number, lines: number): string {
  const most = Math.max(8, Math.floor(columns * lines * FILLED))
  // How far a tab goes depends on where it stands.
  const last = text.replaceAll('\t', '    ').split('\n').slice(-lines).join('\n')
  if (columnsIn(last) <= most) return last
  const signs = Array.from(last)
  // Two columns a sign at most.
  return signs.slice(-(columnsIn(last) === signs.length ? most : Math.floor(most / 2))).join('')
}
