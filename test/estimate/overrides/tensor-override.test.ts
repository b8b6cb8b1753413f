import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Settings } from '../../../shared/config/settings.ts'
import { estimateMemory } from '../../../shared/estimate/estimate-memory.ts'
import type { MemoryEstimate } from '../../../shared/estimate/memory-estimate.ts'
import { resolveSettings } from '../../../shared/estimate/memory-settings.ts'
import { estimateThroughput } from '../../../shared/estimate/throughput/estimate-throughput.ts'
import {
  checkConfig,
  clusterTarget,
  findProfile,
  needsOf,
  rpcServers,
  targetFromProfile,
} from '../../../shared/index.ts'
import { catalogModel, listCatalog } from '../../../shared/model/catalog/index.ts'
import { readHparams } from '../../../shared/model/hparams.ts'
import { estimateMemory as estimateForUsers } from '../../../shared/node/library.ts'
import { explainMemory } from '../../../shared/report/explain-memory.ts'
import { configText, LLAMA_8B, target as machine } from '../../validate/cases.ts'

function estimate(id: string, settings: Settings, devices = 1): MemoryEstimate {
  const facts = catalogModel(id, 'Q4_K_M')
  return estimateMemory(facts, resolveSettings(settings, readHparams(facts), 'server'), { devices })
}

const places = ({ devices, host }: MemoryEstimate) =>
  [...devices, host].map(({ model, context, compute }) => [model, context, compute])

describe('tensors placed by name', () => {
  // npm run oracle -- --model MODEL --devices N -c CONTEXT --np 1 --override-tensor TEXT
  test.each<[string, number, Settings, number[][]]>([
    [
      'qwen3-30b-a3b',
      1,
      { n_ctx: 8192, override_tensor: ['ffn_(up|down)_exps=CPU'] },
      [
        [6258341888, 805306368, 58730496],
        [12292374528, 0, 83898400],
      ],
    ],
    [
      'gemma-2-2b',
      1,
      { n_ctx: 8192, override_tensor: ['token_embd=CPU'] },
      [
        [1218696192, 681574400, 83380256],
        [483840000, 0, 22564896],
      ],
    ],
    [
      'phi-3.5-moe',
      2,
      { n_ctx: 4096, n_ubatch: 128, override_tensor: ['blk\\.[0-3]\\..*=CPU', '^output\\.=CPU'] },
      [
        [9949618688, 285212672, 28051968],
        [11850015232, 251658240, 24922656],
        [3545603328, 0, 29101344],
      ],
    ],
  ])('%s: the bytes of llama.cpp', (id, devices, settings, bytes) => {
    expect(places(estimate(id, settings, devices))).toEqual(bytes)
  })

  test('experts by name are experts by number', () => {
    const settings = { n_ctx: 4096, n_ubatch: 256 }
    const by_name = estimate('qwen3-30b-a3b', { ...settings, override_tensor: ['\\.ffn_(up|down|gate)_exps=CPU'] })
    expect(places(by_name)).toEqual(places(estimate('qwen3-30b-a3b', { ...settings, n_cpu_moe: 100 })))
  })

  test('the first that applies counts, and before n_cpu_moe', () => {
    const settings = { n_ctx: 4096, n_cpu_moe: 100 }
    const all = estimate('qwen3-30b-a3b', { n_ctx: 4096 })
    const [device] = estimate('qwen3-30b-a3b', {
      ...settings,
      override_tensor: ['blk\\..*=CUDA0', 'blk\\..*=CPU'],
    }).devices
    expect(device?.model).toBe(all.devices[0]?.model)
  })

  test('devices of rpc-servers are named by their address', () => {
    const rpc_servers = ['10.0.0.2:50052', '10.0.0.3:50052']
    const [first, second] = estimate(
      'llama-3.1-8b',
      { n_ctx: 4096, rpc_servers, override_tensor: ['blk\\.=RPC0[10.0.0.3:50052]'] },
      2,
    ).devices
    expect(first?.model).toBeLessThan(1000)
    expect(second?.model).toBeGreaterThan(4e9)
  })

  test('each device of an rpc-server has a number of its own, on a target that says how many there are', () => {
    const pair = machine({ vram: [16, 16] })
    const single = machine({ vram: [16] })
    const cluster = clusterTarget([
      { target: single },
      { target: pair, address: '10.0.0.2:50052' },
      { target: single, address: '10.0.0.3:50052' },
    ])
    const rpc_servers = rpcServers(cluster)
    const weights = (buffer: string) => {
      const settings = { n_ctx: 4096, n_gpu_layers: -1, rpc_servers, override_tensor: [`blk\\.=${buffer}`] }
      const text = configText(settings)
      const report = checkConfig({ text, file: 'c.json', targets: [cluster], facts: LLAMA_8B })
      const rules = report.findings.map(({ rule }) => rule)
      const devices = report.pairs[0]?.estimate?.devices.map(({ model }) => model > 4e9)
      const sum = explainMemory(LLAMA_8B, resolveSettings(settings, readHparams(LLAMA_8B)), cluster, 'cuda')
      expect(sum.estimate.devices.map(({ model }) => model > 4e9)).toEqual(devices)
      const needs = needsOf({ backend: 'cuda', model_path: 'm.gguf', settings, model: LLAMA_8B }, cluster)
      expect(needs?.estimate.devices.map(({ model }) => model > 4e9)).toEqual(devices)
      return rules.length > 0 ? rules : devices?.indexOf(true)
    }
    expect(cluster.devices).toHaveLength(4)
    const [two = '', one = ''] = rpc_servers
    expect([`RPC0[${two}]`, `RPC1[${two}]`, `RPC0[${one}]`, 'CUDA0'].map(weights)).toEqual([0, 1, 2, 3])
    expect([`RPC2[${two}]`, `RPC1[${one}]`].map(weights)).toEqual([['LP206'], ['LP206']])
  })

  test('bytes only move: their sum stays, whatever the names', () => {
    // Models with an output matrix of their own and without rope factors, which a place may need a copy of.
    const ids = listCatalog()
      .map(({ id }) => id)
      .filter((id) => {
        const names = catalogModel(id, 'Q4_K_M').tensors.map(({ name }) => name)
        return names.includes('output.weight') && !names.some((name) => name.startsWith('rope_f'))
      })
    const pattern = fc.constantFrom(
      'attn',
      'ffn_',
      'norm',
      'blk\\.(1|2)\\.',
      'weight',
      'output',
      'exps',
      '^t',
      'nothing',
    )
    const entry = fc.tuple(pattern, fc.constantFrom('CPU', 'CUDA0', 'CUDA1')).map((halves) => halves.join('='))
    fc.assert(
      fc.property(fc.constantFrom(...ids), fc.array(entry, { minLength: 1, maxLength: 3 }), (id, override_tensor) => {
        const settings = { n_ctx: 512, n_ubatch: 64 }
        const sum = (one: MemoryEstimate) => [...one.devices, one.host].reduce((bytes, { model }) => bytes + model, 0)
        const moved = estimate(id, { ...settings, override_tensor }, 2)
        expect(sum(moved)).toBe(sum(estimate(id, settings, 2)))
        expect(moved.basis).toBe('exact')
      }),
      { numRuns: 30 },
    )
  })

  test('a device that is not there: refused for users, left out where rules have said so', () => {
    const settings = { n_ctx: 4096, override_tensor: ['ffn_=CUDA1'] }
    expect(places(estimate('llama-3.1-8b', settings))).toEqual(places(estimate('llama-3.1-8b', { n_ctx: 4096 })))
    const facts = catalogModel('llama-3.1-8b', 'Q4_K_M')
    expect(() => estimateForUsers(facts, settings, { devices: 1 })).toThrow(
      'override_tensor: ffn_ goes to a device that is not used here (1 device is)',
    )
    const cpu = { ...settings, override_tensor: ['ffn_=CPU'] }
    expect(places(estimateForUsers(facts, cpu, { devices: 1 }))).toEqual(places(estimate('llama-3.1-8b', cpu)))
  })
})

