import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { UserError } from '../../../shared/errors.ts'
import { type TimedSequence, timeEmbedded } from '../../../shared/node/tune/embedded-bench.ts'
import { embeddedRunner } from '../../../shared/node/tune/embedded-runner.ts'
import { findTuneEngine } from '../../../shared/node/tune/find-bench.ts'
import type { Run } from '../../../shared/tune/bench.ts'
import { tempFolder } from '../../helpers/temp-folder.ts'

const RUN: Run = {
  settings: { n_threads: 1, n_ubatch: 256, flash_attn: 'on', use_mmap: false },
  tests: [
    { kind: 'pp', tokens: 64 },
    { kind: 'tg', tokens: 8, depth: 32 },
  ],
  repetitions: 2,
  limit_s: 20,
}

/** Stands in for node-llama-cpp: 1 ms a prompt token, 10 ms a generated one, by the fake clock that it advances. */
function fakeLibrary(clock: { ms: number }) {
  const calls: unknown[] = []
  const sequence: TimedSequence = {
    clearHistory: async () => void calls.push('clear'),
    evaluateWithoutGeneratingNewTokens: async (tokens) => {
      calls.push(['read', tokens.length])
      clock.ms += tokens.length
    },
    evaluate(tokens, options) {
      calls.push(['answer', tokens.length, options])
      let first = true
      const next = async () => {
        clock.ms += first ? tokens.length : 10
        first = false
        return { done: false as const, value: 1 }
      }
      return { next }
    },
  }
  const library = {
    async getLlama(options: object) {
      calls.push(['llama', options])
      return {
        llamaCppRelease: { release: 'b1234' },
        async loadModel(asked: object) {
          calls.push(['model', asked])
          return {
            async createContext(wanted: object) {
              calls.push(['context', wanted])
              return { getSequence: () => sequence }
            },
          }
        },
        dispose: async () => void calls.push('dispose'),
      }
    },
  }
  return { library, calls }
}

test('prompt and answer are timed apart, on an empty cache each, with the settings of the run', async () => {
  const clock = { ms: 0 }
  vi.spyOn(performance, 'now').mockImplementation(() => clock.ms)
  const { library, calls } = fakeLibrary(clock)
  const times = await timeEmbedded(library, { model: 'm.gguf', run: RUN, n_ctx: 128, n_vocab: 1000, cpu: true })
  vi.restoreAllMocks()
  expect(times.release).toBe('b1234')
  for (const speed of times.speeds.pp ?? []) expect(speed).toBeCloseTo(1000)
  for (const speed of times.speeds.tg ?? []) expect(speed).toBeCloseTo(100)
  expect([times.speeds.pp?.length, times.speeds.tg?.length]).toEqual([2, 2])
  expect(calls).toContainEqual(['model', { modelPath: 'm.gguf', gpuLayers: 0, useMmap: false }])
  const wanted = { contextSize: 128, batchSize: 256, threads: 1, flashAttention: true, sequences: 1 }
  expect(calls).toContainEqual(['context', wanted])
  expect(calls.filter((call) => call === 'clear')).toHaveLength(4)
  expect(calls).toContainEqual(['answer', 32, { temperature: 0, yieldEogToken: true }])
  expect(calls.at(-1)).toBe('dispose')
})

/** A package on disk, loaded by the runner's own process. */
async function packageWith(body: string): Promise<string> {
  const folder = join(await tempFolder(), 'node_modules', 'node-llama-cpp')
  await mkdir(folder, { recursive: true })
  const manifest = { name: 'node-llama-cpp', version: '3.0.0', type: 'module', exports: './index.js' }
  await writeFile(join(folder, 'package.json'), JSON.stringify(manifest))
  await writeFile(join(folder, 'index.js'), body)
  return join(folder, 'index.js')
}

const WORKING = `
import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
const wait = (ms) => new Promise((done) => setTimeout(done, ms))
const sequence = {
  clearHistory: async () => {},
  evaluateWithoutGeneratingNewTokens: () => wait(20),
  async *evaluate() { for (;;) { await wait(10); yield 1 } },
}
export const getLlama = async () => {
  console.log('native chatter')
  // The real package tries its binary in a process that is started like this one.
  const tried = spawnSync(process.execPath, [...process.execArgv, '-p', '6 * 7'], { encoding: 'utf8' })
  if (tried.stdout !== '42\\n') throw new Error('no binary found')
  return {
    llamaCppRelease: { release: 'b4321' },
    loadModel: async ({ modelPath }) => {
      writeFileSync(modelPath + '.pid', String(process.pid))
      return { createContext: async () => ({ getSequence: () => sequence }) }
    },
    dispose: async () => {},
  }
}
`

async function runnerOf(body: string, stop = new AbortController().signal) {
  const path = await packageWith(body)
  const model = join(await tempFolder(), 'm.gguf')
  const runner = embeddedRunner({
    path,
    model,
    n_vocab: 1000,
    cpu: true,
    env: { PATH: process.env['PATH'] },
    stop,
  })
  return { runner, model, path }
}

test('a run is a process of its own, whose chatter is no result', async () => {
  const { runner, model } = await runnerOf(WORKING)
  const result = await runner.measure(RUN)
  expect(result).toMatchObject({ state: 'ok' })
  if (result.state !== 'ok') return
  expect(result.speeds.pp).toHaveLength(2)
  // A token every 10 ms; what a token costs is not what the prompt does.
  for (const speed of result.speeds.tg ?? []) expect(speed).toBeLessThan(200)
  expect(runner.build()).toEqual({ commit: 'b4321', number: 4321, backends: '' })
  expect(runner.supported).toEqual(new Set(['n_threads', 'n_ubatch', 'flash_attn', 'n_gpu_layers', 'use_mmap']))
  expect(Number(await readFile(`${model}.pid`, 'utf8'))).not.toBe(process.pid)
})

test.each([
  [
    'a model that it cannot load',
    `export const getLlama = async () => { throw new Error('failed to load model') }`,
    /failed to load model/,
  ],
  ['a crash', `export const getLlama = async () => process.kill(process.pid, 'SIGKILL')`, /it was ended by SIGKILL/],
  ['a package of another shape', `export const other = 1`, /it ended with 1/],
  ['a silent end', `export const getLlama = async () => process.exit(0)`, /is no result/],
])('%s is a failed run, said in one sentence', async (_, body, reason) => {
  const { runner } = await runnerOf(body)
  const result = await runner.measure(RUN)
  expect(result).toMatchObject({ state: 'failed', reason: expect.stringMatching(reason) })
})

test('it is found only where there is no llama.cpp, and never where one was named', async () => {
  const path = await packageWith(WORKING)
  const cwd = join(path, '..', '..', '..')
  const search = { env: { PATH: cwd }, platform: process.platform, cwd }
  expect(await findTuneEngine({ ...search, asked: undefined })).toEqual({ bench: null, server: null, embedded: path })
  await expect(findTuneEngine({ ...search, asked: './llama-server' })).rejects.toThrow(UserError)
  await writeFile(join(cwd, 'llama-server'), '#!/bin/sh\n', { mode: 0o755 })
  expect(await findTuneEngine({ ...search, asked: undefined })).toMatchObject({ embedded: null })
})
