import { setTimeout as sleep } from 'node:timers/promises'
import type { RunEvent } from '../../adapt/run-event.ts'
import type { ModelSet } from '../../config/model-set.ts'
import type { RouterModel } from '../../run/router-models.ts'
import type { Exchanged } from '../../run/swap-turns.ts'
import { askEngine, type EngineAddress } from './ask-engine.ts'
import { type KeptSlot, restoreSlots, saveSlots } from './kept-slots.ts'
import { routerModels } from './look-at-set.ts'

export type Swapping = {
  readonly set: ModelSet
  /** Whether the router was given a folder for caches. */
  readonly keeps: boolean
  /** The router that runs now; null while there is none. */
  router(): EngineAddress | null
  now_s(): number
  tell(event: RunEvent): void
  readonly unload_ms?: number
}

const LOOK_MS = 50
const UNLOAD_LIMIT_MS = 60_000
/** A model of many GiB on a slow disk. */
const LOAD_LIMIT_MS = 30 * 60_000

/**
 * Puts one model of a router in place of another: saves the caches of the one that leaves, waits until its memory is free,
 * loads the other and gives it back the caches that it had.
 * @param unload_ms how long a model may take to leave
 */
export function modelSwapper({ set, keeps, router, now_s, tell, unload_ms = UNLOAD_LIMIT_MS }: Swapping) {
  const caches = new Map<string, readonly KeptSlot[]>()

  return async (from: string | null, to: string): Promise<Exchanged> => {
    const address = router()
    if (address === null) return { trouble: 'the engine is being started', holder: null }
    const begun_s = now_s()
    let kept = 0
    // One that would not leave serves on.
    if (from === to && (await isLoaded(address, to))) return { trouble: null, holder: to }
    if (from !== null) {
      const saved = keeps ? await saveSlots(address, from) : []
      // One that does not answer may have been saved the time before.
      if (saved !== null) caches.set(from, saved)
      kept = saved?.length ?? 0
      await post(address, '/models/unload', from)
      const left = await until(address, from, (one) => !one.loaded && !one.coming, unload_ms)
      if (left === null) return { trouble: `${from} does not make room`, holder: from }
    }
    await post(address, '/models/load', to)
    const seen = await until(address, to, (one) => one.loaded || one.failed !== null, LOAD_LIMIT_MS)
    // One whose end was not seen may be loading still.
    if (seen?.loaded !== true) return { trouble: `${to} could not be loaded`, holder: seen === null ? to : null }
    const slots = set.members.find(({ name }) => name === to)?.config.settings.n_parallel ?? 1
    const restored = await restoreSlots(address, caches.get(to) ?? [], slots, to)
    if (from !== null && from !== to) tell({ kind: 'swapped', from, to, kept, restored, seconds: now_s() - begun_s })
    return { trouble: null, holder: to }
  }

  /** The model as it then is; null where it does not get there. */
  async function until(
    address: EngineAddress,
    name: string,
    holds: (model: RouterModel) => boolean,
    limit_ms: number,
  ): Promise<RouterModel | null> {
    for (const begun = Date.now(); Date.now() - begun < limit_ms && router() === address;) {
      const model = (await routerModels(address))?.find((one) => one.name === name)
      if (model !== undefined && holds(model)) return model
      await sleep(LOOK_MS)
    }
    return null
  }
}

async function isLoaded(address: EngineAddress, name: string): Promise<boolean> {
  return (await routerModels(address))?.some((one) => one.name === name && one.loaded) === true
}

async function post(address: EngineAddress, path: string, model: string): Promise<void> {
  // What comes of it is seen by asking for the model.
  await askEngine(address, path, { body: { model }, timeout_ms: 30_000 }).catch(() => null)
}
