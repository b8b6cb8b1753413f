import { spawnSync } from 'node:child_process'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { RuntimeConfig } from '../../shared/config/runtime-config.ts'
import type { ModelSet } from '../../shared/config/model-set.ts'
import { exportConfig } from '../../shared/export/index.ts'
import { exportSet } from '../../shared/export/set/index.ts'
import { readGgufFile } from '../../shared/node/read-gguf-file.ts'
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

async function withFacts(config: RuntimeConfig): Promise<RuntimeConfig> {
  return { ...config, model: await readGgufFile(config.model_path) }
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

  test('the presets of a set, and keeps as many models loaded as the set allows', async () => {
    const [a, b] = [await tinyConfig('a.gguf'), await tinyConfig('b.gguf')]
    const set: ModelSet = {
      kind: 'model_set',
      version: 1,
      members: [
        { name: 'a', config: await withFacts(a) },
        { name: 'b', config: await withFacts(b) },
      ],
      groups: [{ name: 'swapped', swap: true, members: ['a', 'b'] }],
    }
    const { text, notes } = exportSet(set, 'preset-ini')
    const most = /--models-max (\d+)/.exec(notes[0] ?? '')?.[1] ?? ''
    expect(most).toBe('1')
    const file = join(await tempFolder(), 'presets.ini')
    await writeFile(file, text)
    const server = await startServer(programPath('llama-server'), [
      '--models-preset',
      file,
      '--models-max',
      most,
      ...LOCAL,
    ])
    const loaded = async () => {
      const { data } = (await (await fetch(`${server.url}/models`)).json()) as {
        data: { id: string; status: { value: string } }[]
      }
      return data.filter(({ status }) => status.value === 'loaded').map(({ id }) => id)
    }
    for (const model of ['a', 'b', 'a']) {
      const body = JSON.stringify({ model, prompt: 'hello', n_predict: 2, ignore_eos: true })
      // oxlint-disable-next-line no-await-in-loop -- one after the other is what is tested
      expect(await (await fetch(`${server.url}/completion`, { method: 'POST', body })).json()).toMatchObject({
        tokens_predicted: 2,
      })
      // oxlint-disable-next-line no-await-in-loop -- as above
      expect(await loaded()).toEqual([model])
    }
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
