import { describe, expect, test } from 'vitest'
import type { BudgetLine } from '../../shared/estimate/budget.ts'
import { GIB } from '../../shared/units.ts'
import { ruleOf } from '../../shared/validate/rules/index.ts'
import { memoryHits } from '../../shared/validate/rules/memory-words.ts'
import { targetContext } from '../../shared/validate/target-context.ts'
import { type Checked, problem, target, told } from './cases.ts'

const args = {
  device: 'gpu 0',
  need: 7.3 * GIB,
  usable: 6 * GIB,
  weights: 4.7 * GIB,
  cache: 2.1 * GIB,
  compute: 0.5 * GIB,
  cache_type_k: 'q8_0',
  cache_type_v: 'f16',
  n_ctx: 32768,
  n_gpu_layers: 20,
  n_layers: 33,
}
const SUM =
  'Sum: weights 4.7 + KV cache 2.1 + compute 0.5 GiB (n_ctx 32768, cache q8_0/f16, 20 of 33 layers on the GPU).'

describe('what is said of memory', () => {
  test.each<[string, object, string]>([
    ['LP101', {}, `Needs 7.3 GiB; gpu 0 leaves 6.0 GiB: 1.3 GiB short. ${SUM}`],
    ['LP102', {}, `Needs 7.3 GiB, over 90 % of the 6.0 GiB that gpu 0 leaves. ${SUM}`],
    ['LP103', { device: 'RAM' }, `Needs 7.3 GiB of host memory; RAM leaves 6.0 GiB: 1.3 GiB short. ${SUM}`],
    [
      'LP103',
      { device: 'RAM', assumed: true },
      `Needs 7.3 GiB of host memory; the RAM assumed for this target leaves 6.0 GiB: 1.3 GiB short. ${SUM}`,
    ],
    ['LP104', { device: 'RAM' }, `Needs 7.3 GiB of host memory, over 90 % of the 6.0 GiB that RAM leaves. ${SUM}`],
    [
      'LP105',
      { device: 'the RAM', parts: ['chat 5.2 GiB', 'coder 2.1 GiB'] },
      'Together chat 5.2 GiB, coder 2.1 GiB need 7.3 GiB; the RAM leaves 6.0 GiB.',
    ],
    [
      'LP106',
      { parts: ['chat 5.2 GiB', 'coder 2.1 GiB'] },
      'Together chat 5.2 GiB, coder 2.1 GiB need 7.3 GiB, over 90 % of the 6.0 GiB that gpu 0 leaves.',
    ],
  ])('%s %j', (rule, others, expected) => {
    expect(ruleOf(rule)?.sentence({ ...args, ...others })).toBe(expected)
  })

  test.each([
    // The shortage is the difference of the numbers shown, whatever the bytes say.
    [6.04, 5.96, 'less than 0.1 GiB'],
    [6.06, 6.04, '0.1 GiB'],
    [6.15, 6, '0.2 GiB'],
    [16.3, 6.3, '10.0 GiB'],
  ])('%f GiB of %f GiB is short by %s', (need, usable, short) => {
    expect(ruleOf('LP101')?.sentence({ ...args, need: need * GIB, usable: usable * GIB })).toContain(
      `: ${short} short.`,
    )
  })

  test.each([
    [[1.04, 1.04, 1.04], '1.1 + KV cache 1.0 + compute 1.0'],
    [[1.05, 1.06, 1.07], '1.0 + KV cache 1.1 + compute 1.1'],
    [[1.09, 0.02, 0.01], '1.1 + KV cache 0.0 + compute 0.0'],
    [[0.08, 2.01, 0.01], '0.1 + KV cache 2.0 + compute 0.0'],
    [[0.04, 0, 0], '0.0 + KV cache 0.0 + compute 0.0'],
  ])('the parts %j add up to their rounded sum', ([weights = 0, cache = 0, compute = 0], expected) => {
    const parts = { weights: weights * GIB, cache: cache * GIB, compute: compute * GIB }
    const need = parts.weights + parts.cache + parts.compute
    expect(ruleOf('LP101')?.sentence({ ...args, ...parts, need })).toContain(`Sum: weights ${expected} GiB (`)
  })
})

