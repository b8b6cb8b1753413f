import { execFileSync } from 'node:child_process'

export type SeenProcess = { readonly pid: number; readonly command: string }

/** The processes that a process has started and that still run, with their command lines. */
export function childrenOf(parent: number): readonly SeenProcess[] {
  const table = execFileSync('ps', ['-A', '-ww', '-o', 'pid=,ppid=,args='], { encoding: 'utf8' })
  return table.split('\n').flatMap((line) => {
    const found = /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line)
    return Number(found?.[2]) === parent ? [{ pid: Number(found?.[1]), command: found?.[3] ?? '' }] : []
  })
}

/**
 * The process of a parent whose command line holds a word.
 * @throws Error when it has none
 */
export function childOf(parent: number, word: string): SeenProcess {
  const found = childrenOf(parent).find(({ command }) => command.includes(word))
  if (found === undefined) throw new Error(`process ${parent} has started no ${word}`)
  return found
}

/** The environment of a process, with its command line before it. */
export function environmentOf(pid: number): string {
  return execFileSync('ps', ['eww', '-p', String(pid)], { encoding: 'utf8' })
}

/** Whether a process runs; one that has ended and waits to be noticed does not. */
export function isAlive(pid: number): boolean {
  try {
    return !execFileSync('ps', ['-o', 'stat=', '-p', String(pid)], { encoding: 'utf8' }).startsWith('Z')
  } catch {
    // It lists nothing, and says so by its exit code.
    return false
  }
}
