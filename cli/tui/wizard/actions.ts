import { EXPORT_FORMATS, MOST_SLOTS, MOST_THREADS, USE_CASES, type LocatedFinding } from '../core.ts'
import type { Numbers } from './answers.ts'
import { exportPath, finishRows, OVERWRITE_ROWS, savedConfig } from './finish-rows.ts'
import { machineRows, numberRows, otherRows } from './machine-rows.ts'
import { matrixRows } from './matrix.ts'
import { modelRows, rowModel } from './model-rows.ts'
import type { PlaceId } from './steps.ts'
import type { WizardEvent } from './state.ts'
import { baseTargetOf, numberChoices, ownNumber } from './target-of.ts'
import { tuneView, type TuneRow } from './tune-rows.ts'
import type { View } from './view.ts'
import { typedNumber } from '../../../shared/typed-number.ts'
import { within } from './window.ts'
import { WORKFLOW_PATH } from './workflow.ts'

/** What a key asks of the world; answered by events. */
export type Command =
  | { readonly do: 'read-model'; readonly path: string }
  | { readonly do: 'read-snapshot'; readonly path: string }
  | { readonly do: 'fix'; readonly finding: LocatedFinding }
  | { readonly do: 'save'; readonly force: boolean }
  | { readonly do: 'run' }
  | { readonly do: 'suspend' }
  | { readonly do: 'quit' }
  | { readonly do: 'cancel' }
  | { readonly do: 'end'; readonly code: number }

export type Action = WizardEvent | Command

/** Rows of the list that each place shows. */
const COUNTS: Readonly<Record<PlaceId, (view: View) => number>> = {
  machine: (view) => machineRows(view).length,
  'machine/others': (view) => otherRows(view).length,
  'machine/numbers': (view) => numberRows(view).length,
  model: (view) => modelRows(view).length,
  use_case: () => USE_CASES.length,
  tune: (view) => {
    const tune = tuneView(view)
    return tune.state === 'ready' ? tune.value.rows.length : 0
  },
  targets: (view) => matrixRows(view).length,
  finish: (view) => finishRows(view).length,
  'finish/path': () => 0,
  'finish/format': () => EXPORT_FORMATS.length,
  'finish/overwrite': () => OVERWRITE_ROWS.length,
}

/** Rows of the list on the screen; 0 where there is none. */
export function rowCount(view: View): number {
  return COUNTS[view.state.place](view)
}

/** The selected row of the current list. */
export function selectedIndex(view: View): number {
  const { state } = view
  return within(rowCount(view), state.cursor[state.place] ?? 0)
}

/** What Enter does in each place, with the selected row. */
const CHOICES: Readonly<Record<PlaceId, (view: View, at: number) => Action | null>> = {
  machine: chooseMachine,
  'machine/others': chooseOther,
  'machine/numbers': () => ({ type: 'went-back' }),
  model: chooseModel,
  use_case: (_view, at) => {
    const use_case = USE_CASES[at]
    return use_case === undefined ? null : { type: 'use-case-chosen', use_case }
  },
  tune: (view) => (tuneView(view).state === 'ready' ? { type: 'went-on' } : null),
  targets: () => ({ type: 'went-on' }),
  finish: chooseFinish,
  'finish/path': ({ state }) => ((state.text['finish/path'] ?? '').trim() === '' ? null : { do: 'save', force: false }),
  'finish/format': (_view, at) => {
    const format = EXPORT_FORMATS[at]
    return format === undefined ? null : { type: 'save-asked', kind: 'export', format, path: exportPath(format) }
  },
  'finish/overwrite': (_view, at) =>
    OVERWRITE_ROWS[at]?.id === 'yes' ? { do: 'save', force: true } : { type: 'went-back' },
}

/** What Enter does here. */
export function choose(view: View): Action | null {
  return CHOICES[view.state.place](view, selectedIndex(view))
}

function chooseOther(view: View, at: number): Action | null {
  const row = otherRows(view)[at]
  if (row?.kind === 'path') return { do: 'read-snapshot', path: row.path }
  return row === undefined ? null : { type: 'target-chosen', target: { kind: 'profile', id: row.profile.id } }
}

function chooseMachine(view: View, at: number): Action | null {
  const row = machineRows(view)[at]
  switch (row?.id) {
    case 'continue':
      return { type: 'went-on' }
    case 'this':
      return { type: 'target-set', target: { kind: 'this' } }
    case 'others':
      return { type: 'went-to', place: 'machine/others', text: '' }
    case 'numbers':
      return { type: 'went-to', place: 'machine/numbers' }
    case 'reset':
      return { type: 'numbers-set', numbers: {} }
    default:
      return null
  }
}

