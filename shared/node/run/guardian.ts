import { spawn } from 'node:child_process'

/** Ends the engines that we leave behind when we are killed and can do nothing ourselves any more. */
export type Guardian = {
  /** Takes a process that leads a group of its own under guard. */
  watch(pid: number): void
  /** Called once it has ended: its number may become another program's. */
  forget(pid: number): void
}

/** What Node needs to start where its libraries lie elsewhere; nothing else of our environment, keys least of all. */
const KEPT = ['LD_LIBRARY_PATH', 'LD_PRELOAD', 'DYLD_LIBRARY_PATH', 'DYLD_FALLBACK_LIBRARY_PATH', 'PREFIX'] as const

/**
 * Starts a process that holds the other end of a pipe of ours and nothing else. However we end, the system closes the pipe:
 * then the guardian asks the processes under guard to end, and makes them. It ends with us at the latest. Where it does not
 * start, nothing is guarded. Not for Windows, which ends children with their parent (libuv puts them into a job object).
 */
export function startGuardian(): Guardian {
  const env = Object.fromEntries(
    KEPT.flatMap((name) => (process.env[name] === undefined ? [] : [[name, process.env[name]]])),
  )
  const child = spawn(process.execPath, ['-e', `(${guard.toString()})()`], {
    env,
    cwd: '/',
    // A group of its own: what kills our whole group leaves it alive.
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  })
  child.on('error', () => {})
  child.stdin.on('error', () => {})
  // Neither keeps us from ending.
  child.unref()
  if ('unref' in child.stdin && typeof child.stdin.unref === 'function') child.stdin.unref()
  return {
    watch: (pid) => void child.stdin.write(`+${pid}\n`),
    forget: (pid) => void child.stdin.write(`-${pid}\n`),
  }
}

/** The guardian's program: its text is what runs, so it may use nothing from outside of itself but `process`. */
function guard(): void {
  const GRACE_MS = 5000
  const LOOK_MS = 50
  process.title = 'llama-pajamas-guardian'
  const watched = new Set<number>()
  let rest = ''
  process.stdin.setEncoding('utf8')
  process.stdin.on('data', (text: string) => {
    const lines = (rest + text).split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines) {
      const pid = Number(line.slice(1))
      if (line.startsWith('+')) watched.add(pid)
      else watched.delete(pid)
    }
  })
  process.stdin.on('end', () => {
    for (const pid of watched) endGroup(pid)
  })

  function endGroup(pid: number): void {
    if (!signal(pid, 'SIGTERM')) return
    const begun = Date.now()
    const look = setInterval(() => {
      const late = Date.now() - begun > GRACE_MS
      if (!signal(pid, late ? 'SIGKILL' : 0) || late) clearInterval(look)
    }, LOOK_MS)
  }

  /** False when nobody of the group is there any more. */
  function signal(pid: number, which: NodeJS.Signals | 0): boolean {
    try {
      return process.kill(-pid, which)
    } catch {
      return false
    }
  }
}
