import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { catalogModel, findCatalogEntry } from '../../../shared/model/catalog/catalog.ts'
import { ENTRIES } from '../../../shared/model/catalog/entries.ts'
import { PRECISION_NAMES } from '../../../shared/model/catalog/quantize/precision.ts'
import { blockLength, tensorBytes } from '../../../shared/model/tensor-types.ts'
import type { ModelFacts } from '../../../shared/model/facts.ts'
import dryRun from './dry-run-mib.json' with { type: 'json' }

function fileBytes(facts: ModelFacts, align = 1): number {
  return facts.tensors.reduce((sum, { type, shape, layers }) => {
    const copies = layers?.reduce((n, [first, last]) => n + last - first + 1, 0) ?? 1
    return sum + copies * Math.ceil(tensorBytes(type, shape) / align) * align
  }, 0)
}

/** What `llama-quantize --dry-run` says for a file of each model, in MiB with two decimals. */
describe('equals llama-quantize', () => {
  it.each(Object.entries(dryRun))('%s at every precision', (id, sizes) => {
    for (const [precision, mib] of Object.entries(sizes)) {
      const ours = fileBytes(catalogModel(id, precision)) / 2 ** 20
      expect(Math.abs(ours - mib), `${precision}: ${ours} MiB, measured ${mib}`).toBeLessThan(0.00501)
    }
  })
})

/**
 * Bytes of the model buffers of all devices together, everything offloaded: every tensor padded to 32 bytes, and the
 * token embedding a second time where it is the output too. Measured with llama.cpp's no-allocation pass.
 */
it.each([
  ['smollm2-135m', 'Q2_K', 116497152],
  ['qwen2.5-0.5b', 'Q4_0', 490849792],
  ['llama-3.1-8b', 'Q4_K_M', 4912898304],
  ['mixtral-8x7b', 'Q3_K_M', 22545711104],
  ['qwen2.5-72b', 'Q2_K', 29805772800],
  ['gemma-3-27b', 'IQ4_XS', 16043665664],
  ['gemma-4-26b-a4b', 'Q4_0', 15029092288],
  ['gpt-oss-20b', 'Q4_K_M', 15792128256],
  ['deepseek-v2-lite', 'Q5_K_M', 11849086976],
  ['qwen3-next-80b-a3b', 'Q8_0', 84806265856],
  ['qwen3.5-27b', 'Q4_K_M', 16536406016],
  ['starcoder2-7b', 'Q5_K_M', 5338959872],
  ['llama-4-scout', 'IQ4_XS', 58274921216],
  ['olmoe-1b-7b', 'Q6_K', 5682966528],
])('%s %s is exact to the byte in memory', (id, precision, measured) => {
  const facts = catalogModel(id, precision)
  const shared = findCatalogEntry(id).tensors.tied_embeddings
    ? facts.tensors.filter(({ name }) => name === 'token_embd.weight')
    : []
  expect(fileBytes(facts, 32) + fileBytes({ ...facts, tensors: shared }, 32)).toBe(measured)
})

it('gives every row whole blocks, and vectors and routers f32, whatever the model and precision', () => {
  fc.assert(
    fc.property(fc.constantFrom(...ENTRIES), fc.constantFrom(...PRECISION_NAMES), ({ id }, precision) => {
      for (const { name, type, shape } of catalogModel(id, precision).tensors) {
        expect((shape[0] ?? 0) % blockLength(type), `${id} ${precision} ${name}`).toBe(0)
        if (shape.length === 1 || name.includes('ffn_gate_inp.')) expect(type).toBe('f32')
      }
    }),
    { numRuns: 150 },
  )
})

it('keeps the layers of each tensor whole and apart', () => {
  fc.assert(
    fc.property(fc.constantFrom(...ENTRIES), fc.constantFrom(...PRECISION_NAMES), ({ id, hparams }, precision) => {
      const layersOf = new Map<string, number[]>()
      for (const { name, layers } of catalogModel(id, precision).tensors) {
        const list = (layers ?? []).flatMap(([a, b]) => Array.from({ length: b - a + 1 }, (_, i) => a + i))
        layersOf.set(name, [...(layersOf.get(name) ?? []), ...list])
      }
      for (const list of layersOf.values()) expect(new Set(list).size).toBe(list.length)
      expect(layersOf.get('blk.%d.ffn_down.weight')?.length ?? 0).toBeLessThanOrEqual(Number(hparams['block_count']))
    }),
    { numRuns: 60 },
  )
})

it('keeps the experts of gpt-oss in mxfp4 in a converted file, as they were published', () => {
  const expertTypes = (precision: string) =>
    new Set(
      catalogModel('gpt-oss-20b', precision)
        .tensors.filter(({ name }) => name.endsWith('_exps.weight'))
        .map(({ type }) => type),
    )
  expect(expertTypes('F16')).toEqual(new Set(['mxfp4']))
  expect(expertTypes('MXFP4_MOE')).toEqual(new Set(['mxfp4']))
  expect(expertTypes('Q4_K_M')).toEqual(new Set(['q5_0', 'q8_0']))
})
