import type { Look } from '../../run/reading.ts'
import { parseRouterModels, type RouterModel } from '../../run/router-models.ts'
import { parseMetrics, parseSlots } from '../../run/server-metrics.ts'
import type { SetLook } from '../../run/set-reading.ts'
import { askEngine, askJson, type EngineAddress } from './ask-engine.ts'
import type { LiveEngine } from './live-engine.ts'
import type { Machine } from './look.ts'

/** The models that a router knows; null when it does not say. */
export async function routerModels(address: EngineAddress): Promise<readonly RouterModel[] | null> {
  return parseRouterModels(await askJson(address, '/models'))
}

/**
 * Asks the router for each loaded model, and the machine. Never loads a model, and does not count as a use of one
 * (tools/server/server-models.cpp, proxy_get). Never rejects.
 */
export async function lookAtSet(
  { address, pid }: Pick<LiveEngine, 'address' | 'pid'>,
  models: readonly RouterModel[],
  machine: Machine,
): Promise<SetLook> {
  const loaded = models.filter((one) => one.loaded)
  const [health, engine_bytes, available_bytes, looks] = await Promise.all([
    machine.health().catch(() => []),
    machine.processBytes(pid).catch(() => null),
    machine.availableBytes().catch(() => null),
    Promise.all(loaded.map(async ({ name }) => [name, await lookAtModel(address, name, machine)] as const)),
  ])
  const at_s = machine.now_s()
  return {
    machine: { at_s, counters: null, slots: null, health, engine_bytes, available_bytes },
    models: new Map(looks),
  }
}

async function lookAtModel(address: EngineAddress, name: string, machine: Machine): Promise<Look> {
  const which = `?model=${encodeURIComponent(name)}&autoload=false`
  const [metrics, slots] = await Promise.all([
    askEngine(address, `/metrics${which}`).catch(() => null),
    askJson(address, `/slots${which}`),
  ])
  return {
    at_s: machine.now_s(),
    counters: metrics?.status === 200 ? parseMetrics(metrics.text) : null,
    slots: slots === null ? null : parseSlots(slots),
    health: [],
    engine_bytes: null,
    available_bytes: null,
  }
}
