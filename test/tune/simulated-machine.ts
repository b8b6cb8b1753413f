import type { Bench, Run, RunResult, Test } from '../../shared/tune/bench.ts'
import type { TunedSettings } from '../../shared/tune/tuned-settings.ts'
import { seededRandom } from '../oracle/seeded-random.ts'

export type Machine = {
  /** Tokens per second of a test with these settings, without noise; null where the engine fails. */
  readonly speed: (settings: TunedSettings, test: Test) => number | null
  /** Standard deviation of a run's speed, as a share. */
  readonly noise: number
  readonly load_s?: number
  readonly seed?: number
  /** The user interrupts after so many runs. */
  readonly stop_after?: number
}

export type Simulated = { readonly bench: Bench; readonly runs: Run[]; clock(): number }

/** An engine on a machine that does not exist: speeds as told, noise from a seed, a clock that only runs move. */
export function simulated({ speed, noise, load_s = 0.3, seed = 1, stop_after = Infinity }: Machine): Simulated {
  const random = seededRandom(seed)
  const runs: Run[] = []
  let clock = 0
  const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())
  const measure = (run: Run): Promise<RunResult> => {
    if (runs.length >= stop_after) return Promise.resolve({ state: 'stopped' })
    runs.push(run)
    let seconds = load_s
    const speeds: Record<string, number[]> = {}
    for (const test of run.tests) {
      const true_speed = speed(run.settings, test)
      if (true_speed === null) {
        clock += load_s
        return Promise.resolve({ state: 'failed', reason: 'the engine ended with 1', seconds: load_s })
      }
      const seen = true_speed * Math.exp(noise * normal())
      speeds[test.kind] = [seen]
      const tokens = test.kind === 'users' ? test.users * test.n_gen : test.tokens
      seconds += ((test.kind === 'pp' ? 2 : 1) * tokens) / seen
    }
    clock += seconds
    return Promise.resolve({
      state: 'ok',
      speeds,
      seconds,
      effective: { n_threads: 2, n_batch: 2048, n_ubatch: 512, poll: 50 },
    })
  }
  const bench: Bench = { measure, now: () => clock, stopped: () => runs.length >= stop_after }
  return { bench, runs, clock: () => clock }
}
