import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Settings } from '../../shared/config/settings.ts'
import { llamaServerArgs } from '../../shared/export/index.ts'
import { readEngineFacts } from '../../shared/node/run/engine-facts.ts'
import { freePort } from '../../shared/node/run/free-port.ts'
import { fitArgs } from '../../shared/run/engine-flags.ts'
import { childOf, isAlive } from '../helpers/processes.ts'
import { type RunningProgram, startProgram } from '../helpers/run-program.ts'
import { sparseGguf } from '../helpers/sparse-gguf.ts'
import { tempFolder } from '../helpers/temp-folder.ts'
import { engineMissing } from './engine-missing.ts'
import { programPath } from './engine.ts'
import { writeTinyModel } from './tiny-model.ts'

const ENGINE = ['--engine', programPath('llama-server'), '--plain']
const SETTINGS: Settings = { n_gpu_layers: 0, n_threads: 1, n_ctx: 512, n_batch: 128, n_ubatch: 64, n_parallel: 2 }

/** The tiny model with a config, in a folder of its own. */
async function tiny(settings: Settings = {}) {
  const folder = await tempFolder()
  const model = join(folder, 'tiny.gguf')
  await writeTinyModel(model)
  const config = join(folder, 'config.json')
  const value = { backend: 'cpu' as const, model_path: model, settings: { ...SETTINGS, ...settings } }
  await writeFile(config, JSON.stringify(value))
  return { folder, model, config, value }
}

const READY = /ready after \S+ s at (\S+)/g

/** Where it listens, once it has become ready for the nth time. */
async function ready(program: RunningProgram, time = 1): Promise<string> {
  const found = await program.untilSaid(new RegExp(`(?:ready after \\S+ s at (\\S+)[^]*?){${time}}`))
  return found[1] ?? ''
}

async function complete(url: string, options: object = {}, headers: Record<string, string> = {}) {
  const body = JSON.stringify({ prompt: 'hello', n_predict: 8, ignore_eos: true, ...options })
  const response = await fetch(`${url}/completion`, { method: 'POST', body, headers })
  return { status: response.status, ...((await response.json()) as { tokens_predicted?: number }) }
}

/** The llama-server that a program has started. */
const enginePid = (program: RunningProgram) => childOf(program.pid, 'llama-server').pid

