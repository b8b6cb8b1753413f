import { spawnSync } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { benchRunner } from '../../../shared/node/tune/bench-runner.ts'
import type { Run } from '../../../shared/tune/bench.ts'
import { benchDouble } from '../../helpers/bench-double.ts'
import { engineDouble } from '../../helpers/engine-double.ts'
import { tempFolder } from '../../helpers/temp-folder.ts'

const RUN: Run = {
  settings: { n_threads: 1, n_threads_batch: 3 },
  tests: [
    { kind: 'pp', tokens: 64 },
    { kind: 'tg', tokens: 16, depth: 0 },
  ],
  repetitions: 1,
  limit_s: 20,
}

async function runner(env: Record<string, string>, stop = new AbortController().signal) {
  const path = await benchDouble(await tempFolder())
  const found = await benchRunner({
    path,
    model: 'm.gguf',
    devices: 0,
    env: { PATH: process.env['PATH'], ...env },
    stop,
  })
  if (found === null) throw new Error('the double was not taken for llama-bench')
  return found
}

test('prompt and answer are measured with threads of their own, and the build is known afterwards', async () => {
  const found = await runner({ MODE: 'ok' })
  expect([...found.supported].sort()).toEqual(['flash_attn', 'n_threads', 'n_threads_batch', 'n_ubatch', 'poll'])
  const result = await found.measure(RUN)
  expect(result).toMatchObject({
    state: 'ok',
    speeds: { pp: [30.5], tg: [10.5] },
    effective: { n_threads: 2, poll: 50 },
  })
  expect(found.build()).toEqual({ commit: 'abc1234', number: 42, backends: 'CPU' })
})

test.each([
  ['crash', 'it ended with 1: error: failed to load model'],
  ['killed', 'it was ended by SIGKILL'],
  ['nonsense', 'what it printed is no result'],
  ['other', 'what it printed is no result'],
  ['negative', 'what it printed is no result'],
  ['flood', 'it printed without end'],
])('%s is a failed run, said in one sentence', async (MODE, reason) => {
  const found = await runner({ MODE })
  expect(await found.measure(RUN)).toMatchObject({ state: 'failed', reason })
})

test('a hang ends at the limit, with what the program had started', async () => {
  const PID_FILE = join(await tempFolder(), 'pid')
  const found = await runner({ MODE: 'hang', PID_FILE })
  expect(await found.measure({ ...RUN, limit_s: 0.5 })).toMatchObject({
    state: 'failed',
    reason: 'no result within 1 s',
  })
  const pid = Number(await readFile(PID_FILE, 'utf8'))
  // Gone, or dead and not yet waited for by whoever inherited it.
  const state = () => spawnSync('ps', ['-o', 'stat=', '-p', `${pid}`], { encoding: 'utf8' }).stdout.trim()
  await expect.poll(state).toMatch(/^(Z.*)?$/)
})

test('an interruption ends the run at once', async () => {
  const PID_FILE = join(await tempFolder(), 'pid')
  const stop = new AbortController()
  const found = await runner({ MODE: 'hang', PID_FILE }, stop.signal)
  const measured = found.measure(RUN)
  await vi.waitFor(() => readFile(PID_FILE), { timeout: 30_000 })
  stop.abort()
  expect(await measured).toEqual({ state: 'stopped' })
})

test('another program is not taken for llama-bench', async () => {
  const path = await engineDouble(await tempFolder())
  const stop = new AbortController().signal
  expect(await benchRunner({ path, model: 'm.gguf', devices: 0, env: process.env, stop })).toBeNull()
})
