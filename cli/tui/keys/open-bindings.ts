import type { View } from '../wizard/view.ts'
import { fieldText, type Binding } from './binding.ts'
import { BINDINGS } from './bindings.ts'

/** The keys of a screen that has neither the help nor a number open, whether its field has them or not. */
export function openBindings(view: View): readonly Binding[] {
  // Help is asked for outside of fields as well as inside: it names the keys of both.
  const outside = { ...view, state: { ...view.state, typing: false, help: null } }
  return BINDINGS.filter(({ label, when }) => label !== '' && when(outside))
}

/** Whether a key that is text elsewhere works, since nothing is typed yet. */
export function opensEmpty(view: View, { inEmptyField }: Binding): boolean {
  return inEmptyField === true && fieldText(view) === ''
}
