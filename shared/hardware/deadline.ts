import type { Host } from './host.ts'

/** The host with every program's time limit cut to what is left until `until` (the host's clock, in ms). */
export function withDeadline(host: Host, until: number): Host {
  return {
    ...host,
    run: async (command, args, timeout_ms) => {
      const left = Math.floor(until - host.now())
      if (left <= 0) return { state: 'timeout', reason: 'no time left' }
      return host.run(command, args, Math.min(timeout_ms, left))
    },
  }
}
