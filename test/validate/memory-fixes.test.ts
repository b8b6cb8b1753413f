import { describe, expect, test } from 'vitest'
import { catalogModel } from '../../shared/model/catalog/catalog.ts'
import type { FixStep } from '../../shared/validate/rule.ts'
import { deviceMemoryFixes, hostMemoryFixes } from '../../shared/validate/rules/memory-fixes.ts'
import { type Checked, problem } from './cases.ts'

/** 48 layers, 128 experts. */
const MOE = catalogModel('qwen3-30b-a3b', 'Q4_K_M')
const CTX = ['settings', 'n_ctx']
const LAYERS = ['settings', 'n_gpu_layers']

/** `n_ctx 8192..4096 by -256`, `flash_attn auto`. */
function steps(of: readonly FixStep[]): string[] {
  return of.map((step) => {
    const key = step.path.join('.').replace('settings.', '')
    return 'values' in step ? `${key} ${step.values.join()}` : `${key} ${step.from}..${step.to} by ${step.step}`
  })
}

const onDevice = (input: Checked, path = LAYERS) => steps(deviceMemoryFixes(problem(input, path)))
const onHost = (input: Checked) => steps(hostMemoryFixes(problem(input, CTX)))

describe('for a device that is too small', () => {
  test('the context goes first where it is to blame, down to a quarter, later to its least', () => {
    expect(onDevice({ settings: { n_ctx: 32768 } }, CTX)).toEqual([
      'n_ctx 32512..8192 by -256',
      'n_gpu_layers 32..17 by -1',
      'n_ubatch 256,128,64,32',
      'n_ctx 7936..256 by -256',
      'n_gpu_layers 16..0 by -1',
    ])
  })

  test('weights go first where the model alone is too large', () => {
    expect(onDevice({ settings: { n_ctx: 32768 } })).toEqual([
      'n_gpu_layers 32..17 by -1',
      'n_ctx 32512..8192 by -256',
      'n_ubatch 256,128,64,32',
      'n_ctx 7936..256 by -256',
      'n_gpu_layers 16..0 by -1',
    ])
  })

  test.each<[number, string[]]>([
    // A quarter is rounded up to llama.cpp's step.
    [20000, ['n_ctx 19968..5120 by -256', 'n_ctx 4864..256 by -256']],
    [19968, ['n_ctx 19712..5120 by -256', 'n_ctx 4864..256 by -256']],
    // No quarter below what chats need.
    [8192, ['n_ctx 7936..4096 by -256', 'n_ctx 3840..256 by -256']],
    [4352, ['n_ctx 4096..4096 by -256', 'n_ctx 3840..256 by -256']],
    [4097, ['n_ctx 4096..4096 by -256', 'n_ctx 3840..256 by -256']],
    [4096, ['n_ctx 3840..256 by -256']],
    [1000, ['n_ctx 768..256 by -256']],
    [512, ['n_ctx 256..256 by -256']],
    [257, ['n_ctx 256..256 by -256']],
    [256, []],
    [100, []],
  ])('from %i tokens', (n_ctx, expected) => {
    expect(onDevice({ settings: { n_ctx } }, CTX).filter((step) => step.startsWith('n_ctx'))).toEqual(expected)
  })

  test('flash attention comes before all where it is off', () => {
    const [first, second] = onDevice({ settings: { flash_attn: 'off', n_ctx: 8192 } }, CTX)
    expect([first, second]).toEqual(['flash_attn auto', 'n_ctx 7936..4096 by -256'])
    expect(onDevice({ settings: { flash_attn: 'on' } }).join()).not.toContain('flash_attn')
  })

  test('experts leave the device before whole layers do', () => {
    expect(onDevice({ facts: MOE, settings: { n_ctx: 8192 } })).toEqual([
      'n_cpu_moe 1..48 by 1',
      'n_gpu_layers 48..25 by -1',
      'n_ctx 7936..4096 by -256',
      'n_ubatch 256,128,64,32',
      'n_ctx 3840..256 by -256',
      'n_gpu_layers 24..0 by -1',
    ])
    expect(onDevice({ facts: MOE, settings: { n_ctx: 8192, n_cpu_moe: 20 } }, CTX).slice(0, 2)).toEqual([
      'n_ctx 7936..4096 by -256',
      'n_cpu_moe 21..48 by 1',
    ])
    expect(onDevice({ facts: MOE, settings: { n_cpu_moe: 47 } })[0]).toBe('n_cpu_moe 48..48 by 1')
    expect(onDevice({ facts: MOE, settings: { n_cpu_moe: 48 } }).join()).not.toContain('n_cpu_moe')
  })

  test.each<[number, string[]]>([
    [10, ['n_gpu_layers 9..5 by -1', 'n_gpu_layers 4..0 by -1']],
    [3, ['n_gpu_layers 2..2 by -1', 'n_gpu_layers 1..0 by -1']],
    [2, ['n_gpu_layers 1..1 by -1', 'n_gpu_layers 0..0 by -1']],
    [1, ['n_gpu_layers 0..0 by -1']],
    [0, []],
  ])('from %i layers', (n_gpu_layers, expected) => {
    const layers = onDevice({ settings: { n_gpu_layers } }).filter((step) => step.startsWith('n_gpu_layers'))
    expect(layers).toEqual(expected)
  })

  test.each<[NonNullable<Checked['settings']>, string]>([
    [{ n_ubatch: 2048 }, 'n_ubatch 1024,512,256,128,64,32'],
    [{ n_ubatch: 1024 }, 'n_ubatch 512,256,128,64,32'],
    [{ n_ubatch: 100 }, 'n_ubatch 64,32'],
    // As llama.cpp cuts it: to the batch, and that to the context.
    [{ n_ubatch: 2048, n_batch: 128 }, 'n_ubatch 64,32'],
    [{ n_ubatch: 2048, n_ctx: 256 }, 'n_ubatch 128,64,32'],
    [{ n_ubatch: 32 }, 'n_ubatch '],
  ])('smaller micro-batches than %j', (settings, expected) => {
    expect(onDevice({ settings }).find((step) => step.startsWith('n_ubatch'))).toBe(expected)
  })

  test('without a model nothing is proposed', () => {
    expect([...onDevice({ facts: null }), ...onHost({ facts: null })]).toEqual([])
  })
})

