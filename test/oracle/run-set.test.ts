import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { childOf, isAlive, type SeenProcess, childrenOf } from '../helpers/processes.ts'
import { type RunningProgram, startProgram } from '../helpers/run-program.ts'
import { tempFolder } from '../helpers/temp-folder.ts'
import { engineMissing } from './engine-missing.ts'
import { programPath } from './engine.ts'
import { writeTinyModel } from './tiny-model.ts'

const ENGINE = ['--engine', programPath('llama-server'), '--plain', '--port', '0']
const CONFIG = {
  backend: 'cpu',
  settings: { n_gpu_layers: 0, n_threads: 1, n_ctx: 512, n_batch: 128, n_ubatch: 64, n_parallel: 1 },
}
const NAMES = ['one', 'two'] as const

/** A set of tiny models in groups of such that stay loaded, or swap. */
async function tinySet(wanted: readonly (readonly ['stay' | 'swap', readonly string[]])[]) {
  const folder = await tempFolder()
  const file = join(folder, 'set.json')
  const names = wanted.flatMap(([, of]) => of)
  const models = names.map((name) => join(folder, `${name}.gguf`))
  for (const model of models) await writeTinyModel(model)
  const members = names.map((name, at) => ({ name, config: { ...CONFIG, model_path: models[at] } }))
  const groups = wanted.map(([how, of]) => ({ name: how, swap: how === 'swap', members: of }))
  await writeFile(file, JSON.stringify({ kind: 'model_set', version: 1, members, groups }))
  return { folder, file, models }
}

const PROMPT = 'The quick brown fox jumps over the lazy dog. '.repeat(6)

async function ready(program: RunningProgram, what = /one, two; \d at once/): Promise<string> {
  return (await program.untilSaid(new RegExp(`ready after \\S+ s at (\\S+) \\(${what.source}\\)`)))[1] ?? ''
}

type Answer = { model?: string; content?: string; tokens_predicted?: number; timings?: { prompt_n: number } }

async function ask(url: string, model: string, more: object = {}, headers: Record<string, string> = {}) {
  const own = { model, prompt: 'hello', n_predict: 16, ignore_eos: true, temperature: 0, cache_prompt: true }
  const body = JSON.stringify({ ...own, ...more })
  const response = await fetch(`${url}/completion`, { method: 'POST', body, headers })
  return { status: response.status, ...((await response.json()) as Answer) }
}

const modelsOf = (router: number): readonly SeenProcess[] =>
  childrenOf(router).filter(({ command }) => command.includes('llama-server'))

