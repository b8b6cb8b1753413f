import { describe, expect, it } from 'vitest'
import { estimateMemory } from '../../shared/estimate/estimate-memory.ts'
import { type MemoryBreakdown, totalOf } from '../../shared/estimate/memory-estimate.ts'
import { resolveSettings } from '../../shared/estimate/memory-settings.ts'
import { readHparams } from '../../shared/model/hparams.ts'
import rows from '../fixtures/memory/rows.json' with { type: 'json' }
import { type FixtureId, fixtureFacts } from '../helpers/sparse-gguf.ts'

type Row = (typeof rows)['qwen3-8b.Q4_K_M'][number]

const breakdown = ([model = 0, context = 0, compute = 0]: number[]): MemoryBreakdown => ({ model, context, compute })

async function estimateRow(id: FixtureId, row: Row) {
  const facts = await fixtureFacts(id)
  const settings = resolveSettings(
    {
      n_ctx: row.c,
      n_batch: row.b,
      n_ubatch: row.ub,
      n_gpu_layers: row.ngl === 999 ? -1 : row.ngl,
      flash_attn: row.fa as 'on',
      cache_type_k: row.ctk as 'f16',
      cache_type_v: row.ctv as 'f16',
      n_parallel: row.np,
    },
    readHparams(facts),
    row.program as 'server',
  )
  return estimateMemory(facts, settings, { devices: 1 })
}

describe.each(Object.entries(rows))('%s', (id, measured) => {
  it.each(measured)('$program ngl $ngl c $c ub $ub fa $fa $ctk np $np', async (row) => {
    const estimate = await estimateRow(id as FixtureId, row)
    const device = breakdown(row.mem.device)
    const host = breakdown(row.mem.host)
    const [estimated = breakdown([])] = estimate.devices
    expect(estimated.model).toBe(device.model)
    expect(estimated.context).toBe(device.context)
    expect(estimate.host.model).toBe(host.model)
    expect(estimate.host.context).toBe(host.context)
    if (estimate.basis === 'exact') {
      expect({ device: estimated.compute, host: estimate.host.compute }).toEqual({
        device: device.compute,
        host: host.compute,
      })
    } else {
      // Within the promised bound below; closed forms may be well above, which is the safe side.
      expect(totalOf(estimated)).toBeGreaterThanOrEqual(totalOf(device) * (1 - estimate.bound))
      expect(totalOf(estimated)).toBeLessThanOrEqual(totalOf(device) * (1 + 3 * estimate.bound) + 64 * 2 ** 20)
    }
  })
})

it('the plain decoders are exact', async () => {
  for (const id of ['qwen3-8b.Q4_K_M', 'llama-3.1-8b.Q4_K_M', 'mixtral-8x7b.Q4_K_M', 'qwen3-30b-a3b.Q4_K_M'] as const) {
    const [row] = rows[id]
    expect((await estimateRow(id, row as Row)).basis).toBe('exact')
  }
})
