import type { Action } from '../wizard/actions.ts'
import type { View } from '../wizard/view.ts'
import type { Binding, Key } from './binding.ts'
import { BINDINGS } from './bindings.ts'
import { EDIT_BINDINGS } from './edit.ts'
import { typed } from './field.ts'
import { HELP_BINDINGS } from './help.ts'
import { opensEmpty } from './open-bindings.ts'

/** What a key does now; null where it does nothing. */
export function actionFor(view: View, key: Key): Action | null {
  const { state } = view
  if (key === 'ctrl-z')
    return BINDINGS.find(({ keys, when }) => keys.includes(key) && when(view))?.act(view, key) ?? null
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

/** The keys that do something now, for footer and help. */
export function activeBindings(view: View): readonly Binding[] {
  const { typing, help, edit } = view.state
  if (help !== null) return HELP_BINDINGS.filter(({ label, when }) => label !== '' && when(view))
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
