import { listProfiles, type HardwareProfile } from '../core.ts'
import type { Numbers } from './answers.ts'
import { filtered } from './filter.ts'
import { pastedPath } from './pasted-path.ts'
import { remember } from './remember.ts'
import { baseTargetOf, ownNumber } from './target-of.ts'
import type { View } from './view.ts'

export type MachineChoice = 'continue' | 'this' | 'others' | 'numbers' | 'reset'

/** What can be done on the first screen now. */
export function machineRows({ state }: View): readonly { readonly id: MachineChoice; readonly label: string }[] {
  const { target, numbers } = state.answers
  const other = target !== undefined && target.kind !== 'this'
  const edited = Object.keys(numbers).length > 0
  const known = baseTargetOf(state) !== null
  return [
    // Also while it is looked at: the first row must not become another one under the user's hands.
    ...(known || state.machine.status === 'looking'
      ? [{ id: 'continue' as const, label: other || edited ? 'Plan for this target' : 'Plan for this machine' }]
      : []),
    ...(other && state.machine.snapshot !== undefined ? [{ id: 'this' as const, label: 'Back to this machine' }] : []),
    { id: 'others', label: 'Another machine: a profile or a snapshot file' },
    ...(known ? [{ id: 'numbers' as const, label: 'Change the numbers: memory, cores' }] : []),
    ...(edited ? [{ id: 'reset' as const, label: 'Back to its own numbers' }] : []),
  ]
}

export type OtherRow =
  | { readonly kind: 'path'; readonly path: string }
  | { readonly kind: 'profile'; readonly profile: HardwareProfile }

/** Targets that the filter leaves; a text that looks like a file is one. */
export function otherRows({ state, platform }: View): readonly OtherRow[] {
  return othersFor(pastedPath(state.text['machine/others'] ?? '', platform))
}

const othersFor = remember((text: string): readonly OtherRow[] => [
  ...(/[\\/]|^~|\.json$/i.test(text) ? [{ kind: 'path' as const, path: text }] : []),
  ...profilesMatching(text).map((profile) => ({ kind: 'profile' as const, profile })),
])

/** Profiles that a filter leaves. */
export const profilesMatching = remember((text: string): readonly HardwareProfile[] =>
  filtered(listProfiles(), text, ({ id, display_name, category, backend }) => [id, display_name, category, backend]),
)

/** The numbers of the target that can be changed. */
export function numberRows({ state }: View): readonly { readonly key: keyof Numbers; readonly label: string }[] {
  const base = baseTargetOf(state)
  if (base === null) return []
  const rows = [
    { key: 'vram_gb' as const, label: base.devices.length > 1 ? 'memory of each GPU' : 'memory of the GPU' },
    { key: 'ram_gb' as const, label: base.unified ? 'memory' : 'RAM' },
    { key: 'cores' as const, label: 'CPU cores' },
  ]
  return rows.filter(({ key }) => ownNumber(base, key) !== null)
}
