import { describe, expect, it } from 'vitest'
import { findCatalogEntry, findProfile, modelForSize } from '../shared/index.ts'
import { didYouMean, nearestNames } from '../shared/nearest.ts'
import { userErrorOf } from './helpers/thrown.ts'

describe('the nearest names', () => {
  it('are found by typos, and by a part of the name', () => {
    expect(nearestNames('n_cxt', ['n_ctx', 'n_batch', 'use_mmap'])).toEqual(['n_ctx'])
    expect(nearestNames('4090', ['nvidia_rtx_4090', 'nvidia_rtx_4080'])).toEqual(['nvidia_rtx_4090'])
    expect(nearestNames('something else', ['n_ctx'])).toEqual([])
    expect(didYouMean('n_cxt', ['n_ctx'])).toBe(' Did you mean n_ctx?')
    expect(didYouMean('xyz', ['n_ctx'])).toBe('')
  })

  it.each([
    ['nvidia_rtx_4060_8gb', 'nvidia_rtx_4060'],
    ['nvidia_rtx_4090_24gb', 'nvidia_rtx_4090'],
    ['RTX 4090', 'nvidia_rtx_4090'],
    ['nvidia_rtx_409', 'nvidia_rtx_4090'],
    ['apple m3 pro', 'apple_silicon_m3_pro_'],
  ])('of hardware share its words: %s', async (asked, first) => {
    expect((await userErrorOf(() => findProfile(asked))).message).toContain(`Did you mean ${first}`)
  })

  it('of a model are ids before other names', async () => {
    expect((await userErrorOf(() => findCatalogEntry('llama3'))).message).toMatch(/Did you mean llama-3/)
  })
})

describe('a size', () => {
  it('without a typical model is the model of that very size, where the catalog has one', () => {
    expect(modelForSize('9B').entry.n_params).toBe('9B')
    expect(modelForSize('8B').entry.id).toBe('llama-3.1-8b')
  })
})