describe.skipIf(engineMissing('llama-server'))('llama-pajamas-run --set with a real llama-server', () => {
  test('serves both models, compares what each allocated, watches each, and ends when told', async () => {
    const { folder, file } = await tinySet([['stay', NAMES]])
    const metrics = join(folder, 'metrics.jsonl')
    const program = startProgram(['--set', file, '--metrics-file', metrics, ...ENGINE])
    const url = await ready(program)
    for (const name of NAMES) {
      expect(program.said()).toMatch(
        new RegExp(`${name} is loaded\n${name}: memory: Host \\S+ MiB (as estimated|estimated [+-]0\\.\\d %)\n`),
      )
      expect(await ask(url, name, { n_predict: 32 })).toMatchObject({ status: 200, model: name, tokens_predicted: 32 })
    }
    expect(program.said()).not.toMatch(/please report it|left out/)
    for (const name of NAMES) await program.untilSaid(new RegExp(`${name}: decode \\S+ tok/s \\(expected .*/512`))
    const router = childOf(program.pid, 'llama-server').pid
    expect(modelsOf(router)).toHaveLength(2)
    program.signal('SIGINT')
    expect(await program.ended).toBe(0)
    expect(program.said()).toMatch(/ran \d+ s: 64 tokens generated, /)
    expect(program.said()).toMatch(/one: 32 tokens generated, decode \S+ tokens\/s, expected [^]*two: 32 tokens/)
    const events = (await readFile(metrics, 'utf8'))
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as { event: string; engine_bytes?: number; models?: { name: string }[] })
    expect(events.slice(0, 4).map(({ event }) => event)).toEqual(['starting', 'model', 'model', 'ready'])
    const reading = events.find(({ event }) => event === 'reading')
    expect(reading?.models?.map(({ name }) => name)).toEqual(NAMES)
    // The router alone takes less than half of it.
    expect(reading?.engine_bytes).toBeGreaterThan(2 ** 25)
  })

  test('models that swap keep their conversations, beside one that stays; nothing else is served', async () => {
    const { file } = await tinySet([
      ['stay', ['pin']],
      ['swap', ['one', 'two']],
    ])
    const program = startProgram(['--set', file, ...ENGINE])
    const url = await ready(program, /pin, one, two; 2 at once/)
    const first = await ask(url, 'one', { prompt: PROMPT })
    const uncut = await ask(url, 'one', { prompt: PROMPT + first.content })
    expect(await ask(url, 'two')).toMatchObject({ status: 200, model: 'two' })
    await program.untilSaid(/one made room for two in \S+ s, 1 of its caches kept, 0 restored\n/)
    expect(await ask(url, 'pin')).toMatchObject({ status: 200, model: 'pin' })
    const again = await ask(url, 'one', { prompt: PROMPT + first.content })
    await program.untilSaid(/two made room for one in \S+ s, 1 of its caches kept, 1 restored\n/)
    expect(again.content).toBe(uncut.content)
    // Nearly all of the prompt came out of the cache.
    expect(again.timings?.prompt_n).toBeLessThan((first.timings?.prompt_n ?? 0) / 4)
    const router = childOf(program.pid, 'llama-server').pid
    expect(modelsOf(router)).toHaveLength(2)

    expect(await ask(url, 'three')).toMatchObject({ status: 404 })
    const unload = await fetch(`${url}/models/unload`, { method: 'POST', body: '{"model":"pin"}' })
    expect(unload.status).toBe(403)
    program.signal('SIGINT')
    expect(await program.ended).toBe(0)
    // What a model had counted before it made room is not lost, nor what it did since it was looked at.
    expect(program.said()).toMatch(/one: 48 tokens generated, [^]*two: 16 tokens generated, /)
  })

  test('a key guards it: without one no model is loaded or makes room', async () => {
    const { file } = await tinySet([['swap', NAMES]])
    const key = 'sk-only-for-this-test'
    const program = startProgram(['--set', file, ...ENGINE], { ...process.env, LLAMA_API_KEY: key })
    const url = await ready(program)
    const router = childOf(program.pid, 'llama-server').pid
    expect(await ask(url, 'one')).toMatchObject({ status: 401 })
    expect(modelsOf(router)).toEqual([])
    expect(await ask(url, 'one', {}, { authorization: `Bearer ${key}` })).toMatchObject({ status: 200, model: 'one' })
    expect(await ask(url, 'two')).toMatchObject({ status: 401 })
    expect(modelsOf(router).map(({ command }) => / --alias (\w+) /.exec(command)?.[1])).toEqual(['one'])
    await program.untilSaid(/one: decode \S+ tok\/s/)
    program.signal('SIGINT')
    await program.ended
    expect(program.said()).not.toContain(key)
  })

  test('requests to both at once are all answered', async () => {
    const { file } = await tinySet([['swap', ['one', 'two']]])
    const program = startProgram(['--set', file, ...ENGINE])
    const url = await ready(program)
    const names = Array.from({ length: 12 }, (_, at) => (at % 3 === 0 ? 'two' : 'one'))
    const answers = await Promise.all(names.map((name) => ask(url, name)))
    expect(answers.map(({ status, model }) => [status, model])).toEqual(names.map((name) => [200, name]))
  })

  test('a model whose file is gone fails by itself: it is told, and the other one serves', async () => {
    const { file, models } = await tinySet([['swap', NAMES]])
    const program = startProgram(['--set', file, ...ENGINE])
    const url = await ready(program)
    await rm(models[1] ?? '')
    expect(await ask(url, 'two')).toMatchObject({ status: 503, error: { message: 'two could not be loaded' } })
    await program.untilSaid(/two failed: llama-server (says of the model: |could not load the model)/)
    expect(await ask(url, 'one')).toMatchObject({ status: 200 })
  })

  test('kill -9 of the router: started again; of the supervisor: everything ends', async () => {
    const { file } = await tinySet([['stay', NAMES]])
    const program = startProgram(['--set', file, ...ENGINE])
    await ready(program)
    process.kill(childOf(program.pid, 'llama-server').pid, 'SIGKILL')
    const found = await program.untilSaid(/was killed, [^]*starting it again in 1 s[^]*ready after \S+ s at (\S+)/)
    expect(await ask(found[1] ?? '', 'two')).toMatchObject({ status: 200 })
    const router = childOf(program.pid, 'llama-server').pid
    const all = [router, ...modelsOf(router).map(({ pid }) => pid)]
    expect(all).toHaveLength(3)
    program.signal('SIGKILL')
    await program.ended
    await expect.poll(() => all.some(isAlive), { timeout: 10_000 }).toBe(false)
  })
})
