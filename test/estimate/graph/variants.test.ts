import { describe, expect, it } from 'vitest'
import { catalogModel } from '../../../shared/model/catalog/index.ts'
import type { ModelFacts } from '../../../shared/model/facts.ts'
import rows from '../../fixtures/memory/variant-rows.json' with { type: 'json' }
import { graphHeaderFacts } from '../../helpers/graph-headers.ts'
import { fixtureFacts } from '../../helpers/sparse-gguf.ts'
import { estimated, measured, type MeasuredRow, rowName } from './measured-row.ts'
import { withFusedHeads, withKeys, withLayers } from './variants.ts'

const catalog = (id: string) => Promise.resolve(catalogModel(id, 'Q4_K_M'))
const header = (id: string) => graphHeaderFacts(`${id}.Q4_K_M`)

/** The other way of each architecture that can go two ways. */
const VARIANTS: Readonly<Record<keyof typeof rows, () => Promise<ModelFacts>>> = {
  // OLMo 3 is OLMo 2 with windows; EXAONE 4 has them with 64 layers only.
  'olmo-2-7b with windows': async () => withKeys(await catalog('olmo-2-7b'), { 'attention.sliding_window': 4096 }),
  'exaone-4.0-32b of 30 layers': async () => withLayers(await header('exaone-4.0-32b'), 30),
  'mimo-v2-flash with a value scale': async () =>
    withKeys(await header('mimo-v2-flash'), { 'attention.value_scale': 0.612 }),
  'ministral-3-3b without a temperature': async () =>
    withKeys(await header('ministral-3-3b'), { 'attention.temperature_scale': 0 }),
  'llama-4-scout without windows': async () =>
    withKeys(await catalog('llama-4-scout'), { 'attention.sliding_window': 0 }),
  'step-3.5-flash with clamped gates': async () =>
    withKeys(await header('step-3.5-flash'), {
      swiglu_clamp_exp: Array.from({ length: 45 }, (_, il) => (il >= 43 ? 7 : 0)),
      swiglu_clamp_shexp: Array.from({ length: 45 }, (_, il) => (il === 44 ? 16 : 0)),
    }),
  'step-3.5-flash with fused heads': async () => withFusedHeads(await header('step-3.5-flash')),
  'olmo-2-7b with fused heads': async () => withFusedHeads(await catalog('olmo-2-7b')),
  'gemma-3n-e2b with fused heads': async () => withFusedHeads(await fixtureFacts('gemma-3n-e2b.Q4_K_M')),
  'gemma-3-4b without windows': async () =>
    withKeys(await fixtureFacts('gemma-3-4b.Q4_K_M'), { 'attention.sliding_window': 0 }),
}

describe.each(Object.entries(VARIANTS))('%s', (name, factsOf) => {
  const table: readonly MeasuredRow[] = rows[name as keyof typeof rows]

  it('has measured rows', () => {
    expect(table.length).toBeGreaterThanOrEqual(4)
  })

  it.each(table.map((row) => ({ name: rowName(row), row })))('$name', async ({ row }) => {
    expect(estimated(await factsOf(), row)).toEqual(measured(row))
  })
})
