import type { Host } from '../../hardware/host.ts'

/** Resident memory of a process in bytes; null where the system does not say, or the process is gone. */
async function processMemory(host: Host, pid: number): Promise<number | null> {
  if (host.platform === 'linux' || host.platform === 'android') {
    const status = await host.readText(`/proc/${pid}/status`)
    const kib = /^VmRSS:\s+(\d+) kB/m.exec(status ?? '')?.[1]
    return kib === undefined ? null : Number(kib) * 1024
  }
  if (host.platform !== 'darwin') return null
  const answer = await host.run('ps', ['-o', 'rss=', '-p', String(pid)], 2000)
  const kib = answer.state === 'ok' ? /^\s*(\d+)\s*$/.exec(answer.stdout)?.[1] : undefined
  return kib === undefined ? null : Number(kib) * 1024
}

/** Resident memory of a process and of those that it has started, in bytes; null where the system does not say. */
export async function familyMemory(host: Host, pid: number): Promise<number | null> {
  const own = await processMemory(host, pid)
  if (own === null) return null
  const children = await childrenOf(host, pid)
  const more = await Promise.all(children.map((child) => processMemory(host, child)))
  return more.reduce<number>((sum, bytes) => sum + (bytes ?? 0), own)
}

/** Any thread of a process may have started a child (proc_pid_task_children(5)). */
async function childrenOf(host: Host, pid: number): Promise<readonly number[]> {
  if (host.platform === 'darwin') {
    const answer = await host.run('pgrep', ['-P', String(pid)], 2000)
    return answer.state === 'ok' ? numbers(answer.stdout) : []
  }
  const threads = await host.list(`/proc/${pid}/task`)
  const lists = await Promise.all(threads.map((thread) => host.readText(`/proc/${pid}/task/${thread}/children`)))
  return lists.flatMap((text) => numbers(text ?? ''))
}

function numbers(text: string): number[] {
  return (text.match(/\d+/g) ?? []).map(Number)
}
