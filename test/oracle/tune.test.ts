import { spawnSync } from 'node:child_process'
import { mkdir } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { expect, test, describe } from 'vitest'
import { readGgufFile } from '../../shared/node/read-gguf-file.ts'
import { benchRunner } from '../../shared/node/tune/bench-runner.ts'
import { embeddedRunner } from '../../shared/node/tune/embedded-runner.ts'
import { serverRunner } from '../../shared/node/tune/server-runner.ts'
import { findProfile } from '../../shared/profile/find-profile.ts'
import { targetFromProfile } from '../../shared/profile/target-from-profile.ts'
import { objectiveOf } from '../../shared/tune/objective.ts'
import { tune } from '../../shared/tune/tune.ts'
import { type TunedSettings, TunedSettingsSchema } from '../../shared/tune/tuned-settings.ts'
import { tempFolder } from '../helpers/temp-folder.ts'
import { engineMissing } from './engine-missing.ts'
import { programPath } from './engine.ts'
import { writeTinyModel } from './tiny-model.ts'

const stop = new AbortController().signal

async function tiny(): Promise<string> {
  const model = join(await tempFolder(), 'it is tiny.gguf')
  await mkdir(join(model, '..'), { recursive: true })
  await writeTinyModel(model)
  return model
}

describe.skipIf(engineMissing('llama-bench', 'llama-server'))('a real engine', () => {
  test('llama-bench takes every setting that tuning may change, and its output is read', async () => {
    const path = programPath('llama-bench')
    const bench = await benchRunner({ path, model: await tiny(), devices: 0, env: process.env, stop })
    expect([...(bench?.supported ?? [])].sort()).toEqual(Object.keys(TunedSettingsSchema.shape).sort())
    const settings: TunedSettings = {
      n_threads: 1,
      n_threads_batch: 2,
      n_batch: 128,
      n_ubatch: 64,
      flash_attn: 'on',
      cache_type_k: 'q8_0',
      cache_type_v: 'q8_0',
      n_gpu_layers: 0,
      n_cpu_moe: 1,
      use_mmap: false,
      poll: 0,
      prio: 0,
      numa: 'distribute',
    }
    const tests = [
      { kind: 'pp', tokens: 32 },
      { kind: 'tg', tokens: 8, depth: 16 },
    ] as const
    const result = await bench?.measure({ settings, tests, repetitions: 2, limit_s: 60 })
    expect(result).toMatchObject({ state: 'ok', speeds: { pp: [expect.any(Number), expect.any(Number)] } })
    expect(result).toMatchObject({ effective: { n_threads: 1, n_batch: 128, n_ubatch: 64, poll: 0 } })
    expect(bench?.build()?.commit).toMatch(/^[0-9a-f]{7,}$/)
  })

  test('llama-bench that cannot load a model is a failed run with its own words', async () => {
    const path = programPath('llama-bench')
    const bench = await benchRunner({ path, model: '/nowhere/model.gguf', devices: 0, env: process.env, stop })
    const run = { settings: {}, tests: [{ kind: 'pp', tokens: 32 }], repetitions: 1, limit_s: 60 } as const
    expect(await bench?.measure(run)).toMatchObject({
      state: 'failed',
      reason: expect.stringMatching(/failed to load model/),
    })
  })

  test('llama-server serves several users at once, and one alone', async () => {
    const model = await tiny()
    const n_vocab = Number((await readGgufFile(model)).hparams['vocab_size'])
    const server = await serverRunner({ path: programPath('llama-server'), model, n_vocab, env: process.env, stop })
    expect(server?.build()?.commit).toMatch(/^[0-9a-f]{7,}$/)
    const tests = [
      { kind: 'users', users: 3, n_prompt: 16, n_gen: 8 },
      { kind: 'pp', tokens: 32 },
      { kind: 'tg', tokens: 8, depth: 0 },
    ] as const
    const result = await server?.measure({ settings: { n_threads: 1 }, tests, repetitions: 1, limit_s: 60 })
    expect(result).toMatchObject({
      state: 'ok',
      speeds: { users: [expect.any(Number)], pp: [expect.any(Number)], tg: [expect.any(Number)] },
    })
  })

  test('node-llama-cpp is timed where it is the engine, and says which llama.cpp it carries', async () => {
    // Installed once, beside the engine, by what compares estimates with it.
    const prepare = `import('./.dev/accuracy-peer.mjs').then(({ preparePeer }) => preparePeer())`
    expect(spawnSync(process.execPath, ['--eval', prepare], { stdio: 'inherit' }).status).toBe(0)
    const folder = join(dirname(programPath('llama-bench')), '..', 'peer', 'x')
    const path = createRequire(folder).resolve('node-llama-cpp')
    const runner = embeddedRunner({ path, model: await tiny(), n_vocab: 259, cpu: true, env: process.env, stop })
    const result = await runner.measure({
      settings: { n_threads: 1, n_ubatch: 32, flash_attn: 'on', use_mmap: false },
      tests: [
        { kind: 'pp', tokens: 64 },
        { kind: 'tg', tokens: 16, depth: 32 },
      ],
      repetitions: 2,
      limit_s: 60,
    })
    expect(result).toMatchObject({ state: 'ok', speeds: { pp: [expect.any(Number), expect.any(Number)] } })
    if (result.state !== 'ok') return
    for (const speed of [...(result.speeds.pp ?? []), ...(result.speeds.tg ?? [])]) expect(speed).toBeGreaterThan(1)
    expect(runner.build()?.commit).toMatch(/^[bv]\d/)
  }, 300_000)

  test('a whole tuning ends in its time with a verdict that its numbers bear out', async () => {
    const model = await tiny()
    const facts = await readGgufFile(model)
    const runner = await benchRunner({ path: programPath('llama-bench'), model, devices: 0, env: process.env, stop })
    if (runner === null) throw new Error('llama-bench is no llama-bench')
    const target = targetFromProfile(findProfile('generic_cpu'))
    const cpu = { ...target.cpu, physical_cores: 2, performance_cores: 2, usable_cores: 2 }
    const { verdict, trials, interrupted } = await tune({
      bench: { measure: runner.measure, now: () => performance.now() / 1000, stopped: () => false },
      objective: objectiveOf('speed', 1),
      budget_s: 20,
      planned: { n_threads: 2 },
      knobs: {
        facts,
        target: { ...target, cpu },
        supported: new Set(['n_threads', 'flash_attn']),
        cache_types: false,
        numa_nodes: 1,
      },
      misfit: () => null,
      estimate: () => null,
      onProgress: () => {},
    })
    expect(interrupted).toBe(false)
    expect(trials.filter(({ failure }) => failure !== null)).toEqual([])
    expect(['gain', 'no_gain']).toContain(verdict.outcome)
    if (verdict.outcome === 'gain') expect(verdict.interval?.low).toBeGreaterThan(1)
    else expect(verdict.winner).toEqual({})
  })
})
