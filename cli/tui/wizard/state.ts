import type { HardwareSnapshot, UseCase } from '../core.ts'
import type { FoundFile, LiveProbe, ModelRef } from '../services.ts'
import type { Answers, Numbers, Pins, RowId, TargetAnswer } from './answers.ts'
import { givenSteps, nextPlace, placeOf, type PlaceId, type StepId } from './steps.ts'

/** What is about to be written: the config, an export of it, or the workflow with what it needs. */
export type SaveKind = 'config' | 'export' | 'workflow'

export type Notice = { readonly tone: 'ok' | 'warning' | 'error'; readonly text: string }

/** A file that was written. `stale`: of a plan that has changed since. */
export type SavedFile = { readonly path: string; readonly kind: SaveKind; readonly stale: boolean }

/** Everything the wizard knows. Plans and findings are not in here: selectors derive them. */
export type WizardState = {
  readonly columns: number
  readonly rows: number
  readonly place: PlaceId
  /** Where Back leads, the latest last. */
  readonly history: readonly PlaceId[]
  readonly answers: Answers
  /** Steps that flags answered: they are not asked. */
  readonly given: readonly StepId[]
  readonly machine: {
    readonly status: 'looking' | 'seen' | 'failed'
    readonly probes: readonly LiveProbe[]
    readonly snapshot?: HardwareSnapshot
    readonly trouble?: string
  }
  readonly files: {
    readonly scanning: boolean
    readonly found: readonly FoundFile[]
    readonly notes: readonly string[]
    /** Files that were found beyond those that are listed. */
    readonly unlisted: number
  }
  /** Selected row of each list. */
  readonly cursor: { readonly [P in PlaceId]?: number }
  /** Text of each place's field. */
  readonly text: { readonly [P in PlaceId]?: string }
  /** Characters of that text that stand after the caret. */
  readonly after: number
  /** A number that is being typed over the selected row's; null while none is. */
  readonly edit: string | null
  /** Whether keys go to the place's field. */
  readonly typing: boolean
  /** Rows of the plan that the user has set. */
  readonly pins: Pins
  /** Those of them that the plan itself was made around (`o`). */
  readonly planned_pins: Pins
  /** Profile ids to check against, beside the target. */
  readonly matrix: readonly string[]
  /** Ctrl+A among them: asked before it picks many, or what it can take back. */
  readonly picking: { readonly kind: 'asked' } | { readonly kind: 'done'; readonly before: readonly string[] } | null
  readonly saving: { readonly kind: SaveKind; readonly format?: string }
  /** First line of the help that is shown; null while it is not. */
  readonly help: number | null
  /** Something is being read or written for the user, who waits for it. */
  readonly busy: string | null
  readonly notice: Notice | null
  /** Files written so far, in order. */
  readonly saved: readonly SavedFile[]
  /** Counts attempts, so that the answer to an abandoned one is ignored. */
  readonly attempt: number
}

