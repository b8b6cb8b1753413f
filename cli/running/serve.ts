import type { RunEvent } from '../../shared/adapt/run-event.ts'
import type { RuntimeConfig } from '../../shared/config/runtime-config.ts'
import type { Target } from '../../shared/profile/target.ts'
import { summaryKeeper } from '../../shared/run/summary.ts'
import { nodeHost } from '../../shared/node/host.ts'
import { slotFolder } from '../../shared/node/run/kept-slots.ts'
import { realMachine } from '../../shared/node/run/look.ts'
import { openRecord } from '../../shared/node/run/record-file.ts'
import { type EngineRecipe, type Listen, type Run, supervise } from '../../shared/node/run/supervise.ts'
import type { Io } from '../io.ts'
import { type Expected, expectedSpeed } from './expected.ts'
import { recordLine } from './record.ts'
import { summaryLines } from './summary-lines.ts'

/** Everything that a run needs, whoever watches it. */
export type RunPlan = {
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
  readonly metrics_file: string | undefined
  readonly engine_log: string | undefined
}

/** Who shows a run: told of everything, given the means to end it. */
export type Watcher = {
  /** The user was told how fast it was; no summary is needed. */
  readonly told?: boolean
  onEvent(event: RunEvent): void
  /** Called once the run has begun. */
  onRun?(run: Run): void
  /** Takes an interrupt in place of the engine; what ends the engine then is up to the watcher. */
  onInterrupt?(): void
  /** Called when it is over, before the summary is told. */
  close?(): void
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
  const metrics = plan.metrics_file === undefined ? null : await openRecord(plan.metrics_file)
  const log = plan.engine_log === undefined ? null : await openRecord(plan.engine_log)
  const slots = plan.adapt && plan.keeps_slots ? await slotFolder() : null
  const summary = summaryKeeper()
  const watcher = await watcherFor(expected)
  const tell = (event: RunEvent) => {
    if (event.kind === 'line') log?.write(event.line)
    if (event.kind === 'reading') summary.take(event.reading)
    const line = metrics === null ? null : recordLine(event, expected, new Date())
    if (line !== null) metrics?.write(line)
    watcher.onEvent(event)
  }
  const run = supervise({
    config,
    target,
    engine: plan.engine,
    listen: plan.listen,
    machine: realMachine(nodeHost()),
    restarts: plan.restarts,
    comparable: plan.comparable,
    ...(plan.adapt && { adapt: { extraArgs: slots === null ? [] : ['--slot-save-path', slots.path] } }),
    tell,
  })
  const release = io.takeSignals((signal) => {
    if (signal === 'SIGINT' && watcher.onInterrupt !== undefined) watcher.onInterrupt()
    else run.stop(signal)
  })
  try {
    watcher.onRun?.(run)
    const end = await run.done
    watcher.close?.()
    const lines = watcher.told === true ? [] : summaryLines(summary.summary(), end, expected)
    for (const line of lines) io.note(line)
    return end.code
  } finally {
    release()
    watcher.close?.()
    await Promise.all([metrics?.close(), log?.close(), slots?.remove()])
  }
}
