import { expect, test } from 'vitest'
import { initialState, reduce, type WizardEvent, type WizardState } from '../../cli/tui/wizard/state.ts'
import { nextPlace, STEPS } from '../../cli/tui/wizard/steps.ts'
import { DESKTOP } from './helpers/fake-services.ts'

const SIZE = { columns: 80, rows: 24 }
const MODEL = { kind: 'catalog', id: 'llama-3.1-8b' } as const

function after(events: readonly WizardEvent[], state = initialState({}, SIZE)): WizardState {
  return events.reduce(reduce, state)
}

test('the steps follow each other, and Back goes the same way back', () => {
  const there = after([
    { type: 'went-on' },
    { type: 'model-chosen', model: MODEL },
    { type: 'use-case-chosen', use_case: 'speed' },
    { type: 'went-on' },
    { type: 'went-on' },
  ])
  expect(there.place).toBe('finish')
  expect(there.history).toEqual(['machine', 'model', 'use_case', 'tune', 'targets'])
  const back = after(
    Array.from({ length: 5 }, () => ({ type: 'went-back' }) as const),
    there,
  )
  expect(back).toMatchObject({ place: 'machine', history: [], answers: { model: MODEL, use_case: 'speed' } })
  expect(reduce(back, { type: 'went-back' })).toBe(back)
})

test('what flags answered is not asked, and Back never leads there', () => {
  const state = initialState({ target: { kind: 'this' }, use_case: 'quality' }, SIZE)
  expect(state.place).toBe('model')
  const next = reduce(state, { type: 'model-chosen', model: MODEL })
  expect(next.place).toBe('tune')
  expect(reduce(next, { type: 'went-back' }).place).toBe('model')
})

test('what was answered by hand is shown again on the way forward', () => {
  const again = after([
    { type: 'went-on' },
    { type: 'model-chosen', model: MODEL },
    { type: 'went-back' },
    { type: 'model-chosen', model: MODEL },
  ])
  expect(again.place).toBe('use_case')
})

test('with everything answered the wizard starts at the plan', () => {
  const given = { target: { kind: 'this' }, model: MODEL, use_case: 'general' } as const
  expect(initialState(given, SIZE).place).toBe('tune')
  expect(nextPlace('finish', [])).toBe('finish')
  expect(STEPS.map(({ id }) => id)).toEqual(['machine', 'model', 'use_case', 'tune', 'targets', 'finish'])
})

test('another target is shown on the first screen before it is planned for', () => {
  const state = after([
    { type: 'went-to', place: 'machine/others', text: '' },
    { type: 'typed', text: '4090' },
    { type: 'target-chosen', target: { kind: 'profile', id: 'nvidia_rtx_4090' } },
  ])
  expect(state).toMatchObject({ place: 'machine', history: [], typing: false, cursor: { machine: 0 } })
})

test.each<[string, WizardEvent]>([
  ['another target', { type: 'target-set', target: { kind: 'this' } }],
  ['other numbers', { type: 'numbers-set', numbers: { vram_gb: 8 } }],
  ['another model', { type: 'model-chosen', model: MODEL }],
  ['another use case', { type: 'use-case-chosen', use_case: 'speed' }],
])('%s drops what was set by hand for the old plan', (_name, event) => {
  const tuned = after([
    { type: 'use-case-chosen', use_case: 'general' },
    { type: 'pinned', row: 'n_ctx', value: 4096 },
    { type: 'replanned' },
    { type: 'matrix-toggled', id: 'nvidia_tesla_t4' },
  ])
  expect(tuned).toMatchObject({ pins: { n_ctx: 4096 }, planned_pins: { n_ctx: 4096 }, matrix: ['nvidia_tesla_t4'] })
  expect(reduce(tuned, event)).toMatchObject({ pins: {}, planned_pins: {}, matrix: [] })
})