export type WizardEvent =
  | { readonly type: 'resized'; readonly columns: number; readonly rows: number }
  | { readonly type: 'probed'; readonly probe: LiveProbe }
  | { readonly type: 'detected'; readonly snapshot: HardwareSnapshot }
  | { readonly type: 'detection-failed'; readonly message: string }
  | { readonly type: 'files-found'; readonly files: readonly FoundFile[] }
  | { readonly type: 'row-moved'; readonly to: number }
  | { readonly type: 'scan-ended'; readonly notes: readonly string[] }
  | { readonly type: 'moved'; readonly to: number }
  | { readonly type: 'typed'; readonly text: string; readonly notice?: Notice }
  | { readonly type: 'caret-moved'; readonly after: number }
  | { readonly type: 'edited'; readonly text: string | null }
  | { readonly type: 'field-focused'; readonly focused: boolean }
  | { readonly type: 'went-to'; readonly place: PlaceId; readonly text?: string }
  | { readonly type: 'went-on' }
  | { readonly type: 'went-back' }
  | { readonly type: 'target-chosen'; readonly target: TargetAnswer }
  | { readonly type: 'target-set'; readonly target: TargetAnswer }
  | { readonly type: 'numbers-set'; readonly numbers: Numbers }
  | { readonly type: 'model-chosen'; readonly model: ModelRef }
  | { readonly type: 'use-case-chosen'; readonly use_case: UseCase }
  | { readonly type: 'pinned'; readonly row: RowId; readonly value: string | number }
  | { readonly type: 'released'; readonly row: RowId }
  | { readonly type: 'all-released' }
  | { readonly type: 'replanned' }
  | { readonly type: 'matrix-toggled'; readonly id: string }
  | { readonly type: 'matrix-picked'; readonly id: string }
  | { readonly type: 'matrix-asked'; readonly count: number }
  | { readonly type: 'matrix-set'; readonly ids: readonly string[] }
  | { readonly type: 'matrix-undone' }
  | { readonly type: 'save-asked'; readonly kind: SaveKind; readonly format?: string; readonly path: string }
  | { readonly type: 'save-exists' }
  | { readonly type: 'saved'; readonly paths: readonly string[] }
  | { readonly type: 'started'; readonly what: string }
  | { readonly type: 'failed'; readonly message: string }
  | { readonly type: 'noticed'; readonly notice: Notice | null }
  | { readonly type: 'help-toggled' }
  | { readonly type: 'help-moved'; readonly to: number }

/** A wizard that has asked nothing yet; flags are answers given before. */
export function initialState(answers: Partial<Answers>, size: { columns: number; rows: number }): WizardState {
  const all: Answers = { numbers: {}, ...answers }
  const given = givenSteps(all)
  const place = nextPlace(null, given)
  return {
    ...size,
    place,
    history: [],
    answers: all,
    given,
    machine: { status: 'looking', probes: [] },
    files: { scanning: true, found: [], notes: [], unlisted: 0 },
    cursor: {},
    text: {},
    after: 0,
    edit: null,
    typing: placeOf(place).field !== undefined,
    pins: {},
    planned_pins: {},
    matrix: [],
    picking: null,
    saving: { kind: 'config' },
    help: null,
    busy: null,
    notice: null,
    saved: [],
    attempt: 0,
  }
}

