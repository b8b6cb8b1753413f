import { setTimeout as sleep } from 'node:timers/promises'
import type { EngineEnd } from '../../run/engine-end.ts'
import { type Allocation, allocationReader, readLogLine } from '../../run/engine-log.ts'
import { askEngine, type EngineAddress } from './ask-engine.ts'
import { type EngineProcess, startProcess } from './engine-process.ts'

/** A llama-server that was started; it answers once `ready` says so. */
export type LiveEngine = {
  readonly address: EngineAddress
  readonly pid: number
  /** True when it answers; false when it ended before. */
  readonly ready: Promise<boolean>
  readonly ended: Promise<EngineEnd>
  /** What its log has said of its buffers so far. */
  allocation(): Allocation
  /**
   * Asks it to end, and makes it when it does not: llama-server waits for answers under way after a first signal
   * (tools/server/server.cpp, signal_handler).
   */
  end(signal: NodeJS.Signals): void
}

export type LiveStart = {
  readonly path: string
  readonly args: readonly string[]
  readonly env: Readonly<Record<string, string | undefined>>
  readonly address: EngineAddress
  /** How long answers under way may take once the engine was told to end; 5 s when absent. */
  readonly grace_ms?: number
  onLine(line: string): void
}

const GRACE_MS = 5000
/** What llama-server ends with on a second signal (tools/server/server.cpp, signal_handler). */
const ENDED_TWICE = 1
/** A small model is loaded in milliseconds, so the first looks come quickly one after the other. */
const FIRST_LOOK_MS = 25
const LONGEST_LOOK_MS = 500

/**
 * Starts llama-server and asks its `/health` until it answers that the model is loaded.
 * @throws UserError('environment') when the program does not start
 */
export async function startLive({
  path,
  args,
  env,
  address,
  grace_ms = GRACE_MS,
  onLine,
}: LiveStart): Promise<LiveEngine> {
  const sizes = allocationReader()
  const process = await startProcess({
    path,
    args,
    env,
    onLine(line) {
      const event = readLogLine(line)
      if (event !== null) sizes.take(event)
      onLine(line)
    },
  })
  let ending = false
  let insisted = false
  const insist = (signal: NodeJS.Signals) => {
    insisted = true
    process.kill(signal)
  }
  return {
    address,
    pid: process.pid,
    ready: untilHealthy(address, process),
    // That it took our second signal is no failure of what it was asked to do.
    ended: process.ended.then((end) => (insisted && end.code === ENDED_TWICE ? { ...end, code: 0 } : end)),
    allocation: sizes.allocation,
    end(signal) {
      process.kill(signal)
      if (ending) return
      ending = true
      const timers = [setTimeout(() => insist('SIGTERM'), grace_ms), setTimeout(() => insist('SIGKILL'), 2 * grace_ms)]
      void process.ended.finally(() => timers.forEach(clearTimeout))
    },
  }
}

async function untilHealthy(address: EngineAddress, { ended }: EngineProcess): Promise<boolean> {
  const gone = new AbortController()
  void ended.then(() => gone.abort())
  let pause = FIRST_LOOK_MS
  while (!gone.signal.aborted) {
    if (await isHealthy(address, gone.signal)) return true
    await sleep(pause, undefined, { signal: gone.signal }).catch(() => {})
    pause = Math.min(LONGEST_LOOK_MS, pause * 1.5)
  }
  return false
}

async function isHealthy(address: EngineAddress, signal: AbortSignal): Promise<boolean> {
  try {
    return (await askEngine(address, '/health', { signal, timeout_ms: 2000 })).status === 200
  } catch {
    return false
  }
}
