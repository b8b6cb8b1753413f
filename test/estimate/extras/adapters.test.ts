import { describe, expect, it } from 'vitest'
import { adapterFacts } from '../../../shared/estimate/extras/adapter-facts.ts'
import { extraMemory } from '../../../shared/estimate/extras/extra-memory.ts'
import { resolveSettings } from '../../../shared/estimate/memory-settings.ts'
import type { ModelFacts } from '../../../shared/model/facts.ts'
import { factsFromHeader } from '../../../shared/model/facts-from-gguf.ts'
import { readHparams } from '../../../shared/model/hparams.ts'
import { MIB } from '../../../shared/units.ts'
import { userErrorOf } from '../../helpers/thrown.ts'
import { headerOf, smallModel, type TestTensor } from './gguf-header.ts'

const RANK = 16

const pair = (name: string, n_in: number, n_out: number): TestTensor[] => [
  [`${name}.lora_a`, 'f32', [n_in, RANK]],
  [`${name}.lora_b`, 'f32', [RANK, n_out]],
]

const adapter = (tensors: readonly TestTensor[], architecture = 'llama', type = 'lora') =>
  headerOf(
    'adapter.gguf',
    [
      ['general.type', 'adapter'],
      ['general.architecture', architecture],
      ['adapter.type', type],
    ],
    tensors,
  )

/** Bytes of a pair over a 256 x 256 weight, both factors in F32. */
const Q_PAIR = 4 * RANK * (256 + 256)

async function terms(model: ModelFacts, tensors: readonly TestTensor[], n_gpu_layers: number, devices = 1) {
  const lora = [adapterFacts(await adapter(tensors), model)]
  const settings = resolveSettings({ n_ctx: 1024, n_gpu_layers }, readHparams(model))
  return extraMemory(model, settings, undefined, { devices, lora })
}

