import type { Answers } from './answers.ts'

export type StepId = 'machine' | 'model' | 'use_case' | 'tune' | 'targets' | 'finish'

/** A screen, or a panel of one. */
export type PlaceId =
  | StepId
  | 'machine/others'
  | 'machine/numbers'
  | 'finish/path'
  | 'finish/format'
  | 'finish/overwrite'

type Step = {
  readonly id: StepId
  readonly title: string
  /** False where flags have answered already. */
  readonly isNeeded: (answers: Answers) => boolean
}

/** The wizard's questions, in their order. */
export const STEPS: readonly Step[] = [
  { id: 'machine', title: 'Machine', isNeeded: ({ target }) => target === undefined },
  { id: 'model', title: 'Model', isNeeded: ({ model }) => model === undefined },
  { id: 'use_case', title: 'Use case', isNeeded: ({ use_case }) => use_case === undefined },
  { id: 'tune', title: 'Tune', isNeeded: () => true },
  { id: 'targets', title: 'Check', isNeeded: () => true },
  { id: 'finish', title: 'Finish', isNeeded: () => true },
]

type Place = {
  readonly step: StepId
  /** A text field: a filter above a list, or the whole question. */
  readonly field?: 'filter' | 'path'
}

const PLACES: Readonly<Record<PlaceId, Place>> = {
  machine: { step: 'machine' },
  'machine/others': { step: 'machine', field: 'filter' },
  'machine/numbers': { step: 'machine' },
  model: { step: 'model', field: 'filter' },
  use_case: { step: 'use_case' },
  tune: { step: 'tune' },
  targets: { step: 'targets', field: 'filter' },
  finish: { step: 'finish' },
  'finish/path': { step: 'finish', field: 'path' },
  'finish/format': { step: 'finish' },
  'finish/overwrite': { step: 'finish' },
}

export function placeOf(id: PlaceId): Place {
  return PLACES[id]
}

/** Steps whose questions the answers settle already. */
export function givenSteps(answers: Answers): readonly StepId[] {
  return STEPS.filter(({ isNeeded }) => !isNeeded(answers)).map(({ id }) => id)
}

/**
 * Where an answered place leads; null is the start. What a flag answered is passed over; what was answered by hand is
 * shown again, since the way forward leads through it.
 */
export function nextPlace(place: PlaceId | null, given: readonly StepId[]): StepId {
  const at = place === null ? -1 : STEPS.findIndex(({ id }) => id === placeOf(place).step)
  return STEPS.slice(at + 1).find(({ id }) => !given.includes(id))?.id ?? 'finish'
}
