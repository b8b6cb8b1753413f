import { open, readdir } from 'node:fs/promises'
import { arch, availableParallelism, cpus, freemem, platform, release, totalmem } from 'node:os'
import type { Host, SystemInformation } from '../hardware/host.ts'
import { runProgram } from './run-program.ts'
import { withinTime } from './within-time.ts'

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
