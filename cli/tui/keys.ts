import {
  change,
  choose,
  edited,
  editable,
  rowCount,
  selectedIndex,
  selectedTuneRow,
  type Action,
} from './wizard/actions.ts'
import { matrixRows } from './wizard/matrix.ts'
import { placeOf } from './wizard/steps.ts'
import type { View } from './wizard/view.ts'

/** A key by name; printable ones are themselves. */
export type Key = string

export type Binding = {
  readonly keys: readonly Key[]
  /** As footer and help show the keys. */
  readonly label: string
  /** One or two words for the footer; absent where the footer need not say it. */
  readonly hint?: string
  readonly help: string
  /** Works while a text field has the keys, too; then only keys that are no text may do it. */
  readonly whileTyping?: boolean
  /** Works in a text field, too, as long as nothing is typed: no filter begins with this sign. */
  readonly inEmptyField?: boolean
  readonly when: (view: View) => boolean
  readonly act: (view: View, key: Key) => Action | null
}

const hasList = (view: View) => rowCount(view) > 0
const hasFilter = ({ state }: View) => placeOf(state.place).field === 'filter'
const changes = (view: View) => hasList(view) && ['tune', 'machine/numbers'].includes(view.state.place)
const tuning = ({ state }: View) => state.place === 'tune'
const fieldText = ({ state }: View) => state.text[state.place] ?? ''
const inField = ({ state }: View) => state.typing
const filtersTargets = (view: View) => view.state.place === 'targets' && inField(view) && fieldText(view) !== ''

function moveTo(view: View, to: number): Action | null {
  const count = rowCount(view)
  return count === 0 ? null : { type: 'moved', to: Math.max(0, Math.min(to, count - 1)) }
}

/** A screenful, less a line that stays in sight. */
const page = ({ state }: View) => Math.max(1, state.rows - 12)

/** The field's text before and after the caret. */
function parted(view: View): readonly [string, string] {
  const signs = Array.from(fieldText(view))
  const at = Math.max(0, signs.length - view.state.after)
  return [signs.slice(0, at).join(''), signs.slice(at).join('')]
}

function moveCaret(view: View, key: Key): Action {
  const [before] = parted(view)
  const count = Array.from(fieldText(view)).length
  const after = { left: Math.min(count, view.state.after + 1), right: Math.max(0, view.state.after - 1) }[key]
  if (after !== undefined) return { type: 'caret-moved', after }
  return {
    type: 'caret-moved',
    after: key === 'home' || key === 'ctrl-a' ? Array.from(before).length + view.state.after : 0,
  }
}

