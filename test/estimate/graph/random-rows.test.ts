import { expect, it } from 'vitest'
import { catalogModel } from '../../../shared/model/catalog/index.ts'
import rows from '../../fixtures/memory/random-rows.json' with { type: 'json' }
import { estimated, measured, rowName } from './measured-row.ts'
import { NODE_MODELS } from './node-list.ts'

function factsOf(model: string) {
  const at_hand = NODE_MODELS.get(model)
  if (at_hand !== undefined) return at_hand()
  const dot = model.lastIndexOf('.')
  return catalogModel(model.slice(0, dot), model.slice(dot + 1))
}

it.each(rows.map((row) => ({ name: `${row.model} ${rowName(row)}`, row })))('$name', async ({ row }) => {
  expect(estimated(await factsOf(row.model), row)).toEqual(measured(row))
})