/** The whole behaviour of the wizard between two keys. Pure. */
// oxlint-disable-next-line typescript/consistent-return -- the compiler proves that no event is left out
export function reduce(state: WizardState, event: WizardEvent): WizardState {
  switch (event.type) {
    case 'resized':
      return { ...state, columns: event.columns, rows: event.rows }
    case 'probed':
      return { ...state, machine: { ...state.machine, probes: withProbe(state.machine.probes, event.probe) } }
    case 'detected':
      return { ...state, machine: { ...state.machine, status: 'seen', snapshot: event.snapshot } }
    case 'detection-failed':
      return { ...state, machine: { ...state.machine, status: 'failed', trouble: event.message } }
    case 'files-found':
      return withFiles(state, event.files)
    case 'row-moved':
      return { ...state, cursor: { ...state.cursor, model: event.to } }
    case 'scan-ended':
      return { ...state, files: { ...state.files, scanning: false, notes: event.notes } }
    case 'moved':
      return {
        ...state,
        cursor: { ...state.cursor, [state.place]: event.to },
        picking: state.picking?.kind === 'asked' ? null : state.picking,
        edit: null,
        notice: null,
      }
    case 'typed':
      return {
        ...state,
        text: { ...state.text, [state.place]: event.text },
        after: Math.min(state.after, Array.from(event.text).length),
        cursor: { ...state.cursor, [state.place]: firstRow(state, event.text) },
        picking: null,
        notice: event.notice ?? null,
      }
    case 'caret-moved':
      return { ...state, after: event.after }
    case 'edited':
      return { ...state, edit: event.text, notice: null }
    case 'field-focused':
      return { ...state, typing: event.focused }
    case 'went-to':
      return entered(
        event.text === undefined ? state : { ...state, text: { ...state.text, [event.place]: event.text } },
        event.place,
      )
    case 'went-on':
      return onward(state)
    case 'went-back':
      return back(state)
    case 'target-chosen':
      return targetChosen(state, event.target)
    case 'target-set':
      return withTarget(state, event.target)
    case 'numbers-set':
      return { ...withoutPlan(state), answers: { ...state.answers, numbers: event.numbers }, edit: null, notice: null }
    case 'model-chosen':
      return onward({ ...withoutPlan(state), answers: { ...state.answers, model: event.model } })
    case 'use-case-chosen': {
      const changed = event.use_case !== state.answers.use_case
      return onward({
        ...(changed ? withoutPlan(state) : state),
        answers: { ...state.answers, use_case: event.use_case },
      })
    }
    case 'pinned':
      // Also ends the search for a fix, whose answer this may be.
      return {
        ...outdated(state),
        pins: { ...state.pins, [event.row]: event.value },
        edit: null,
        busy: null,
        notice: null,
        attempt: state.attempt + 1,
      }
    case 'released':
      return {
        ...outdated(state),
        pins: without(state.pins, event.row),
        planned_pins: without(state.planned_pins, event.row),
      }
    case 'all-released':
      return { ...outdated(state), pins: {}, planned_pins: {}, notice: null }
    case 'replanned':
      return { ...outdated(state), planned_pins: state.pins, notice: null }
    case 'matrix-toggled':
      return matrixToggled(state, event.id)
    case 'matrix-picked':
      return reduce(matrixToggled(state, event.id), { type: 'typed', text: '' })
    case 'matrix-asked': {
      const text = `Ctrl+A again picks all ${event.count} targets; type to filter for fewer.`
      return { ...state, picking: { kind: 'asked' }, notice: { tone: 'warning', text } }
    }
    case 'matrix-set':
      return {
        ...state,
        matrix: event.ids,
        picking: { kind: 'done', before: state.matrix },
        cursor: { ...state.cursor, targets: 0 },
        notice: {
          tone: 'ok',
          text: `${pickedSentence(state.matrix.length, event.ids.length)}; Ctrl+A again undoes it`,
        },
      }
    case 'matrix-undone':
      return state.picking?.kind === 'done' ? matrixUndone(state, state.picking.before) : state
    case 'save-asked':
      return entered(
        {
          ...state,
          saving: { kind: event.kind, ...(event.format !== undefined && { format: event.format }) },
          text: { ...state.text, 'finish/path': event.path },
        },
        'finish/path',
      )
    case 'save-exists':
      return {
        ...entered({ ...state, busy: null }, 'finish/overwrite'),
        cursor: { ...state.cursor, 'finish/overwrite': 0 },
      }
    case 'saved':
      return saved(state, event.paths)
    case 'started':
      return { ...state, busy: event.what, notice: null, attempt: state.attempt + 1 }
    case 'failed':
      return { ...state, busy: null, notice: { tone: 'error', text: event.message } }
    case 'noticed':
      return { ...state, busy: null, notice: event.notice }
    case 'help-toggled':
      return { ...state, help: state.help === null ? 0 : null }
    case 'help-moved':
      return { ...state, help: Math.max(0, event.to) }
  }
}

/** To a place, with the way back remembered. */
function entered(state: WizardState, place: PlaceId): WizardState {
  return arrived({ ...state, history: [...state.history, state.place] }, place)
}

function arrived(state: WizardState, place: PlaceId): WizardState {
  const typing = placeOf(place).field !== undefined
  return { ...state, place, typing, after: 0, edit: null, picking: null, busy: null, notice: null }
}

function withTarget(state: WizardState, target: TargetAnswer): WizardState {
  return {
    ...withoutPlan(state),
    answers: { ...state.answers, target, numbers: {} },
    cursor: { ...state.cursor, machine: 0, 'machine/numbers': 0 },
    notice: null,
  }
}

