import { EXIT, exportConfig, EXPORT_FORMATS, inOneLine, USE_CASES, UserError, type LocatedFinding } from '../core.ts'
import type { FoundFile, Services } from '../services.ts'
import type { Action, Command } from './actions.ts'
import type { Answers } from './answers.ts'
import { savedConfig } from './finish-rows.ts'
import { framePace } from './frame-pace.ts'
import { lazyStore, type Job } from './lazy.ts'
import { matrixJobs } from './matrix.ts'
import { modelJobs, modelRows, sameRow } from './model-rows.ts'
import { pastedPath } from './pasted-path.ts'
import { choiceOf, planFor, planJobs } from './plans.ts'
import { initialState, reduce, type WizardEvent, type WizardState } from './state.ts'
import { targetOf } from './target-of.ts'
import { rowOf, tuneView } from './tune-rows.ts'
import { rowValue, tunedOf } from './tuned.ts'
import type { View } from './view.ts'
import { workflowDrafts, type Draft } from './workflow.ts'

/** How the wizard ended. */
export type Outcome = {
  readonly code: number
  readonly state: WizardState
  /** A config file to start the engine with. */
  readonly run?: string
}

/** The wizard without a screen: state, what keys do to it, and what it asks of the world. */
export type Wizard = {
  view(): View
  act(action: Action): void
  subscribe(listener: () => void): () => void
  /** Settles once; after it nothing changes any more. */
  readonly ended: Promise<Outcome>
}

