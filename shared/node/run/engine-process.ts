import { spawn } from 'node:child_process'
import { constants } from 'node:os'
import { StringDecoder } from 'node:string_decoder'
import type { Readable } from 'node:stream'
import { UserError } from '../../errors.ts'
import type { EngineEnd } from '../../run/engine-end.ts'
import { errnoOf, showPath } from '../file-trouble.ts'

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

const LIVE = new Set<() => void>()
/** What still runs when we end, ends with us. */
const endLiveOnes = () => {
  for (const end of LIVE) end()
}

/**
 * Starts the engine in a process group of its own, so that an interrupt from the terminal reaches only us, and reads
 * what it writes.
 * @throws UserError('environment') when it does not start
 */
export async function startProcess({ path, args, env, onLine }: EngineStart): Promise<EngineProcess> {
  const tail: string[] = []
  const take = (line: string) => {
    tail.push(line)
    if (tail.length > TAIL_LINES) tail.shift()
    onLine(line)
  }
  const child = spawn(path, args, {
    env: { ...env },
    shell: false,
    windowsHide: true,
    // Windows has no groups, and would open a console.
    detached: process.platform !== 'win32',
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
  const end = () => void child.kill('SIGKILL')
  if (LIVE.size === 0) process.once('exit', endLiveOnes)
  LIVE.add(end)
  child.once('close', () => {
    LIVE.delete(end)
    if (LIVE.size === 0) process.off('exit', endLiveOnes)
  })
  return { pid: child.pid ?? 0, ended, kill: (signal) => void child.kill(signal) }
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
