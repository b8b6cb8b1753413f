import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { onTestFinished } from 'vitest'

const START_LIMIT_MS = 60_000
const STOP_LIMIT_MS = 10_000

export type RunningServer = {
  /** `http://127.0.0.1:PORT`, as the server itself says it. */
  readonly url: string
  /** All that it has printed so far. */
  log(): string
  /** Ends it as a person would (Ctrl+C) and waits. @returns its exit code */
  stop(): Promise<number | null>
}

/**
 * Starts a program that is or becomes llama-server and waits until it listens. The test that started it ends it at the
 * latest.
 * @throws Error with the log when it ends or stays silent instead
 */
export async function startServer(
  program: string,
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>> = process.env,
): Promise<RunningServer> {
  // A group of its own, so that a shell between us and the server is ended with it.
  const child = spawn(program, args, { env, detached: true, stdio: ['ignore', 'pipe', 'pipe'] })
  onTestFinished(() => endGroup(child, 'SIGKILL'))
  let log = ''
  const take = (chunk: Buffer) => void (log += chunk.toString())
  child.stdout.on('data', take)
  child.stderr.on('data', take)
  const exited = once(child, 'exit')

  const url = await new Promise<string>((resolve, reject) => {
    const give_up = (why: string) => reject(new Error(`llama-server ${why}\n${log.slice(-2000)}`))
    const timer = setTimeout(() => give_up('did not listen in time'), START_LIMIT_MS)
    const look = () => {
      const found = /listening on (http:\/\/127\.0\.0\.1:\d+)/.exec(log)?.[1]
      if (found === undefined) return
      clearTimeout(timer)
      resolve(found)
    }
    child.stdout.on('data', look)
    child.stderr.on('data', look)
    child.once('error', reject)
    child.once('exit', (code, signal) => {
      clearTimeout(timer)
      give_up(`ended with ${code ?? signal}`)
    })
  })

  // An interrupt between the word "listening" and the start of its work loop is lost (tools/server/server.cpp, start_loop
  // after the message): an answer that comes out of the loop says that it runs.
  await fetch(`${url}/slots`)

  const stop = async () => {
    endGroup(child, 'SIGINT')
    const timer = setTimeout(() => endGroup(child, 'SIGKILL'), STOP_LIMIT_MS)
    await exited
    clearTimeout(timer)
    return child.exitCode
  }
  return { url, log: () => log, stop }
}

function endGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return
  process.kill(-child.pid, signal)
}