describe.skipIf(engineMissing('llama-server'))('llama-pajamas-run with a real llama-server', () => {
  test('starts, says what was allocated, watches, records, and ends when told', async () => {
    const { folder, config } = await tiny()
    const metrics = join(folder, 'metrics.jsonl')
    const program = startProgram(['--config', config, '--port', '0', '--metrics-file', metrics, ...ENGINE])
    const url = await ready(program)
    await program.untilSaid(/memory: Host \S+ MiB (as estimated|estimated [+-]0\.\d %)\n/)
    expect(program.said()).not.toMatch(/please report it|left out/)
    expect(await complete(url, { n_predict: 32 })).toMatchObject({ status: 200, tokens_predicted: 32 })
    await program.untilSaid(/decode \S+ tok\/s \(expected \S+\) {2}prompt \S+ {2}\d\/2 slots {2}context \d+\/512/)
    program.signal('SIGINT')
    expect(await program.ended).toBe(0)
    expect(program.said()).toMatch(/ran \d+ s: 32 tokens generated, \d+ read\ndecode [\d.]+ tokens\/s, expected \S+ \(/)
    const events = (await readFile(metrics, 'utf8'))
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as { event: string })
    expect(events.slice(0, 2).map(({ event }) => event)).toEqual(['starting', 'ready'])
    expect(events.some((event) => 'decoded_tokens' in event && event.decoded_tokens === 32)).toBe(true)
  })

  test('a run that ends before it was looked at says what it did', async () => {
    const { config } = await tiny()
    const program = startProgram(['--config', config, '--port', '0', ...ENGINE])
    const url = await ready(program)
    expect(await complete(url)).toMatchObject({ status: 200, tokens_predicted: 8 })
    program.signal('SIGINT')
    expect(await program.ended).toBe(0)
    expect(program.said()).toMatch(/ran \d s: 8 tokens generated, \d+ read\ndecode [\d.]+ tokens/)
  })

  test('--prompt answers once on stdout; --chat answers every line', async () => {
    const { config } = await tiny()
    const once = startProgram(['--config', config, '--prompt', 'hello', ...ENGINE])
    expect(await once.ended).toBe(0)
    expect(once.stdout()).not.toBe('')
    expect(once.said()).toMatch(/\d+ tokens, \S+ tok\/s \(expected \S+\); prompt \S+ tok\/s\n$/)

    const chat = startProgram(['--config', config, '--chat', ...ENGINE])
    chat.write('hello\n/clear\nhello again\n/exit\n')
    expect(await chat.ended).toBe(0)
    expect(chat.said().match(/\d+ tokens, \S+ tok\/s/g)).toHaveLength(2)
  })

  test('a model that llama-server dies of is a crash, asked once or in a chat', async () => {
    const folder = await tempFolder()
    const config = join(folder, 'config.json')
    // Its header has no vocabulary: llama-server loads it, and ends with an assertion when it is asked.
    const model_path = await sparseGguf('smollm2-135m.Q4_K_M', folder)
    await writeFile(config, JSON.stringify({ backend: 'cpu', model_path, settings: SETTINGS }))
    const once = startProgram(['--config', config, '--prompt', 'hello', ...ENGINE])
    expect(await once.ended).toBe(134)
    expect(once.said()).toMatch(/llama-server crashed: .*GGML_ASSERT/)
    expect(once.said()).not.toMatch(/refused|hang up/)

    const chat = startProgram(['--config', config, '--chat', '--no-restart', ...ENGINE])
    chat.write('hello\nagain\n')
    expect(await chat.ended).toBe(134)
    expect(chat.said()).toMatch(/llama-server crashed: .*GGML_ASSERT.*\nllama-server has ended\n$/)
  })

  test('its help lists every flag that we use', async () => {
    const { value } = await tiny()
    const { version, flags } = await readEngineFacts(programPath('llama-server'))
    expect(version).toMatch(/\d/)
    const watching = ['--host', '127.0.0.1', '--port', '1', '--metrics', '--slots', '-lv', '4', '--slot-save-path', '/']
    const args = [...llamaServerArgs(value), ...watching, '--api-key-file', 'f']
    expect(fitArgs(args, flags)).toEqual({ args, notes: [] })
  })

  test('an argument that it does not take is told, and its exit code passed on', async () => {
    const { config } = await tiny()
    const program = startProgram(['--config', config, '--port', '0', ...ENGINE, '--', '--no-such-thing'])
    expect(await program.ended).toBe(1)
    expect(program.said()).toMatch(/does not take an argument: invalid argument: --no-such-thing/)
  })

  test('a port in use is told', async () => {
    const { config } = await tiny()
    const port = String(await freePort())
    const first = startProgram(['--config', config, '--port', port, ...ENGINE])
    await ready(first)
    const second = startProgram(['--config', config, '--port', port, ...ENGINE])
    expect(await second.ended).toBe(3)
    expect(second.said()).toMatch(new RegExp(`127\\.0\\.0\\.1:${port} is in use by another program`))
  })

  test('kill -9: started again, and answers; a model that is gone then ends it', async () => {
    const { config, model } = await tiny()
    const program = startProgram(['--config', config, '--port', '0', ...ENGINE])
    await ready(program)
    process.kill(enginePid(program), 'SIGKILL')
    const url = await ready(program, 2)
    expect(program.said()).toMatch(
      /was killed, by someone or by the system when memory ran out\nstarting it again in 1 s/,
    )
    expect(await complete(url)).toMatchObject({ status: 200, tokens_predicted: 8 })

    await rm(model)
    process.kill(enginePid(program), 'SIGKILL')
    expect(await program.ended).toBe(1)
    expect(program.said()).toMatch(/llama-server (says of the model|could not load the model)/)
    expect(program.said().match(READY)).toHaveLength(2)
  })

  test('kill -9 of the supervisor ends the engine, and the port is free for the next one', async () => {
    const { config } = await tiny()
    const port = String(await freePort())
    const program = startProgram(['--config', config, '--port', port, ...ENGINE])
    await ready(program)
    const engine = enginePid(program)
    expect(isAlive(engine)).toBe(true)
    program.signal('SIGKILL')
    await program.ended
    await expect.poll(() => isAlive(engine), { timeout: 10_000 }).toBe(false)
    const next = startProgram(['--config', config, '--port', port, ...ENGINE])
    expect(await complete(await ready(next))).toMatchObject({ status: 200 })
  })

  test('a full context is refused to the client, and the next request answered', async () => {
    const { config } = await tiny({ n_parallel: 1 })
    const program = startProgram(['--config', config, '--port', '0', ...ENGINE])
    const url = await ready(program)
    expect(await complete(url, { prompt: 'x'.repeat(2000) })).toMatchObject({ status: 400 })
    expect(await complete(url)).toMatchObject({ status: 200, tokens_predicted: 8 })
  })

  test('an API key guards it, is not in its process list, and does not keep us from watching', async () => {
    const { folder, config } = await tiny()
    const log = join(folder, 'engine.log')
    const key = 'sk-only-for-this-test'
    const args = ['--config', config, '--port', '0', '--engine-log', log, ...ENGINE]
    const program = startProgram(args, { ...process.env, LLAMA_API_KEY: key })
    const url = await ready(program)
    expect(await complete(url)).toMatchObject({ status: 401 })
    expect(await complete(url, {}, { authorization: `Bearer ${key}` })).toMatchObject({ status: 200 })
    await program.untilSaid(/decode \S+ tok\/s .*\/2 slots/)
    expect(await readFile(`/proc/${enginePid(program)}/cmdline`, 'utf8')).not.toContain(key)
    program.signal('SIGTERM')
    await program.ended
    expect(program.said() + (await readFile(log, 'utf8'))).not.toContain(key)
  })
})