/** Back to the machine's own screen, which shows what was chosen before it is planned for. */
function targetChosen(state: WizardState, target: TargetAnswer): WizardState {
  const at = state.history.lastIndexOf('machine')
  const history = at === -1 ? state.history : state.history.slice(0, at)
  return arrived({ ...withTarget(state, target), history }, 'machine')
}

function onward(state: WizardState): WizardState {
  return entered(state, nextPlace(state.place, state.given))
}

function back(state: WizardState): WizardState {
  if (state.busy !== null) return { ...state, busy: null, attempt: state.attempt + 1 }
  const last = state.history.at(-1)
  return last === undefined ? state : arrived({ ...state, history: state.history.slice(0, -1) }, last)
}

/** After a write: back to the last screen's menu, whatever questions lay between. */
function saved(state: WizardState, paths: readonly string[]): WizardState {
  const { kind } = state.saving
  const at = state.history.indexOf('finish')
  const known = state.saved.filter(({ path }) => !paths.includes(path))
  return {
    ...arrived({ ...state, history: at === -1 ? state.history : state.history.slice(0, at) }, 'finish'),
    saved: [...known, ...paths.map((path) => ({ path, kind, stale: false }))],
    notice: { tone: 'ok', text: `${paths.join(' and ')} written` },
  }
}

/** Hand-set rows belong to one target, model and use case. */
function withoutPlan(state: WizardState): WizardState {
  return { ...outdated(state), pins: {}, planned_pins: {}, matrix: [] }
}

/** Another plan: what was saved is of the old one. */
function outdated(state: WizardState): WizardState {
  return { ...state, saved: state.saved.map((file) => ({ ...file, stale: true })) }
}

function without(pins: Pins, row: RowId): Pins {
  const { [row]: _dropped, ...rest } = pins
  return rest
}

function withProbe(probes: readonly LiveProbe[], probe: LiveProbe): readonly LiveProbe[] {
  const at = probes.findIndex(({ id }) => id === probe.id)
  return at === -1 ? [...probes, probe] : probes.with(at, probe)
}

/** Most files that are listed; beyond it the list would cost more than a frame, and a path can be typed. */
const MOST_FILES = 2000

/** New files, each once. */
function withFiles(state: WizardState, files: readonly FoundFile[]): WizardState {
  const known = new Set(state.files.found.map(({ path }) => path))
  const fresh = files.filter(({ path }) => !known.has(path))
  if (fresh.length === 0) return state
  const listed = fresh.slice(0, Math.max(0, MOST_FILES - known.size))
  const unlisted = state.files.unlisted + fresh.length - listed.length
  return { ...state, files: { ...state.files, found: [...state.files.found, ...listed], unlisted } }
}

function matrixUndone(state: WizardState, before: readonly string[]): WizardState {
  const text = `undone: ${before.length === 0 ? 'nothing' : before.length} picked`
  return {
    ...state,
    matrix: before,
    picking: null,
    cursor: { ...state.cursor, targets: 0 },
    notice: { tone: 'ok', text },
  }
}

function pickedSentence(before: number, after: number): string {
  const by = Math.abs(after - before)
  const what = `${by} target${by === 1 ? '' : 's'}`
  if (after < before) return `${what} no longer picked`
  return before === 0 ? `${what} picked` : `${by} more picked, ${after} in all`
}

/** Where the cursor stands when a filter has changed: among the targets on the first that is not picked already. */
function firstRow({ place, matrix }: WizardState, text: string): number {
  return place === 'targets' && text.trim() === '' ? matrix.length : 0
}

/** A picked row moves up to the others that are picked; the cursor goes on to the row after it. */
function matrixToggled(state: WizardState, id: string): WizardState {
  const { matrix, cursor } = state
  const still = { ...state, picking: null, notice: null }
  if (matrix.includes(id)) return { ...still, matrix: matrix.filter((one) => one !== id) }
  return { ...still, matrix: [...matrix, id], cursor: { ...cursor, targets: (cursor.targets ?? 0) + 1 } }
}