describe('LoRA adapters', () => {
  it('lie where the weights lie that they change', async () => {
    const model = await smallModel('llama', 4)
    const tensors = [0, 1, 2, 3].flatMap((il) => pair(`blk.${il}.attn_q.weight`, 256, 256))
    const at = async (n_gpu_layers: number) =>
      (await terms(model, tensors, n_gpu_layers))
        .filter(({ id }) => id === 'lora.model')
        .map(({ place, bytes }) => [place, bytes])
    expect(await at(-1)).toEqual([[0, 4 * Q_PAIR]])
    // The output layer and the last two: layers 0 and 1 stay on the host.
    expect(await at(3)).toEqual([
      [0, 2 * Q_PAIR],
      ['host', 2 * Q_PAIR],
    ])
    expect(await at(0)).toEqual([['host', 4 * Q_PAIR]])
  })

  it('make the widest product a second time, at most', async () => {
    const model = await smallModel('llama')
    const found = (await terms(model, pair('blk.0.ffn_up.weight', 256, 512), -1)).find(
      ({ id }) => id === 'lora.compute',
    )
    expect(found).toMatchObject({ place: 0, low: 0, high: 4 * 512 * (512 + RANK) })
  })

  it('are as large as llama-server says, and its compute buffer grows within the bound', async () => {
    // A model of six layers, 128 wide, feed-forward 256: "LoRA buffer size = 0.75 MiB", compute 7.02 -> 7.27 MiB.
    const rank = 32
    const sizes = [
      ['attn_q', 128, 128],
      ['ffn_up', 128, 256],
      ['ffn_down', 256, 128],
    ] as const
    const layers = [0, 1, 2, 3, 4, 5]
    const weights = layers.flatMap((il) =>
      sizes.map(([name, n_in, n_out]): TestTensor => [`blk.${il}.${name}.weight`, 'f32', [n_in, n_out]]),
    )
    const keys = [
      ['general.architecture', 'llama'],
      ['llama.vocab_size', 259],
      ['llama.block_count', 6],
      ['llama.embedding_length', 128],
      ['llama.feed_forward_length', 256],
      ['llama.attention.head_count', 4],
    ] as const
    const model = factsFromHeader(
      await headerOf('tiny.gguf', keys, [['token_embd.weight', 'f32', [128, 259]], ...weights]),
    )
    const pairs = layers.flatMap((il) =>
      sizes.flatMap(([name, n_in, n_out]): TestTensor[] => [
        [`blk.${il}.${name}.weight.lora_a`, 'f32', [n_in, rank]],
        [`blk.${il}.${name}.weight.lora_b`, 'f32', [rank, n_out]],
      ]),
    )
    const found = await terms(model, pairs, 0, 0)
    expect(found.find(({ id }) => id === 'lora.model')?.bytes).toBe(0.75 * MIB)
    const { low = -1, high = -1 } = found.find(({ id }) => id === 'lora.compute') ?? {}
    const grown = (7.2696 - 7.0196) * MIB
    expect(low).toBeLessThanOrEqual(grown)
    expect(high).toBeGreaterThanOrEqual(grown)
  })

  it('one for the token table stays on the host with it', async () => {
    const model = await smallModel('llama')
    // Here A and B change sides.
    const table: TestTensor[] = [
      ['token_embd.weight.lora_a', 'f32', [RANK, 1000]],
      ['token_embd.weight.lora_b', 'f32', [RANK, 256]],
    ]
    const found = await terms(model, table, -1)
    expect(found.find(({ id }) => id === 'lora.model')).toMatchObject({ place: 'host', bytes: 4 * RANK * 1256 })
  })

  it('experts that stay on the CPU keep their adapter there', async () => {
    const experts = [0, 1].map((il): TestTensor => [`blk.${il}.ffn_up_exps.weight`, 'f16', [256, 64, 8]])
    const keys = [
      ['llama.expert_count', 8],
      ['llama.expert_used_count', 2],
    ] as const
    const model = await smallModel('llama', 2, experts, keys)
    const lora = adapterFacts(
      await adapter([
        ['blk.0.ffn_up_exps.weight.lora_a', 'f32', [256, RANK, 8]],
        ['blk.0.ffn_up_exps.weight.lora_b', 'f32', [RANK, 64, 8]],
      ]),
      model,
    )
    const settings = resolveSettings({ n_cpu_moe: 1 }, readHparams(model))
    const found = extraMemory(model, settings, undefined, { devices: 1, lora: [lora] })
    expect(found.find(({ id }) => id === 'lora.model')?.place).toBe('host')
  })
})

