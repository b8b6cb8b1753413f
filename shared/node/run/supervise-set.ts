import type { RunEnd, RunEvent } from '../../adapt/run-event.ts'
import { needsOf } from '../../adapt/replan.ts'
import type { ModelSet } from '../../config/model-set.ts'
import type { Target } from '../../profile/target.ts'
import { compareAllocation } from '../../run/compare-allocation.ts'
import { engineTrouble } from '../../run/engine-end.ts'
import { isModelLine, routerLog } from '../../run/router-log.ts'
import type { RouterModel } from '../../run/router-models.ts'
import { type SetLook, setReadingOf } from '../../run/set-reading.ts'
import { type LiveEngine, startLive } from './live-engine.ts'
import type { Machine } from './look.ts'
import { modelSwapper } from './swap-models.ts'
import { openSetGate, type SetGate } from './set-gate.ts'
import { freePort } from './free-port.ts'
import { lookAtSet, routerModels } from './look-at-set.ts'
import { withRestarts } from './restarts.ts'
import { addressOf, endedWithin, type EngineRecipe, type Listen, type Run } from './supervise.ts'

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
const LOADING_LOOK_MS = 250

/**
 * Runs the router of a set until it is told to end, behind a gate that keeps to the groups; starts it again when it crashes,
 * and watches every model.
 */
export function superviseSet(wanted: SetSupervision): Run {
  const asked = new AbortController()
  const held: Held = { engine: null }
  return {
    done: superviseAll(wanted, asked.signal, held),
    stop(signal) {
      asked.abort()
      held.engine?.end(signal)
    },
  }
}

/** The router that runs; null between two. */
type Held = { engine: LiveEngine | null }

async function superviseAll(wanted: SetSupervision, asked: AbortSignal, held: Held): Promise<RunEnd> {
  const { listen, set, machine, extraArgs, tell } = wanted
  const exchange = modelSwapper({
    set,
    keeps: extraArgs.length > 0,
    router: () => held.engine?.address ?? null,
    now_s: machine.now_s,
    tell,
  })
  const gate = await openSetGate({ ...listen, set, exchange })
  const round = async (config: ModelSet) => {
    const { live, log } = await startRouter(wanted)
    held.engine = live
    if (asked.aborted) live.end('SIGTERM')
    const was_ready = await watch(live, log, gate, wanted)
    const end = await live.ended
    gate.shut()
    held.engine = null
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

type Log = ReturnType<typeof routerLog>

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

/** Looks at the router and its models until it ends. @returns whether it ever answered */
async function watch(live: LiveEngine, log: Log, gate: SetGate, wanted: SetSupervision): Promise<boolean> {
  const { machine, set, at_once, tell, every_ms = EVERY_MS } = wanted
  const since_s = machine.now_s()
  if (!(await live.ready)) return false
  const changes = changeTeller(log, wanted)
  for (;;) {
    const models = await routerModels(live.address)
    changes(models ?? [])
    if (models !== null && startedAll(set, models)) break
    if (await endedWithin(live, LOADING_LOOK_MS)) return false
  }
  gate.open(new URL(live.address.url))
  tell({ kind: 'set ready', url: gate.url, set, at_once, seconds: machine.now_s() - since_s })
  let before: SetLook | null = null
  while (!(await endedWithin(live, every_ms))) {
    const models = await routerModels(live.address)
    if (models === null) continue
    changes(models)
    const look = await lookAtSet(live, models, machine)
    const { all, models: each } = setReadingOf(
      before,
      look,
      (name) => configOf(set, name)?.settings.kv_unified !== false,
    )
    before = look
    tell({
      kind: 'reading',
      reading: { ...all, requests_waiting: all.requests_waiting + gate.waiting() },
      models: each,
    })
  }
  return true
}

/** Whether every model that is loaded at the start is there, or has failed. */
function startedAll({ groups }: ModelSet, models: readonly RouterModel[]): boolean {
  const stay = groups.filter(({ swap }) => !swap).flatMap(({ members }) => members)
  return stay.every((name) => models.some((one) => one.name === name && (one.loaded || one.failed !== null)))
}

function configOf({ members }: ModelSet, name: string) {
  return members.find((one) => one.name === name)?.config
}

/** Tells what has changed of each model of the set since it was asked last. */
function changeTeller(log: Log, { set, target, comparable, tell }: SetSupervision) {
  const states = new Map<string, 'loaded' | 'unloaded' | 'failed'>()
  return (models: readonly RouterModel[]) => {
    for (const { name, loaded, coming, failed } of models) {
      const config = configOf(set, name)
      const change = loaded ? 'loaded' : failed !== null ? 'failed' : 'unloaded'
      const was = states.get(name) ?? 'unloaded'
      if (config === undefined || coming || change === was) continue
      states.set(name, change)
      const { allocation, tail } = log.of(name)
      const needs = change === 'loaded' && comparable ? needsOf(config, target) : null
      tell({
        kind: 'model',
        name,
        config,
        change,
        allocation: needs === null ? [] : compareAllocation(allocation(), needs.estimate),
        trouble: change === 'failed' ? engineTrouble({ code: failed, signal: null, tail: tail() }) : null,
      })
    }
  }
}
