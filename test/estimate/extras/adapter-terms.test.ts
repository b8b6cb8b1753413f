import { describe, expect, it } from 'vitest'
import { adapterFacts } from '../../../shared/estimate/extras/adapter-facts.ts'
import { extraMemory } from '../../../shared/estimate/extras/extra-memory.ts'
import { resolveSettings } from '../../../shared/estimate/memory-settings.ts'
import type { Settings } from '../../../shared/config/settings.ts'
import { readHparams } from '../../../shared/model/hparams.ts'
import { headerOf, smallModel, type TestTensor } from './gguf-header.ts'

const RANK = 8

const pair = (name: string, n_in: number, n_out: number, experts: readonly number[] = []): TestTensor[] => [
  [`${name}.lora_a`, 'f32', [n_in, RANK, ...experts]],
  [`${name}.lora_b`, 'f32', [RANK, n_out, ...experts]],
]

/** Two layers with eight experts each, two of them used. */
const experts = [0, 1].map((il): TestTensor => [`blk.${il}.ffn_up_exps.weight`, 'f16', [256, 64, 8]])
const made = smallModel(
  'llama',
  2,
  [...experts, ['rope_freqs.weight', 'f32', [32, 4]]],
  [
    ['llama.expert_count', 8],
    ['llama.expert_used_count', 2],
  ],
)

async function places(
  tensors: readonly TestTensor[],
  given: Settings,
  program: 'server' | 'cli' = 'server',
  second?: readonly TestTensor[],
) {
  const model = await made
  const keys = [
    ['general.type', 'adapter'],
    ['general.architecture', 'llama'],
    ['adapter.type', 'lora'],
  ] as const
  const file = async (name: string, of: readonly TestTensor[]) => adapterFacts(await headerOf(name, keys, of), model)
  const lora = [await file('one.gguf', tensors), ...(second === undefined ? [] : [await file('two.gguf', second)])]
  const settings = resolveSettings({ n_ctx: 1024, n_ubatch: 128, ...given }, readHparams(model), program)
  const terms = extraMemory(model, settings, undefined, { devices: 1, lora })
  return terms.filter(({ id }) => id.startsWith('lora.'))
}

describe('an adapter’s pair', () => {
  const up = (il: number) => pair(`blk.${il}.ffn_up_exps.weight`, 256, 64, [8])
  const at = async (tensors: readonly TestTensor[], given: Settings) =>
    (await places(tensors, given)).find(({ id }) => id === 'lora.model')?.place

  it('of experts stays on the CPU with the layers that keep theirs there', async () => {
    expect([await at(up(0), { n_cpu_moe: 1 }), await at(up(1), { n_cpu_moe: 1 })]).toEqual(['host', 0])
    // Attention of such a layer stays on the device.
    expect(await at(pair('blk.0.attn_q.weight', 256, 256), { n_cpu_moe: 2 })).toBe(0)
  })

  it('of the output matrix lies with the output layer, which is the first on a device', async () => {
    const output = pair('output.weight', 256, 1000)
    expect([await at(output, { n_gpu_layers: 1 }), await at(output, { n_gpu_layers: 0 })]).toEqual([0, 'host'])
    expect(await at(pair('blk.1.attn_output.weight', 256, 256), { n_gpu_layers: 1 })).toBe('host')
  })

  it('outside the layers lies with the first layer', async () => {
    const frequencies = pair('rope_freqs.weight', 32, 4)
    expect([await at(frequencies, { n_gpu_layers: -1 }), await at(frequencies, { n_gpu_layers: 2 })]).toEqual([
      0,
      'host',
    ])
  })

  it('follows an override of its weight', async () => {
    expect(await at(pair('blk.0.attn_q.weight', 256, 256), { override_tensor: ['attn_q=CPU'] })).toBe('host')
  })
})

describe('the product beside an adapted weight', () => {
  const high = async (tensors: readonly TestTensor[], given: Settings, program: 'server' | 'cli' = 'server') =>
    (await places(tensors, given, program)).find(({ id }) => id === 'lora.compute')?.high

  it('has a row a token of the micro-batch; of experts, a row for each that is used', async () => {
    expect(await high(pair('blk.0.attn_q.weight', 256, 256), {})).toBe(4 * 128 * (256 + RANK))
    expect(await high(pair('blk.0.ffn_up_exps.weight', 256, 64, [8]), {})).toBe(4 * 128 * 2 * (64 + RANK))
  })

  it('of the output matrix has a row a result', async () => {
    const output = pair('output.weight', 256, 1000)
    expect(await high(output, { n_parallel: 3 })).toBe(4 * 3 * (1000 + RANK))
    expect(await high(output, {}, 'cli')).toBe(4 * 128 * (1000 + RANK))
  })

  it('of the token table is an embedding a token', async () => {
    const table: TestTensor[] = [
      ['token_embd.weight.lora_a', 'f32', [RANK, 1000]],
      ['token_embd.weight.lora_b', 'f32', [RANK, 256]],
    ]
    expect(await high(table, {})).toBe(4 * 128 * (256 + RANK))
  })

  it('of two adapters is the wider one; both lie there', async () => {
    const q = pair('blk.0.attn_q.weight', 256, 256)
    const [weights, compute] = await places(q, {}, 'server', pair('blk.1.attn_k.weight', 256, 128))
    expect(weights?.bytes).toBe(4 * RANK * (256 + 256 + 256 + 128))
    expect(weights?.source).toBe('one.gguf, two.gguf: the tensors beside the weights that they change')
    expect(compute?.high).toBe(4 * 128 * (256 + RANK))
  })

  it('is said to be a bound, beside the tensors of the file', async () => {
    expect((await places(pair('blk.0.attn_q.weight', 256, 256), {})).map(({ id, source }) => [id, source])).toEqual([
      ['lora.model', 'one.gguf: the tensors beside the weights that they change'],
      [
        'lora.compute',
        "the adapter's widest product beside the weight's own; nothing where the graph's peak is elsewhere",
      ],
    ])
  })
})
