import { describe, expect, test } from 'vitest'
import {
  budgetLines,
  checkConfig,
  choiceFromCatalog,
  clusterLayers,
  clusterTarget,
  findCatalogEntry,
  makePlan,
  rpcServers,
  UserError,
} from '../../shared/index.ts'
import { linkSeconds } from '../../shared/estimate/throughput/link-time.ts'
import { isPublicAddress, RpcAddressSchema } from '../../shared/rpc-address.ts'
import { madeUpTarget } from '../plan/targets.ts'

const MAIN = madeUpTarget({ ram: 32, vram: [12], gpu_bandwidth: 300 })
const FAST = madeUpTarget({ ram: 32, vram: [20], gpu_bandwidth: 1000 })
const model = choiceFromCatalog(findCatalogEntry('qwen3-32b'))
const intent = { use_case: 'general' as const, precision: 'Q4_K_M', n_ctx: 8192 }

describe('a cluster as a target', () => {
  const target = clusterTarget([{ target: MAIN }, { target: FAST, address: '10.0.0.2:50052', link_gbit_s: 10 }])

  test("has the rpc-servers' devices first, and says that they are open to whoever reaches them", () => {
    expect(target.devices.map(({ name }) => name)).toEqual(['GPU 0 at 10.0.0.2:50052', 'GPU 0'])
    expect(rpcServers(target)).toEqual(['10.0.0.2:50052'])
    expect(target.notes.join(' ')).toContain('no authentication')
    expect(clusterTarget([{ target: MAIN }, { target: FAST }]).notes.join(' ')).toContain('machine-2:50052')
  })

  test('is planned with most layers on the fastest device, each within its memory, and has no findings', () => {
    const plan = makePlan({ target, model, intent })
    const lines = budgetLines(plan.memory, plan.target)
    expect(lines.every(({ state }) => state === 'fits')).toBe(true)
    const [fast, own] = clusterLayers(plan.config, target)
    expect((fast?.last ?? 0) + 1).toBeGreaterThan(45)
    expect(own?.last).toBe(64)
    expect(plan.config.settings.rpc_servers).toEqual(['10.0.0.2:50052'])
    expect(plan.reasons).toContainEqual(expect.objectContaining({ key: 'tensor_split', code: 'fastest_first' }))
    const text = JSON.stringify(plan.config)
    expect(checkConfig({ text, file: 'c', targets: [target] }).findings).toEqual([])
    expect(checkConfig({ text, file: 'c', targets: [FAST] }).findings.map(({ rule }) => rule)).toContain('LP204')
  })

  test('does not count the memory of other machines for the unified memory of the first', () => {
    const mac = madeUpTarget({ ram: 16, vram: [12], unified: true })
    const mixed = clusterTarget([{ target: mac }, { target: FAST, address: 'gpu.local:50052' }])
    const plan = makePlan({ target: mixed, model, intent })
    const lines = budgetLines(plan.memory, mixed)
    expect(lines.at(-1)?.need_bytes).toBeLessThan((lines[0]?.need_bytes ?? 0) / 2)
  })

  test('needs a GPU somewhere, two machines, and no address for the first', () => {
    const cpu = madeUpTarget({ ram: 64 })
    expect(() => clusterTarget([{ target: cpu }, { target: cpu }])).toThrow(/no machine of the cluster has a GPU/)
    expect(() => clusterTarget([{ target: MAIN }])).toThrow(UserError)
    expect(() => clusterTarget([{ target: MAIN, address: 'a:1' }, { target: FAST }])).toThrow(/has no address/)
  })

  test('has an rpc-server a machine: two with one address are refused, those without are told apart', () => {
    const at = (address: string) => ({ target: FAST, address })
    expect(() => clusterTarget([{ target: MAIN }, at('gpu.local:1'), at('GPU.local:1')])).toThrow(
      /two machines .* address GPU.local:1/,
    )
    const two = clusterTarget([{ target: MAIN }, at('gpu.local:1'), at('gpu.local:2')])
    expect(rpcServers(two)).toEqual(['gpu.local:1', 'gpu.local:2'])
    expect(rpcServers(clusterTarget([{ target: MAIN }, { target: FAST }, { target: FAST }]))).toHaveLength(2)
  })

  test('a slower link makes it slower, by the round trip and the activations both ways', () => {
    expect(linkSeconds([0, 1], target, 5120, 1)).toBeCloseTo(0.0005 + (2 * 5120 * 4 * 8) / 10e9, 9)
    expect(linkSeconds([1, 'host'], target, 5120, 1)).toBe(0)
    const slow = clusterTarget([{ target: MAIN }, { target: FAST, address: '10.0.0.2:50052', latency_ms: 20 }])
    const speed = (on: typeof target) => makePlan({ target: on, model, intent }).throughput.tg?.tokens_per_s ?? 0
    expect(speed(slow)).toBeLessThan(speed(target))
  })
})

test.each([
  ['127.0.0.1:50052', false],
  ['10.1.2.3:1', false],
  ['172.16.0.1:1', false],
  ['172.32.0.1:1', true],
  ['192.168.1.1:1', false],
  ['100.64.0.1:1', false],
  ['8.8.8.8:1', true],
  ['gpu-box:1', false],
  ['gpu.local:1', false],
  ['rpc.example.com:1', true],
])('%s is public: %s', (address, expected) => {
  expect(RpcAddressSchema.safeParse(address).success).toBe(true)
  expect(isPublicAddress(address)).toBe(expected)
})

test.each(['10.0.0.1', 'a:0', 'a:b', ':50052', 'http://a:1', 'a b:1', '[::1]:1', '-x:1'])(
  '%s is no address',
  (address) => {
    expect(RpcAddressSchema.safeParse(address).success).toBe(false)
  },
)
