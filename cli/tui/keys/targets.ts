import type { Action } from '../wizard/actions.ts'
import { selectedIndex } from '../wizard/actions.ts'
import { matrixMatches, matrixRows } from '../wizard/matrix.ts'
import type { View } from '../wizard/view.ts'
import { fieldText, hasList, type Binding } from './binding.ts'

/** Enter picks while a filter is typed: Space is a part of it then. */
export const filtersTargets = (view: View) =>
  view.state.place === 'targets' && view.state.typing && fieldText(view) !== ''

/** More than a screen shows at once: picking them is more often a slip of the hand than meant. */
const MANY = 50

/** What Ctrl+A does: picks what the filter leaves, lets go of it where all of it is picked, takes the last one back. */
function pickAll(view: View): Action {
  const { matrix, picking } = view.state
  if (picking?.kind === 'done') return { type: 'matrix-undone' }
  const matches = matrixMatches(view).map(({ id }) => id)
  const picked = new Set(matrix)
  const fresh = matches.filter((id) => !picked.has(id))
  if (fresh.length === 0) return { type: 'matrix-set', ids: matrix.filter((id) => !matches.includes(id)) }
  if (fresh.length > MANY && picking?.kind !== 'asked') return { type: 'matrix-asked', count: fresh.length }
  return { type: 'matrix-set', ids: [...matrix, ...fresh] }
}

function pickAllHint({ state }: View): string {
  return { asked: 'pick all', done: 'undo', none: 'pick all' }[state.picking?.kind ?? 'none']
}

/** Keys of the targets' list. */
export const TARGET_BINDINGS: readonly Binding[] = [
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
    hint: pickAllHint,
    help: 'check against all that the filter leaves, or no longer; again takes it back',
    whileTyping: true,
    when: (view) => view.state.place === 'targets' && hasList(view),
    act: pickAll,
  },
]
