import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { contextSize } from '../../../shared/estimate/context-size.ts'
import { graphBuilder } from '../../../shared/estimate/graph/architectures/index.ts'
import { graphModel } from '../../../shared/estimate/graph/graph-model.ts'
import { replayCompute } from '../../../shared/estimate/graph/replay.ts'
import { representativeLayers } from '../../../shared/estimate/graph/representative-layers.ts'
import { layerDevices } from '../../../shared/estimate/layer-device.ts'
import { resolveSettings } from '../../../shared/estimate/memory-settings.ts'
import { ModelFactsSchema } from '../../../shared/model/facts.ts'
import { readHparams } from '../../../shared/model/hparams.ts'
import models from '../../fixtures/memory/decoders.json' with { type: 'json' }

const kindsOf = (text: string) => Array.from(text, (letter) => letter.charCodeAt(0))

describe('representativeLayers', () => {
  it('cuts equal layers by a multiple of six and keeps four at least', () => {
    expect(representativeLayers(kindsOf('a'.repeat(9)), 4)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8])
    expect(representativeLayers(kindsOf('a'.repeat(10)), 4)).toEqual([0, 1, 2, 9])
    expect(representativeLayers(kindsOf('a'.repeat(40)), 4)).toEqual([0, 1, 2, 39])
    expect(representativeLayers(kindsOf('a'.repeat(39)), 4)).toEqual([0, 1, 2, 33, 34, 35, 36, 37, 38])
  })

  it('cuts repeated patterns as wholes', () => {
    const layers = representativeLayers(kindsOf('aab'.repeat(12)), 4)
    expect(layers).toHaveLength(18)
    expect(layers.map((il) => 'aab'[il % 3]).join('')).toBe('aab'.repeat(6))
  })

  it('keeps the first and the last layer and the order, whatever the kinds', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 2 }), { minLength: 1, maxLength: 90 }), (kinds) => {
        const layers = representativeLayers(kinds, 4)
        expect(layers[0]).toBe(0)
        expect(layers.at(-1)).toBe(kinds.length - 1)
        expect(layers).toEqual([...new Set(layers)].sort((a, b) => a - b))
      }),
    )
  })
})

/** Compute buffers with layers cut and with all of them. */
function cutAndWhole(name: keyof typeof models, n_gpu_layers: number, n_ctx: number, n_ubatch: number) {
  const facts = ModelFactsSchema.parse(models[name].facts)
  const build = graphBuilder(facts.architecture)
  if (build === undefined) throw new Error(`no graph of ${facts.architecture}`)
  const hparams = readHparams(facts)
  const settings = resolveSettings({ n_ctx, n_ubatch, n_gpu_layers, flash_attn: 'on' }, hparams, 'cli')
  const where = layerDevices(hparams, settings, { devices: 1 })
  const run = { facts, hparams, settings, size: contextSize(hparams, settings), where, n_devices: 1, flash: true }
  return [4, 512].map((periods) => replayCompute(build, graphModel(run, { periods }), 1))
}

// Here the memory that the last layer needs changes with every layer more, in turns of two or three.
it.each([
  ['command-r-35b', 40, 1000, 64],
  ['command-r-plus', 65, 32_768, 64],
  ['falcon-7b', 13, 4096, 512],
  ['stablelm-2-12b', 9, 4096, 512],
  ['phi-2', 33, 5000, 2048],
] as const)('%s with %d layers offloaded takes as much with layers cut as with all', (name, ngl, n_ctx, n_ubatch) => {
  const [cut, whole] = cutAndWhole(name, ngl, n_ctx, n_ubatch)
  expect(cut).toEqual(whole)
})
