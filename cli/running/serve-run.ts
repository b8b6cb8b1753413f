import type { RunEnd, RunEvent } from '../../shared/adapt/run-event.ts'
import { openRecord } from '../../shared/node/run/record-file.ts'
import type { Run } from '../../shared/node/run/supervise.ts'
import type { Io } from '../io.ts'
import type { Expected } from './expected.ts'
import { recordLine } from './record.ts'

/** Files that a run is written to. */
export type RunRecords = { readonly metrics_file: string | undefined; readonly engine_log: string | undefined }

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

/** What is run, and how it is told of. */
export type Running = {
  readonly records: RunRecords
  readonly expected: Expected | null
  /** Called once the records can be written. */
  watcher(): Promise<Watcher> | Watcher
  start(tell: (event: RunEvent) => void): Run
  /** What the run came to, in lines. */
  summary(end: RunEnd): readonly string[]
}

/**
 * Runs something with a watcher until it ends; passes signals on, writes records and tells what the run came to.
 * @returns the engine's exit code
 */
export async function serveRun(io: Io, { records, expected, watcher: make, start, summary }: Running): Promise<number> {
  const metrics = records.metrics_file === undefined ? null : await openRecord(records.metrics_file)
  const log = records.engine_log === undefined ? null : await openRecord(records.engine_log)
  const watcher = await make()
  const run = start((event) => {
    if (event.kind === 'line') log?.write(event.line)
    const line = metrics === null ? null : recordLine(event, expected, new Date())
    if (line !== null) metrics?.write(line)
    watcher.onEvent(event)
  })
  const release = io.takeSignals((signal) => {
    if (signal === 'SIGINT' && watcher.onInterrupt !== undefined) watcher.onInterrupt()
    else run.stop(signal)
  })
  try {
    watcher.onRun?.(run)
    const end = await run.done
    watcher.close?.()
    if (watcher.told !== true) for (const line of summary(end)) io.note(line)
    return end.code
  } finally {
    release()
    watcher.close?.()
    await Promise.all([metrics?.close(), log?.close()])
  }
}
