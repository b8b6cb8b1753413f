import { change, choose, editable, rowCount, selectedIndex, selectedTuneRow } from '../wizard/actions.ts'
import { fieldText, hasList, moveTo, type Binding } from './binding.ts'
import { moveCaret, parted, shortened } from './field.ts'
import { filtersTargets, TARGET_BINDINGS } from './targets.ts'
import { placeOf, type PlaceId } from '../wizard/steps.ts'
import type { View } from '../wizard/view.ts'

const hasFilter = ({ state }: View) => placeOf(state.place).field === 'filter'
const changes = (view: View) => hasList(view) && ['tune', 'machine/numbers'].includes(view.state.place)
const tuning = ({ state }: View) => state.place === 'tune'
const inField = ({ state }: View) => state.typing
/** A screenful, less a line that stays in sight. */
const page = ({ state }: View) => Math.max(1, state.rows - 12)

/** What Enter does where it chooses no row. */
const ENTER_HINTS: { readonly [P in PlaceId]?: string } = {
  'machine/numbers': 'done',
  tune: 'go on',
  targets: 'go on',
  'finish/path': 'save',
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
    keys: ['ctrl-z'],
    label: 'Ctrl+Z',
    help: 'to the shell for a while; fg comes back',
    whileTyping: true,
    when: ({ platform }) => platform !== 'win32',
    act: () => ({ do: 'suspend' }),
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
  ...TARGET_BINDINGS,
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
    hint: ({ state }) => ENTER_HINTS[state.place] ?? 'choose',
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
