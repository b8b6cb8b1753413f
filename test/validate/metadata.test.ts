import { describe, expect, test } from 'vitest'
import type { RuntimeConfig } from '../../shared/config/runtime-config.ts'
import type { ModelFacts } from '../../shared/model/facts.ts'
import { gib, roundGib } from '../../shared/units.ts'
import { ruleOf } from '../../shared/validate/rules/index.ts'
import { type Checked, LLAMA_8B, type Machine, problem, told } from './cases.ts'

type Metadata = NonNullable<RuntimeConfig['metadata']>

const stale = (metadata: Metadata, input: Checked = {}) =>
  told({ ...input, rest: { ...input.rest, metadata } }, 'LP401')

/** GiB that the settings need, of devices together and of the host. */
function needs(input: Checked): { vram: number; ram: number } {
  const [at] = problem(input).targets
  const bytes = (at?.lines ?? []).map(({ kind, need_bytes }) => ({ kind, need_bytes }))
  const sum = (kind: string) =>
    gib(bytes.filter((one) => one.kind === kind).reduce((all, one) => all + one.need_bytes, 0))
  return { vram: sum('device'), ram: sum('host') }
}

const HALF: Checked = { settings: { n_gpu_layers: 16 } }

describe('memory in metadata', () => {
  const { vram, ram } = needs(HALF)

  test.each<[string, Metadata['hardware'], Machine, number, number]>([
    ['the target by id', 'box', {}, 0.1, 0.02],
    ['the target by the kind of machine', 'kind', { rest: { platform: 'kind' } }, 0.1, 0.02],
    ['the target by its profile', 'rtx', { rest: { profile_id: 'rtx' } }, 0.1, 0.02],
    ['other hardware', 'elsewhere', {}, 0.3, 0.1],
    ['no hardware', undefined, {}, 0.3, 0.1],
  ])('of %s may differ so much and no more', (_, hardware, machine, fixed, share) => {
    const on = [machine]
    const named = hardware === undefined ? {} : { hardware }
    const off = (key: 'vram' | 'ram', by: number) =>
      stale({ ...named, [`estimated_${key}_usage_gb`]: { vram, ram }[key] + by }, { ...HALF, on }).length
    const edges = { vram: fixed + share * vram, ram: fixed + share * ram }
    for (const key of ['vram', 'ram'] as const) {
      const edge = edges[key]
      expect([off(key, edge - 1e-6), off(key, edge + 1e-6), off(key, 1e-6 - edge), off(key, -1e-6 - edge)]).toEqual([
        0, 1, 0, 1,
      ])
    }
  })

  test('is told with what the settings need, key by key', () => {
    const metadata = { hardware: 'box', estimated_vram_usage_gb: 9.96, estimated_ram_usage_gb: 0 }
    expect(stale(metadata, HALF)).toEqual([
      {
        rule: 'LP401',
        at: 'metadata.estimated_vram_usage_gb',
        args: { key: 'estimated_vram_usage_gb', says: 9.96, correct: roundGib(vram * 1024 ** 3, 2) },
        said: `estimated_vram_usage_gb says 10.0; these settings need ${vram.toFixed(1)} GiB on the devices.`,
        fix: `metadata.estimated_vram_usage_gb = ${roundGib(vram * 1024 ** 3, 2)}`,
      },
      {
        rule: 'LP401',
        at: 'metadata.estimated_ram_usage_gb',
        args: { key: 'estimated_ram_usage_gb', says: 0, correct: roundGib(ram * 1024 ** 3, 2) },
        said: `estimated_ram_usage_gb says 0.0; these settings need ${ram.toFixed(1)} GiB on the host.`,
        fix: `metadata.estimated_ram_usage_gb = ${roundGib(ram * 1024 ** 3, 2)}`,
      },
    ])
  })

  test('only the number that is wrong is told', () => {
    const right = { hardware: 'box', estimated_vram_usage_gb: vram, estimated_ram_usage_gb: ram }
    expect(stale(right, HALF)).toEqual([])
    expect(stale({ ...right, estimated_ram_usage_gb: ram + 2 }, HALF).map(({ at }) => at)).toEqual([
      'metadata.estimated_ram_usage_gb',
    ])
  })

  test('is that of all devices together on the hardware it names', () => {
    const two: Machine = { vram: [12, 12] }
    const both = needs({ on: [two] })
    const metadata = { hardware: 'box', estimated_vram_usage_gb: both.vram, estimated_ram_usage_gb: both.ram }
    expect(stale(metadata, { on: [{ id: 'other' }, two] })).toEqual([])
  })

  test('of a config for the CPU is all on the host', () => {
    const cpu: Checked = { rest: { backend: 'cpu' }, on: [] }
    const host = needs({ ...cpu, on: [{ vram: [] }] }).ram
    expect(stale({ estimated_vram_usage_gb: 0, estimated_ram_usage_gb: host }, cpu)).toEqual([])
    expect(stale({ estimated_vram_usage_gb: host }, cpu)).toHaveLength(1)
  })

  test('is not judged where nothing is known of the model', () => {
    expect(stale({ estimated_vram_usage_gb: 1, precision: 'F16', model_size: '99B' }, { facts: null })).toEqual([])
  })

  test('of hardware whose backend is another is judged as on one device of the config', () => {
    const metadata = { hardware: 'box', estimated_vram_usage_gb: needs({}).vram }
    expect(stale(metadata, { on: [{ rest: { backend: 'rocm', backends: ['rocm'] } }] })).toEqual([])
  })
})

