import type { Host } from './host.ts'
import type { Origins } from './origins.ts'
import type { LoggedProbe } from './probe.ts'
import { parseSiCpu, parseSiGraphics, parseSiMem, type SiCpu } from './probes/systeminformation.ts'
import { shortly } from './shortly.ts'
import type { Sight } from './sight.ts'

/** What each of its calls may take; the face's adapter keeps to it. */
export const SYSTEMINFORMATION_LIMIT_MS = 1500

/**
 * Asks systeminformation for what the direct probes left open, and for nothing else: it is slow, and where a direct
 * probe answered it knows better. Not asked when `until` (the host's clock, ms) is too near.
 */
export async function fillGaps(sight: Sight, host: Host, log: LoggedProbe[], until: number): Promise<Sight> {
  const { systeminformation } = host
  if (!systeminformation || until - host.now() < SYSTEMINFORMATION_LIMIT_MS) return sight
  const no_cpu = sight.cpu.name === null || sight.cpu.physical === null
  const no_memory = sight.memory.total_bytes === null
  const [cpu, memory, graphics] = await Promise.all([
    no_cpu ? call('cpu', () => systeminformation.cpu(), parseSiCpu) : null,
    no_memory ? call('mem', () => systeminformation.mem(), parseSiMem) : null,
    sight.gpus_answered ? null : call('graphics', () => systeminformation.graphics(), parseSiGraphics),
  ])
  return {
    ...sight,
    cpu: {
      ...sight.cpu,
      name: sight.cpu.name ?? cpu?.name ?? null,
      vendor: sight.cpu.vendor ?? cpu?.vendor ?? null,
      logical: sight.cpu.logical ?? cpu?.logical ?? null,
      physical: sight.cpu.physical ?? cpu?.physical ?? null,
      classes: sight.cpu.classes ?? cpu?.classes ?? null,
      sockets: sight.cpu.sockets ?? cpu?.sockets ?? null,
      simd: sight.cpu.simd.length > 0 ? sight.cpu.simd : (cpu?.simd ?? []),
      origins: cpu ? { ...filled(cpu), ...sight.cpu.origins } : sight.cpu.origins,
    },
    memory: memory ?? sight.memory,
    memory_origin: sight.memory_origin ?? (memory ? 'systeminformation-mem' : null),
    gpus: graphics ? [...sight.gpus, { source: 'systeminformation', reports: graphics }] : sight.gpus,
    gpus_answered: sight.gpus_answered || graphics !== null,
  }

  async function call<T>(what: string, ask: () => Promise<unknown>, parse: (value: unknown) => T | null) {
    const started = host.now()
    const id = `systeminformation-${what}`
    try {
      const value = parse(await ask())
      log.push({
        id,
        state: value === null ? 'failed' : 'ok',
        ms: elapsed(started),
        ...(value === null ? {} : { said: shortly(value) }),
      })
      return value
    } catch (error) {
      const note = error instanceof Error ? error.message.slice(0, 200) : 'unknown trouble'
      log.push({ id, state: /time/i.test(note) ? 'timeout' : 'failed', ms: elapsed(started), note })
      return null
    }
  }

  function elapsed(started: number): number {
    return Math.max(0, Math.round(host.now() - started))
  }
}

function filled(cpu: SiCpu): Origins {
  const facts = ['name', 'logical', 'physical', 'classes', 'sockets'] as const
  return Object.fromEntries(facts.filter((fact) => cpu[fact] !== null).map((fact) => [fact, 'systeminformation-cpu']))
}
