import { describe, expect, it } from 'vitest'
import type { Settings } from '../../../shared/config/settings.ts'
import { estimateMemory } from '../../../shared/estimate/estimate-memory.ts'
import { resolveSettings } from '../../../shared/estimate/memory-settings.ts'
import {
  checkOverrides,
  overriddenPlace,
  overridesText,
  partWeights,
  withinDevices,
} from '../../../shared/estimate/overrides/tensor-override.ts'
import { catalogModel } from '../../../shared/model/catalog/index.ts'
import { readHparams } from '../../../shared/model/hparams.ts'
import { userErrorOf } from '../../helpers/thrown.ts'

const overrides = (...override_tensor: string[]) => ({ override_tensor })

describe('where a tensor goes by name', () => {
  it('the first pattern that is found in it counts (llama_model_loader::create_tensor)', () => {
    const list = overrides('ffn_up=CPU', 'ffn=CUDA1', 'blk\\.3\\.=CUDA0')
    const place = (name: string) => overriddenPlace(list, name)
    expect([place('blk.3.ffn_up.weight'), place('blk.3.ffn_down.weight'), place('blk.3.attn_q.weight')]).toEqual([
      'host',
      1,
      0,
    ])
    expect(place('blk.2.attn_q.weight')).toBeNull()
    // Asked again, and of another list in between.
    expect(overriddenPlace(overrides('attn=CPU'), 'blk.2.attn_q.weight')).toBe('host')
    expect([place('blk.2.attn_q.weight'), place('blk.3.ffn_up.weight')]).toEqual([null, 'host'])
    expect(overriddenPlace({}, 'blk.3.ffn_up.weight')).toBeNull()
    expect(overriddenPlace(overrides(), 'blk.3.ffn_up.weight')).toBeNull()
  })

  it('devices of rpc-servers come first, and the same list means others with other servers', () => {
    const override_tensor = ['ffn=RPC0[10.0.0.2:50052]']
    const of = (...rpc_servers: string[]) => overriddenPlace({ override_tensor, rpc_servers }, 'blk.0.ffn_up.weight')
    expect(of('10.0.0.2:50052')).toBe(0)
    expect(of('10.0.0.1:50052', '10.0.0.2:50052')).toBe(1)
    expect(of('10.0.0.2:50052', '10.0.0.1:50052')).toBe(0)
  })

  it('texts are equal where all tensors go to the same places', () => {
    expect(overridesText({})).toBe('')
    expect(overridesText(overrides())).toBe('')
    expect(overridesText(overrides('a=CPU', 'b=CPU'))).toBe(
      overridesText({ ...overrides('a=CPU', 'b=CPU'), rpc_servers: [] }),
    )
    const texts = [
      overrides('a=CPU'),
      overrides('b=CPU'),
      overrides('a=CPU', 'b=CPU'),
      { ...overrides('a=CPU'), rpc_servers: ['h:1'] },
    ].map(overridesText)
    expect(new Set(texts).size).toBe(4)
  })
})

describe('a device that is not there', () => {
  const both = overrides('ffn=CUDA1', 'attn=CPU', 'norm=CUDA0')

  it('is left out, the rest kept in order', () => {
    expect(withinDevices(both, 2)).toBe(both)
    expect(withinDevices(both, 1).override_tensor).toEqual(['attn=CPU', 'norm=CUDA0'])
    expect(withinDevices(both, 0).override_tensor).toEqual(['attn=CPU'])
    // The same list for the same question: much is remembered by it.
    expect(withinDevices(both, 1).override_tensor).toBe(withinDevices(both, 1).override_tensor)
    const none: { n_ctx: number; override_tensor?: string[] } = { n_ctx: 1 }
    expect(withinDevices(none, 0)).toBe(none)
  })

  it('is named where users asked for it', async () => {
    expect(() => checkOverrides({}, 0)).not.toThrow()
    expect(() => checkOverrides(both, 2)).not.toThrow()
    const one = await userErrorOf(() => checkOverrides(both, 1))
    expect(one.message).toBe('override_tensor: ffn goes to a device that is not used here (1 device is)')
    expect(one.hint).toBe('Name CPU or a device that the config uses.')
    const { message } = await userErrorOf(() => checkOverrides(overrides('a=CUDA7'), 2))
    expect(message).toBe('override_tensor: a goes to a device that is not used here (2 devices are)')
    expect((await userErrorOf(() => checkOverrides(both, 0))).message).toContain('(0 devices are)')
  })
})