test('the same use case again keeps what was set by hand', () => {
  const events: WizardEvent[] = [
    { type: 'use-case-chosen', use_case: 'general' },
    { type: 'pinned', row: 'n_ctx', value: 4096 },
    { type: 'went-back' },
    { type: 'use-case-chosen', use_case: 'general' },
  ]
  expect(after(events).pins).toEqual({ n_ctx: 4096 })
})

test('a row that is let go is planned again', () => {
  const events: WizardEvent[] = [
    { type: 'pinned', row: 'n_ctx', value: 4096 },
    { type: 'pinned', row: 'n_ubatch', value: 256 },
    { type: 'replanned' },
    { type: 'released', row: 'n_ctx' },
  ]
  expect(after(events)).toMatchObject({ pins: { n_ubatch: 256 }, planned_pins: { n_ubatch: 256 } })
  expect(after([...events, { type: 'all-released' }])).toMatchObject({ pins: {}, planned_pins: {} })
})

test('typing moves the selection to the first row that is left', () => {
  const state = after([{ type: 'went-on' }, { type: 'moved', to: 7 }, { type: 'typed', text: 'q' }])
  expect(state).toMatchObject({ text: { model: 'q' }, cursor: { model: 0 } })
})

test('Back while something is read gives that up and stays', () => {
  const busy = after([{ type: 'went-on' }, { type: 'started', what: 'reading' }])
  const given_up = reduce(busy, { type: 'went-back' })
  expect(given_up).toMatchObject({ place: 'model', busy: null })
  expect(given_up.attempt).toBeGreaterThan(busy.attempt)
})

test('after saving, the menu is one step back from nothing', () => {
  const at_finish = after([
    { type: 'went-on' },
    { type: 'model-chosen', model: MODEL },
    { type: 'use-case-chosen', use_case: 'speed' },
    { type: 'went-on' },
    { type: 'went-on' },
  ])
  const saved = after(
    [
      { type: 'save-asked', kind: 'config', path: 'a.json' },
      { type: 'started', what: 'saving' },
      { type: 'save-exists' },
      { type: 'saved', paths: ['a.json'] },
    ],
    at_finish,
  )
  expect(saved).toMatchObject({
    place: 'finish',
    history: at_finish.history,
    busy: null,
    saved: [{ path: 'a.json', kind: 'config', stale: false }],
    notice: { tone: 'ok', text: 'a.json written' },
  })
})

test('a file is of the plan that it was saved for', () => {
  const saved = after([
    { type: 'save-asked', kind: 'config', path: 'a.json' },
    { type: 'saved', paths: ['a.json'] },
  ])
  expect(reduce(saved, { type: 'pinned', row: 'n_ctx', value: 512 }).saved).toEqual([
    { path: 'a.json', kind: 'config', stale: true },
  ])
})

test('a file that is found twice is listed once, and what is beyond the list is counted', () => {
  const file = (n: number) => ({ path: `m/${n}.gguf`, name: `${n}.gguf`, size_bytes: 1, place: 'here' })
  const many = Array.from({ length: 2010 }, (_, n) => file(n))
  const state = after([
    { type: 'files-found', files: [file(0)] },
    { type: 'files-found', files: [file(0), file(1)] },
  ])
  expect(state.files.found.map(({ path }) => path)).toEqual(['m/0.gguf', 'm/1.gguf'])
  const { found, unlisted } = reduce(state, { type: 'files-found', files: many }).files
  expect({ found: found.length, unlisted }).toEqual({ found: 2000, unlisted: 10 })
})

test('probes are listed in the order of their start, each once', () => {
  const state = after([
    { type: 'probed', probe: { id: 'a', state: 'running', ms: 0 } },
    { type: 'probed', probe: { id: 'b', state: 'running', ms: 0 } },
    { type: 'probed', probe: { id: 'a', state: 'done', ms: 12 } },
    { type: 'detected', snapshot: DESKTOP },
  ])
  expect(state.machine.probes.map(({ id, state: s }) => `${id} ${s}`)).toEqual(['a done', 'b running'])
})
