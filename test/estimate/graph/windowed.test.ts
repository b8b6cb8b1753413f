import { describe, expect, it } from 'vitest'
import { catalogModel, listCatalog } from '../../../shared/model/catalog/index.ts'
import type { ModelFacts } from '../../../shared/model/facts.ts'
import rows from '../../fixtures/memory/windowed-rows.json' with { type: 'json' }
import { graphHeaderFacts } from '../../helpers/graph-headers.ts'
import { FIXTURE_IDS, fixtureFacts } from '../../helpers/sparse-gguf.ts'
import { estimated, measured, rowName } from './measured-row.ts'

/** From the catalog where it has the model, else from a header. */
function factsOf(model: string): Promise<ModelFacts> {
  if (listCatalog().some(({ id }) => id === model)) return Promise.resolve(catalogModel(model, 'Q4_K_M'))
  const fixture = FIXTURE_IDS.find((id) => id === `${model}.Q4_K_M`)
  return fixture === undefined ? graphHeaderFacts(`${model}.Q4_K_M`) : fixtureFacts(fixture)
}

describe.each(Object.entries(rows))('%s', (model, table) => {
  it.each(table.map((row) => ({ name: rowName(row), row })))('$name', async ({ row }) => {
    expect(estimated(await factsOf(model), row)).toEqual(measured(row))
  })
})
