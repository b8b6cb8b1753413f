import { describe, expect, it } from 'vitest'
import { catalogModel } from '../../../shared/model/catalog/catalog.ts'
import { ENTRIES } from '../../../shared/model/catalog/entries.ts'
import type { HparamValue, ModelFacts } from '../../../shared/model/facts.ts'
import { fixtureFacts, FIXTURE_IDS } from '../../helpers/sparse-gguf.ts'

/** Made up in the shape files, of no weight in any size. */
const NOT_COMPARED = new Set(['attention.layer_norm_rms_epsilon'])

/** One line per tensor: name, type, shape. */
function tensorLines({ tensors }: ModelFacts): string[] {
  return tensors
    .flatMap(({ name, type, shape, layers }) => {
      const numbers = (layers ?? []).flatMap(([a, b]) => Array.from({ length: b - a + 1 }, (_, i) => a + i))
      const names = layers === undefined ? [name] : numbers.map((layer) => name.replace('%d', String(layer)))
      return names.map((each) => `${each} ${type} ${shape.join('x')}`)
    })
    .sort()
}

const rounded = (value: HparamValue | undefined) => (typeof value === 'number' ? Math.fround(value) : value)

const CATALOG_IDS = new Set(ENTRIES.map(({ id }) => id))
const shared = FIXTURE_IDS.map((fixture): [string, string] => {
  const dot = fixture.lastIndexOf('.')
  return [fixture.slice(0, dot), fixture.slice(dot + 1)]
}).filter(([id]) => CATALOG_IDS.has(id))

describe.each(shared)('%s %s says the same as the header of its file', (id, precision) => {
  it('tensors: names, types, shapes', async () => {
    const file = await fixtureFacts(`${id}.${precision}` as (typeof FIXTURE_IDS)[number])
    const ours = catalogModel(id, precision)
    expect(tensorLines(ours)).toEqual(tensorLines(file))
    expect(ours.n_params).toBe(file.n_params)
    expect(ours.architecture).toBe(file.architecture)
  })

  it('hyperparameters', async () => {
    const file = await fixtureFacts(`${id}.${precision}` as (typeof FIXTURE_IDS)[number])
    const { hparams } = catalogModel(id, precision)
    for (const [key, value] of Object.entries(file.hparams)) {
      // The shape file of smollm2 has llama.cpp's default in place of the published rope base.
      if (NOT_COMPARED.has(key) || (id === 'smollm2-135m' && key === 'rope.freq_base')) continue
      expect(rounded(hparams[key]), key).toEqual(rounded(value))
    }
  })
})

it('has enough headers to compare with', () => {
  expect(shared.length).toBeGreaterThanOrEqual(8)
})
