import type { Host } from '../../hardware/host.ts'

/** Resident memory of a process in bytes; null where the system does not say, or the process is gone. */
export async function processMemory(host: Host, pid: number): Promise<number | null> {
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
