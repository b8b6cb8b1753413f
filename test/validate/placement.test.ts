import { describe, expect, test } from 'vitest'
import type { RuntimeConfig } from '../../shared/config/runtime-config.ts'
import { catalogModel } from '../../shared/model/catalog/catalog.ts'
import { clusterTarget } from '../../shared/profile/cluster.ts'
import { checkConfig } from '../../shared/validate/check-config.ts'
import { ruleOf } from '../../shared/validate/rules/index.ts'
import { targetContext } from '../../shared/validate/target-context.ts'
import { type Checked, configText, LLAMA_8B, problem, target, told } from './cases.ts'

const BIG = [{ vram: [400] }]

describe('layers (LP304, LP306, LP308)', () => {
  test.each<[string, Checked, string[]]>([
    ['a config without the key', {}, []],
    [
      'a config for the CPU, which has its own rule',
      { settings: { n_gpu_layers: 99 }, rest: { backend: 'cpu' } },
      ['LP308'],
    ],
    ['a model that nobody knows', { settings: { n_gpu_layers: 99 }, facts: null }, ['LP010']],
    [
      'the number of layers on a machine without a GPU',
      { settings: { n_gpu_layers: 32 }, rest: { backend: 'cpu' } },
      ['LP308'],
    ],
    [
      'the number of layers for a backend that is not there',
      { settings: { n_gpu_layers: 32 }, rest: { backend: 'rocm' } },
      ['LP303'],
    ],
    [
      'one layer left where all would be near the limit',
      { settings: { n_gpu_layers: 32 }, on: [{ vram: [5.33] }] },
      [],
    ],
    [
      'no layers where the backend finds no GPU',
      { settings: { n_gpu_layers: 0 }, on: [{ vram: [], rest: { backends: ['cuda'] } }] },
      [],
    ],
    ['layers left to the engine there', { on: [{ vram: [], rest: { backends: ['cuda'] } }] }, []],
  ])('%s', (_, input, expected) => {
    expect(told(input).map(({ rule }) => rule)).toEqual(expected)
  })

  test('prediction layers count for the number', () => {
    const facts = catalogModel('qwen3.6-27b-mtp', 'Q4_K_M')
    const all = Number(facts.hparams['block_count'])
    const rules = (n_gpu_layers: number) => told({ settings: { n_gpu_layers }, facts, on: BIG }).map(({ rule }) => rule)
    expect([rules(all - 1), rules(all), rules(all + 1), rules(all + 2)]).toEqual([[], ['LP306'], [], ['LP304']])
  })
})

describe('cores (LP201, LP202)', () => {
  test.each<[string, number, number, string[]]>([
    ['only efficiency cores', 0, 8, []],
    ['only performance cores', 8, 0, []],
    ['some of each', 4, 4, ['LP202']],
    ['fewer fast ones than threads, and no others', 4, 0, []],
  ])('%s', (_, performance_cores, efficiency_cores, expected) => {
    const on = [{ cpu: { performance_cores, efficiency_cores } }]
    expect(told({ settings: { n_threads: 6 }, on }).map(({ rule }) => rule)).toEqual(expected)
  })

  test('threads that nobody names are no finding', () => {
    const on = [{ cpu: { performance_cores: 4, efficiency_cores: 4 } }]
    expect(told({ settings: { n_threads_batch: 6 }, on })).toEqual([])
  })

  test('as many threads as all cores is still one too many for the fast ones', () => {
    const on = [{ cpu: { performance_cores: 4, efficiency_cores: 4 } }]
    const at = (n_threads: number) => told({ settings: { n_threads }, on }).map(({ rule }) => rule)
    expect([at(4), at(5), at(8), at(9)]).toEqual([[], ['LP202'], ['LP202'], ['LP201']])
  })
})