/** Every key that the wizard knows: footer, help and behaviour come from this table. The first that matches acts. */
export const BINDINGS: readonly Binding[] = [
  {
    keys: ['ctrl-c'],
    label: 'Ctrl+C',
    help: 'leave at once, nothing more is written',
    when: ({ state }) => !state.typing,
    act: () => ({ do: 'cancel' }),
  },
  {
    keys: ['up', 'k'],
    label: '\u2191\u2193',
    hint: 'move',
    help: 'move in the list (also k and j)',
    whileTyping: true,
    when: hasList,
    act: (view) => moveTo(view, selectedIndex(view) - 1),
  },
  {
    keys: ['down', 'j'],
    label: '',
    help: '',
    whileTyping: true,
    when: hasList,
    act: (view) => moveTo(view, selectedIndex(view) + 1),
  },
  {
    keys: ['pageup', 'pagedown'],
    label: 'PgUp PgDn',
    help: 'move a screenful',
    whileTyping: true,
    when: hasList,
    act: (view, key) => moveTo(view, selectedIndex(view) + (key === 'pageup' ? -page(view) : page(view))),
  },
  {
    keys: ['home', 'end'],
    label: 'Home End',
    help: 'to the first or the last row',
    whileTyping: true,
    when: hasList,
    act: (view, key) => moveTo(view, key === 'home' ? 0 : rowCount(view) - 1),
  },
  {
    keys: ['left', 'right', 'h', 'l', 'shift-left', 'shift-right'],
    label: '\u2190\u2192',
    hint: 'change',
    help: 'the next smaller or larger value (with Shift eight at once)',
    when: changes,
    act: (view, key) =>
      change(view, key === 'left' || key === 'h' ? -1 : key === 'shift-left' ? -8 : key === 'shift-right' ? 8 : 1),
  },
  {
    keys: ['left', 'right', 'home', 'end', 'ctrl-e'],
    label: '\u2190\u2192',
    help: 'move in the text (Home, End and Ctrl+E where there is no list)',
    whileTyping: true,
    when: inField,
    act: moveCaret,
  },
  {
    keys: Array.from('0123456789'),
    label: '0-9',
    help: 'type a number in place of the value (20k for 20480)',
    when: (view) => changes(view) && editable(view),
    act: (_view, key) => ({ type: 'edited', text: key }),
  },
  {
    keys: ['f'],
    label: 'f',
    hint: 'fix',
    help: 'set the value that mends the finding of this row',
    when: (view) => (selectedTuneRow(view)?.findings.length ?? 0) > 0,
    act: (view) => {
      const finding = selectedTuneRow(view)?.findings[0]
      return finding === undefined ? null : { do: 'fix', finding }
    },
  },
  {
    keys: ['r'],
    label: 'r',
    hint: 'reset',
    help: "back to the plan's own value in this row",
    when: (view) => selectedTuneRow(view)?.pinned === true,
    act: (view) => {
      const row = selectedTuneRow(view)
      return row === null ? null : { type: 'released', row: row.id }
    },
  },
  {
    keys: ['R'],
    label: 'R',
    help: "back to the plan's own values in all rows",
    when: (view) => tuning(view) && Object.keys(view.state.pins).length > 0,
    act: () => ({ type: 'all-released' }),
  },
  {
    keys: ['o'],
    label: 'o',
    hint: 'optimise',
    help: 'plan the other rows anew around those set by hand',
    when: (view) => tuning(view) && Object.keys(view.state.pins).length > 0,
    act: () => ({ type: 'replanned' }),
  },
  {
    keys: ['space'],
    label: 'Space',
    hint: 'pick',
    help: 'check against this target, or no longer',
    whileTyping: true,
    // In a filter of several words it is text; Enter picks then.
    when: (view) => view.state.place === 'targets' && !filtersTargets(view),
    act: (view) => {
      const profile = matrixRows(view)[selectedIndex(view)]
      return profile === undefined ? null : { type: 'matrix-toggled', id: profile.id }
    },
  },
  {
    keys: ['enter'],
    label: 'Enter',
    hint: 'pick',
    help: 'check against this target, or no longer, and clear the filter',
    whileTyping: true,
    when: (view) => filtersTargets(view) && hasList(view),
    act: (view) => {
      const profile = matrixRows(view)[selectedIndex(view)]
      return profile === undefined ? null : { type: 'matrix-picked', id: profile.id }
    },
  },
  {
    keys: ['ctrl-a'],
    label: 'Ctrl+A',
    hint: 'pick all',
    help: 'check against all that are listed, or against none',
    whileTyping: true,
    when: (view) => view.state.place === 'targets' && hasList(view),
    act: (view) => {
      const listed = matrixRows(view).map(({ id }) => id)
      const all = listed.every((id) => view.state.matrix.includes(id))
      return { type: 'matrix-set', ids: all ? [] : [...new Set([...view.state.matrix, ...listed])] }
    },
  },
  {
    keys: ['ctrl-a'],
    label: '',
    help: '',
    whileTyping: true,
    when: inField,
    act: moveCaret,
  },
  {
    keys: ['enter'],
    label: 'Enter',
    hint: 'go on',
    help: 'choose the row, or go on',
    whileTyping: true,
    when: (view) => view.state.busy === null && !filtersTargets(view) && choose(view) !== null,
    act: (view) => choose(view),
  },
  {
    keys: ['backspace', 'ctrl-u', 'ctrl-w'],
    label: 'Backspace',
    help: 'delete a character (Ctrl+W a word, Ctrl+U all)',
    whileTyping: true,
    when: ({ state }) => state.typing,
    act: (view, key) => {
      const [before, after] = parted(view)
      return { type: 'typed', text: shortened(before, key) + after }
    },
  },
  {
    keys: ['tab'],
    label: 'Tab',
    help: 'out of the filter field, or into it',
    whileTyping: true,
    when: hasFilter,
    act: ({ state }) => ({ type: 'field-focused', focused: !state.typing }),
  },
  {
    keys: ['/'],
    label: '/',
    hint: 'filter',
    help: 'to the filter field',
    when: hasFilter,
    act: () => ({ type: 'field-focused', focused: true }),
  },
  {
    keys: ['escape'],
    label: 'Esc',
    hint: 'back',
    help: 'clear the filter, else go back',
    whileTyping: true,
    when: (view) => view.state.history.length > 0 || view.state.busy !== null || fieldText(view) !== '',
    act: (view) => {
      if (hasFilter(view) && fieldText(view) !== '') return { type: 'typed', text: '' }
      return { type: 'went-back' }
    },
  },
  {
    keys: ['ctrl-c'],
    label: 'Ctrl+C',
    hint: 'quit',
    help: '',
    whileTyping: true,
    when: ({ state }) => state.typing,
    act: () => ({ do: 'cancel' }),
  },
  {
    keys: ['?'],
    label: '?',
    hint: 'help',
    help: 'this page; on the tuning screen also what the row means',
    inEmptyField: true,
    when: () => true,
    act: () => ({ type: 'help-toggled' }),
  },
  {
    keys: ['q'],
    label: 'q',
    hint: 'quit',
    help: 'leave the wizard',
    when: () => true,
    act: () => ({ do: 'quit' }),
  },
]

