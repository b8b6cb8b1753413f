import { beforeAll, describe, expect, test } from 'vitest'
import type { ModelFacts } from '../../shared/model/facts.ts'
import { findProfile } from '../../shared/profile/find-profile.ts'
import { targetFromProfile } from '../../shared/profile/target-from-profile.ts'
import type { Target } from '../../shared/profile/target.ts'
import type { Test } from '../../shared/tune/bench.ts'
import { objectiveOf } from '../../shared/tune/objective.ts'
import { tune, type TuneRequest } from '../../shared/tune/tune.ts'
import { type TunedSettings, TunedSettingsSchema } from '../../shared/tune/tuned-settings.ts'
import { fixtureFacts } from '../helpers/sparse-gguf.ts'
import { type Machine, simulated } from './simulated-machine.ts'

let facts: ModelFacts
beforeAll(async () => {
  facts = await fixtureFacts('qwen2.5-0.5b.Q4_K_M')
})

const ALL = new Set(Object.keys(TunedSettingsSchema.shape)) as ReadonlySet<keyof TunedSettings>

/** Eight cores, whatever the profile's count. */
function cpuTarget(): Target {
  const target = targetFromProfile(findProfile('generic_cpu'))
  const cpu = { ...target.cpu, physical_cores: 8, performance_cores: 8, efficiency_cores: 0, usable_cores: 8 }
  return { ...target, cpu }
}

function request(machine: Machine, more: Partial<TuneRequest> = {}) {
  const { bench, runs, clock } = simulated(machine)
  const whole: TuneRequest = {
    bench,
    objective: objectiveOf('general', 1),
    budget_s: 300,
    planned: { n_threads: 8 },
    knobs: { facts, target: cpuTarget(), supported: ALL, cache_types: false, numa_nodes: 1 },
    misfit: () => null,
    estimate: () => null,
    onProgress: () => {},
    ...more,
  }
  return { whole, runs, clock }
}

/** Decode is best with four threads, the prompt with eight and a micro-batch of 256; flash attention costs a tenth. */
function hilly(settings: TunedSettings, { kind }: Test): number {
  const decode_threads = settings.n_threads ?? 2
  const prompt_threads = settings.n_threads_batch ?? decode_threads
  const flash = settings.flash_attn === 'off' ? 1 : 0.9
  if (kind === 'tg') return 40 * flash * Math.exp(-0.3 * Math.abs(Math.log2(decode_threads / 4)))
  const batch = Math.exp(-0.2 * Math.abs(Math.log2((settings.n_ubatch ?? 512) / 256)))
  return 50 * prompt_threads * flash * batch
}

const flat = () => 50

