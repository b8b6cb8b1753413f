import { freemem } from 'node:os'
import { readAvailableMemory } from '../../hardware/available-memory.ts'
import { type HealthReading, readHealth } from '../../hardware/health.ts'
import type { Host } from '../../hardware/host.ts'
import type { Look } from '../../run/reading.ts'
import { parseMetrics, parseSlots } from '../../run/server-metrics.ts'
import { askEngine, askJson } from './ask-engine.ts'
import type { LiveEngine } from './live-engine.ts'
import { familyMemory } from './process-memory.ts'

/** What is asked of the machine while an engine runs; tests give their own. */
export type Machine = {
  health(): Promise<readonly HealthReading[]>
  availableBytes(): Promise<number | null>
  /** Of a process with those that it has started: a router's models are processes of their own. */
  processBytes(pid: number): Promise<number | null>
  /** Seconds, on a clock that never goes back. */
  now_s(): number
}

export function realMachine(host: Host): Machine {
  return {
    health: () => readHealth(host),
    availableBytes: () => readAvailableMemory(host, freemem()),
    processBytes: (pid) => familyMemory(host, pid),
    now_s: () => performance.now() / 1000,
  }
}

/** Asks engine and machine side by side. Never rejects: what does not answer is null. */
export async function lookAt({ address, pid }: Pick<LiveEngine, 'address' | 'pid'>, machine: Machine): Promise<Look> {
  const [metrics, slots, health, engine_bytes, available_bytes] = await Promise.all([
    askEngine(address, '/metrics').catch(() => null),
    askJson(address, '/slots'),
    machine.health().catch(() => []),
    machine.processBytes(pid).catch(() => null),
    machine.availableBytes().catch(() => null),
  ])
  return {
    at_s: machine.now_s(),
    counters: metrics?.status === 200 ? parseMetrics(metrics.text) : null,
    slots: slots === null ? null : parseSlots(slots),
    health,
    engine_bytes,
    available_bytes,
  }
}
