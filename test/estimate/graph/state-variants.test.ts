import { describe, expect, it } from 'vitest'
import type { ModelFacts } from '../../../shared/model/facts.ts'
import rows from '../../fixtures/memory/state-variant-rows.json' with { type: 'json' }
import { graphHeaderFacts } from '../../helpers/graph-headers.ts'
import { fixtureFacts } from '../../helpers/sparse-gguf.ts'
import { measuredFacts } from './measured-facts.ts'
import { estimated, measured, type MeasuredRow, rowName } from './measured-row.ts'
import { withOneProjection, withoutKeys, withTensors } from './state-variants.ts'
import { withKeys, withLayers } from './variants.ts'

const LATENT_KEYS = ['attention.key_length_mla', 'attention.value_length_mla']

/** Files of before the compressed keys and values were kept apart: attention sees plain heads. */
async function unsplitKeysAndValues(): Promise<ModelFacts> {
  const facts = await fixtureFacts('deepseek-v2-lite.Q4_K_M')
  const heads = { 'attention.key_length': 192, 'attention.value_length': 128, 'attention.head_count_kv': 16 }
  return withTensors(withKeys(withoutKeys(facts, LATENT_KEYS), heads), {
    'blk.%d.attn_k_b.weight': [{ name: 'blk.%d.attn_kv_b.weight', shape: [512, 4096] }],
    'blk.%d.attn_v_b.weight': [],
  })
}

/** Files of before Q, K, V and the output's gate were kept apart. */
async function unsplitProjections(): Promise<ModelFacts> {
  return withTensors(withLayers(await measuredFacts('qwen3-next-80b-a3b.Q4_K_M'), 12), {
    'blk.%d.attn_qkv.weight': [{ name: 'blk.%d.ssm_in.weight', shape: [2048, 12288] }],
    'blk.%d.attn_gate.weight': [],
  })
}

async function narrowExperts(): Promise<ModelFacts> {
  const facts = withKeys(await graphHeaderFacts('nemotron-3-nano-30b-a3b.F16'), { moe_latent_size: 1024 })
  return withTensors(facts, {
    'blk.%d.ffn_up_exps.weight': [
      { name: 'blk.%d.ffn_up_exps.weight', shape: [1024, 1856, 128] },
      { name: 'blk.%d.ffn_latent_down.weight', shape: [2688, 1024] },
    ],
    'blk.%d.ffn_down_exps.weight': [
      { name: 'blk.%d.ffn_down_exps.weight', shape: [1856, 1024, 128] },
      { name: 'blk.%d.ffn_latent_up.weight', shape: [1024, 2688] },
    ],
  })
}

/** The other way of each architecture that can go two ways. */
const VARIANTS: Readonly<Record<keyof typeof rows, () => Promise<ModelFacts>>> = {
  'deepseek-v2-lite of before keys and values were split': unsplitKeysAndValues,
  'deepseek-v2-lite with a temperature': async () =>
    withKeys(await fixtureFacts('deepseek-v2-lite.Q4_K_M'), {
      'attention.temperature_scale': 0.1,
      'attention.temperature_length': 8192,
    }),
  'granite-4.0-h-tiny with RoPE': async () =>
    withKeys(await fixtureFacts('granite-4.0-h-tiny.Q4_K_M'), { 'rope.scaling.finetuned': true }),
  'granite-4.0-h-micro without scales': async () =>
    withKeys(await graphHeaderFacts('granite-4.0-h-micro.Q4_K_M'), {
      embedding_scale: 0,
      residual_scale: 0,
      logit_scale: 0,
    }),
  'qwen3-next-80b-a3b of before its projections were split': unsplitProjections,
  'falcon-h1-1.5b with a norm of states': async () =>
    withTensors(await graphHeaderFacts('falcon-h1-1.5b.Q4_K_M'), {
      'blk.%d.ssm_out.weight': [
        { name: 'blk.%d.ssm_out.weight', shape: [3072, 2048] },
        { name: 'blk.%d.ssm_norm.weight', shape: [3072, 1], type: 'f32' },
      ],
    }),
  'lfm2-1.2b with windows': async () =>
    withKeys(await graphHeaderFacts('lfm2-1.2b.Q4_K_M'), { 'attention.sliding_window': 2048 }),
  'lfm2-1.2b as an encoder': async () =>
    withKeys(await graphHeaderFacts('lfm2-1.2b.Q4_K_M'), { 'attention.causal': false }),
  'nemotron-3-nano-30b-a3b with narrow experts': narrowExperts,
  'nemotron-3-nano-30b-a3b with layers that differ in experts': async () =>
    withKeys(await graphHeaderFacts('nemotron-3-nano-30b-a3b.F16'), {
      expert_used_count: Array.from({ length: 52 }, (_, il) => (il % 3 === 0 ? 8 : 4)),
    }),
  'kimi-linear-48b-a3b with one projection': async () =>
    withOneProjection(await graphHeaderFacts('kimi-linear-48b-a3b.Q4_K_M')),
}

describe.each(Object.entries(VARIANTS))('%s', (name, factsOf) => {
  const table: readonly MeasuredRow[] = rows[name as keyof typeof rows]

  it('has measured rows', () => {
    expect(table.length).toBeGreaterThanOrEqual(4)
  })

  it.each(table.map((row) => ({ name: rowName(row), row })))('$name', async ({ row }) => {
    expect(estimated(await factsOf(), row)).toEqual(measured(row))
  })
})
