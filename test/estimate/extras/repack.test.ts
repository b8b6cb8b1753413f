import { describe, expect, it } from 'vitest'
import type { Settings } from '../../../shared/config/settings.ts'
import { packedOn, repackTerms, repacks } from '../../../shared/estimate/extras/repack.ts'
import { resolveSettings } from '../../../shared/estimate/memory-settings.ts'
import type { Backend } from '../../../shared/backend.ts'
import { factsFromHeader } from '../../../shared/model/facts-from-gguf.ts'
import { readHparams } from '../../../shared/model/hparams.ts'
import { headerOf, type TestTensor } from './gguf-header.ts'

const Q4_0 = 18 / 32

/** Three layers: a matrix of 64 x 64 and experts of 64 x 32 x 4 in each, by Q4_0, and what else is given. */
async function model(more: readonly TestTensor[] = [], architecture = 'llama') {
  const layers = [0, 1, 2].flatMap((il): TestTensor[] => [
    [`blk.${il}.attn_q.weight`, 'q4_0', [64, 64]],
    [`blk.${il}.ffn_up_exps.weight`, 'q4_0', [64, 32, 4]],
    [`blk.${il}.attn_k_b.weight`, 'q4_0', [64, 64, 4]],
  ])
  const keys = [
    ['general.architecture', architecture],
    [`${architecture}.vocab_size`, 128],
    [`${architecture}.block_count`, 3],
    [`${architecture}.embedding_length`, 64],
    [`${architecture}.attention.head_count`, 4],
    [`${architecture}.expert_count`, 4],
    [`${architecture}.expert_used_count`, 2],
  ] as const
  return factsFromHeader(await headerOf('m.gguf', keys, [['token_embd.weight', 'q4_0', [64, 128]], ...layers, ...more]))
}

type Machine = { backend?: Backend; devices?: number; capabilities?: readonly string[] }

async function packed(given: Settings, machine: Machine = {}, facts = model()) {
  const { backend, devices = 1, capabilities = ['avx2'] } = machine
  const read = await facts
  const settings = resolveSettings(given, readHparams(read))
  return packedOn({ capabilities, backend, n_devices: devices }, read, settings)
}

const MATRIX = 64 * 64 * Q4_0
const EXPERTS = 64 * 32 * 4 * Q4_0
const OUTPUT: readonly TestTensor[] = [['output.weight', 'q4_0', [64, 128]]]
const OUTPUT_BYTES = 64 * 128 * Q4_0

describe('weights on the host that are repacked', () => {
  const file = async (given: Settings, machine: Machine = {}) =>
    (await packed(given, machine, model(OUTPUT))).file_bytes

  it('are those of the layers there: what is multiplied, not looked up', async () => {
    expect(await file({ n_gpu_layers: 0 })).toBe(3 * (MATRIX + EXPERTS) + OUTPUT_BYTES)
    // The output layer is the first on a device, then the last layers.
    expect(await file({ n_gpu_layers: 1 })).toBe(3 * (MATRIX + EXPERTS))
    expect(await file({ n_gpu_layers: 3 })).toBe(MATRIX + EXPERTS)
    expect(await file({ n_gpu_layers: 4 })).toBe(0)
  })

  it('are experts that stay on the CPU, layer by layer', async () => {
    expect(await file({ n_gpu_layers: 4, n_cpu_moe: 1 })).toBe(EXPERTS)
    expect(await file({ n_gpu_layers: 4, n_cpu_moe: 2 })).toBe(2 * EXPERTS)
    expect(await file({ n_gpu_layers: 0, n_cpu_moe: 2 })).toBe(3 * (MATRIX + EXPERTS) + OUTPUT_BYTES)
  })

  it('follow overrides, in layers and outside', async () => {
    expect(await file({ n_gpu_layers: 4, override_tensor: ['blk\\.1\\.attn_q=CPU'] })).toBe(MATRIX)
    expect(await file({ n_gpu_layers: 4, override_tensor: ['output=CPU'] })).toBe(OUTPUT_BYTES)
  })

  it('are none where devices bring pinned memory of their own (make_cpu_buft_list)', async () => {
    for (const backend of ['cuda', 'rocm', 'vulkan', 'sycl'] as const) {
      expect(await packed({ n_gpu_layers: 0 }, { backend })).toEqual({ file_bytes: 0, more_bytes: 0 })
      expect(repacks(backend, 0)).toBe(true)
    }
    expect(await file({ n_gpu_layers: 0 }, { backend: 'metal' })).toBe(await file({ n_gpu_layers: 0 }))
    expect(await file({}, { backend: 'cuda', devices: 0 })).toBe(await file({ n_gpu_layers: 0 }))
  })
})

describe('a token table that serves as output matrix', () => {
  it('is kept twice on the CPU: as it is, and packed', async () => {
    expect((await packed({ n_gpu_layers: 0 })).more_bytes).toBe(OUTPUT_BYTES)
    // With an output matrix of its own, or the output layer on a device, there is nothing to pack a second time.
    expect((await packed({ n_gpu_layers: 0 }, {}, model(OUTPUT))).more_bytes).toBe(0)
    expect((await packed({ n_gpu_layers: 1 })).more_bytes).toBe(0)
    expect((await packed({ n_gpu_layers: 1, override_tensor: ['token_embd=CPU'] })).more_bytes).toBe(OUTPUT_BYTES)
    expect((await packed({ n_gpu_layers: 0 }, { capabilities: [] })).more_bytes).toBe(0)
  })

  it('is counted by the weight table already where the architecture creates the output first', async () => {
    expect((await packed({ n_gpu_layers: 0 }, {}, model([], 'gemma4'))).more_bytes).toBe(0)
  })
})

describe('what packing adds', () => {
  const file = {
    id: 'host.repacked_file',
    place: 'host',
    high: 100,
    limit_flag: '--no-repack',
  }
  const more = {
    id: 'host.packed_weights',
    place: 'host',
    bytes: 7,
    source:
      'packed weights beyond their size in the file: sums and scales that AMX keeps beside them, and a packed copy of a token table that serves as output matrix too',
    limit_flag: '--no-repack',
  }
  const cached = 'weights that were repacked for the CPU also stay in the page cache until the system reclaims them'
  const locked = 'weights that were repacked for the CPU stay locked in their file form too'

  it('is the file’s pages, for a while or for good, and what the packed form takes more', () => {
    expect(repackTerms({ file_bytes: 100, more_bytes: 7 }, true, false)).toEqual([
      { ...file, bytes: 0, source: cached },
      more,
    ])
    expect(repackTerms({ file_bytes: 100, more_bytes: 0 }, true, true)).toEqual([
      { ...file, bytes: 100, source: locked },
    ])
    expect(repackTerms({ file_bytes: 100, more_bytes: 7 }, false, false)).toEqual([more])
    expect(repackTerms({ file_bytes: 0, more_bytes: 0 }, true, true)).toEqual([])
  })
})
