import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { onTestFinished } from 'vitest'
import { builtCli } from './run-cli.ts'

/** A `llama-pajamas-run` that is under way. */
export type RunningProgram = {
  readonly pid: number
  /** All that it has said on stderr so far. */
  said(): string
  /** Resolves with the match once stderr holds it. */
  untilSaid(pattern: RegExp): Promise<RegExpExecArray>
  signal(name: NodeJS.Signals): void
  /** Resolves with the exit code. */
  readonly ended: Promise<number | null>
  stdout(): string
  write(text: string): void
}

/** Starts the built program; the test that started it ends it at the latest. */
export function startProgram(
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>> = process.env,
): RunningProgram {
  const child: ChildProcess = spawn(process.execPath, [builtCli('run'), ...args], {
    env: { ...env, NO_COLOR: '1' },
    stdio: ['pipe', 'pipe', 'pipe'],
  })
  onTestFinished(async () => {
    if (child.exitCode !== null || child.signalCode !== null) return
    child.kill('SIGTERM')
    await once(child, 'close')
  })
  let stderr = ''
  let stdout = ''
  const looks = new Set<() => void>()
  const losses = new Set<() => void>()
  child.once('close', () => {
    for (const lose of losses) lose()
  })
  child.stdout?.setEncoding('utf8').on('data', (text: string) => (stdout += text))
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    stderr += text
    for (const look of looks) look()
  })
  const ended = once(child, 'close').then(([code]) => code as number | null)
  return {
    pid: child.pid ?? 0,
    said: () => stderr,
    stdout: () => stdout,
    ended,
    signal: (name) => void child.kill(name),
    write: (text) => void child.stdin?.write(text),
    untilSaid: (pattern) =>
      new Promise((resolve, reject) => {
        const look = () => {
          const found = pattern.exec(stderr)
          if (found === null) return
          looks.delete(look)
          losses.delete(lose)
          resolve(found)
        }
        const lose = () => reject(new Error(`it ended before it said ${pattern}:\n${stderr}`))
        looks.add(look)
        losses.add(lose)
        look()
      }),
  }
}
