import { expect, test } from 'vitest'
import { awaitedModel } from '../../cli/tui/wizard/awaited-model.ts'
import { tuneView } from '../../cli/tui/wizard/tune-rows.ts'
import { catalogModel } from '../../shared/index.ts'
import { press, seenWizard, until } from '../tui/helpers/drive.ts'
import { fakeServices } from '../tui/helpers/fake-services.ts'

test('a config that was saved for a model of the catalog says where it expects the file', async () => {
  const answers = {
    target: { kind: 'this' },
    model: { kind: 'catalog', id: 'llama-3.1-8b' },
    use_case: 'general',
  } as const
  const wizard = await seenWizard(fakeServices(), answers)
  await until(wizard, (view) => tuneView(view).state === 'ready')
  expect(awaitedModel(wizard.view())).toEqual([])
  press(wizard, 'enter', 'enter', 'enter', 'enter')
  await until(wizard, ({ state }) => state.saved.length > 0)
  expect(awaitedModel(wizard.view())).toEqual([
    'The config expects the model at ./models/llama-3.1-8b/gguf/Q4_K_M/llama-3.1-8b-q4_k_m.gguf.',
    'Put it there, or name another file: llama-pajamas-run --config FILE --model FILE.gguf',
  ])
  const { state } = wizard.view()
  const file = { kind: 'file', path: 'model.gguf', facts: catalogModel('llama-3.1-8b', 'Q4_K_M') } as const
  expect(awaitedModel({ ...wizard.view(), state: { ...state, answers: { ...state.answers, model: file } } })).toEqual(
    [],
  )
})
