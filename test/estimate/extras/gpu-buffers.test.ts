import { execFile } from 'node:child_process'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { describe, expect, it } from 'vitest'
import buffers from '../../../profiles/driver-overhead/buffers.json' with { type: 'json' }
import { SettingsSchema } from '../../../shared/config/settings.ts'
import { estimateMemory } from '../../../shared/estimate/estimate-memory.ts'
import { resolveSettings } from '../../../shared/estimate/memory-settings.ts'
import { catalogModel } from '../../../shared/model/catalog/index.ts'
import { readHparams } from '../../../shared/model/hparams.ts'
import { MIB } from '../../../shared/units.ts'
import { tempFolder } from '../../helpers/temp-folder.ts'

const SCRIPT = fileURLToPath(new URL('../../../.dev/gpu-buffers.mjs', import.meta.url))

/** Invented logs in the words of real ones. */
const BUFFERS = `main: build = 2900 (0123abcd)
llama_model_loader: - kv   1: general.name str = Meta-Llama-3-8B
llm_load_print_meta: model ftype      = Q4_K - Medium
llm_load_print_meta: general.name     = Meta-Llama-3-8B
  Device 0: RTX 1, compute capability 9.9, VMM: yes
llm_load_tensors:        CPU buffer size =   281.81 MiB
llm_load_tensors:      CUDA0 buffer size =  2000.50 MiB
llm_load_tensors:      CUDA1 buffer size =  2400.00 MiB
llama_new_context_with_model: n_ctx      = 4096
llama_new_context_with_model: n_batch    = 1024
llama_new_context_with_model: n_ubatch   = 256
llama_new_context_with_model: flash_attn = 1
llama_kv_cache_init:      CUDA0 KV buffer size =   300.00 MiB
llama_kv_cache_init:      CUDA1 KV buffer size =   212.00 MiB
llama_new_context_with_model:  CUDA_Host  output buffer size =     0.49 MiB
llama_new_context_with_model:      CUDA0 compute buffer size =   100.01 MiB
llama_new_context_with_model:      CUDA1 compute buffer size =   110.02 MiB
llama_new_context_with_model:  CUDA_Host compute buffer size =    24.01 MiB
`
const TABLE = `llama_memory_breakdown_print: |   - MTL0 (Apple M9)    | 18186 = 119 + (17571 =  8603 +    8704 +     264) +         495 |
llama_memory_breakdown_print: |   - Host               |                   688 =   544 +       0 +     144                |
`

it('reads buffers, and tables of which model and settings are known, out of logs', async () => {
  const folder = await tempFolder()
  const logs = {
    'one.txt': BUFFERS,
    'fork.txt': BUFFERS.replace('n_ctx ', 'mla_attn = 3\nn_ctx '),
    'unknown.txt': TABLE,
    'm5-24gb-mistral-c-large.txt': TABLE,
  }
  await Promise.all(Object.entries(logs).map(([name, text]) => writeFile(join(folder, name), text)))
  const { stdout } = await promisify(execFile)(process.execPath, [SCRIPT, '--folder', folder])
  const { rows } = JSON.parse(stdout) as typeof buffers
  expect(rows).toEqual([
    {
      backend: 'metal',
      device: 'Apple M9',
      model: 'ministral-3-8b',
      precision: 'Q8_0',
      program: 'cli',
      settings: { n_ctx: 65_536 },
      devices: [{ model: 8603, context: 8704, compute: 264 }],
      host: { model: 544, context: 0, compute: 144 },
    },
    {
      backend: 'cuda',
      device: 'RTX 1',
      build: 2900,
      model: 'llama-3-8b',
      precision: 'Q4_K_M',
      program: 'cli',
      settings: { n_ctx: 4096, n_batch: 1024, n_ubatch: 256, flash_attn: 'on' },
      devices: [
        { model: 2000.5, context: 300, compute: 100.01 },
        { model: 2400, context: 212, compute: 110.02 },
      ],
      host: { model: 281.81, context: 0, compute: 24.01 },
    },
  ])
})

type Row = (typeof buffers.rows)[number]
type Terms = Row['devices'][number]

/** What we say of each device, in MiB, with what single operations take over from the host. */
function ours(row: Row): Terms[] {
  const facts = catalogModel(row.model, row.precision)
  const program = row.program === 'cli' ? 'cli' : 'server'
  const settings = resolveSettings(SettingsSchema.parse(row.settings), readHparams(facts), program)
  const n_devices = row.devices.length
  return estimateMemory(facts, settings, { devices: n_devices, backend: row.backend }).devices.map((device) => ({
    model: device.model / MIB,
    context: device.context / MIB,
    compute: device.compute / MIB,
  }))
}

const name = (row: Row) =>
  `${row.backend}, ${row.devices.length} x ${row.device}: ${row.model} ${JSON.stringify(row.settings)}`
const all = buffers.rows.map((row) => [name(row), row] as const)
const of2024 = all.filter(([, row]) => 'build' in row && row.build !== undefined)
const tables = all.filter(([, row]) => !('build' in row) || row.build === undefined)
const sum = (terms: readonly Terms[], key: keyof Terms) => terms.reduce((total, each) => total + each[key], 0)

describe('estimates beside real GPUs', () => {
  it.each(tables)('%s: to the MiB', (_, row) => {
    const parts = (('parts' in row ? row.parts : undefined) ?? ['model', 'context', 'compute']) as (keyof Terms)[]
    // Metal maps the file's range from the first of its tensors to the last, the token embedding between them included.
    const mapped = row.backend === 'metal' && row.model === 'ministral-3-8b' ? (row.host?.model ?? 0) : 0
    for (const [i, device] of ours(row).entries()) {
      for (const part of parts) {
        expect(Math.floor(device[part] + (part === 'model' ? mapped : 0)), part).toBe(row.devices[i]?.[part])
      }
    }
  })

  it.each(of2024)('%s: weights and context whole, compute not under and at most 8 % above', (_, row) => {
    const estimated = ours(row)
    expect(sum(estimated, 'model')).toBeCloseTo(sum(row.devices, 'model'), 0)
    expect(sum(estimated, 'context')).toBe(sum(row.devices, 'context'))
    for (const [i, { compute }] of estimated.entries()) {
      const measured = row.devices[i]?.compute ?? 0
      expect(compute).toBeGreaterThanOrEqual(measured)
      expect(compute).toBeLessThan(1.08 * measured)
    }
  })

  it('covers the backends that logs were found of', () => {
    expect(new Set(tables.map(([, { backend }]) => backend))).toEqual(new Set(['cuda', 'metal', 'rocm', 'vulkan']))
    expect(of2024.length).toBeGreaterThanOrEqual(17)
  })
})