function chooseModel(view: View, at: number): Action | null {
  const row = modelRows(view)[at]
  if (row === undefined) return null
  if (row.kind === 'path') return { do: 'read-model', path: row.path }
  const model = rowModel(view, row)
  if (model.state === 'ready') return { type: 'model-chosen', model: model.value }
  return row.kind === 'file' ? { do: 'read-model', path: row.file.path } : null
}

function chooseFinish(view: View, at: number): Action | null {
  switch (finishRows(view)[at]?.id) {
    case 'save':
      return { type: 'save-asked', kind: 'config', path: view.state.answers.output ?? 'runtime_config.json' }
    case 'export':
      return { type: 'went-to', place: 'finish/format' }
    case 'workflow':
      return savedConfig(view.state) === null ? null : { type: 'save-asked', kind: 'workflow', path: WORKFLOW_PATH }
    case 'run':
      return { do: 'run' }
    case 'quit':
      return { do: 'quit' }
    default:
      return null
  }
}

/** What Left and Right do: the row's value, `by` choices further. */
export function change(view: View, by: number): Action | null {
  if (view.state.place === 'tune') {
    const row = selectedTuneRow(view)
    if (row === null) return null
    const at = row.choices.findIndex((choice) => choice === row.value)
    const value = row.choices[within(row.choices.length, at + by)]
    return value === undefined || value === row.value ? null : { type: 'pinned', row: row.id, value }
  }
  if (view.state.place !== 'machine/numbers') return null
  const base = baseTargetOf(view.state)
  const key = numberRows(view)[selectedIndex(view)]?.key
  return base === null || key === undefined ? null : { type: 'numbers-set', numbers: changedNumber(view, key, by) }
}

function changedNumber({ state }: View, key: keyof Numbers, by: number): Numbers {
  const { numbers } = state.answers
  const base = baseTargetOf(state)
  const own = base === null ? null : ownNumber(base, key)
  if (base === null || own === null) return numbers
  const choices = numberChoices(base, key)
  const at = choices.indexOf(numbers[key] ?? own)
  const value = choices[within(choices.length, at + by)] ?? own
  const { [key]: _old, ...rest } = numbers
  return value === own ? rest : { ...rest, [key]: value }
}

/** Whether the selected row holds a number that can be typed over. */
export function editable(view: View): boolean {
  return view.state.place === 'machine/numbers' || typeof selectedTuneRow(view)?.value === 'number'
}

/** What the number that is being typed does to the selected row. */
export function edited(view: View): Action {
  const { edit, answers } = view.state
  const base = baseTargetOf(view.state)
  const number = typedNumber(edit ?? '')
  if (number === null) return { type: 'noticed', notice: { tone: 'error', text: `${edit} is no number` } }
  const row = selectedTuneRow(view)
  if (row !== null) return { type: 'pinned', row: row.id, value: Math.round(held(row, number)) }
  const key = numberRows(view)[selectedIndex(view)]?.key
  if (key === undefined || number <= 0) return { type: 'edited', text: null }
  const value = key === 'cores' ? Math.max(1, Math.round(number)) : number
  const { [key]: _old, ...rest } = answers.numbers
  const own = base === null ? null : ownNumber(base, key)
  return { type: 'numbers-set', numbers: value === own ? rest : { ...rest, [key]: value } }
}

/** No more than a config may say, nor more layers and experts than there are; the rest is for the check to judge. */
function held({ id, choices }: TuneRow, number: number): number {
  const numbers = choices.filter((choice) => typeof choice === 'number')
  const counts = id === 'n_gpu_layers' || id === 'n_cpu_moe'
  return counts ? within(numbers.length, number) : Math.max(1, Math.min(number, MOST[id] ?? MOST_NUMBER))
}

/** Beyond any context or batch that there is. */
const MOST_NUMBER = 16 * 1024 * 1024
const MOST: Readonly<Partial<Record<TuneRow['id'], number>>> = { n_parallel: MOST_SLOTS, n_threads: MOST_THREADS }

export function selectedTuneRow(view: View): TuneRow | null {
  const tune = tuneView(view)
  return view.state.place === 'tune' && tune.state === 'ready' ? (tune.value.rows[selectedIndex(view)] ?? null) : null
}
