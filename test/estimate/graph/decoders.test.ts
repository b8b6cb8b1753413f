import { describe, expect, it } from 'vitest'
import { type ModelFacts, ModelFactsSchema } from '../../../shared/model/facts.ts'
import models from '../../fixtures/memory/decoders.json' with { type: 'json' }
import { estimated, measured, type MeasuredRow, rowName } from './measured-row.ts'

type Model = { readonly facts: object; readonly rows: readonly MeasuredRow[] }

describe.each(Object.entries<Model>(models))('%s', (_, { facts, rows }) => {
  const model: ModelFacts = ModelFactsSchema.parse(facts)

  it.each(rows.map((row) => ({ name: rowName(row), row })))('$name', ({ row }) => {
    expect(estimated(model, row)).toEqual(measured(row))
  })
})
