import type { RuntimeConfig } from '../../shared/config/runtime-config.ts'
import type { Target } from '../../shared/profile/target.ts'
import { summaryKeeper } from '../../shared/run/summary.ts'
import { nodeHost } from '../../shared/node/host.ts'
import { slotFolder } from '../../shared/node/run/kept-slots.ts'
import { realMachine } from '../../shared/node/run/look.ts'
import type { Listen } from '../../shared/node/run/engine-address.ts'
import { type EngineRecipe, supervise } from '../../shared/node/run/supervise.ts'
import type { Io } from '../io.ts'
import { type Expected, expectedSpeed } from './expected.ts'
import { type RunRecords, serveRun, type Watcher } from './serve-run.ts'
import { summaryLines } from './summary-lines.ts'

/** Everything that a run needs, whoever watches it. */
export type RunPlan = RunRecords & {
  readonly config: RuntimeConfig
  readonly target: Target
  readonly engine: EngineRecipe
  readonly listen: Listen
  readonly version: string | null
  readonly comparable: boolean
  readonly restarts: number
  readonly adapt: boolean
  /** Whether the engine can save conversations. */
  readonly keeps_slots: boolean
}

/**
 * Runs the engine with a watcher until it ends; writes records and tells what the run came to.
 * @param watcherFor makes the watcher, once what to expect is known
 * @returns the engine's exit code
 */
export async function serve(
  io: Io,
  plan: RunPlan,
  watcherFor: (expected: Expected | null) => Promise<Watcher> | Watcher,
): Promise<number> {
  const { config, target } = plan
  const expected = expectedSpeed(config, target)
  const slots = plan.adapt && plan.keeps_slots ? await slotFolder() : null
  const kept = summaryKeeper()
  try {
    return await serveRun(io, {
      records: plan,
      expected,
      watcher: () => watcherFor(expected),
      start: (tell) =>
        supervise({
          config,
          target,
          engine: plan.engine,
          listen: plan.listen,
          machine: realMachine(nodeHost()),
          restarts: plan.restarts,
          comparable: plan.comparable,
          ...(plan.adapt && { adapt: { extraArgs: slots === null ? [] : ['--slot-save-path', slots.path] } }),
          tell(event) {
            if (event.kind === 'ready') kept.begin(event.at_s)
            if (event.kind === 'reading') kept.take(event.reading)
            tell(event)
          },
        }),
      summary: (end) => summaryLines(kept.summary(), end, expected),
    })
  } finally {
    await slots?.remove()
  }
}