describe('a cluster (LP204)', () => {
  const cluster = clusterTarget([
    { target: target({ id: 'main' }) },
    { target: target({ id: 'second' }), address: '10.0.0.2:50052' },
    { target: target({ id: 'third' }), address: '10.0.0.3:50052' },
  ])
  const found = (settings: RuntimeConfig['settings'], rest: Checked['rest'] = {}) => {
    const text = configText({ n_ctx: 4096, ...settings }, rest)
    const { findings } = checkConfig({ text, file: 'c.json', targets: [cluster], facts: LLAMA_8B })
    return findings.map(({ rule, args }) => `${rule} ${ruleOf(rule)?.sentence(args)}`)
  }
  const [second, third] = ['10.0.0.2:50052', '10.0.0.3:50052']

  test('has all its servers in the config', () => {
    expect(found({ rpc_servers: [second, third] })).toEqual([])
    expect(found({ rpc_servers: [second] })).toEqual([
      'LP204 rpc-servers in the config: 1; in the target: 2. The devices are not those that it was made for.',
    ])
  })

  test('is told from names that were to be checked one by one', () => {
    expect(found({})).toEqual([
      'LP204 The target is one cluster of 3 machines, and the config names no rpc-servers. Names joined by a comma are a cluster: to check on each machine, name each as a target of its own.',
    ])
  })

  test('is none for a config that stays on the CPU', () => {
    expect(found({}, { backend: 'cpu' })).toEqual([])
    expect(found({ rpc_servers: [second] }, { backend: 'cpu' })).toHaveLength(1)
  })
})

describe('where a config is placed', () => {
  const context = problem({})
  const mixed = target({
    vram: [12, 8, 6],
    rest: { backends: ['cuda', 'vulkan'] },
  })
  const [first, second, third] = mixed.devices
  if (!first || !second || !third) throw new Error('three devices')
  const remote = { address: '10.0.0.2:50052', link_gbit_s: 1, latency_ms: 0.5, generation: null }
  const devices = [{ ...first, backend: 'rocm' as const, remote }, second, { ...third, backend: 'vulkan' as const }]
  const machine = { ...mixed, devices }
  const namesOn = (backend: RuntimeConfig['backend']) => {
    const other = context.withConfig({ ...context.config, backend })
    const { devices: on, placement } = targetContext(other, machine)
    return [on.map(({ name }) => name), placement]
  }

  test('a backend drives its own devices and those of rpc-servers', () => {
    expect(namesOn('cuda')).toEqual([['gpu 0', 'gpu 1'], { devices: 2, backend: 'cuda' }])
    expect(namesOn('vulkan')).toEqual([['gpu 0', 'gpu 2'], { devices: 2, backend: 'vulkan' }])
  })

  test('a backend that has none of its own drives all', () => {
    const only = { ...machine, devices: [second, { ...second, name: 'gpu 9' }] }
    const other = context.withConfig({ ...context.config, backend: 'vulkan' })
    expect(targetContext(other, only).devices.map(({ name }) => name)).toEqual(['gpu 1', 'gpu 9'])
  })

  test('the CPU has no devices, and a missing backend no place', () => {
    expect(namesOn('cpu')).toEqual([[], { devices: 0, backend: 'cpu' }])
    const other = context.withConfig({ ...context.config, backend: 'metal' })
    expect(targetContext(other, machine)).toMatchObject({ devices: [], placement: null, estimate: null, lines: [] })
  })

  test('a file that names no backend is judged on each machine’s own', () => {
    const settings = { n_ctx: 4096, n_gpu_layers: 20 }
    const unstated = problem({ settings })
    const on = (one: ReturnType<typeof target>) => targetContext({ ...unstated, backend_stated: false }, one).config
    expect(on(target({ rest: { backend: 'rocm', backends: ['rocm'] } }))).toMatchObject({ backend: 'rocm', settings })
    expect(on(target())).toBe(unstated.config)
    expect(on(target({ vram: [] }))).toMatchObject({ backend: 'cpu', settings: { n_ctx: 4096, n_gpu_layers: 0 } })
    expect(targetContext(unstated, target({ vram: [] })).config).toBe(unstated.config)
  })
})
