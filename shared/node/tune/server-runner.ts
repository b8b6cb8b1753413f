import type { ChildProcess } from 'node:child_process'
import { request } from 'node:http'
import { createServer } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import type { Run, RunResult, Test, TestKind } from '../../tune/bench.ts'
import type { BenchBuild } from '../../tune/llama-bench.ts'
import { type AnswerTimes, readAnswer, serverRunArgs, serverSupports } from '../../tune/server-bench.ts'
import { callEngine, killGroup, letGo, startGroup } from './engine-call.ts'
import type { Measurer } from './measurer.ts'
import { readBuild } from './read-build.ts'

const HELP_LIMIT_S = 20
const POLL_MS = 50
const ANSWER_LIMIT = 1024 ** 2

export type ServerRunnerOptions = {
  readonly path: string
  readonly model: string
  /** Tokens that the model knows: prompts are drawn from them. */
  readonly n_vocab: number
  readonly env: Readonly<Record<string, string | undefined>>
  readonly stop: AbortSignal
}

/** llama-server as what measures: for several users at once, or where there is no llama-bench. Null where it is none. */
export async function serverRunner(options: ServerRunnerOptions): Promise<Measurer | null> {
  const { path, env, stop } = options
  const help = await callEngine(path, ['--help'], { limit_s: HELP_LIMIT_S, stop, env })
  const supported = help.state === 'ended' ? serverSupports(help.stdout + help.stderr) : null
  if (supported === null) return null
  const build: BenchBuild | null = await readBuild(path, env, stop)
  return {
    program: 'llama-server',
    path,
    supported,
    build: () => build,
    measure: (run) => measure(run, options),
    close: () => Promise.resolve(),
  }
}

/** One server, started for this run alone, so that no candidate finds the cache of another. */
async function measure(run: Run, { path, model, n_vocab, env, stop }: ServerRunnerOptions): Promise<RunResult> {
  const start = performance.now()
  const seconds = () => (performance.now() - start) / 1000
  const failed = (reason: string): RunResult => ({ state: 'failed', reason, seconds: seconds() })
  const port = await freePort()
  let child: ChildProcess
  try {
    child = startGroup(path, serverRunArgs(run, model, port), env)
  } catch {
    return failed('it does not start')
  }
  child.stdout?.resume()
  child.stderr?.resume()
  const limit = AbortSignal.any([stop, AbortSignal.timeout(run.limit_s * 1000)])
  const ended = new Promise<string>((resolve) => {
    child.once('error', () => resolve('it does not start'))
    child.once('exit', (code, signal) => resolve(code === null ? `it was ended by ${signal}` : `it ended with ${code}`))
  })
  try {
    const asked = askAll(run, { port, n_vocab, signal: limit })
    const done = await Promise.race([asked, ended])
    asked.catch(() => {})
    return typeof done === 'string' ? failed(done) : { state: 'ok', speeds: done, seconds: seconds() }
  } catch (error) {
    if (stop.aborted) return { state: 'stopped' }
    if (limit.aborted) return failed(`no result within ${Math.round(run.limit_s)} s`)
    return failed(error instanceof Error ? error.message.slice(0, 200) : 'it does not answer')
  } finally {
    killGroup(child)
    await ended
    letGo(child)
  }
}

type Asking = { readonly port: number; readonly n_vocab: number; readonly signal: AbortSignal }
type Answers = { readonly [kind in TestKind]?: readonly number[] }

async function askAll({ tests, repetitions }: Run, asking: Asking): Promise<Answers> {
  await ready(asking)
  // The first request pays for what is paged in and reserved.
  await complete(asking, 16, 1)
  const speeds: { [kind in TestKind]?: number[] } = {}
  for (let turn = 0; turn < repetitions; turn++) {
    for (const test of tests) {
      // oxlint-disable-next-line no-await-in-loop -- two at once would slow each other down
      ;(speeds[test.kind] ??= []).push(await speedOf(test, asking))
    }
  }
  return speeds
}

async function speedOf(test: Test, asking: Asking): Promise<number> {
  switch (test.kind) {
    case 'pp':
      return (await complete(asking, test.tokens, 1)).prompt_per_second ?? 0
    case 'tg':
      return (await complete(asking, Math.max(1, test.depth), test.tokens)).predicted_per_second ?? 0
    case 'users': {
      const start = performance.now()
      const clients = Array.from({ length: test.users }, () => complete(asking, test.n_prompt, test.n_gen))
      const answers = await Promise.all(clients)
      const tokens = answers.reduce((sum, { predicted_n }) => sum + predicted_n, 0)
      return tokens / ((performance.now() - start) / 1000)
    }
  }
}

async function ready({ port, signal }: Asking): Promise<void> {
  for (;;) {
    // oxlint-disable-next-line no-await-in-loop -- one question after the other
    const status = await ask(port, '/health', undefined, signal).then(
      (answer) => answer.status,
      () => 0,
    )
    if (status === 200) return
    // oxlint-disable-next-line no-await-in-loop
    await pause(POLL_MS, undefined, { signal })
  }
}

/** One request with a prompt of random tokens, so that no cache serves it. */
async function complete({ port, n_vocab, signal }: Asking, n_prompt: number, n_predict: number): Promise<AnswerTimes> {
  // Low ids are control tokens in most vocabularies.
  const low = Math.min(100, Math.floor(n_vocab / 2))
  const prompt = Array.from({ length: n_prompt }, () => low + Math.floor(Math.random() * (n_vocab - low)))
  const body = { prompt, n_predict, ignore_eos: true, cache_prompt: false, temperature: 0 }
  const { status, text } = await ask(port, '/completion', body, signal)
  const times = status === 200 ? readAnswer(text) : null
  if (times === null) throw new Error(`it answers a request with ${status}`)
  return times
}

function ask(
  port: number,
  path: string,
  body: unknown,
  signal: AbortSignal,
): Promise<{ status: number; text: string }> {
  return new Promise((resolve, reject) => {
    const text = body === undefined ? undefined : JSON.stringify(body)
    const call = request(
      { host: '127.0.0.1', port, path, method: text === undefined ? 'GET' : 'POST', agent: false, signal },
      (response) => {
        const chunks: Buffer[] = []
        let size = 0
        response.on('data', (chunk: Buffer) => {
          size += chunk.length
          if (size > ANSWER_LIMIT) response.destroy(new Error('it answers without end'))
          else chunks.push(chunk)
        })
        response.on('error', reject)
        response.on('end', () =>
          resolve({ status: response.statusCode ?? 0, text: Buffer.concat(chunks).toString('utf8') }),
        )
      },
    )
    call.on('error', reject)
    call.end(text)
  })
}

/** A port that is free now; another program may be faster, then the server ends and the candidate counts as failed. */
function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0))
    })
  })
}
