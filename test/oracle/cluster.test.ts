import { spawn } from 'node:child_process'
import { connect } from 'node:net'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import {
  type BudgetLine,
  checkConfig,
  choiceFromFacts,
  clusterLayers,
  clusterTarget,
  exportWithNotes,
  llamaServerArgs,
  makePlan,
  type RuntimeConfig,
  type Target,
} from '../../shared/index.ts'
import { freePort } from '../../shared/node/run/free-port.ts'
import { readGgufFile } from '../../shared/node/read-gguf-file.ts'
import { MIB } from '../../shared/units.ts'
import { tempFolder } from '../helpers/temp-folder.ts'
import { madeUpTarget } from '../plan/targets.ts'
import { askBreakdown } from './breakdown.ts'
import { engineMissing } from './engine-missing.ts'
import { programPath } from './engine.ts'
import { startServer } from './running-server.ts'
import { writeTinyModel } from './tiny-model.ts'

/** n_ubatch x n_ctx values of F16. */
const MASK_BYTES = 512 * 1024 * 2

/** The dry run brings its own devices. */
function withoutServers(args: readonly string[]): string[] {
  const at = args.indexOf('--rpc')
  return args.filter((_, index) => index !== at && index !== at + 1)
}

/** An rpc-server on the loopback interface; its CPU serves as the device of another machine. */
async function startRpcServer(): Promise<string> {
  const port = await freePort()
  const child = spawn(programPath('rpc-server'), ['-H', '127.0.0.1', '-p', `${port}`, '-t', '1'], { stdio: 'ignore' })
  onTestFinished(() => void child.kill('SIGKILL'))
  await expect.poll(() => answers(port), { timeout: 30_000 }).toBe(true)
  return `127.0.0.1:${port}`
}

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => resolve(true))
    socket.once('error', () => resolve(false))
    socket.once('connect', () => socket.destroy())
  })
}

describe.skipIf(engineMissing('llama-server', 'rpc-server', 'breakdown'))('a plan for several machines', () => {
  test('each rpc-server of a split model holds the memory that the plan says, and the model answers', async () => {
    const addresses = [await startRpcServer(), await startRpcServer()]
    const model_path = join(await tempFolder(), 'tiny.gguf')
    await writeTinyModel(model_path)
    const remote = madeUpTarget({ ram: 4, vram: [1] })
    const target = clusterTarget([
      { target: madeUpTarget({ ram: 4 }) },
      ...addresses.map((address) => ({ target: remote, address, link_gbit_s: 10, latency_ms: 0.1 })),
    ])
    const { config: planned } = makePlan({
      target,
      model: choiceFromFacts(await readGgufFile(model_path), model_path),
      intent: { use_case: 'general', n_ctx: 1024 },
    })
    expect(planned.settings.rpc_servers).toEqual(addresses)
    // The tiny model fits on one of them: here it is split by hand, one layer and two.
    const config: RuntimeConfig = { ...planned, settings: { ...planned.settings, tensor_split: [1, 2] } }
    expect(clusterLayers(config, target).map(({ first, last }) => [first, last])).toEqual([
      [0, 0],
      [1, 2],
    ])
    expect(exportWithNotes(config, 'llama-server').text).toContain(` --rpc ${addresses.join(',')} -ts 1,2`)

    const args = [...llamaServerArgs(config), '--host', '127.0.0.1', '--port', '0', '-lv', '5']
    const server = await startServer(programPath('llama-server'), args)
    const body = JSON.stringify({ prompt: 'hello', n_predict: 4, ignore_eos: true })
    const answer = await fetch(`${server.url}/completion`, { method: 'POST', body })
    expect(await answer.json()).toMatchObject({ tokens_predicted: 4 })
    const lines = planLines(config, target)
    for (const [device, { need }] of lines.slice(0, -1).entries()) {
      expect(printedMib(server.log(), addresses[device] ?? '', 'model')).toBeCloseTo(need.model / MIB, 2)
      expect(printedMib(server.log(), addresses[device] ?? '', 'KV')).toBeCloseTo(need.context / MIB, 2)
      const compute = printedMib(server.log(), addresses[device] ?? '', 'compute')
      // What is really reserved may lack one copy of the mask that llama.cpp's own dry run counts.
      expect(compute).toBeLessThan(need.compute / MIB + 0.01)
      expect(compute).toBeGreaterThan((need.compute - MASK_BYTES) / MIB - 0.01)
    }
    await server.stop()
    // The dry run itself, on two devices that are rpc-servers too, is the plan to the byte.
    const [dry] = await askBreakdown([{ program: 'server', devices: 2, args: withoutServers(llamaServerArgs(config)) }])
    expect(dry).toMatchObject({ devices: lines.slice(0, -1).map(({ need }) => need) })
  })
})

/** What the check says that the config needs of every memory. */
function planLines(config: RuntimeConfig, target: Target): readonly BudgetLine[] {
  const report = checkConfig({ text: JSON.stringify(config), file: 'c.json', targets: [target] })
  expect(report.findings.filter(({ severity }) => severity === 'error')).toEqual([])
  return report.pairs[0]?.lines ?? []
}

/** The last size that llama-server printed for a buffer of a server: `RPC0[127.0.0.1:50052] KV buffer size = 0.50 MiB`. */
function printedMib(log: string, address: string, kind: 'model' | 'KV' | 'compute'): number {
  const sizes = [...log.matchAll(/RPC\d+\[([^\]]+)\] +(\w+) buffer size = +([\d.]+) MiB/g)]
  return Number(sizes.findLast(([, where, what]) => where === address && what === kind)?.[3])
}