describe('files that are no adapter for this model', () => {
  it('another architecture is named', async () => {
    const model = await smallModel('llama')
    const header = await adapter(pair('blk.0.attn_q.weight', 256, 256), 'qwen3')
    expect(await userErrorOf(() => adapterFacts(header, model))).toMatchObject({
      kind: 'input',
      message: "adapter.gguf is a LoRA adapter for the architecture 'qwen3', the model is 'llama'",
      hint: 'Give the model that the adapter was trained on.',
    })
  })

  const half = (part: 'a' | 'b'): TestTensor[] => [[`blk.0.attn_q.weight.lora_${part}`, 'f32', [256, 16]]]
  const shapes = (name: string, a: readonly number[], b: readonly number[]): TestTensor[] => [
    [`${name}.lora_a`, 'f32', a],
    [`${name}.lora_b`, 'f32', b],
  ]
  const other_shape = (name: string) => `adapter.gguf has another shape for '${name}', which the model has differently`
  const unknown = (name: string) => `adapter.gguf changes '${name}', which the model does not have`
  const no_part = (name: string) => `adapter.gguf has a tensor '${name}', which is no part of a LoRA adapter`

  it.each<[string, readonly TestTensor[], string]>([
    ['other columns', shapes('blk.0.ffn_up.weight', [512, 16], [16, 512]), other_shape('blk.0.ffn_up.weight')],
    ['other rows', shapes('blk.0.ffn_up.weight', [256, 16], [16, 256]), other_shape('blk.0.ffn_up.weight')],
    ['two ranks', shapes('blk.0.ffn_up.weight', [256, 16], [8, 512]), other_shape('blk.0.ffn_up.weight')],
    ['a table of other width', shapes('token_embd.weight', [16, 1000], [16, 512]), other_shape('token_embd.weight')],
    ['a table of other tokens', shapes('token_embd.weight', [16, 999], [16, 256]), other_shape('token_embd.weight')],
    ['a layer too many', pair('blk.12.attn_q.weight', 256, 256), unknown('blk.12.attn_q.weight')],
    ['a weight in layers that no layer has', pair('blk.0.attn_x.weight', 256, 256), unknown('blk.0.attn_x.weight')],
    ['a weight outside the layers', pair('cls.weight', 256, 256), unknown('cls.weight')],
    ['a table that the model lacks', pair('token_types.weight', 256, 256), unknown('token_types.weight')],
    ['A alone', half('a'), "adapter.gguf: half of the pair for 'blk.0.attn_q.weight' is missing"],
    ['B alone', half('b'), "adapter.gguf: half of the pair for 'blk.0.attn_q.weight' is missing"],
    ['a weight', [['blk.0.attn_q.weight', 'f32', [256, 16]]], no_part('blk.0.attn_q.weight')],
    ['a norm by another name', [['_norm.weight.x', 'f32', [256]]], no_part('_norm.weight.x')],
    ['neither A nor B', [['blk.0.attn_q.weight.lora_c', 'f32', [256, 16]]], no_part('blk.0.attn_q.weight.lora_c')],
    ['A with more behind', [['x.lora_a.scale', 'f32', [256, 16]]], no_part('x.lora_a.scale')],
  ])('%s', async (_, tensors, expected) => {
    const model = await smallModel('llama')
    const header = await adapter(tensors)
    const { message, kind, hint } = await userErrorOf(() => adapterFacts(header, model))
    expect(message).toBe(expected)
    expect(kind).toBe('input')
    // Another model may have what this adapter changes; a file that is no adapter has no such.
    const other_model = /which the model/.test(expected)
    expect(hint).toBe(other_model ? 'Give the model that the adapter was trained on.' : undefined)
  })

  it('norm vectors are passed over, and a layer of two digits is found', async () => {
    const model = await smallModel('llama', 12)
    const tensors: TestTensor[] = [['blk.3.attn_norm.weight', 'f32', [256]], ...pair('blk.11.attn_q.weight', 256, 256)]
    expect(adapterFacts(await adapter(tensors), model)).toEqual({
      name: 'adapter.gguf',
      pairs: [{ name: 'blk.11.attn_q.weight', il: 11, bytes: Q_PAIR, n_out: 256, rank: RANK }],
    })
  })

  it('another kind of adapter, and a model, are named', async () => {
    const model = await smallModel('llama')
    const other = await adapter(pair('blk.0.attn_q.weight', 256, 256), 'llama', 'dora')
    const error = await userErrorOf(() => adapterFacts(other, model))
    expect(error.message).toBe("adapter.gguf is an adapter of the type 'dora'; llama.cpp knows lora only")
    expect(error.kind).toBe('input')
    const untyped = await headerOf('adapter.gguf', [['general.type', 'adapter']], [['x', 'f32', [32]]])
    const { message } = await userErrorOf(() => adapterFacts(untyped, model))
    expect(message).toBe('adapter.gguf is an adapter of the type unknown; llama.cpp knows lora only')
    const plain = await headerOf('model.gguf', [['general.architecture', 'llama']], [['x', 'f32', [32]]])
    expect(await userErrorOf(() => adapterFacts(plain, model))).toMatchObject({
      kind: 'input',
      message: "model.gguf is a model of the architecture 'llama', not a LoRA adapter",
      hint: 'Convert the adapter with convert_lora_to_gguf.py of llama.cpp and give that file.',
    })
  })
})
