import { describe, expect, it } from 'vitest'
import rows from '../../fixtures/memory/windowed-rows.json' with { type: 'json' }
import { measuredFacts } from './measured-facts.ts'
import { estimated, measured, rowName } from './measured-row.ts'

describe.each(Object.entries(rows))('%s', (model, table) => {
  it.each(table.map((row) => ({ name: rowName(row), row })))('$name', async ({ row }) => {
    expect(estimated(await measuredFacts(`${model}.Q4_K_M`), row)).toEqual(measured(row))
  })
})