describe('what goes with tensors placed by name', () => {
  const target = targetFromProfile(findProfile('nvidia_rtx_4090'))
  const facts = catalogModel('qwen3-30b-a3b', 'Q4_K_M')
  const resolved = (settings: Settings) => resolveSettings(settings, readHparams(facts), 'server')

  test('the explanation adds up, and names them', () => {
    const { parts } = explainMemory(facts, resolved({ n_ctx: 4096, override_tensor: ['ffn_.*_exps=CPU'] }), target)
    for (const { terms, total_bytes } of parts) {
      expect(terms.reduce((sum, { bytes }) => sum + bytes, 0)).toBe(total_bytes)
    }
    const host = parts.find(({ kind }) => kind === 'host')?.terms
    expect(host?.find(({ name }) => name === 'weights placed by name')?.bytes).toBeGreaterThan(16e9)
  })

  test('GPUs copy such weights over for prompts', () => {
    const settings = resolved({ n_ctx: 4096, override_tensor: ['ffn_.*_exps=CPU'] })
    const [term] = estimateMemory(facts, settings, { devices: 1, backend: 'cuda' }).backend_terms ?? []
    expect(term).toMatchObject({ id: 'device.op_offload', place: 0 })
    expect(term?.bytes).toBeGreaterThan(1e8)
  })

  test('speed is that of the same experts by number, and nothing changes where nothing moves', () => {
    const speed = (settings: Settings) => estimateThroughput(facts, { n_ctx: 4096, ...settings }, target)
    const by_name = speed({ override_tensor: ['\\.ffn_(up|down|gate)_exps=CPU'] })
    const by_number = speed({ n_cpu_moe: 48 })
    expect(by_name.tg?.tokens_per_s).toBeCloseTo(by_number.tg?.tokens_per_s ?? 0, 6)
    expect(by_name.pp?.tokens_per_s).toBeCloseTo(by_number.pp?.tokens_per_s ?? 0, 6)
    expect(speed({ override_tensor: ['ffn_=CUDA0'] })).toEqual(speed({}))
  })
})
