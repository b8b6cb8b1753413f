import type { RunEnd, RunEvent } from '../../adapt/run-event.ts'
import type { ModelSet } from '../../config/model-set.ts'
import type { Target } from '../../profile/target.ts'
import { isModelLine, routerLog } from '../../run/router-log.ts'
import { startLive } from './live-engine.ts'
import type { Machine } from './look.ts'
import { modelSwapper } from './swap-models.ts'
import { openSetGate, type SetGate } from './set-gate.ts'
import { freePort } from './free-port.ts'
import { askEngine, type EngineAddress } from './ask-engine.ts'
import { setWatcher, type SetWatcher, type Watched } from './watch-set.ts'
import { withRestarts } from './restarts.ts'
import { addressOf, type Listen } from './engine-address.ts'
import { endedWithin, type EngineRecipe, type Held, type Run, stopHeld } from './supervise.ts'

export type SetSupervision = {
  readonly set: ModelSet
  readonly target: Target
  /** llama-server as the router of the set's presets. */
  readonly engine: Omit<EngineRecipe, 'argsFor'> & { argsFor(listen: Listen): readonly string[] }
  /** Where clients connect; port 0 for any that is free. */
  readonly listen: Listen
  readonly at_once: number
  /** Added to the engine's arguments: `--slot-save-path`, where it knows it. */
  readonly extraArgs: readonly string[]
  readonly machine: Machine
  readonly restarts: number
  readonly comparable: boolean
  readonly every_ms?: number
  readonly pauses_s?: readonly number[]
  tell(event: RunEvent): void
}

const EVERY_MS = 2000

/**
 * Runs the router of a set until it is told to end, behind a gate that keeps to the groups; starts it again when it crashes,
 * and watches every model.
 */
export function superviseSet(wanted: SetSupervision): Run {
  const asked = new AbortController()
  const held: HeldSet = { engine: null, looks: null, watcher: null }
  return {
    done: superviseAll(wanted, asked.signal, held),
    stop: (signal) => stopHeld(signal, asked, held),
  }
}

/** The router that runs; null between two. */
type HeldSet = Held & { watcher: SetWatcher | null }

async function superviseAll(wanted: SetSupervision, asked: AbortSignal, held: HeldSet): Promise<RunEnd> {
  const { engine, listen, set, machine, extraArgs, tell } = wanted
  const swap = modelSwapper({
    set,
    keeps: extraArgs.length > 0,
    router: () => held.engine?.address ?? null,
    now_s: machine.now_s,
    tell,
  })
  const exchange = async (from: string | null, to: string) => {
    // What a model has counted goes with its process.
    if (from !== null) await held.watcher?.look()
    const exchanged = await swap(from, to)
    if (from !== null) held.watcher?.forget(from)
    return exchanged
  }
  const authorised = engine.api_key === undefined ? null : (key: string) => isKnownKey(held.engine?.address, key)
  const gate = await openSetGate({ ...listen, set, exchange, authorised })
  const round = async (config: ModelSet) => {
    const { live, log } = await startRouter(wanted)
    held.engine = live
    if (asked.aborted) live.end('SIGTERM')
    const was_ready = await watch({ ...wanted, live, log, gate }, held)
    const end = await live.ended
    gate.shut()
    held.engine = null
    held.watcher = null
    held.looks = null
    // What a model's process said has not ended the router.
    return { end: { ...end, tail: end.tail.filter((line) => !isModelLine(line)) }, config, was_ready }
  }
  try {
    const end = await withRestarts(set, {
      ...wanted,
      asked,
      now_s: machine.now_s,
      round,
      smaller: () => null,
      onTrouble: ({ trouble, again_in_s }) =>
        tell({ kind: 'trouble', trouble, config: null, smaller: null, again_in_s }),
    })
    return { ...end, adaptations: 0 }
  } finally {
    await gate.close()
  }
}

async function startRouter({ engine, extraArgs, set, tell }: SetSupervision) {
  tell({ kind: 'set starting', set })
  const at = { host: '127.0.0.1', port: await freePort() }
  const log = routerLog()
  const live = await startLive({
    path: engine.path,
    args: [...engine.argsFor(at), ...extraArgs],
    env: engine.env,
    address: addressOf(engine, at),
    onLine(line) {
      log.take(line)
      tell({ kind: 'line', line })
    },
  })
  return { live, log }
}

/** Opens the gate once the models that stay are loaded, and looks every few seconds until the router ends. */
async function watch(watched: SetSupervision & Watched & { readonly gate: SetGate }, held: HeldSet): Promise<boolean> {
  const { live, gate, machine, set, at_once, tell, every_ms = EVERY_MS } = watched
  const since_s = machine.now_s()
  const watcher = setWatcher({ ...watched, waiting: gate.waiting })
  if (!(await watcher.started())) return false
  held.watcher = watcher
  held.looks = watcher
  gate.open(new URL(live.address.url))
  const at_s = machine.now_s()
  tell({ kind: 'set ready', at_s, url: gate.url, set, at_once, seconds: at_s - since_s })
  while (!(await endedWithin(live, every_ms))) await watcher.look()
  return true
}

/** Whether the router takes a client's key. It is asked something that it answers to nobody without one. */
async function isKnownKey(address: EngineAddress | undefined, api_key: string): Promise<boolean> {
  if (address === undefined) return false
  return (await askEngine({ url: address.url, api_key }, '/props').catch(() => null))?.status === 200
}
