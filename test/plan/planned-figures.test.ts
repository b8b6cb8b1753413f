import { describe, expect, test } from 'vitest'
import { totalOf } from '../../shared/estimate/memory-estimate.ts'
import { findCatalogEntry } from '../../shared/model/catalog/index.ts'
import { choiceFromCatalog } from '../../shared/plan/choose-model.ts'
import type { Intent } from '../../shared/plan/intent.ts'
import { makePlan } from '../../shared/plan/make-plan.ts'
import { GIB, MIB } from '../../shared/units.ts'
import { madeUpTarget } from './targets.ts'

const model = choiceFromCatalog(findCatalogEntry('qwen2.5-0.5b'))

/** What a plan holds llama-server's cache of earlier prompts to, and the RAM that is left beside the model. */
function cacheOn(ram: number, more: Partial<Intent> = {}) {
  const intent = { use_case: 'general', precision: 'Q4_K_M', n_ctx: 4096, ...more } as const
  const { config, memory } = makePlan({ target: madeUpTarget({ ram, vram: [4] }), model, intent })
  return { limit: config.metadata?.cache_ram_mib, left: (ram * GIB - totalOf(memory.host)) / MIB }
}

describe('llama-server’s cache of earlier prompts, 8192 MiB unless said', () => {
  test('is held to the RAM that is left, in steps of 64 MiB', () => {
    const { limit = 0, left } = cacheOn(4)
    expect(limit % 64).toBe(0)
    expect(limit).toBeLessThanOrEqual(left)
    expect(limit).toBeGreaterThan(left - 64)
  })

  test('is left alone where it has room, and where there is none', () => {
    expect(cacheOn(16).limit).toBeUndefined()
    expect(cacheOn(4, { program: 'cli' }).limit).toBeUndefined()
  })
})
