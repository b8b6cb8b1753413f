import { describe, expect, it } from 'vitest'
import { catalogModel, findCatalogEntry } from '../../../shared/model/catalog/catalog.ts'
import { deriveFacts } from '../../../shared/model/catalog/derive.ts'
import { ENTRIES } from '../../../shared/model/catalog/entries.ts'
import { parsePrecision } from '../../../shared/model/catalog/precisions.ts'
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

/** Models of which a header is at hand but no published hyperparameters: the inventory must still be right. */
const uncatalogued = FIXTURE_IDS.filter(
  (fixture) => !shared.some(([id, precision]) => fixture === `${id}.${precision}`),
)

it.each(uncatalogued)('%s: the inventory follows from the hyperparameters of the file', async (fixture) => {
  const file = await fixtureFacts(fixture)
  const head = Number(file.hparams['embedding_length']) / Number(file.hparams['attention.head_count'])
  const entry = {
    ...findCatalogEntry('llama-3.1-8b'),
    architecture: file.architecture,
    hparams: { 'attention.key_length': head, 'attention.value_length': head, ...file.hparams },
    tensors: { tied_embeddings: !file.tensors.some(({ name }) => name === 'output.weight') },
  }
  const precision = parsePrecision(fixture.slice(fixture.lastIndexOf('.') + 1))
  expect(tensorLines(deriveFacts(entry, precision))).toEqual(tensorLines(file))
})

it('has enough headers to compare with', () => {
  expect(shared.length).toBeGreaterThanOrEqual(8)
})
