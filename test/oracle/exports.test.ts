import { spawnSync } from 'node:child_process'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { RuntimeConfig } from '../../shared/config/runtime-config.ts'
import { exportConfig } from '../../shared/export/index.ts'
import { tempFolder } from '../helpers/temp-folder.ts'
import { engineMissing } from './engine-missing.ts'
import { programPath } from './engine.ts'
import { startServer } from './running-server.ts'
import { writeTinyModel } from './tiny-model.ts'

const SETTINGS = {
  n_ctx: 1024,
  n_parallel: 2,
  n_batch: 128,
  n_ubatch: 64,
  flash_attn: 'on',
  cache_type_k: 'q8_0',
  cache_type_v: 'q8_0',
  kv_unified: false,
  offload_kqv: false,
  swa_full: true,
  use_mmap: false,
  n_threads: 2,
} as const

const LOCAL = ['--host', '127.0.0.1', '--port', '0', '-lv', '5']

async function tinyConfig(name: string): Promise<RuntimeConfig> {
  const model_path = join(await tempFolder(), name)
  await writeTinyModel(model_path)
  return { backend: 'cpu', model_path, settings: { ...SETTINGS } }
}

/** What a server says that it does: slots, their context, and the cache type from its log. */
async function expectAsConfigured(url: string, log: string, query = ''): Promise<void> {
  const slots = (await (await fetch(`${url}/slots${query}`)).json()) as { n_ctx: number }[]
  expect(slots.map(({ n_ctx }) => n_ctx)).toEqual([512, 512])
  expect(log).toMatch(/K \(q8_0\).*V \(q8_0\)/)
  expect(log).toMatch(/n_ubatch +(?:=|:) +64/)
}

describe.skipIf(engineMissing('llama-server'))('llama-server itself reads', () => {
  test('the environment file, by way of a shell', async () => {
    const config = await tinyConfig('it is a "model" $HOME ; # x.gguf')
    const file = join(await tempFolder(), 'llama.env')
    await writeFile(file, exportConfig(config, 'env'))
    const command = `set -a; . ${file}; set +a; exec ${programPath('llama-server')} --host 127.0.0.1 --port 0 -lv 5`
    const server = await startServer('/bin/sh', ['-c', command])
    await expectAsConfigured(server.url, server.log())
    expect(await server.stop()).toBe(0)
  })

  test('the preset, as its router, and starts the model that it describes', async () => {
    const config = await tinyConfig(`it's a "model" $HOME.gguf`)
    const file = join(await tempFolder(), 'presets.ini')
    await writeFile(file, exportConfig(config, 'preset-ini'))
    const server = await startServer(programPath('llama-server'), ['--models-preset', file, ...LOCAL])
    const name = 'it-s-a-model-HOME'
    const body = JSON.stringify({ model: name, prompt: 'hello', n_predict: 4, ignore_eos: true })
    const answer = await fetch(`${server.url}/completion`, { method: 'POST', body })
    expect(await answer.json()).toMatchObject({ tokens_predicted: 4 })
    await expectAsConfigured(server.url, server.log(), `?model=${name}`)
    await server.stop()
  })

  test('a preset with a key that it does not know is refused, so acceptance means something', async () => {
    const file = join(await tempFolder(), 'presets.ini')
    await writeFile(file, '[a]\nmodel = a.gguf\nno-such-key = 1\n')
    const { status, stdout, stderr } = spawnSync(
      programPath('llama-server'),
      ['--models-preset', file, '--port', '0'],
      {
        encoding: 'utf8',
        timeout: 60_000,
      },
    )
    expect(status).not.toBe(0)
    expect(stdout + stderr).toContain('not recognized in preset')
  })
})
