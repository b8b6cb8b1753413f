import { describe, expect, test } from 'vitest'
import { estimateMemory } from '../../shared/estimate/estimate-memory.ts'
import { totalOf } from '../../shared/estimate/memory-estimate.ts'
import { resolveSettings } from '../../shared/estimate/memory-settings.ts'
import { hparamsOf } from '../../shared/estimate/compiled-model.ts'
import type { Settings } from '../../shared/config/settings.ts'
import { catalogModel, listCatalog } from '../../shared/model/catalog/catalog.ts'
import { explainMemory, type Term } from '../../shared/report/explain-memory.ts'
import { memoryText } from '../../shared/report/memory-text.ts'
import { LLAMA_8B, target } from '../validate/cases.ts'

/** Settings, and the GiB of each device. */
const CASES: [Settings, number[]][] = [
  [{ n_ctx: 4096 }, []],
  [{ n_ctx: 8192, n_gpu_layers: 7, n_parallel: 4, kv_unified: false }, [24]],
  [{ n_ctx: 32768, n_cpu_moe: 3, cache_type_k: 'q8_0', cache_type_v: 'q8_0' }, [24, 12]],
  [{ n_ctx: 8192, offload_kqv: false, flash_attn: 'off' }, [24]],
]

const bytesOf = (terms: readonly Term[], kind: Term['kind']) =>
  terms.filter((term) => term.kind === kind).reduce((sum, { bytes }) => sum + bytes, 0)

describe('explainMemory', () => {
  test.each(listCatalog().map(({ id }) => id))('%s: the terms add up to the estimate', (id) => {
    const facts = catalogModel(id, 'Q4_K_M')
    for (const [given, vram] of CASES) {
      const settings = resolveSettings(given, hparamsOf(facts))
      const estimate = estimateMemory(facts, settings, { devices: vram.length, backend: 'cuda' })
      const { parts } = explainMemory(facts, settings, target({ vram }))
      const own = [...estimate.devices, estimate.host]
      expect(parts.map(({ total_bytes }) => total_bytes)).toEqual(own.map(totalOf))
      const kinds = parts.map(({ terms }) => ({
        model: bytesOf(terms, 'model'),
        context: bytesOf(terms, 'context'),
        compute: bytesOf(terms, 'compute'),
      }))
      expect(kinds).toEqual(own)
    }
  })

  test('the cache formula holds its own numbers', () => {
    const settings = resolveSettings({ n_ctx: 8000, cache_type_k: 'q8_0' }, hparamsOf(LLAMA_8B))
    const { parts } = explainMemory(LLAMA_8B, settings, target())
    const term = parts[0]?.terms.find(({ name }) => name === 'KV cache')
    // K: 1024 values as q8_0, 34 bytes for 32; V: 1024 values as f16; 8000 cells padded to 256.
    expect(term?.formula).toBe('32 layers x 8192 cells x 3136 bytes (q8_0/f16)')
    expect(term?.bytes).toBe(32 * 8192 * 3136)
  })

  test.each<[string, Settings, number[], Record<string, string>]>([
    [
      'mixtral-8x7b',
      { n_gpu_layers: 99, n_cpu_moe: 23 },
      [24],
      {
        'gpu 0': '9 layers (23 to 31); those of the first 23 layers stay on the host',
        RAM: '23 layers (0 to 22); those of the first 23 layers among them',
      },
    ],
    ['mixtral-8x7b', { n_gpu_layers: 99 }, [24], { 'gpu 0': '32 layers (0 to 31)' }],
    // 10 layers and the output are on the device; of the host's 22 layers and more, experts stay as told.
    [
      'mixtral-8x7b',
      { n_gpu_layers: 11, n_cpu_moe: 2 },
      [24],
      {
        'gpu 0': '10 layers (22 to 31); those of the first 2 layers stay on the host',
        RAM: '22 layers (0 to 21); those of the first 2 layers among them',
      },
    ],
  ])('%s with %j on %j GiB: experts are named by the layers that they lie in', (id, given, vram, expected) => {
    const facts = catalogModel(id, 'Q4_K_M')
    const { parts } = explainMemory(facts, resolveSettings(given, hparamsOf(facts)), target({ vram }))
    const shown = parts.flatMap(({ name, terms }) =>
      terms.flatMap((term) => (term.name === 'expert weights' ? [[name, term.formula]] : [])),
    )
    expect(Object.fromEntries(shown)).toEqual(expected)
  })

  test('on unified memory the host line counts all', () => {
    const settings = resolveSettings({ n_ctx: 4096 }, hparamsOf(LLAMA_8B))
    const { parts } = explainMemory(LLAMA_8B, settings, target({ unified: true }))
    const [device, host] = parts
    expect(host?.need_bytes).toBe((device?.total_bytes ?? 0) + (host?.total_bytes ?? 0))
  })

  test('backend cpu puts all on the host of a target with a GPU', () => {
    const settings = resolveSettings({ n_ctx: 4096 }, hparamsOf(LLAMA_8B))
    expect(explainMemory(LLAMA_8B, settings, target(), 'cpu').parts.map(({ kind }) => kind)).toEqual(['host'])
  })
})

test('memoryText shows every term, the total and the budget', () => {
  const settings = resolveSettings({ n_ctx: 4096, n_gpu_layers: 20 }, hparamsOf(LLAMA_8B))
  const sum = explainMemory(LLAMA_8B, settings, target())
  const text = memoryText(sum)
  for (const { terms } of sum.parts)
    for (const { name, formula } of terms) expect(text).toContain(`${name}: ${formula}`)
  expect(text).toContain('of 12.0 GiB usable (test)')
  expect(text).toMatch(/program server\.\n$/)
})
