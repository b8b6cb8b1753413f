import type { Action } from '../wizard/actions.ts'
import { rowCount } from '../wizard/actions.ts'
import type { View } from '../wizard/view.ts'

/** A key by name; printable ones are themselves. */
export type Key = string

export type Binding = {
  readonly keys: readonly Key[]
  /** As footer and help show the keys. */
  readonly label: string
  /** One or two words for the footer; absent where the footer need not say it. */
  readonly hint?: string | ((view: View) => string)
  readonly help: string
  /** Works while a text field has the keys, too; then only keys that are no text may do it. */
  readonly whileTyping?: boolean
  /** Works in a text field, too, as long as nothing is typed: no filter begins with this sign. */
  readonly inEmptyField?: boolean
  readonly when: (view: View) => boolean
  readonly act: (view: View, key: Key) => Action | null
}

export const hasList = (view: View) => rowCount(view) > 0
export const fieldText = ({ state }: View) => state.text[state.place] ?? ''

export function moveTo(view: View, to: number): Action | null {
  const count = rowCount(view)
  return count === 0 ? null : { type: 'moved', to: Math.max(0, Math.min(to, count - 1)) }
}

/** What the footer says of a key now. */
export function hintOf({ hint = '' }: Binding, view: View): string {
  return typeof hint === 'string' ? hint : hint(view)
}
