import { describe, expect, it } from 'vitest'
import rows from '../../fixtures/memory/neighbour-rows.json' with { type: 'json' }
import { type FixtureId, fixtureFacts } from '../../helpers/sparse-gguf.ts'
import { estimated, measured } from './measured-row.ts'

// Rows of one model that differ in one setting each. Answers are remembered by what they depend on, and a graph is
// compiled when its structure has been asked for often: neither may take one setting for its neighbour.
describe.each(Object.entries(rows))('%s, asked again and again', (id, table) => {
  it('one after the other', async () => {
    const facts = await fixtureFacts(id as FixtureId)
    for (const row of [...table, ...table.toReversed(), ...table]) {
      expect(estimated(facts, row), JSON.stringify(row.settings)).toEqual(measured(row))
    }
  })

  it('each as often as it takes to compile', async () => {
    const facts = await fixtureFacts(id as FixtureId)
    for (const row of table) {
      for (let asked = 0; asked < 25; asked++) {
        expect(estimated(facts, row), JSON.stringify(row.settings)).toEqual(measured(row))
      }
    }
  })
})