describe('for a host that is too small', () => {
  const few = { n_ctx: 8192, n_gpu_layers: 10 }
  const rest = ['n_ctx 7936..4096 by -256', 'n_ubatch 256,128,64,32', 'n_ctx 3840..256 by -256']

  test('layers go to the GPU first', () => {
    expect(onHost({ settings: few })).toEqual(['n_gpu_layers 11..33 by 1', ...rest])
    expect(onHost({ settings: { ...few, n_gpu_layers: 32 } })[0]).toBe('n_gpu_layers 33..33 by 1')
  })

  test('then there is none left to move', () => {
    expect(onHost({ settings: { n_ctx: 8192, n_gpu_layers: 33 } })).toEqual(rest)
  })

  test('experts that stayed behind come before layers', () => {
    expect(onHost({ facts: MOE, settings: { ...few, n_cpu_moe: 8 } })).toEqual([
      'n_cpu_moe 7..0 by -1',
      'n_gpu_layers 11..49 by 1',
      ...rest,
    ])
    expect(onHost({ facts: MOE, settings: { ...few, n_cpu_moe: 1 } })[0]).toBe('n_cpu_moe 0..0 by -1')
    expect(onHost({ facts: MOE, settings: few })).toEqual(['n_gpu_layers 11..49 by 1', ...rest])
  })

  test.each<[string, Checked]>([
    ['there is no GPU', { settings: few, rest: { backend: 'cpu' }, on: [{ vram: [] }] }],
    ['one of the machines has no GPU', { settings: few, on: [{}, { vram: [], rest: { backends: ['cuda', 'cpu'] } }] }],
    ['the GPU shares the memory', { settings: few, rest: { backend: 'metal' }, on: [{ unified: true }] }],
  ])('nothing moves where %s', (_, input) => {
    expect(onHost(input)).toEqual(rest)
  })

  test('flash attention helps here too', () => {
    expect(onHost({ settings: { ...few, flash_attn: 'off' } })[0]).toBe('flash_attn auto')
  })
})