describe('weights that are placed by name', () => {
  const facts = catalogModel('qwen3-0.6b', 'Q8_0')
  const hparams = readHparams(facts)

  it('are parted from those that follow their layers, and nothing is lost', () => {
    const all = partWeights(facts, hparams, overrides('nothing=CPU'))
    expect([...all.moved]).toEqual([])
    const part = partWeights(facts, hparams, overrides('blk\\.[01]\\.ffn_up=CPU', 'blk\\.2\\.ffn_up=CUDA0'))
    // 1024 x 3072 at 34 bytes for 32.
    const bytes = (1024 * 3072 * 34) / 32
    expect([...part.moved]).toEqual([
      ['host', 2 * bytes],
      [0, bytes],
    ])
    const less = all.table.layer.map((own, il) => own - (part.table.layer[il] ?? 0))
    expect(less).toEqual(all.table.layer.map((_, il) => (il < 3 ? bytes : 0)))
    expect(part.table.output).toBe(all.table.output)
    expect(part.table.tied).toBe(all.table.tied)
  })

  it('a tied table is one copy, wherever it is placed', () => {
    const { table, moved } = partWeights(facts, hparams, overrides('token_embd=CUDA0'))
    expect([...moved]).toEqual([[0, (1024 * 151_936 * 34) / 32]])
    expect([table.tied, table.input]).toEqual([0, 0])
  })

  it('a whole kind of tensor leaves its layers', () => {
    const { table } = partWeights(facts, hparams, overrides('.*=CPU'))
    expect(table.layer.every((bytes) => bytes === 0)).toBe(true)
    expect([table.output, table.first, table.rope]).toEqual([0, 0, 0])
  })
})

describe('the bytes of llama.cpp', () => {
  const places = (id: string, settings: Settings, devices: number) => {
    const model = catalogModel(id, 'Q4_K_M')
    const found = estimateMemory(model, resolveSettings({ n_ctx: 4096, ...settings }, readHparams(model)), { devices })
    return [...found.devices, found.host].map(({ model: weights, context, compute }) => [weights, context, compute])
  }

  // npm run oracle -- --model MODEL --devices N --ngl N -c 4096 --np 1 --override-tensor TEXT
  it.each<[string, number, Settings, number[][]]>([
    // Gemma 3n makes `output` before the table, which then counts twice, also where it is placed by name.
    [
      'gemma-3n-e2b',
      1,
      { override_tensor: ['^token_embd=CPU'] },
      [
        [1208383872, 67108864, 109070368],
        [2534784000, 0, 29382688],
      ],
    ],
    [
      'gemma-3n-e2b',
      1,
      { n_gpu_layers: 0, override_tensor: ['^token_embd=CPU'] },
      [
        [0, 0, 0],
        [3743167872, 67108864, 112220192],
      ],
    ],
    [
      'gemma-3n-e2b',
      1,
      { override_tensor: ['per_layer=CPU'] },
      [
        [1617757568, 67108864, 104867840],
        [2125410304, 0, 45111328],
      ],
    ],
    [
      'qwen3-0.6b',
      2,
      { flash_attn: 'on', override_tensor: ['token_embd=CPU', 'blk\\.1\\.=CPU'] },
      [
        [130480128, 251658240, 31467520],
        [122708992, 218103808, 27273248],
        [137564160, 0, 27275296],
      ],
    ],
    [
      'deepseek-v2-lite',
      1,
      { n_gpu_layers: 12, override_tensor: ['ffn_.*exps=CPU', 'output=CPU'] },
      [
        [182589440, 51904512, 58726400],
        [10181369856, 75497472, 97525792],
      ],
    ],
  ])('%s on %d: %o', (id, devices, settings, bytes) => {
    expect(places(id, settings, devices)).toEqual(bytes)
  })
})
