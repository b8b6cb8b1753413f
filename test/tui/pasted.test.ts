import { expect, test } from 'vitest'
import { pasted } from '../../cli/tui/keys/field.ts'
import type { Wizard } from '../../cli/tui/wizard/wizard.ts'
import { press, seenWizard } from './helpers/drive.ts'
import { fakeServices } from './helpers/fake-services.ts'
import { toTune } from './helpers/scenes.ts'

function paste(wizard: Wizard, text: string): void {
  const action = pasted(wizard.view(), text)
  if (action !== null) wizard.act(action)
}

test('of several lines the first goes into the field, and that is said', async () => {
  const wizard = await seenWizard(fakeServices())
  press(wizard, 'enter')
  paste(wizard, '\r\n  /models/a.gguf \r\n/models/b.gguf\nq\n')
  expect(wizard.view().state).toMatchObject({
    place: 'model',
    text: { model: '/models/a.gguf' },
    notice: { tone: 'warning', text: 'Of 3 pasted lines only the first is taken.' },
  })
})

test('a line break at the end is no Enter, and nothing to speak of', async () => {
  const wizard = await seenWizard(fakeServices())
  press(wizard, 'enter')
  paste(wizard, 'qwen3-8b\n')
  expect(wizard.view().state).toMatchObject({ place: 'model', text: { model: 'qwen3-8b' }, notice: null })
})

test('a filter takes it also while letters are keys', async () => {
  const wizard = await seenWizard(fakeServices())
  press(wizard, 'enter', 'tab')
  paste(wizard, 'quen')
  expect(wizard.view().state).toMatchObject({ place: 'model', text: { model: 'quen' } })
})

test('where keys choose, pasted text is no keys', async () => {
  const wizard = await seenWizard(fakeServices())
  paste(wizard, 'jq\r\r')
  expect(wizard.view().state).toMatchObject({
    place: 'machine',
    cursor: {},
    notice: { tone: 'warning', text: 'There is no text field here: what was pasted is left out.' },
  })
})

test.each([
  ['16384', '16384'],
  ['16,384\n', '16384'],
  ['20k', '20k'],
  ['many', null],
] as const)('over a number: %j', async (text, edit) => {
  const wizard = await seenWizard(fakeServices())
  await toTune(wizard)
  press(wizard, 'down')
  paste(wizard, text)
  expect(wizard.view().state.edit).toBe(edit)
})

test('the help takes no text into the field behind it', async () => {
  const wizard = await seenWizard(fakeServices())
  press(wizard, 'enter', '?')
  paste(wizard, 'qwen')
  expect(wizard.view().state.text.model).toBeUndefined()
})
