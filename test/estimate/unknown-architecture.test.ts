import { describe, expect, it } from 'vitest'
import { estimateMemory } from '../../shared/estimate/estimate-memory.ts'
import { totalOf } from '../../shared/estimate/memory-estimate.ts'
import { resolveSettings } from '../../shared/estimate/memory-settings.ts'
import { readHparams } from '../../shared/model/hparams.ts'
import recurrent from '../fixtures/memory/recurrent-rows.json' with { type: 'json' }
import latent from '../fixtures/memory/latent-rows.json' with { type: 'json' }
import { measuredFacts } from './graph/measured-facts.ts'

type Row = {
  readonly program: string
  readonly settings: object
  readonly devices: readonly (readonly number[])[]
  readonly host: readonly number[]
}

const sum = (parts: readonly number[]) => parts.reduce((a, b) => a + b, 0)

/** A model whose architecture has a name that nobody has heard of yet: all else as the file says. */
async function unheardOf(id: string) {
  return { ...(await measuredFacts(id)), architecture: 'unheard-of' }
}

const measured = Object.entries({ ...latent, ...recurrent } as unknown as Record<string, readonly Row[]>)

describe.each(measured)('%s under an unknown name', (id, rows) => {
  it('is never said to need less than the bound allows', async () => {
    const facts = await unheardOf(id)
    for (const row of rows) {
      const settings = resolveSettings(row.settings, readHparams(facts), row.program as 'server')
      const estimate = estimateMemory(facts, settings, { devices: row.devices.length })
      expect(estimate.basis).toBe('approximate')
      expect(estimate.bound).toBeGreaterThan(0)
      for (const [i, device] of row.devices.entries()) {
        const { model = 0, context = 0, compute = 0 } = estimate.devices[i] ?? {}
        expect(model + context + compute, JSON.stringify(row.settings)).toBeGreaterThanOrEqual(
          sum(device) * (1 - estimate.bound),
        )
      }
      const { model, context, compute } = estimate.host
      expect(model + context + compute, JSON.stringify(row.settings)).toBeGreaterThanOrEqual(
        sum(row.host) * (1 - estimate.bound),
      )
      const total = estimate.devices.reduce((bytes, one) => bytes + totalOf(one), totalOf(estimate.host))
      const actual = row.devices.reduce((bytes, one) => bytes + sum(one), sum(row.host))
      expect(total, JSON.stringify(row.settings)).toBeGreaterThanOrEqual(actual * 0.99)
      expect(total, JSON.stringify(row.settings)).toBeLessThanOrEqual(actual * (1 + estimate.bound))
    }
  })
})

it('takes the states of a recurrent model from its tensors', async () => {
  const settings = { n_ctx: 4096, n_parallel: 8 }
  const contextOf = async (facts: Awaited<ReturnType<typeof unheardOf>>) =>
    estimateMemory(facts, resolveSettings(settings, readHparams(facts)), { devices: 1 }).devices[0]?.context
  expect(await contextOf(await unheardOf('mamba2-2.7b.Q4_K_M'))).toBe(
    await contextOf(await measuredFacts('mamba2-2.7b.Q4_K_M')),
  )
})