describe('on a simulated machine', () => {
  test.each([1, 2, 3, 4, 5])('finds settings near the best there are, within the budget (seed %i)', async (seed) => {
    const { whole, clock } = request({ speed: hilly, noise: 0.02, seed })
    const { verdict } = await tune(whole)
    expect(verdict.outcome).toBe('gain')
    const best = { n_threads: 4, n_threads_batch: 8, n_ubatch: 256, flash_attn: 'off' } as const
    const at = (settings: TunedSettings) =>
      640 /
      (512 / hilly(settings, { kind: 'pp', tokens: 512 }) +
        128 / hilly(settings, { kind: 'tg', tokens: 128, depth: 0 }))
    expect(at(verdict.winner) / at(best)).toBeGreaterThan(0.93)
    const truth = at(verdict.winner) / at({})
    expect(verdict.interval?.low).toBeLessThan(truth)
    expect(verdict.interval?.high).toBeGreaterThan(truth)
    expect(clock()).toBeLessThan(1.1 * 300)
  })

  test.each([2, 3, 4, 6])('a budget that is too short names one that is not (%i tokens/s)', async (speed) => {
    const machine = { speed: () => speed, noise: 0.02, load_s: 2 }
    const short = request(machine, { budget_s: 60 })
    const { verdict, enough_s, interrupted } = await tune(short.whole)
    expect({ outcome: verdict.outcome, interrupted }).toEqual({ outcome: 'unproved', interrupted: false })
    expect((enough_s ?? 0) % 60).toBe(0)
    expect(enough_s).toBeGreaterThan(60)
    const long = await tune(request(machine, { budget_s: enough_s ?? 0 }).whole)
    expect(long.verdict.outcome).not.toBe('unproved')
  })

  test('where nothing else can be tried, more time is not asked for', async () => {
    const { whole } = request(
      { speed: flat, noise: 0.01 },
      { misfit: (settings) => (Object.keys(settings).length > 0 ? 'is too large' : null) },
    )
    const { verdict, enough_s } = await tune(whole)
    expect({ outcome: verdict.outcome, enough_s }).toEqual({ outcome: 'unproved', enough_s: null })
  })

  test('says that there is no gain where there is none, and keeps the defaults', async () => {
    const outcomes = []
    for (let seed = 1; seed <= 20; seed++) {
      const { whole } = request({ speed: flat, noise: 0.03, seed })
      const { verdict } = await tune(whole)
      outcomes.push(verdict.outcome)
      if (verdict.outcome === 'no_gain') expect(verdict.winner).toEqual({})
    }
    // One in twenty is what a 95 % interval promises.
    expect(outcomes.filter((outcome) => outcome !== 'no_gain').length).toBeLessThanOrEqual(1)
  })
})

describe('what is started', () => {
  test('never a candidate that does not fit, and it is said why', async () => {
    const misfit = ({ n_ubatch = 512, flash_attn }: TunedSettings) =>
      n_ubatch < 512 ? null : flash_attn === 'on' ? 'needs 9.0 GiB of RAM, 8.0 GiB are free' : null
    const { whole, runs } = request({ speed: hilly, noise: 0.02 }, { misfit })
    const { left_out } = await tune(whole)
    expect(runs.filter(({ settings }) => misfit(settings) !== null)).toEqual([])
    expect(left_out.map(({ reason }) => reason)).toContain('needs 9.0 GiB of RAM, 8.0 GiB are free')
  })

  test('nothing at all where not even the plan fits', async () => {
    const { whole, runs } = request({ speed: hilly, noise: 0 }, { misfit: () => 'needs too much' })
    const { verdict, trials, left_out } = await tune(whole)
    expect({ runs, trials, winner: verdict.winner }).toEqual({ runs: [], trials: [], winner: {} })
    expect(left_out).toHaveLength(2)
  })

  test('the most promising first, and nothing that is known to be far off', async () => {
    const estimate = ({ n_threads = 2, n_threads_batch = n_threads }: TunedSettings) => n_threads * n_threads_batch
    const { whole, runs } = request({ speed: flat, noise: 0.01 }, { estimate })
    await tune(whole)
    const order = runs.flatMap(({ settings }) => settings.n_threads_batch ?? [])
    expect(order[0]).toBe(8)
    expect(runs.filter(({ settings }) => settings.n_threads === 1)).toEqual([])
  })

  test('cache types only with consent', async () => {
    const changes = (all: readonly { settings: TunedSettings }[]) =>
      all.filter(({ settings }) => settings.cache_type_k !== undefined).length
    const without = request({ speed: flat, noise: 0.01 })
    await tune(without.whole)
    expect(changes(without.runs)).toBe(0)
    const { whole } = request({ speed: flat, noise: 0.01 })
    const consenting = request({ speed: flat, noise: 0.01 }, { knobs: { ...whole.knobs, cache_types: true } })
    await tune(consenting.whole)
    expect(changes(consenting.runs)).toBeGreaterThan(0)
  })

  test('only settings that the engine knows', async () => {
    const { whole } = request({ speed: hilly, noise: 0.02 })
    const supported = new Set(['n_threads'] as const)
    const limited = request({ speed: hilly, noise: 0.02 }, { knobs: { ...whole.knobs, supported } })
    await tune(limited.whole)
    const keys = new Set(limited.runs.flatMap(({ settings }) => Object.keys(settings)))
    expect([...keys]).toEqual(['n_threads'])
  })
})

