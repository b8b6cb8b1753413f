import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { builtCli } from '../helpers/run-cli.ts'
import { tempFolder } from '../helpers/temp-folder.ts'
import { freePort } from '../../shared/node/run/free-port.ts'
import { engineMissing } from './engine-missing.ts'
import { programPath } from './engine.ts'
import { startServer } from './running-server.ts'
import { writeTinyModel } from './tiny-model.ts'

const PROMPT = 'The quick brown fox jumps over the lazy dog. '.repeat(6)

describe.skipIf(engineMissing('llama-server'))('lp-tui keep', () => {
  test('brings the cache of a server back after it was stopped, and the continuation is the same', async () => {
    const folder = await tempFolder()
    const model = join(folder, 'tiny.gguf')
    await writeTinyModel(model)
    const port = await freePort()
    const engine = [
      programPath('llama-server'),
      '-m',
      model,
      '-c',
      '1024',
      '-np',
      '1',
      '--port',
      `${port}`,
      '--host',
      '127.0.0.1',
    ]
    const start = (...more: string[]) =>
      startServer(process.execPath, [
        builtCli(),
        'keep',
        '--name',
        'tiny',
        '--folder',
        folder,
        '--',
        ...engine,
        ...more,
      ])

    const first = await start()
    const before = await complete(first.url, PROMPT)
    const uncut = await complete(first.url, PROMPT + before.content)
    await first.stop()
    expect(first.log()).toContain('lp-tui keep: 1 cache saved')

    const second = await start()
    await expect.poll(() => second.log(), { timeout: 20_000 }).toContain('lp-tui keep: 1 of 1 cache restored')
    const again = await complete(second.url, PROMPT + before.content)
    expect(again.content).toBe(uncut.content)
    // Nearly all of the prompt came out of the cache.
    expect(again.timings.prompt_n).toBeLessThan(before.timings.prompt_n / 4)
    await second.stop()

    // Another context is another cache: nothing is restored, and nothing breaks.
    const third = await start('-ub', '128')
    expect((await complete(third.url, PROMPT)).timings.prompt_n).toBe(before.timings.prompt_n)
    expect(third.log()).not.toContain('restored')
    await third.stop()
  })
})

async function complete(url: string, prompt: string) {
  const body = JSON.stringify({ prompt, n_predict: 8, temperature: 0, cache_prompt: true, ignore_eos: true })
  const answer = await fetch(`${url}/completion`, { method: 'POST', body })
  return (await answer.json()) as { content: string; timings: { prompt_n: number } }
}
