import { describe, expect, it } from 'vitest'
import {
  catalogModel,
  findCatalogEntry,
  listCatalog,
  modelForSize,
  parsePrecision,
  PRECISIONS,
  SIZE_CLASSES,
} from '../../../shared/model/catalog/index.ts'
import { tensorBytes } from '../../../shared/model/tensor-types.ts'
import { userErrorOf } from '../../helpers/thrown.ts'

describe('findCatalogEntry', () => {
  it.each([
    ['llama-3.1-8b', 'llama-3.1-8b'],
    ['Llama-3.1-8B', 'llama-3.1-8b'],
    ['meta-llama/Llama-3.1-8B-Instruct', 'llama-3.1-8b'],
    ['Qwen3 0.6B', 'qwen3-0.6b'],
    ['qwen3:8b', 'qwen3-8b'],
    ['gpt-oss', 'gpt-oss-20b'],
    ['google/gemma-3-4b-it', 'gemma-3-4b'],
    ['deepseek-r1', 'deepseek-v3'],
  ])('%s -> %s', (asked, id) => {
    expect(findCatalogEntry(asked).id).toBe(id)
  })

  it('names what is near', async () => {
    const error = await userErrorOf(() => findCatalogEntry('lama-3.1-8b'))
    expect(error.kind).toBe('usage')
    expect(error.message).toContain('llama-3.1-8b')
  })

  it.each(['', 'x'.repeat(5000), '../../etc/passwd', '__proto__'])('refuses nonsense: %.20s', async (id) => {
    expect((await userErrorOf(() => findCatalogEntry(id))).kind).toBe('usage')
  })
})

describe('precisions', () => {
  it('run from small to large by what an 8B model weighs', () => {
    const sizes = PRECISIONS.filter(({ name }) => name !== 'MXFP4_MOE').map(({ name }) =>
      catalogModel('llama-3.1-8b', name).tensors.reduce((sum, { type, shape, layers }) => {
        const copies = layers?.reduce((n, [a, b]) => n + b - a + 1, 0) ?? 1
        return sum + copies * tensorBytes(type, shape)
      }, 0),
    )
    expect(sizes).toEqual([...sizes].sort((a, b) => a - b))
  })

  it('know their bits per weight', () => {
    const bits = Object.fromEntries(PRECISIONS.map(({ name, bits_per_weight }) => [name, bits_per_weight]))
    expect(bits).toMatchObject({ Q4_K_M: 4.5, Q8_0: 8.5, Q6_K: 6.5625, F16: 16, IQ4_XS: 4.25, MXFP4_MOE: 4.25 })
  })

  it.each([
    ['q4_k_m', 'Q4_K_M'],
    ['Q4_K', 'Q4_K_M'],
    ['fp16', 'F16'],
    ['mxfp4', 'MXFP4_MOE'],
    ['iq4-xs', 'IQ4_XS'],
  ])('%s means %s', (text, name) => {
    expect(parsePrecision(text)).toBe(name)
  })

  it.each(['Q4_K_X', 'toString', '', 'int4'])('refuses %j and lists the names', async (text) => {
    const error = await userErrorOf(() => catalogModel('llama-3.1-8b', text))
    expect(error.kind).toBe('usage')
    expect(error.hint).toContain('Q4_K_M')
  })
})

describe('modelForSize', () => {
  it.each([
    ['8B', 'llama-3.1-8b'],
    ['7-8B', 'llama-3.1-8b'],
    ['7B', 'mistral-7b-v0.3'],
    ['13B', 'qwen3-14b'],
    ['0.6b', 'qwen3-0.6b'],
    ['135M', 'smollm2-135m'],
    ['30B+', 'qwen3-32b'],
    ['70B', 'llama-3.3-70b'],
    ['30B-A3B', 'qwen3-30b-a3b'],
    ['671B', 'deepseek-v3'],
  ])('%s -> %s, and says so', (size, id) => {
    const { entry, note } = modelForSize(size)
    expect(entry.id).toBe(id)
    expect(note).toContain(entry.display_name)
    expect(note).toContain(size.toUpperCase())
  })

  it.each(['', '8', 'B', '-8B', '0B', '8-7B', 'big', '1e3B', '8BB', 'NaNB', '9'.repeat(400)])(
    'refuses %.20j',
    async (size) => {
      const error = await userErrorOf(() => modelForSize(size))
      expect(error.kind).toBe('usage')
      expect(error.hint).toBeDefined()
    },
  )

  it('refuses sizes far from any model', async () => {
    expect((await userErrorOf(() => modelForSize('5000B'))).hint).toContain('8B')
  })

  it('finds a model for every size class', () => {
    for (const size of SIZE_CLASSES.filter((name) => name !== '<1B')) {
      expect(listCatalog()).toContain(modelForSize(size).entry)
    }
  })
})