describe('trouble', () => {
  test('a candidate that fails is out, and the rest goes on', async () => {
    const speed = (settings: TunedSettings, kind: Test) =>
      settings.flash_attn === 'off' ? null : hilly(settings, kind)
    const { whole } = request({ speed, noise: 0.02 })
    const { verdict, trials } = await tune(whole)
    expect(verdict.outcome).toBe('gain')
    expect(verdict.winner.flash_attn).not.toBe('off')
    expect(trials.find(({ failure }) => failure !== null)?.failure).toBe('the engine ended with 1')
  })

  test('defaults that do not run leave the plan and what beats it', async () => {
    const speed = (settings: TunedSettings, kind: Test) =>
      settings.n_threads === undefined ? null : hilly(settings, kind)
    const { whole } = request({ speed, noise: 0.02 })
    const { verdict } = await tune(whole)
    expect(verdict.outcome).toBe('only_tuned')
    expect(verdict.winner.n_threads).toBe(4)
    expect(verdict.defaults.score).toBeNull()
    expect(verdict.tuned.score?.runs).toBeGreaterThan(0)
  })

  test('an engine that never works gives no winner', async () => {
    const { whole } = request({ speed: () => null, noise: 0 })
    const { verdict, trials } = await tune(whole)
    expect(verdict.winner).toEqual({})
    expect(trials.every(({ speeds }) => speeds === null)).toBe(true)
  })

  test.each([0, 1, 3, 12, 40])('an interruption after %i runs keeps what they said', async (stop_after) => {
    const { whole } = request({ speed: hilly, noise: 0.02, stop_after })
    const { verdict, trials, interrupted } = await tune(whole)
    expect(interrupted).toBe(true)
    expect(trials).toHaveLength(stop_after)
    expect(verdict.outcome).toBe('unproved')
    if (stop_after === 40) {
      expect(verdict.outcome).toBe('unproved')
      expect(verdict.winner).not.toEqual({})
    }
  })

  test.each([60, 120, 300])(
    'defaults that eat %i s: the search starts from the plan, and the comparison proves it',
    async (budget_s) => {
      // Two threads on one core: llama.cpp's threads wait for each other by spinning.
      const thrashing = ({ n_threads = 2 }: TunedSettings, { kind }: Test) =>
        n_threads === 1 ? (kind === 'pp' ? 70 : 30) : kind === 'pp' ? 12 : 0.4
      const { whole, runs, clock } = request({ speed: thrashing, noise: 0.02 }, { budget_s, planned: { n_threads: 1 } })
      const { verdict } = await tune(whole)
      expect(verdict.outcome).toBe('gain')
      expect(verdict.winner.n_threads).toBe(1)
      expect(verdict.interval?.low).toBeGreaterThan(5)
      // Once to begin with, then in the comparison alone.
      expect(runs.filter(({ settings }) => Object.keys(settings).length === 0)).toHaveLength(
        1 + verdict.defaults.score!.runs,
      )
      expect(clock()).toBeLessThan(Math.max(1.3 * budget_s, 120))
    },
  )

  test('a slow machine and a small budget leave time to try something', async () => {
    const flash = ({ flash_attn }: TunedSettings) => (flash_attn === 'on' ? 40 : 20)
    const { whole } = request({ speed: flash, noise: 0.01 }, { budget_s: 60 })
    const { trials } = await tune(whole)
    expect(new Set(trials.map(({ stage }) => stage)).size).toBeGreaterThan(2)
  })

  test('a machine whose runs take longer than the budget still ends', async () => {
    const { whole, clock } = request({ speed: () => 0.5, noise: 0.02, load_s: 5 }, { budget_s: 60 })
    const { verdict } = await tune(whole)
    expect(verdict).toMatchObject({ outcome: 'unproved', winner: {} })
    expect(clock()).toBeLessThan(60 * 12)
  })
})
