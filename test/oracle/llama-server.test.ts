import { mkdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { RuntimeConfig } from '../../shared/config/runtime-config.ts'
import type { Settings } from '../../shared/config/settings.ts'
import { estimateMemory } from '../../shared/estimate/estimate-memory.ts'
import { resolveSettings } from '../../shared/estimate/memory-settings.ts'
import { llamaServerArgs, llamaServerCommand } from '../../shared/export/index.ts'
import { readHparams } from '../../shared/model/hparams.ts'
import { readGgufFile } from '../../shared/node/read-gguf-file.ts'
import { MIB } from '../../shared/units.ts'
import { tempFolder } from '../helpers/temp-folder.ts'
import { askBreakdown } from './breakdown.ts'
import { engineMissing } from './engine-missing.ts'
import { programPath } from './engine.ts'
import { startServer } from './running-server.ts'
import { writeTinyModel } from './tiny-model.ts'

const PLAIN: Settings = { n_ctx: 1024 }
/** Every key of `settings` that has a flag, with a value that is not the default. */
const EVERYTHING: Settings = {
  n_gpu_layers: 1,
  n_threads: 2,
  n_threads_batch: 1,
  n_batch: 256,
  n_ubatch: 64,
  n_ctx: 2000,
  rope_freq_base: 50_000,
  rope_freq_scale: 0.5,
  flash_attn: 'on',
  cache_type_k: 'q8_0',
  cache_type_v: 'q4_0',
  n_parallel: 3,
  kv_unified: false,
  offload_kqv: false,
  swa_full: true,
  n_cpu_moe: 1,
  tensor_split: [2, 1],
  split_mode: 'layer',
  use_mmap: false,
  use_mlock: true,
  poll: 10,
  numa: 'distribute',
}
/** What a quoting mistake would run, split or lose. */
const HOSTILE_NAME = `it's "a" $(touch pwned) \`touch pwned\` ; model & \\n {x} *.gguf`
const LOCAL = ['--host', '127.0.0.1', '--port', '0']

describe.skipIf(engineMissing('llama-server', 'breakdown'))('llama-server', () => {
  test.each([
    ['a plain config', PLAIN],
    ['every setting', EVERYTHING],
    ['four slots on one cache', { n_ctx: 4096, n_parallel: 4 }],
    ['no flash attention', { n_ctx: 512, flash_attn: 'off', cache_type_k: 'q8_0' }],
  ] satisfies [string, Settings][])('takes the exported command line of %s and answers', async (_, settings) => {
    const config = await tinyConfig(settings)
    const server = await startServer(programPath('llama-server'), [...llamaServerArgs(config), ...LOCAL])
    expect(await (await fetch(`${server.url}/health`)).json()).toEqual({ status: 'ok' })
    expect(await complete(server.url)).toBe(4)
    const slots = (await (await fetch(`${server.url}/slots`)).json()) as unknown[]
    expect(slots).toHaveLength(settings.n_parallel ?? 1)
    expect(await server.stop()).toBe(0)
  })

  test('a shell runs the exported command with a hostile path and nothing else', async () => {
    const folder = await tempFolder()
    const config = { ...(await tinyConfig(PLAIN, join(folder, "it's a folder", HOSTILE_NAME))) }
    const command = `cd ${folder} && exec ${llamaServerCommand(config)} ${LOCAL.join(' ')}`
    const path = `${dirname(programPath('llama-server'))}:${process.env['PATH'] ?? ''}`
    const server = await startServer('/bin/sh', ['-c', command], { ...process.env, PATH: path })
    expect(await complete(server.url)).toBe(4)
    expect(await server.stop()).toBe(0)
  })

  test.each([
    PLAIN,
    { ...EVERYTHING, n_gpu_layers: 0 },
    { n_ctx: 8192, n_parallel: 4, n_ubatch: 128 },
  ] satisfies Settings[])(
    'allocates what its own dry run says, and the cache that we estimate: %j',
    async (settings) => {
      const config = await tinyConfig(settings)
      const args = llamaServerArgs(config)
      const server = await startServer(programPath('llama-server'), [...args, ...LOCAL, '-lv', '5'])
      await server.stop()
      const [dry] = await askBreakdown([{ program: 'server', devices: 0, args }])
      const facts = await readGgufFile(config.model_path)
      const ours = estimateMemory(facts, resolveSettings(settings, readHparams(facts), 'server'), { devices: 0 })
      const cache = printedMib(server.log(), 'KV')
      const compute = printedMib(server.log(), 'compute')
      expect(dry).toMatchObject({ host: { model: ours.host.model, context: ours.host.context } })
      expect(cache).toBeCloseTo(ours.host.context / MIB, 2)
      expect(compute).toBeCloseTo(dry !== undefined && 'host' in dry ? dry.host.compute / MIB : Number.NaN, 2)
    },
  )

  test('a command line with a flag it does not know is refused, so acceptance means something', async () => {
    const config = await tinyConfig(PLAIN)
    const started = startServer(programPath('llama-server'), [...llamaServerArgs(config), '--no-mmap', ...LOCAL])
    await expect(started).rejects.toThrow(/invalid argument: --no-mmap/)
  })
})

/** A config for the tiny model, written to `path` or into a folder of its own. */
async function tinyConfig(settings: Settings, path?: string): Promise<RuntimeConfig> {
  const model_path = path ?? join(await tempFolder(), 'tiny.gguf')
  mkdirSync(dirname(model_path), { recursive: true })
  await writeTinyModel(model_path)
  return { backend: 'cpu', model_path, settings }
}

/** Tokens that the server generates for a prompt when four are asked for. */
async function complete(url: string): Promise<number> {
  const body = JSON.stringify({ prompt: 'hello', n_predict: 4, ignore_eos: true })
  const response = await fetch(`${url}/completion`, { method: 'POST', body })
  const { tokens_predicted } = (await response.json()) as { tokens_predicted: number }
  return tokens_predicted
}

/** The last size that the server printed for its buffers of this kind; the first ones are those of a dry run. */
function printedMib(log: string, kind: 'KV' | 'compute'): number {
  const sizes = [...log.matchAll(new RegExp(`CPU ${kind} buffer size = +([\\d.]+) MiB`, 'g'))]
  return Number(sizes.at(-1)?.[1])
}
