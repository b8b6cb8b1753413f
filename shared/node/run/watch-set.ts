import type { RunEvent } from '../../adapt/run-event.ts'
import { needsOf } from '../../adapt/replan.ts'
import type { ModelSet } from '../../config/model-set.ts'
import type { Target } from '../../profile/target.ts'
import { compareAllocation } from '../../run/compare-allocation.ts'
import { engineTrouble } from '../../run/engine-end.ts'
import type { routerLog } from '../../run/router-log.ts'
import type { RouterModel } from '../../run/router-models.ts'
import { type SetLook, setReadingOf } from '../../run/set-reading.ts'
import type { LiveEngine } from './live-engine.ts'
import type { Machine } from './look.ts'
import { lookAtSet, routerModels } from './look-at-set.ts'
import { type Looks, looksOf } from './last-look.ts'
import { endedWithin } from './supervise.ts'

/** A router that was started, and the log that it writes. */
export type Watched = { readonly live: LiveEngine; readonly log: Log }

type Log = ReturnType<typeof routerLog>

type Watching = Watched & {
  readonly set: ModelSet
  readonly target: Target
  readonly machine: Machine
  /** Whether the log tells of the whole allocation. */
  readonly comparable: boolean
  /** Requests that wait before the router. */
  waiting(): number
  tell(event: RunEvent): void
}

/** Looking asks every loaded model and tells what has changed; it never rejects. */
export type SetWatcher = Looks<void> & {
  /** True once every model that is loaded at the start is there, or has failed; false when the router ended before. */
  started(): Promise<boolean>
  /** A model's process has ended: the next one counts from nothing. */
  forget(name: string): void
}

const LOADING_LOOK_MS = 250

/** Watches a router and its models. */
export function setWatcher(watching: Watching): SetWatcher {
  const { live, set, machine, waiting, tell } = watching
  const changes = changeTeller(watching)
  let before: SetLook | null = null
  const looks = looksOf(async () => {
    const models = await routerModels(live.address)
    if (models === null) return
    changes(models)
    const look = await lookAtSet(live, models, machine)
    const shares = (name: string) => configOf(set, name)?.settings.kv_unified !== false
    const { all, models: each } = setReadingOf(before, look, shares)
    before = look
    const reading = { ...all, requests_waiting: all.requests_waiting + waiting() }
    tell({ kind: 'reading', reading, models: each })
  })
  return {
    ...looks,
    async started() {
      if (!(await live.ready)) return false
      for (;;) {
        const models = await routerModels(live.address)
        changes(models ?? [])
        if (models !== null && startedAll(set, models)) return true
        if (await endedWithin(live, LOADING_LOOK_MS)) return false
      }
    },
    forget(name) {
      if (before === null) return
      before = { ...before, models: new Map([...before.models].filter(([one]) => one !== name)) }
    },
  }
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
function changeTeller({ log, set, target, comparable, tell }: Watching) {
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
        allocation: needs === null ? [] : compareAllocation(allocation(), needs.estimate, needs.packed_more),
        trouble: change === 'failed' ? engineTrouble({ code: failed, signal: null, tail: tail() }) : null,
      })
    }
  }
}