describe('the key that decides', () => {
  const blamed = (part: Partial<BudgetLine>, input: Checked = {}) => {
    const line: BudgetLine = {
      kind: 'device',
      name: 'gpu 0',
      need: { model: 4 * GIB, context: 5 * GIB, compute: GIB },
      need_bytes: 10 * GIB,
      usable: { bytes: 8 * GIB, source: 'test' },
      state: 'over',
      ...part,
    }
    const context = targetContext(problem(input), target(input.on?.[0]))
    return memoryHits({ ...context, lines: [line] }, line.kind, line.state).map(({ path }) => path.join('.'))
  }
  const usable = (gib: number) => ({ usable: { bytes: gib * GIB, source: 'test' } })

  test.each<[string, Partial<BudgetLine>, string]>([
    ['the context where less of it would do', usable(8), 'settings.n_ctx'],
    ['the context where it would just do without any', usable(5), 'settings.n_ctx'],
    ['the layers where model and compute are too much', usable(4.99), 'settings.n_gpu_layers'],
    ['the context within 90 %', { ...usable(5 / 0.9), state: 'near' }, 'settings.n_ctx'],
    ['the layers within 90 %', { ...usable(5.4), state: 'near' }, 'settings.n_gpu_layers'],
    ['the layers where nothing is known', { usable: null, state: 'unknown' }, 'settings.n_gpu_layers'],
  ])('is %s', (_, part, expected) => {
    expect(blamed(part)).toEqual([expected])
  })

  test('is the model where there is no GPU', () => {
    const cpu: Checked = { rest: { backend: 'cpu' }, on: [{ vram: [] }] }
    expect(blamed({ ...usable(4), kind: 'host' }, cpu)).toEqual(['model_path'])
    // Nor is there one where the backend cannot run.
    expect(blamed(usable(4), { rest: { backend: 'rocm' } })).toEqual(['model_path'])
  })

  test('only lines of the kind and the state that are asked for count', () => {
    const context = targetContext(problem({ settings: { n_ctx: 65536 } }), target())
    expect(context.lines.map(({ kind, state }) => [kind, state])).toEqual([
      ['device', 'over'],
      ['host', 'fits'],
    ])
    expect(memoryHits(context, 'device', 'over')).toHaveLength(1)
    expect(memoryHits(context, 'device', 'near')).toEqual([])
    expect(memoryHits(context, 'host', 'over')).toEqual([])
  })
})

describe('the numbers of a memory finding', () => {
  const one = (input: Checked) => told(input)[0]?.args

  test('on a device', () => {
    const found = one({
      settings: { n_ctx: 65536, cache_type_k: 'q8_0', cache_type_v: 'q8_0', n_gpu_layers: 99 },
      on: [{ vram: [6] }],
    })
    expect(found).toMatchObject({
      device: 'gpu 0',
      usable: 6 * GIB,
      usable_source: 'test',
      program: 'server',
      unified: false,
      assumed: false,
      n_ctx: 65536,
      cache_type_k: 'q8_0',
      cache_type_v: 'q8_0',
      n_gpu_layers: 33,
      n_layers: 33,
    })
    expect(found?.['short_by']).toBe(Number(found?.['need']) - 6 * GIB)
  })

  test('near the limit nothing is short', () => {
    expect(one({ on: [{ vram: [5.1] }] })).toMatchObject({ short_by: 0 })
  })

  test('on a host whose size is only assumed', () => {
    const bare = target({ vram: [], ram: 4 })
    const host = { ...bare.host, assumed: true }
    const input: Checked = { rest: { backend: 'cpu' }, on: [{ vram: [], ram: 4, rest: { host } }] }
    expect(one(input)).toMatchObject({ device: 'RAM', assumed: true, n_gpu_layers: 0 })
    expect(one({ on: [{ vram: [4], rest: { host } }] })).toMatchObject({ device: 'gpu 0', assumed: false })
  })

  test('of another program, and of memory that is shared', () => {
    const input: Checked = {
      rest: { backend: 'metal', metadata: { program: 'cli' } },
      on: [{ unified: true, vram: [4] }],
    }
    expect(one(input)).toMatchObject({ program: 'cli', unified: true })
  })
})
