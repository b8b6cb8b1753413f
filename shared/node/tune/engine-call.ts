import { type ChildProcess, spawn } from 'node:child_process'
import { platform } from 'node:os'
import type { Readable } from 'node:stream'
import { errnoOf } from '../file-trouble.ts'

/** How a call of an engine program ended. `seconds` is wall time. */
export type CallEnd =
  | {
      readonly state: 'ended'
      readonly code: number | null
      readonly signal: string | null
      readonly stdout: string
      readonly stderr: string
      readonly seconds: number
    }
  | { readonly state: 'timeout'; readonly seconds: number }
  | { readonly state: 'too much output'; readonly seconds: number }
  | { readonly state: 'not started'; readonly reason: string; readonly seconds: number }
  | { readonly state: 'stopped' }

export type CallOptions = {
  readonly limit_s: number
  /** Ends the program and everything that it has started. */
  readonly stop: AbortSignal
  readonly env: Readonly<Record<string, string | undefined>>
}

/** llama-bench prints a kilobyte a test; its complaints are as short. */
const OUTPUT_LIMIT = 1024 ** 2

const LIVE = new Set<ChildProcess>()

function endLiveOnes(): void {
  for (const child of LIVE) killGroup(child)
}

/**
 * Runs an engine program once, in a process group of its own, with the user's whole environment (which GPUs it may
 * see, where its libraries are). Never rejects; kills the group at the time limit, on `stop`, and when we end ourselves.
 */
export function callEngine(
  path: string,
  args: readonly string[],
  { limit_s, stop, env }: CallOptions,
): Promise<CallEnd> {
  const start = performance.now()
  const seconds = () => (performance.now() - start) / 1000
  return new Promise((resolve) => {
    if (stop.aborted) {
      resolve({ state: 'stopped' })
      return
    }
    let child: ChildProcess
    try {
      child = startGroup(path, args, env)
    } catch (error) {
      resolve({ state: 'not started', reason: reasonOf(error), seconds: seconds() })
      return
    }
    const finish = (end: CallEnd) => {
      clearTimeout(late)
      stop.removeEventListener('abort', stopped)
      letGo(child)
      resolve(end)
    }
    const cut = (end: CallEnd) => {
      killGroup(child)
      // A process that is stuck in a driver outlives SIGKILL; nobody waits for it.
      child.unref()
      child.stdout?.destroy()
      child.stderr?.destroy()
      finish(end)
    }
    const stopped = () => cut({ state: 'stopped' })
    const full = () => cut({ state: 'too much output', seconds: seconds() })
    const late = setTimeout(() => cut({ state: 'timeout', seconds: seconds() }), limit_s * 1000)
    stop.addEventListener('abort', stopped, { once: true })
    const stdout = collect(child.stdout, full)
    const stderr = collect(child.stderr, full)
    child.once('error', (error) => finish({ state: 'not started', reason: reasonOf(error), seconds: seconds() }))
    child.once('close', (code, signal) =>
      finish({ state: 'ended', code, signal, stdout: stdout(), stderr: stderr(), seconds: seconds() }),
    )
  })
}

/** Starts a program as the head of a group that ends with us at the latest. */
export function startGroup(path: string, args: readonly string[], env: CallOptions['env']): ChildProcess {
  const child = spawn(path, args, {
    env,
    windowsHide: true,
    // Windows has no groups, and would open a console.
    detached: platform() !== 'win32',
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  if (LIVE.size === 0) process.once('exit', endLiveOnes)
  LIVE.add(child)
  return child
}

/** A program of `startGroup` that has ended. */
export function letGo(child: ChildProcess): void {
  LIVE.delete(child)
  if (LIVE.size === 0) process.off('exit', endLiveOnes)
}

/** Ends a program and what it has started. */
export function killGroup(child: ChildProcess): void {
  try {
    if (child.pid !== undefined && platform() !== 'win32') process.kill(-child.pid, 'SIGKILL')
    else child.kill('SIGKILL')
  } catch {
    // All of them have ended already.
  }
}

function collect(stream: Readable | null, full: () => void): () => string {
  const chunks: Buffer[] = []
  let left = OUTPUT_LIMIT
  stream?.on('error', () => undefined)
  stream?.on('data', (chunk: Buffer) => {
    if (left < 0) return
    chunks.push(chunk)
    left -= chunk.length
    if (left < 0) full()
  })
  return () => Buffer.concat(chunks).toString('utf8')
}

function reasonOf(error: unknown): string {
  const code = errnoOf(error)
  if (code === 'ENOENT') return 'it, or the interpreter or loader that it names, does not exist'
  return code === 'EACCES' ? 'permission denied' : code || 'it could not be run'
}