/** Starts looking at the machine and for files at once. */
export function createWizard(
  services: Services,
  answers: Partial<Answers>,
  size: { readonly columns: number; readonly rows: number },
): Wizard {
  const listeners = new Set<() => void>()
  const store = lazyStore(() => answered(), services.lanes)
  const abort = new AbortController()
  let view: View = {
    state: initialState(answers, size),
    known: store,
    generator: services.generator,
    platform: services.platform,
  }
  let finish: (outcome: Outcome) => void = () => {}
  let over = false
  const ended = new Promise<Outcome>((resolve) => (finish = resolve))

  const pace = framePace(() => {
    store.want(jobsFor(view, services))
    for (const listener of listeners) listener()
  })
  // A new view object tells React that something is to be drawn, also when only an answer has come in.
  const answered = (): void => {
    if (over) return
    view = { ...view }
    pace.soon()
  }
  /** What a key does is drawn at once, what the machine tells with the next frame. */
  const dispatch = (event: WizardEvent, draw: 'now' | 'soon' = 'soon'): void => {
    if (over) return
    const state = reduce(view.state, event)
    if (state === view.state) return
    view = { ...view, state }
    pace[draw]()
  }
  const end = (code: number, run?: string): void => {
    if (over) return
    over = true
    pace.stop()
    store.want([])
    abort.abort()
    finish({ code, state: view.state, ...(run !== undefined && { run }) })
  }

  /** Does something for the user who waits; an answer that comes after Back is ignored. */
  const attempt = (what: string, work: () => Promise<WizardEvent>): void => {
    dispatch({ type: 'started', what }, 'now')
    const mine = view.state.attempt
    void work()
      .catch((error: unknown): WizardEvent => ({ type: 'failed', message: sentenceOf(error) }))
      .then((event) => {
        if (view.state.attempt === mine) dispatch(event)
        return undefined
      })
  }

  const perform = (command: Command): void => {
    switch (command.do) {
      case 'read-model':
        return attempt('reading the file', async () => {
          return { type: 'model-chosen', model: await services.readModel(expandHome(command.path, services)) }
        })
      case 'read-snapshot':
        return attempt('reading the file', async () => {
          const file = expandHome(command.path, services)
          return {
            type: 'target-chosen',
            target: { kind: 'snapshot', file, snapshot: await services.readSnapshot(file) },
          }
        })
      case 'fix':
        return attempt('looking for a fix', () => fixed(view, command.finding, services))
      case 'save':
        return attempt('saving', () => save(view, services, command.force))
      case 'run': {
        const config = savedConfig(view.state)
        return config === null ? undefined : end(EXIT.ok, config)
      }
      case 'suspend':
        return services.suspend?.()
      case 'quit':
        return end(EXIT.ok)
      case 'cancel':
        return end(EXIT.cancelled)
      case 'end':
        return end(command.code)
    }
  }

  /** The list is in order, so new files come in between; what the user has selected stays selected. */
  const found = (files: readonly FoundFile[]): void => {
    const at = view.state.cursor.model
    const selected = at === undefined ? undefined : modelRows(view)[at]
    dispatch({ type: 'files-found', files })
    const to = selected === undefined ? -1 : sameRow(modelRows(view), selected)
    if (to !== -1 && to !== at) dispatch({ type: 'row-moved', to })
  }

  void services
    .detect((probe) => dispatch({ type: 'probed', probe }))
    .then(
      (snapshot) => dispatch({ type: 'detected', snapshot }),
      (error: unknown) => dispatch({ type: 'detection-failed', message: sentenceOf(error) }),
    )
  void services.findModels(found, abort.signal).then(
    (notes) => dispatch({ type: 'scan-ended', notes }),
    (error: unknown) => dispatch({ type: 'scan-ended', notes: [sentenceOf(error)] }),
  )

  return {
    view: () => view,
    act: (action) => ('do' in action ? perform(action) : dispatch(action, 'now')),
    subscribe(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    ended,
  }
}

/** What the current screen shows and is not known yet. */
function jobsFor(view: View, services: Services): Job[] {
  const { place, answers, rows } = view.state
  if (place === 'model') return modelJobs(view, services, rows)
  const { model, use_case } = answers
  if (model === undefined) return []
  if (place === 'use_case') {
    const at = view.state.cursor.use_case ?? 0
    const ordered = [...USE_CASES.slice(at, at + 1), ...USE_CASES.filter((_, index) => index !== at)]
    return ordered.flatMap((one) => planJobs(view, model, one, services))
  }
  if (use_case === undefined) return []
  const plan = planJobs(view, model, use_case, services, view.state.planned_pins)
  return place === 'targets' || place === 'finish' ? [...plan, ...matrixJobs(view)] : plan
}

/** The smallest change that mends a finding, as the row that it changes. */
async function fixed(view: View, finding: LocatedFinding, services: Services): Promise<WizardEvent> {
  const tune = tuneView(view)
  const target = targetOf(view.state)
  if (tune.state !== 'ready' || target === null) return { type: 'noticed', notice: null }
  const fix = await services.fix({ config: tune.value.config, target, rule: finding.rule, path: finding.path })
  const row = fix === null ? null : rowOf({ ...finding, path: fix.path })
  if (fix === null || fix.value === null || row === null) {
    return {
      type: 'noticed',
      notice: { tone: 'warning', text: 'No single change mends this. o plans the other rows anew.' },
    }
  }
  const { config, hparams } = tune.value
  const settings = { ...config.settings, [String(fix.path.at(-1))]: fix.value }
  return { type: 'pinned', row, value: rowValue({ ...config, settings }, row, hparams) }
}

async function save(view: View, services: Services, force: boolean): Promise<WizardEvent> {
  const drafts = draftsOf(view, services)
  const written: string[] = []
  for (const [index, { path, text }] of drafts.entries()) {
    const folders = view.state.saving.kind === 'workflow'
    // oxlint-disable-next-line no-await-in-loop -- the second file must not be written when the first is refused
    const result = await services.save(path, text, { force: force && index === 0, folders })
    // A snapshot that is there already is the user's: it stays.
    if (result === 'exists' && index === 0) return { type: 'save-exists' }
    if (result === 'written') written.push(path)
  }
  return { type: 'saved', paths: written }
}

function draftsOf(view: View, services: Services): readonly Draft[] {
  const { state } = view
  const path = expandHome(pastedPath(state.text['finish/path'] ?? '', services.platform), services)
  const config = finalConfig(view)
  const target = targetOf(state)
  if (config === null || target === null) throw new UserError('usage', 'there is no plan to save yet')
  const { kind, format: name } = state.saving
  if (kind === 'config') return [{ path, text: `${JSON.stringify(config, null, 2)}\n` }]
  if (kind === 'workflow') return workflowDrafts(path, savedConfig(state) ?? 'runtime_config.json', target, state)
  const format = EXPORT_FORMATS.find((one) => one === name)
  if (format === undefined) throw new UserError('usage', 'no format is chosen')
  return [{ path, text: exportConfig(config, format) }]
}

/** The config as it would be saved; null before there is a plan. */
export function finalConfig(view: View) {
  const { model, use_case } = view.state.answers
  if (model === undefined || use_case === undefined) return null
  const plan = planFor(view, model, use_case, view.state.planned_pins)
  return plan.state === 'ready' ? tunedOf(plan.value, view.state.pins, choiceOf(model)).config : null
}

/** `~/models` as shells understand it. */
function expandHome(path: string, { env }: Services): string {
  const home = env['HOME'] ?? env['USERPROFILE']
  return home !== undefined && /^~(?=$|[\\/])/.test(path) ? home + path.slice(1) : path
}

function sentenceOf(error: unknown): string {
  if (error instanceof UserError) return inOneLine(error)
  return error instanceof Error ? `${error.name}: ${error.message}` : String(error)
}