describe('the program that the memory is of', () => {
  const wide: Checked = { settings: { n_ubatch: 2048 } }
  const of = (program: 'server' | 'cli') => needs({ ...wide, rest: { metadata: { program } } }).vram

  test('is wrong where the numbers are those of the other one', () => {
    expect(stale({ hardware: 'box', program: 'server', estimated_vram_usage_gb: of('cli') }, wide)).toEqual([
      {
        rule: 'LP401',
        at: 'metadata.program',
        args: { key: 'program', says: 'server', correct: 'cli' },
        said: 'The memory in metadata is that of program cli, but program says server.',
        fix: 'metadata.program = cli',
      },
    ])
    const [found] = stale({ hardware: 'box', program: 'cli', estimated_vram_usage_gb: of('server') }, wide)
    expect(found?.args).toEqual({ key: 'program', says: 'cli', correct: 'server' })
  })

  test('is right where the numbers would do for both', () => {
    const both = (of('server') + of('cli')) / 2
    const rough = { program: 'server', estimated_vram_usage_gb: both } as const
    expect(stale(rough, wide)).toEqual([])
    expect(stale({ ...rough, program: 'cli' }, wide)).toEqual([])
  })

  test('is not blamed where none is named, or where neither gives the numbers', () => {
    const unnamed = stale({ hardware: 'box', estimated_vram_usage_gb: of('cli') }, wide)
    expect(unnamed.map(({ at }) => at)).toEqual(['metadata.estimated_vram_usage_gb'])
    const neither = stale({ hardware: 'box', program: 'server', estimated_vram_usage_gb: 1 }, wide)
    expect(neither.map(({ at }) => at)).toEqual(['metadata.estimated_vram_usage_gb'])
  })
})

describe('precision in metadata', () => {
  test('is told as the model has it', () => {
    expect(stale({ precision: 'Q5_K_M' })).toEqual([
      {
        rule: 'LP401',
        at: 'metadata.precision',
        args: { key: 'precision', says: 'Q5_K_M', correct: 'Q4_K_M' },
        said: 'precision says Q5_K_M; the model is Q4_K_M.',
        fix: 'metadata.precision = Q4_K_M',
      },
    ])
  })

  test.each<[string, Metadata, Partial<ModelFacts>]>([
    ['a file of several types has no name', { precision: 'Q5_K_M' }, { precision: 'mixed' }],
    ['the case of letters is none of our business', { precision: 'Q4_k_m' }, {}],
    ['the facts in another case', { precision: 'Q4_K_M' }, { precision: 'q4_k_m' }],
    ['nothing is said', {}, {}],
  ])('%s', (_, metadata, facts) => {
    expect(stale(metadata, { facts: { ...LLAMA_8B, ...facts } })).toEqual([])
  })
})

describe('size in metadata', () => {
  const matches = (model_size: string, n_params: number) =>
    stale({ model_size }, { facts: { ...LLAMA_8B, n_params } }).length === 0

  test('is told with the parameters, and has no fix: a class is a name', () => {
    expect(stale({ model_size: '13B' })).toEqual([
      {
        rule: 'LP401',
        at: 'metadata.model_size',
        args: { key: 'model_size', says: '13B', billions: LLAMA_8B.n_params / 1e9 },
        said: 'model_size says 13B; the model has 8.0 billion parameters.',
      },
    ])
  })

  test.each<[string, number, number]>([
    // From 0.7 to 1.5 of what the name says, in millions.
    ['8B', 5600, 12_000],
    [' 8b ', 5600, 12_000],
    ['1.25B', 875, 1875],
    ['7-8B', 4900, 12_000],
    ['10-12.75B', 7000, 19_125],
    ['500M', 350, 750],
    ['100-120m', 70, 180],
  ])('%s is from %i to %i million parameters', (name, least, most) => {
    const fits = [least - 0.1, least, most, most + 0.1].map((millions) => matches(name, millions * 1e6))
    expect(fits).toEqual([false, true, true, false])
  })

  test.each<[string, number]>([
    ['30B+', 21_000],
    ['500M+', 350],
  ])('%s has no upper end', (name, least) => {
    expect([least - 0.1, least, 1e6].map((millions) => matches(name, millions * 1e6))).toEqual([false, true, true])
  })

  test.each(['8x7B', 'large', 'B', '8B-instruct', '8', '-8B', 'a 8B', '1.B'])('%s is no class', (name) => {
    expect(matches(name, 1)).toBe(true)
  })

  test('nothing is said of a model whose parameters nobody counted', () => {
    expect(matches('13B', 0)).toBe(true)
  })
})

test('each kind of metadata has a sentence', () => {
  const said = ruleOf('LP401')?.sentence({ key: 'model_size', says: '7B', billions: 12.34 })
  expect(said).toBe('model_size says 7B; the model has 12.3 billion parameters.')
  const small = ruleOf('LP401')?.sentence({ key: 'model_size', says: '7B', billions: 0.0226 })
  expect(small).toBe('model_size says 7B; the model has 23 million parameters.')
})
