import { type ChildProcess, spawn } from 'node:child_process'
import { access } from 'node:fs/promises'
import { platform } from 'node:os'
import { delimiter, join, parse } from 'node:path'
import type { Readable } from 'node:stream'
import type { CommandResult } from '../hardware/host.ts'
import { errnoOf } from './file-trouble.ts'
import { withinTime } from './within-time.ts'

const OUTPUT_LIMIT = 4 * 1024 ** 2

/** What programs need to be found and to start; nothing else of the user's environment reaches them. */
const KEPT = ['PATH', 'PATHEXT', 'SystemRoot', 'windir', 'ProgramFiles', 'TEMP', 'TMP', 'PREFIX', 'LD_LIBRARY_PATH']
/** Where vendor tools lie that are often not on the path: system folders, ROCm, WSL's driver. */
const MORE_FOLDERS = ['/usr/sbin', '/sbin', '/usr/local/bin', '/opt/rocm/bin', '/usr/lib/wsl/lib']

function minimalEnvironment(): Record<string, string> {
  const env: Record<string, string> = {}
  for (const name of KEPT) {
    const value = process.env[name]
    if (value !== undefined) env[name] = value
  }
  if (platform() !== 'win32') env.PATH = [env.PATH ?? '/usr/bin:/bin', ...MORE_FOLDERS].join(delimiter)
  return { ...env, LC_ALL: 'C', LANG: 'C' }
}

const LIVE = new Set<ChildProcess>()

/** A group of its own is out of reach of the terminal's Ctrl+C: what still runs when we end, ends with us. */
function endLiveOnes(): void {
  for (const child of LIVE) killGroup(child)
}

/**
 * Runs a program of the system, without a shell and with little of the environment, and gives what it prints. Never
 * rejects. At the time limit or the output limit the program is killed with whatever it has started.
 */
export async function runProgram(command: string, args: readonly string[], timeout_ms: number): Promise<CommandResult> {
  const env = minimalEnvironment()
  const there = await withinTime(isInstalled(command, env.PATH ?? ''), Math.min(500, timeout_ms), () => null)
  if (there === null) return { state: 'timeout', reason: 'the folders of PATH do not answer' }
  if (!there) return { state: 'absent', reason: 'not installed' }
  return start(command, args, timeout_ms, env)
}

/** Starting a program that is not there costs a fork, and detection asks for a dozen of them. */
async function isInstalled(command: string, path: string): Promise<boolean> {
  // Windows adds endings, and its start fails fast.
  if (platform() === 'win32' || command.includes('/') || command.includes('\0')) return true
  const folders = new Set(path.split(delimiter).filter((folder) => folder !== ''))
  const found = [...folders].map((folder) => access(join(folder, command)).then(() => true))
  return Promise.any(found).catch(() => false)
}

function start(
  command: string,
  args: readonly string[],
  timeout_ms: number,
  env: Record<string, string>,
): Promise<CommandResult> {
  return new Promise((resolve) => {
    let child
    try {
      child = spawn(command, args, {
        env,
        // Not the user's folder: Windows looks for programs there first.
        cwd: parse(process.execPath).root,
        windowsHide: true,
        // Windows has no groups, and would open a console.
        detached: platform() !== 'win32',
        stdio: ['ignore', 'pipe', 'pipe'],
      })
    } catch (error) {
      resolve({ state: 'failed', reason: reasonOf(error) })
      return
    }
    const { stdout, stderr } = child
    if (LIVE.size === 0) process.once('exit', endLiveOnes)
    LIVE.add(child)
    const finish = (result: CommandResult) => {
      clearTimeout(late)
      LIVE.delete(child)
      if (LIVE.size === 0) process.off('exit', endLiveOnes)
      resolve(result)
    }
    /** Does not wait for the end: a process that is stuck in the kernel outlives SIGKILL. */
    const stop = (result: CommandResult) => {
      killGroup(child)
      child.unref()
      stdout.destroy()
      stderr.destroy()
      finish(result)
    }
    const late = setTimeout(
      () => stop({ state: 'timeout', reason: `no answer within ${timeout_ms} ms` }),
      Math.max(1, timeout_ms),
    )
    const texts = () => ({ stdout: printed(), stderr: complained() })
    // More output than the limit: what came first is kept.
    const full = () => stop({ state: 'ok', ...texts(), exit_code: 0 })
    const printed = collect(stdout, full)
    const complained = collect(stderr, full)
    child.once('error', (error) => {
      finish(
        errnoOf(error) === 'ENOENT'
          ? { state: 'absent', reason: 'not installed' }
          : { state: 'failed', reason: reasonOf(error) },
      )
    })
    child.once('close', (exit_code, signal) => {
      if (exit_code === null) finish({ state: 'failed', reason: `ended by ${signal}` })
      else finish({ state: 'ok', ...texts(), exit_code })
    })
  })
}

/** The text of a stream so far, up to the limit; `full` is called once when there is more. */
function collect(stream: Readable, full: () => void): () => string {
  const chunks: Buffer[] = []
  let left = OUTPUT_LIMIT
  stream.on('error', () => undefined)
  stream.on('data', (chunk: Buffer) => {
    if (left < 0) return
    chunks.push(chunk.subarray(0, left))
    left -= chunk.length
    if (left < 0) full()
  })
  return () => Buffer.concat(chunks).toString('utf8')
}

/** Ends a program and what it has started, as far as that has stayed in its group. */
function killGroup(child: ChildProcess): void {
  try {
    if (child.pid !== undefined && platform() !== 'win32') process.kill(-child.pid, 'SIGKILL')
    else child.kill('SIGKILL')
  } catch {
    // All of them have ended already.
  }
}

function reasonOf(error: unknown): string {
  const code = errnoOf(error)
  if (code === 'EACCES' || code === 'EPERM') return 'not allowed to run'
  return code === '' ? 'could not be run' : code
}
