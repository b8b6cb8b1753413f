import { readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import * as z from 'zod'
import { describe, expect, it } from 'vitest'
import { deriveFacts } from '../../../shared/model/catalog/derive.ts'
import { ENTRIES } from '../../../shared/model/catalog/entries.ts'
import { CatalogEntrySchema, type CatalogEntry } from '../../../shared/model/catalog/entry.ts'
import { INVENTORY_ARCHITECTURES } from '../../../shared/model/catalog/inventory/index.ts'
import { billions } from '../../../shared/model/catalog/model-for-size.ts'
import { ModelFactsSchema } from '../../../shared/model/facts.ts'

const NEEDED = [
  'vocab_size',
  'block_count',
  'context_length',
  'embedding_length',
  'attention.head_count',
  'attention.head_count_kv',
  'attention.key_length',
  'attention.value_length',
  'rope.freq_base',
]

/** Keys that the memory rules of an architecture ask for beyond {@link NEEDED}. */
const NEEDED_BY_ARCHITECTURE: Record<string, string[]> = {
  deepseek2: ['attention.kv_lora_rank', 'attention.key_length_mla', 'rope.dimension_count'],
  gemma2: ['attention.sliding_window'],
  gemma3: ['attention.sliding_window'],
  gemma4: ['attention.sliding_window', 'attention.sliding_window_pattern', 'attention.key_length_swa'],
  'gpt-oss': ['attention.sliding_window'],
  qwen35: ['ssm.state_size', 'ssm.inner_size', 'ssm.conv_kernel', 'full_attention_interval'],
  qwen3next: ['ssm.state_size', 'ssm.inner_size', 'ssm.conv_kernel', 'full_attention_interval'],
}

/** Keys of {@link NEEDED} that have no meaning for an architecture: no attention, no rotary positions. */
const WITHOUT: Record<string, string[]> = {
  bert: ['rope.freq_base'],
  mamba2: ['attention.key_length', 'attention.value_length', 'rope.freq_base'],
}

const each = ENTRIES.map((entry): [string, CatalogEntry] => [entry.id, entry])

it('takes in every family file', () => {
  const folder = fileURLToPath(new URL('../../../profiles/models', import.meta.url))
  const families = readdirSync(folder).filter((name) => name.endsWith('.json'))
  expect(new Set(ENTRIES.map(({ family }) => `${family}.json`))).toEqual(new Set(families))
})

it('has no id or alias twice', () => {
  const names = ENTRIES.flatMap(({ id, aliases }) => [id, ...aliases])
  expect(names.filter((name, i) => names.indexOf(name) !== i)).toEqual([])
})

describe.each(each)('%s', (_id, entry) => {
  it('follows the schema', () => {
    expect(z.safeParse(CatalogEntrySchema, entry)).toMatchObject({ success: true })
  })

  it('has an inventory and what the memory rules need', () => {
    expect(INVENTORY_ARCHITECTURES).toContain(entry.architecture)
    const needed = [...NEEDED, ...(NEEDED_BY_ARCHITECTURE[entry.architecture] ?? [])]
    expect(needed.filter((key) => entry.hparams[key] === undefined)).toEqual(WITHOUT[entry.architecture] ?? [])
  })

  it('gives every list by layer one value per layer', () => {
    const lists = Object.entries(entry.hparams).filter(
      ([key, value]) => Array.isArray(value) && !key.startsWith('rope.'),
    )
    for (const [, value] of lists) expect(value).toHaveLength(Number(entry.hparams['block_count']))
  })

  it('has about as many weights as its name says, and valid facts', () => {
    const facts = deriveFacts(entry, 'Q4_K_M')
    // Names are rounded, and some leave the embeddings out (a Gemma 2 "2B" has 2.6).
    const ratio = facts.n_params / 1e9 / billions(entry.n_params)
    expect(ratio).toBeGreaterThan(0.93)
    expect(ratio).toBeLessThan(1.32)
    expect(z.safeParse(ModelFactsSchema, facts)).toMatchObject({ success: true })
    expect(facts.source).toBe('catalog')
  })
})
