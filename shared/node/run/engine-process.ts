import { spawn } from 'node:child_process'
import { constants } from 'node:os'
import { StringDecoder } from 'node:string_decoder'
import type { Readable } from 'node:stream'
import { UserError } from '../../errors.ts'
import type { EngineEnd } from '../../run/engine-end.ts'
import { errnoOf, showPath } from '../file-trouble.ts'
import { type Guardian, startGuardian } from './guardian.ts'

export type EngineStart = {
  readonly path: string
  readonly args: readonly string[]
  readonly env: Readonly<Record<string, string | undefined>>
  /** Every line that the engine writes, on either stream. */
  onLine(line: string): void
}

export type EngineProcess = {
  readonly pid: number
  /** Resolves when the process is gone and all that it wrote was read. */
  readonly ended: Promise<EngineEnd>
  /** Safe to call after the end. */
  kill(signal: NodeJS.Signals): void
}

/** Lines longer than this are cut: a prompt that is logged may be a whole book. */
const LONGEST_LINE = 4000
/** Lines that are kept for saying why it ended. */
const TAIL_LINES = 80

/** One for all engines of this process, from the first one on. */
let guardian: Guardian | null = null

const LIVE = new Set<() => void>()
/** What still runs when we end, ends with us. */
const endLiveOnes = () => {
  for (const end of LIVE) end()
}

/**
 * Starts the engine in a process group of its own, so that an interrupt from the terminal reaches only us, and reads
 * what it writes. It ends when we do, also when we are killed.
 * @throws UserError('environment') when it does not start
 */
export async function startProcess({ path, args, env, onLine }: EngineStart): Promise<EngineProcess> {
  const tail: string[] = []
  const take = (line: string) => {
    tail.push(line)
    if (tail.length > TAIL_LINES) tail.shift()
    onLine(line)
  }
  // Windows has no groups, would open a console, and ends children with their parent.
  const grouped = process.platform !== 'win32'
  const guard = grouped ? (guardian ??= startGuardian()) : null
  const child = spawn(path, args, {
    env: { ...env },
    shell: false,
    windowsHide: true,
    detached: grouped,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  readLines(child.stdout, take)
  readLines(child.stderr, take)
  const ended = new Promise<EngineEnd>((resolve) => {
    child.once('close', (code, signal) => resolve({ code, signal, tail }))
  })
  await new Promise<void>((resolve, reject) => {
    child.once('spawn', resolve)
    child.once('error', (error) => reject(doesNotStart(path, error)))
  })
  // Later errors are those of `kill`, and say that it is gone.
  child.on('error', () => {})
  const pid = child.pid ?? 0
  guard?.watch(pid)
  const kill = (signal: NodeJS.Signals) => {
    if (signal !== 'SIGKILL' || !grouped || child.exitCode !== null || child.signalCode !== null) {
      child.kill(signal)
      return
    }
    try {
      // A router has started engines of its own.
      process.kill(-pid, signal)
    } catch {
      // All of them have ended already.
    }
  }
  const end = () => kill('SIGKILL')
  if (LIVE.size === 0) process.once('exit', endLiveOnes)
  LIVE.add(end)
  child.once('close', () => {
    LIVE.delete(end)
    guard?.forget(pid)
    if (LIVE.size === 0) process.off('exit', endLiveOnes)
  })
  return { pid, ended, kill }
}

/** The exit code of an end as shells report it. */
export function exitCode({ code, signal }: Pick<EngineEnd, 'code' | 'signal'>): number {
  if (code !== null) return code
  return 128 + (signal === null ? 0 : (constants.signals[signal as NodeJS.Signals] ?? 0))
}

function readLines(stream: Readable, take: (line: string) => void): void {
  const decoder = new StringDecoder('utf8')
  let rest = ''
  stream.on('data', (chunk: Buffer) => {
    const lines = (rest + decoder.write(chunk)).split(/\r?\n/)
    rest = (lines.pop() ?? '').slice(0, LONGEST_LINE)
    for (const line of lines) take(line.slice(0, LONGEST_LINE))
  })
  stream.on('end', () => {
    if (rest !== '') take(rest)
  })
  stream.on('error', () => {})
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'it, or the interpreter or loader that it names, does not exist',
  EACCES: 'permission denied',
  ENOEXEC: 'it is no program for this machine',
}

function doesNotStart(path: string, error: unknown): UserError {
  const code = errnoOf(error)
  return new UserError(
    'environment',
    `${showPath(path)} does not start: ${REASONS[code] ?? (code || String(error))}`,
    'Is it a llama-server built for this machine?',
    { cause: error },
  )
}
