import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Timing } from '../../shared/adapt/causes.ts'
import type { RunEvent } from '../../shared/adapt/run-event.ts'
import type { RuntimeConfig } from '../../shared/config/runtime-config.ts'
import type { Settings } from '../../shared/config/settings.ts'
import { llamaServerArgs } from '../../shared/export/index.ts'
import { findProfile, targetFromProfile } from '../../shared/index.ts'
import { freePort } from '../../shared/node/run/free-port.ts'
import { restoreSlots, saveSlots } from '../../shared/node/run/kept-slots.ts'
import { startLive } from '../../shared/node/run/live-engine.ts'
import { supervise } from '../../shared/node/run/supervise.ts'
import { readGgufFile } from '../../shared/node/read-gguf-file.ts'
import { COOL, HOT } from '../adapt/readings.ts'
import { tempFolder } from '../helpers/temp-folder.ts'
import { startClients } from '../soak/clients.ts'
import { engineMissing } from './engine-missing.ts'
import { programPath } from './engine.ts'
import { writeTinyModel } from './tiny-model.ts'

const SETTINGS: Settings = { n_gpu_layers: 0, n_threads: 2, n_ctx: 4096, n_batch: 256, n_ubatch: 256, n_parallel: 4 }
/** Minutes as tenths of seconds. */
const QUICK: Timing = { first_s: 0.3, lasting_s: 0.3, settle_s: 0.1, calm_s: 0.6, idle_s: 1000 }

async function tinyConfig(settings: Settings = SETTINGS): Promise<RuntimeConfig> {
  const model_path = join(await tempFolder(), 'tiny.gguf')
  await writeTinyModel(model_path)
  return { backend: 'cpu', model_path, settings, model: await readGgufFile(model_path) }
}

async function live(config: RuntimeConfig, slots: string) {
  const port = await freePort()
  const args = [...llamaServerArgs(config), '--host', '127.0.0.1', '--port', String(port), '--slots']
  const engine = await startLive({
    path: programPath('llama-server'),
    args: [...args, '--slot-save-path', slots],
    env: process.env,
    address: { url: `http://127.0.0.1:${port}` },
    onLine: () => {},
  })
  expect(await engine.ready).toBe(true)
  return engine
}

async function complete(url: string, prompt: string, n_predict: number) {
  const body = JSON.stringify({ prompt, n_predict, temperature: 0, cache_prompt: true, ignore_eos: true })
  const response = await fetch(`${url}/completion`, { method: 'POST', body })
  const answer = (await response.json()) as { content: string; timings: { cache_n: number } }
  return { text: answer.content, cached: answer.timings.cache_n }
}

describe.skipIf(engineMissing('llama-server'))('adapting with a real llama-server', () => {
  test('a conversation that was saved goes on identically after a restart, from its cache', async () => {
    const config = await tinyConfig({ ...SETTINGS, n_threads: 1, n_parallel: 2 })
    const slots = await tempFolder()
    const prompt = 'once upon a time there was a llama that '.repeat(6)
    const first = await live(config, slots)
    await complete(first.address.url, prompt, 16)
    const kept = (await saveSlots(first.address)) ?? []
    const uninterrupted = await complete(first.address.url, `${prompt}and then `, 48)
    first.end('SIGTERM')
    await first.ended

    const second = await live({ ...config, settings: { ...config.settings, n_ubatch: 64 } }, slots)
    expect(await restoreSlots(second.address, kept, 2)).toBe(1)
    const resumed = await complete(second.address.url, `${prompt}and then `, 48)
    second.end('SIGTERM')
    await second.ended
    expect(kept).toHaveLength(1)
    expect(resumed.text).toBe(uninterrupted.text)
    expect(resumed.cached).toBeGreaterThan(200)
  })

  test('heat: a cooler config, and back when it is over; four clients lose no request', async () => {
    const config = await tinyConfig()
    const slots = await tempFolder()
    const events: RunEvent[] = []
    let health = [COOL]
    const stop = new AbortController()
    const clients: ReturnType<typeof startClients>[] = []
    let wentBack = () => {}
    const over = new Promise<void>((resolve) => (wentBack = resolve))
    const run = supervise({
      config,
      target: targetFromProfile(findProfile('generic_cpu')),
      engine: {
        path: programPath('llama-server'),
        env: process.env,
        argsFor: (wanted, { host, port }) => [
          ...llamaServerArgs(wanted),
          '--host',
          host,
          '--port',
          String(port),
          '--metrics',
          '--slots',
          '-lv',
          '4',
        ],
      },
      listen: { host: '127.0.0.1', port: 0 },
      machine: {
        health: async () => health,
        availableBytes: async () => null,
        processBytes: async () => null,
        now_s: () => performance.now() / 1000,
      },
      restarts: 0,
      comparable: true,
      adapt: { timing: QUICK, extraArgs: ['--slot-save-path', slots] },
      every_ms: 50,
      tell(event) {
        if (event.kind !== 'line' && event.kind !== 'reading') events.push(event)
        if (event.kind === 'ready' && clients.length === 0) {
          clients.push(startClients(event.url, 4, stop.signal))
          health = [HOT]
        }
        // Hot until it has answered with a cooler config, then cool for good.
        if (event.kind === 'adapted' && event.decision.do === 'change') health = [COOL]
        if (event.kind === 'adapted' && event.decision.do === 'go back') wentBack()
      },
    })
    await over
    stop.abort()
    await Promise.all(clients.map(({ done }) => done))
    run.stop('SIGTERM')
    const end = await run.done

    const adapted = events.flatMap((event) => (event.kind === 'adapted' ? [event] : []))
    expect(adapted.map(({ decision }) => [decision.do, decision.cause])).toEqual([
      ['change', 'heat'],
      ['go back', 'heat'],
    ])
    expect(adapted[0]?.decision.to.settings).toMatchObject({ n_threads: 1, n_ubatch: 128 })
    expect(adapted[1]?.decision.to).toEqual(config)
    for (const { kept, restored } of adapted) expect(restored).toBe(kept)
    expect(adapted[0]?.kept).toBeGreaterThan(0)
    const [{ tally } = { tally: null }] = clients
    expect(tally?.lost).toEqual([])
    expect(tally?.answered).toBeGreaterThan(8)
    expect(end).toEqual({ code: 0, restarts: 0, adaptations: 2 })
  })
})