/** While the help is open. */
const HELP_BINDINGS: readonly Binding[] = [
  {
    keys: ['up', 'down', 'k', 'j'],
    label: '\u2191\u2193',
    hint: 'scroll',
    help: '',
    when: () => true,
    act: ({ state }, key) => {
      const by = key === 'up' || key === 'k' ? -1 : 1
      return { type: 'help-moved', to: Math.min((state.help ?? 0) + by, BINDINGS.length) }
    },
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

/** While a number is typed over a row's value. */
const EDIT_BINDINGS: readonly Binding[] = [
  {
    keys: [...'0123456789', '.', 'k', 'K', 'm', 'M'],
    label: '0-9',
    hint: 'number',
    help: '',
    when: () => true,
    act: ({ state }, key) => ({ type: 'edited', text: `${state.edit ?? ''}${key}`.slice(0, 12) }),
  },
  {
    keys: ['backspace', 'ctrl-w', 'ctrl-u'],
    label: '',
    help: '',
    when: () => true,
    act: ({ state }, key) => {
      const text = shortened(state.edit ?? '', key)
      return { type: 'edited', text: text === '' ? null : text }
    },
  },
  { keys: ['enter', 'tab'], label: 'Enter', hint: 'set', help: '', when: () => true, act: (view) => edited(view) },
  {
    keys: ['escape'],
    label: 'Esc',
    hint: 'leave it',
    help: '',
    when: () => true,
    act: () => ({ type: 'edited', text: null }),
  },
  {
    keys: ['up', 'down'],
    label: '',
    help: '',
    when: () => true,
    act: (view, key) => moveTo(view, selectedIndex(view) + (key === 'up' ? -1 : 1)),
  },
  { keys: ['ctrl-c'], label: '', help: '', when: () => true, act: () => ({ do: 'cancel' }) },
]

function shortened(text: string, key: Key): string {
  if (key === 'ctrl-u') return ''
  return key === 'ctrl-w' ? text.replace(/\S*\s*$/, '') : Array.from(text).slice(0, -1).join('')
}

/** What a key does now; null where it does nothing. */
export function actionFor(view: View, key: Key): Action | null {
  const { state } = view
  if (state.help !== null) return HELP_BINDINGS.find(({ keys }) => keys.includes(key))?.act(view, key) ?? null
  if (state.edit !== null) return EDIT_BINDINGS.find(({ keys }) => keys.includes(key))?.act(view, key) ?? null
  const printable = Array.from(key).length === 1
  const found = BINDINGS.find(
    (binding) =>
      binding.keys.includes(key) &&
      (!state.typing || (binding.whileTyping === true && !printable) || opensEmpty(view, binding)) &&
      binding.when(view),
  )
  if (found !== undefined) return found.act(view, key)
  if (!state.typing) return null
  return key === 'space' || printable ? typed(view, key === 'space' ? ' ' : key) : null
}

function opensEmpty(view: View, { inEmptyField }: Binding): boolean {
  return inEmptyField === true && fieldText(view) === ''
}

/** Text that came at once: typed fast, or pasted. */
export function typed(view: View, text: string): Action | null {
  // A pasted path ends with a line break more often than not; nothing else that a terminal obeys may get in.
  const clean = text.replaceAll(/\p{Cc}+/gu, ' ').replace(/^ +(?=\S)|(?<=\S) +$/g, text.length > 1 ? '' : ' ')
  const [before, after] = parted(view)
  return clean === '' ? null : { type: 'typed', text: (before + clean + after).slice(0, MOST_TEXT) }
}

const MOST_TEXT = 4096

/** The keys that do something now, for footer and help. */
export function activeBindings(view: View): readonly Binding[] {
  const { typing, help, edit } = view.state
  if (help !== null) return HELP_BINDINGS.filter(({ label }) => label !== '')
  if (edit !== null) return EDIT_BINDINGS.filter(({ label }) => label !== '')
  return BINDINGS.filter(
    (binding) =>
      binding.label !== '' &&
      binding.when(view) &&
      (!typing ||
        (binding.whileTyping === true && binding.keys.some((key) => Array.from(key).length > 1)) ||
        opensEmpty(view, binding)),
  )
}
