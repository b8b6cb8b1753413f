import type { Action } from '../wizard/actions.ts'
import { editable } from '../wizard/actions.ts'
import { placeOf } from '../wizard/steps.ts'
import type { View } from '../wizard/view.ts'
import { fieldText, type Key } from './binding.ts'

/** The field's text before and after the caret. */
export function parted(view: View): readonly [string, string] {
  const signs = Array.from(fieldText(view))
  const at = Math.max(0, signs.length - view.state.after)
  return [signs.slice(0, at).join(''), signs.slice(at).join('')]
}

export function moveCaret(view: View, key: Key): Action {
  const [before] = parted(view)
  const count = Array.from(fieldText(view)).length
  const after = { left: Math.min(count, view.state.after + 1), right: Math.max(0, view.state.after - 1) }[key]
  if (after !== undefined) return { type: 'caret-moved', after }
  return {
    type: 'caret-moved',
    after: key === 'home' || key === 'ctrl-a' ? Array.from(before).length + view.state.after : 0,
  }
}

/** A text without what a deleting key takes from its end. */
export function shortened(text: string, key: Key): string {
  if (key === 'ctrl-u') return ''
  return key === 'ctrl-w' ? text.replace(/\S*\s*$/, '') : Array.from(text).slice(0, -1).join('')
}

/** Text that came at once: typed fast, or pasted. */
export function typed(view: View, text: string): Action | null {
  // A pasted path ends with a line break more often than not; nothing else that a terminal obeys may get in.
  const clean = text.replaceAll(/\p{Cc}+/gu, ' ').replace(/^ +(?=\S)|(?<=\S) +$/g, text.length > 1 ? '' : ' ')
  const [before, after] = parted(view)
  return clean === '' ? null : { type: 'typed', text: (before + clean + after).slice(0, MOST_TEXT) }
}

const MOST_TEXT = 4096

/**
 * Text that the terminal says was pasted. It is never taken for keys: the first line of it goes into the field or over
 * the selected number, and where there is neither, nothing happens and that is said.
 */
export function pasted(view: View, text: string): Action | null {
  const { state } = view
  if (state.help !== null || state.busy !== null) return null
  const lines = text.split(/[\r\n]+/).flatMap((line) => (line.trim() === '' ? [] : [line.trim()]))
  const [first] = lines
  if (first === undefined) return null
  const { field } = placeOf(state.place)
  if (field !== undefined) {
    const event = typed(view, first)
    if (event === null || !('type' in event) || event.type !== 'typed' || lines.length === 1) return event
    const notice = { tone: 'warning', text: `Of ${lines.length} pasted lines only the first is taken.` } as const
    return { ...event, notice }
  }
  const number = first.replaceAll(/(?<=\d)[_,' ](?=\d{3})/g, '')
  if (editable(view) && /^\d[\d.]*[km]?$/i.test(number)) return { type: 'edited', text: number.slice(0, 12) }
  return {
    type: 'noticed',
    notice: { tone: 'warning', text: 'There is no text field here: what was pasted is left out.' },
  }
}
