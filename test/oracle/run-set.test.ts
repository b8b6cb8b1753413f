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

/** A set of two tiny models that stay loaded, or swap. */
async function tinySet({ swap }: { swap: boolean }) {
  const folder = await tempFolder()
  const file = join(folder, 'set.json')
  const models = NAMES.map((name) => join(folder, `${name}.gguf`))
  for (const model of models) await writeTinyModel(model)
  const members = NAMES.map((name, at) => ({ name, config: { ...CONFIG, model_path: models[at] } }))
  const groups = [{ name: 'all', swap, members: NAMES }]
  await writeFile(file, JSON.stringify({ kind: 'model_set', version: 1, members, groups }))
  return { folder, file, models }
}

async function ready(program: RunningProgram): Promise<string> {
  return (await program.untilSaid(/ready after \S+ s at (\S+) \(one, two; \d at once\)/))[1] ?? ''
}

async function ask(url: string, model: string, n_predict = 16) {
  const body = JSON.stringify({ model, prompt: 'hello', n_predict, ignore_eos: true })
  const response = await fetch(`${url}/completion`, { method: 'POST', body })
  return { status: response.status, ...((await response.json()) as { model?: string; tokens_predicted?: number }) }
}

const modelsOf = (router: number): readonly SeenProcess[] =>
  childrenOf(router).filter(({ command }) => command.includes('llama-server'))

describe.skipIf(engineMissing('llama-server'))('llama-pajamas-run --set with a real llama-server', () => {
  test('serves both models, compares what each allocated, watches each, and ends when told', async () => {
    const { folder, file } = await tinySet({ swap: false })
    const metrics = join(folder, 'metrics.jsonl')
    const program = startProgram(['--set', file, '--metrics-file', metrics, ...ENGINE])
    const url = await ready(program)
    for (const name of NAMES) {
      expect(program.said()).toMatch(
        new RegExp(`${name} is loaded\n${name}: memory: Host \\S+ MiB (as estimated|estimated [+-]0\\.\\d %)\n`),
      )
      expect(await ask(url, name, 32)).toMatchObject({ status: 200, model: name, tokens_predicted: 32 })
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

  test('models that swap: one makes room for the other', async () => {
    const { file } = await tinySet({ swap: true })
    const program = startProgram(['--set', file, ...ENGINE])
    const url = await ready(program)
    expect(await ask(url, 'one')).toMatchObject({ status: 200, model: 'one' })
    await program.untilSaid(/one is loaded\n/)
    expect(await ask(url, 'two')).toMatchObject({ status: 200, model: 'two' })
    await program.untilSaid(/one made room\n[^]*two is loaded\n|two is loaded\n[^]*one made room\n/)
  })

  test('a model whose file is gone fails by itself: it is told, and the other one serves', async () => {
    const { file, models } = await tinySet({ swap: true })
    const program = startProgram(['--set', file, ...ENGINE])
    const url = await ready(program)
    await rm(models[1] ?? '')
    expect((await ask(url, 'two')).status).toBeGreaterThanOrEqual(400)
    await program.untilSaid(/two failed: llama-server (says of the model: |could not load the model)/)
    expect(await ask(url, 'one')).toMatchObject({ status: 200 })
  })

  test('kill -9 of the router: started again; of the supervisor: everything ends', async () => {
    const { file } = await tinySet({ swap: false })
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
