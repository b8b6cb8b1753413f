import { expect, test } from 'vitest'
import { activeBindings } from '../../cli/tui/keys/action-for.ts'
import { hintOf } from '../../cli/tui/keys/binding.ts'
import { selectedIndex } from '../../cli/tui/wizard/actions.ts'
import { matrixRows } from '../../cli/tui/wizard/matrix.ts'
import type { Wizard } from '../../cli/tui/wizard/wizard.ts'
import { listProfiles } from '../../shared/index.ts'
import { press, seenWizard } from './helpers/drive.ts'
import { fakeServices } from './helpers/fake-services.ts'
import { toTune } from './helpers/scenes.ts'

/** A wizard at the list of targets, with what was picked in it. */
async function choosing(...keys: readonly string[]): Promise<Wizard> {
  const wizard = await seenWizard(fakeServices())
  await toTune(wizard)
  press(wizard, 'enter', ...keys)
  return wizard
}

const noticeOf = (wizard: Wizard) => wizard.view().state.notice?.text
const pickedBy = (wizard: Wizard) => wizard.view().state.matrix
const hintFor = (wizard: Wizard) => {
  const binding = activeBindings(wizard.view()).find(({ keys }) => keys.includes('ctrl-a'))
  return binding === undefined ? null : hintOf(binding, wizard.view())
}

test('all that a filter leaves are picked at once, and again takes it back', async () => {
  const wizard = await choosing('"tesla"', 'ctrl-a')
  expect(pickedBy(wizard)).toContain('nvidia_tesla_t4')
  const count = pickedBy(wizard).length
  expect(noticeOf(wizard)).toBe(`${count} targets picked; Ctrl+A again undoes it`)
  expect(hintFor(wizard)).toBe('undo')
  press(wizard, 'ctrl-a')
  expect(pickedBy(wizard)).toEqual([])
  expect(noticeOf(wizard)).toBe('undone: nothing picked')
})

test('the whole list is asked about first; a move is a no', async () => {
  const wizard = await choosing('ctrl-a')
  expect(pickedBy(wizard)).toEqual([])
  const all = listProfiles().length
  expect(noticeOf(wizard)).toBe(`Ctrl+A again picks all ${all} targets; type to filter for fewer.`)
  press(wizard, 'down', 'ctrl-a')
  expect(pickedBy(wizard)).toEqual([])
  press(wizard, 'ctrl-a')
  expect(pickedBy(wizard)).toHaveLength(all)
  expect(noticeOf(wizard)).toBe(`${all} targets picked; Ctrl+A again undoes it`)
})

test('what was picked by hand stays, also when the rest is taken back after a look through the list', async () => {
  const wizard = await choosing('space', '"tesla"', 'ctrl-a')
  const [first] = listProfiles()
  const count = pickedBy(wizard).length
  expect(noticeOf(wizard)).toBe(`${count - 1} more picked, ${count} in all; Ctrl+A again undoes it`)
  press(wizard, 'end', 'home', 'ctrl-a')
  expect(pickedBy(wizard)).toEqual([first?.id])
})

test('where all that the filter leaves is picked, it is let go of, and nothing else', async () => {
  const wizard = await choosing('space', '"tesla"', 'ctrl-a', 'escape', '"tesla"', 'ctrl-a')
  const [first] = listProfiles()
  expect(pickedBy(wizard)).toEqual([first?.id])
  expect(noticeOf(wizard)).toMatch(/^\d+ targets no longer picked; Ctrl\+A again undoes it$/)
})

test('after another change there is nothing to undo', async () => {
  const wizard = await choosing('"tesla"', 'ctrl-a', 'escape', 'end', 'space')
  expect(hintFor(wizard)).toBe('pick all')
})

test('a filter is for picked targets, too: one of hundreds is found by its name', async () => {
  const wizard = await choosing('ctrl-a', 'ctrl-a', '"tesla t4"')
  const view = wizard.view()
  expect(matrixRows(view).map(({ id }) => id)).toEqual(['nvidia_tesla_t4'])
  expect(selectedIndex(view)).toBe(0)
  expect(view.state.matrix.length).toBeGreaterThan(400)
})
