import { EXPORT_FORMATS, USE_CASES, type LocatedFinding } from '../../../shared/index.ts'
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
import { within } from './window.ts'
import { WORKFLOW_PATH } from './workflow.ts'

/** What a key asks of the world; answered by events. */
export type Command =
  | { readonly do: 'read-model'; readonly path: string }
  | { readonly do: 'read-snapshot'; readonly path: string }
  | { readonly do: 'fix'; readonly finding: LocatedFinding }
  | { readonly do: 'save'; readonly force: boolean }
  | { readonly do: 'run' }
  | { readonly do: 'quit' }
  | { readonly do: 'cancel' }
  | { readonly do: 'end'; readonly code: number }

export type Action = WizardEvent | Command

/** Rows of the list that a place shows; 0 where it shows none. */
export function rowCount(view: View, place: PlaceId = view.state.place): number {
  switch (place) {
    case 'machine':
      return machineRows(view).length
    case 'machine/others':
      return otherRows(view).length
    case 'machine/numbers':
      return numberRows(view).length
    case 'model':
      return modelRows(view).length
    case 'use_case':
      return USE_CASES.length
    case 'tune': {
      const tune = tuneView(view)
      return tune.state === 'ready' ? tune.value.rows.length : 0
    }
    case 'targets':
      return matrixRows(view).length
    case 'finish':
      return finishRows(view).length
    case 'finish/format':
      return EXPORT_FORMATS.length
    case 'finish/overwrite':
      return OVERWRITE_ROWS.length
    case 'finish/path':
      return 0
  }
}

/** The selected row of the current list. */
export function selectedIndex(view: View): number {
  const { state } = view
  return within(rowCount(view), state.cursor[state.place] ?? 0)
}

/** What Enter does here. */
export function choose(view: View): Action | null {
  const { state } = view
  const at = selectedIndex(view)
  switch (state.place) {
    case 'machine':
      return chooseMachine(view, at)
    case 'machine/others': {
      const row = otherRows(view)[at]
      if (row?.kind === 'path') return { do: 'read-snapshot', path: row.path }
      return row === undefined ? null : { type: 'target-chosen', target: { kind: 'profile', id: row.profile.id } }
    }
    case 'machine/numbers':
      return { type: 'went-back' }
    case 'model':
      return chooseModel(view, at)
    case 'use_case': {
      const use_case = USE_CASES[at]
      return use_case === undefined ? null : { type: 'use-case-chosen', use_case }
    }
    case 'tune':
      return tuneView(view).state === 'ready' ? { type: 'went-on' } : null
    case 'targets':
      return { type: 'went-on' }
    case 'finish':
      return chooseFinish(view, at)
    case 'finish/format': {
      const format = EXPORT_FORMATS[at]
      return format === undefined ? null : { type: 'save-asked', kind: 'export', format, path: exportPath(format) }
    }
    case 'finish/path':
      return (state.text['finish/path'] ?? '').trim() === '' ? null : { do: 'save', force: false }
    case 'finish/overwrite':
      return OVERWRITE_ROWS[at]?.id === 'yes' ? { do: 'save', force: true } : { type: 'went-back' }
  }
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
    case undefined:
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
    case undefined:
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

export function selectedTuneRow(view: View): TuneRow | null {
  const tune = tuneView(view)
  return view.state.place === 'tune' && tune.state === 'ready' ? (tune.value.rows[selectedIndex(view)] ?? null) : null
}
