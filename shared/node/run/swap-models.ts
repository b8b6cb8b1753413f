import { setTimeout as sleep } from 'node:timers/promises'
import type { RunEvent } from '../../adapt/run-event.ts'
import type { ModelSet } from '../../config/model-set.ts'
import type { RouterModel } from '../../run/router-models.ts'
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
}

const LOOK_MS = 50
const UNLOAD_LIMIT_MS = 60_000
/** A model of many GiB on a slow disk. */
const LOAD_LIMIT_MS = 30 * 60_000

/**
 * Puts one model of a router in place of another: saves the caches of the one that leaves, waits until its memory is free,
 * loads the other and gives it back the caches that it had.
 * @returns what does it; it resolves with null, or with why the model is not loaded
 */
export function modelSwapper({ set, keeps, router, now_s, tell }: Swapping) {
  const caches = new Map<string, readonly KeptSlot[]>()

  return async (from: string | null, to: string): Promise<string | null> => {
    const address = router()
    if (address === null) return 'the engine is being started'
    const begun_s = now_s()
    let kept = 0
    if (from !== null) {
      const saved = keeps ? await saveSlots(address, from) : []
      caches.set(from, saved)
      kept = saved.length
      await post(address, '/models/unload', from)
      if (!(await until(address, from, (one) => !one.loaded && !one.coming, UNLOAD_LIMIT_MS))) {
        return `${from} does not make room`
      }
    }
    await post(address, '/models/load', to)
    const loaded = await until(address, to, (one) => one.loaded || one.failed !== null, LOAD_LIMIT_MS)
    if (loaded?.loaded !== true) return `${to} could not be loaded`
    const slots = set.members.find(({ name }) => name === to)?.config.settings.n_parallel ?? 1
    const restored = await restoreSlots(address, caches.get(to) ?? [], slots, to)
    if (from !== null) tell({ kind: 'swapped', from, to, kept, restored, seconds: now_s() - begun_s })
    return null
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

async function post(address: EngineAddress, path: string, model: string): Promise<void> {
  // What comes of it is seen by asking for the model.
  await askEngine(address, path, { body: { model }, timeout_ms: 30_000 }).catch(() => null)
}
