import { execFile, type ExecFileException } from 'node:child_process'
import { open, readdir } from 'node:fs/promises'
import { arch, availableParallelism, cpus, freemem, platform, release, totalmem } from 'node:os'
import { delimiter, parse } from 'node:path'
import type { CommandResult, Host, SystemInformation } from '../hardware/host.ts'

const OUTPUT_LIMIT = 4 * 1024 ** 2
const FILE_LIMIT = 4 * 1024 ** 2
const FILE_LIMIT_MS = 500
/** After so many reads that hang, the machine's file systems are taken for stuck and no more are tried. */
const MAX_HUNG_READS = 8
const MAX_OPEN_FILES = 32

/** The real machine. `systeminformation` is the face's adapter for the package; without it those gaps stay open. */
export function nodeHost(systeminformation?: SystemInformation): Host {
  const slots = limiter(MAX_OPEN_FILES)
  let hung = 0
  const timed = <T>(work: () => Promise<T>, late: T): Promise<T> =>
    slots(async () => {
      if (hung >= MAX_HUNG_READS) return late
      return withinTime(work(), FILE_LIMIT_MS, () => {
        hung++
        return late
      })
    })
  const processors = cpus()
  return {
    platform: hostPlatform(),
    arch: arch(),
    os_release: release(),
    run: runProgram,
    readText: (path) => timed(() => readSmallFile(path), null),
    list: (path) => timed(() => listFolder(path), []),
    basics: {
      cpu_model: processors[0]?.model ?? '',
      logical_cores: processors.length,
      available_parallelism: availableParallelism(),
      total_memory: totalmem(),
      free_memory: freemem(),
    },
    ...(systeminformation ? { systeminformation } : {}),
    now: () => performance.now(),
  }
}

function hostPlatform(): Host['platform'] {
  const name = platform()
  if (name === 'linux' || name === 'darwin' || name === 'android') return name
  return name === 'win32' ? 'windows' : 'other'
}

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

function runProgram(command: string, args: readonly string[], timeout_ms: number): Promise<CommandResult> {
  return new Promise((resolve) => {
    const options = {
      timeout: timeout_ms,
      killSignal: 'SIGKILL',
      maxBuffer: OUTPUT_LIMIT,
      env: minimalEnvironment(),
      // Not the user's folder: Windows looks for programs there first.
      cwd: parse(process.execPath).root,
      windowsHide: true,
      encoding: 'utf8',
    } as const
    const timedOut: CommandResult = { state: 'timeout', reason: `no answer within ${timeout_ms} ms` }
    try {
      const child = execFile(command, [...args], options, (error, stdout, stderr) => {
        clearTimeout(late)
        resolve(resultOf(error, stdout, stderr, timedOut))
      })
      child.stdin?.on('error', () => undefined)
      child.stdin?.end()
      // A process stuck in the kernel outlives SIGKILL, and then no callback comes: do not wait for it.
      const late = setTimeout(() => {
        child.unref()
        child.stdout?.destroy()
        child.stderr?.destroy()
        resolve(timedOut)
      }, timeout_ms + 100)
    } catch (error) {
      resolve({ state: 'failed', reason: reasonOf(error) })
    }
  })
}

function resultOf(
  error: ExecFileException | null,
  stdout: string,
  stderr: string,
  timedOut: CommandResult,
): CommandResult {
  if (error === null) return { state: 'ok', stdout, stderr, exit_code: 0 }
  if (error.code === 'ENOENT') return { state: 'absent', reason: 'not installed' }
  // More output than the limit: what came first is kept.
  if (error.code === 'ERR_CHILD_PROCESS_STDIO_MAXBUFFER') return { state: 'ok', stdout, stderr, exit_code: 0 }
  if (typeof error.code === 'number') return { state: 'ok', stdout, stderr, exit_code: error.code }
  if (error.killed) return timedOut
  return { state: 'failed', reason: reasonOf(error) }
}

function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : null
  if (code === 'EACCES' || code === 'EPERM') return 'not allowed to run'
  if (error instanceof Error && 'signal' in error && typeof error.signal === 'string') return `ended by ${error.signal}`
  return code ?? 'could not be run'
}

async function readSmallFile(path: string): Promise<string | null> {
  try {
    const file = await open(path, 'r')
    try {
      // Files under /proc and /sys say that their size is 0, so read until the end or one byte past the limit.
      const chunks: Buffer[] = []
      let size = 0
      while (size <= FILE_LIMIT) {
        const { bytesRead, buffer } = await file.read(Buffer.alloc(size === 0 ? 4096 : 65_536))
        if (bytesRead === 0) return Buffer.concat(chunks).toString('utf8')
        chunks.push(buffer.subarray(0, bytesRead))
        size += bytesRead
      }
      return null
    } finally {
      await file.close()
    }
  } catch {
    return null
  }
}

async function listFolder(path: string): Promise<string[]> {
  try {
    return await readdir(path)
  } catch {
    return []
  }
}

async function withinTime<T>(work: Promise<T>, limit_ms: number, late: () => T): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const limit = new Promise<T>((resolve) => {
    timer = setTimeout(() => resolve(late()), limit_ms)
  })
  try {
    return await Promise.race([work, limit])
  } finally {
    clearTimeout(timer)
  }
}

/** At most `count` at once: a server has thousands of files under /sys, and a process few file handles. */
function limiter(count: number): <T>(work: () => Promise<T>) => Promise<T> {
  let running = 0
  const waiting: (() => void)[] = []
  return async (work) => {
    if (running >= count) await new Promise<void>((resolve) => waiting.push(resolve))
    else running++
    try {
      return await work()
    } finally {
      // A waiting call takes over this one's place.
      const next = waiting.shift()
      if (next) next()
      else running--
    }
  }
}
