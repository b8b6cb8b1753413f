import { edited, selectedIndex } from '../wizard/actions.ts'
import { moveTo, type Binding } from './binding.ts'
import { shortened } from './field.ts'

/** While a number is typed over a row's value. */
export const EDIT_BINDINGS: readonly Binding[] = [
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
