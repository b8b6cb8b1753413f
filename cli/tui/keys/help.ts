import { FRAME_LINES } from '../frame-lines.ts'
import { wordLines } from '../format.ts'
import { selectedTuneRow } from '../wizard/actions.ts'
import { TUNE_ROWS } from '../wizard/tune-rows.ts'
import type { View } from '../wizard/view.ts'
import type { Binding } from './binding.ts'
import { openBindings } from './open-bindings.ts'

export type HelpLine =
  | { readonly kind: 'title' | 'about' | 'reason'; readonly text: string }
  | { readonly kind: 'key'; readonly label: string; readonly text: string }

/** The help of this screen, line by line: on the tuning screen what the selected row means, then the keys. */
export function helpLines(view: View): readonly HelpLine[] {
  const row = selectedTuneRow(view)
  const width = view.state.columns - 2
  const keys = openBindings(view).map(({ label, help }) => ({ kind: 'key' as const, label, text: help }))
  if (row === null) return keys
  const reason = row.reason === '' ? [] : wordLines(`Here: ${row.reason}.`, width)
  return [
    { kind: 'title', text: `${row.label}: ${row.shown}` },
    ...wordLines(TUNE_ROWS[row.id].about, width).map((text) => ({ kind: 'about' as const, text })),
    ...reason.map((text) => ({ kind: 'reason' as const, text })),
    { kind: 'about', text: '' },
    ...keys,
  ]
}

/** Lines that do not fit on the screen: as far as the help scrolls. */
function beyond(view: View): number {
  return Math.max(0, helpLines(view).length - (view.state.rows - FRAME_LINES))
}

/** First line of the help on the screen; the screen may have grown since it was scrolled. */
export function helpTop(view: View): number {
  return Math.min(view.state.help ?? 0, beyond(view))
}

function scrolled(view: View, by: number) {
  return { type: 'help-moved', to: Math.max(0, Math.min(helpTop(view) + by, beyond(view))) } as const
}

const page = ({ state }: View) => Math.max(1, state.rows - FRAME_LINES - 1)

/** While the help is open. */
export const HELP_BINDINGS: readonly Binding[] = [
  {
    keys: ['up', 'down', 'k', 'j'],
    label: '\u2191\u2193',
    hint: 'scroll',
    help: '',
    when: (view) => beyond(view) > 0,
    act: (view, key) => scrolled(view, key === 'up' || key === 'k' ? -1 : 1),
  },
  {
    keys: ['pageup', 'pagedown', 'home', 'end'],
    label: '',
    help: '',
    when: (view) => beyond(view) > 0,
    act: (view, key) => scrolled(view, { pageup: -page(view), pagedown: page(view), home: -Infinity }[key] ?? Infinity),
  },
  {
    keys: ['escape', '?', 'enter', 'space', 'q'],
    label: 'Esc',
    hint: 'close',
    help: '',
    when: () => true,
    act: () => ({ type: 'help-toggled' }),
  },
  { keys: ['ctrl-c'], label: '', help: '', when: () => true, act: () => ({ do: 'cancel' }) },
]
