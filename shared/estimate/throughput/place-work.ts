import type { Where } from '../layer-device.ts'
import { kvRead } from './kv-read.ts'
import type { LayerWork, ModelWork } from './model-work.ts'
import type { MovedWork } from './moved-work.ts'
import type { ResolvedSettings } from './throughput-settings.ts'

/** What one device (or the host) has to do. */
export type PlaceWork = {
  /** Layers that run here; the output does not count. */
  readonly n_layer: number
  /** Bytes of weights that one token reads. */
  readonly read: number
  /** Bytes of cache that one token reads. */
  readonly kv: number
  /** Bytes of state that recurrent layers hold here. */
  readonly state: number
  /** Weights that one prompt token multiplies. The output runs once a prompt, not for each of its tokens. */
  readonly weights: number
  /** Those of them that lie in experts, and how many tokens of a micro-batch each of the experts used gets. */
  readonly expert_weights: number
  readonly tokens_each: number
  /** Bytes of weights that one micro-batch touches: with enough tokens every expert is used by some. */
  readonly touched: number
  /** Experts that a token uses; 0 without experts. */
  readonly experts_used: number
}

type Sums = { -readonly [K in keyof PlaceWork]: PlaceWork[K] }

/**
 * Shares a model's work out over the places that hold its layers.
 * @param where place of each layer, the output last, as `layerDevices` gives it
 * @param tokens length of a micro-batch
 * @param moved work on weights that overrides place elsewhere than their layer
 */
export function placeWork(
  model: ModelWork,
  where: readonly Where[],
  settings: ResolvedSettings,
  tokens: number,
  moved: readonly MovedWork[] = [],
): ReadonlyMap<Where, PlaceWork> {
  const places = new Map<Where, Sums>()
  const seen = 1 - (1 - model.active) ** tokens
  const at = (place: Where): Sums => {
    const known = places.get(place)
    if (known !== undefined) return known
    const fresh: Sums = {
      n_layer: 0,
      read: 0,
      kv: 0,
      state: 0,
      weights: 0,
      expert_weights: 0,
      tokens_each: (tokens * model.active) / seen,
      touched: 0,
      experts_used: model.active < 1 ? model.hparams.n_expert_used : 0,
    }
    places.set(place, fresh)
    return fresh
  }
  model.layers.forEach((layer, il) => {
    const place = where[il] ?? 'host'
    const home = at(place)
    home.n_layer += 1
    home.read += layer.dense
    home.weights += layer.dense_weights
    home.touched += layer.dense
    const cached = kvRead(model.hparams, il, settings.depth, settings)
    const cache = cached > 0 ? at(settings.offload_kqv ? place : 'host') : home
    if (model.hparams.is_recr[il]) cache.state += cached
    else cache.kv += cached
    if (layer.experts > 0) addExperts(at(il < settings.n_cpu_moe ? 'host' : place), layer, model.active, seen)
  })
  const last = at(where.at(-1) ?? 'host')
  last.read += model.output.dense
  last.touched += model.output.dense
  for (const { il, place, work } of moved) {
    const home = where[il] ?? 'host'
    addDense(at(home), work, -1)
    addDense(at(place), work, 1)
    if (work.experts === 0) continue
    addExperts(at(il < settings.n_cpu_moe ? 'host' : home), work, model.active, seen, -1)
    addExperts(at(place), work, model.active, seen, 1)
  }
  return places
}

/** @param sign -1 takes it away */
function addDense(place: Sums, { dense, dense_weights }: LayerWork, sign: 1 | -1): void {
  place.read += sign * dense
  place.weights += sign * dense_weights
  place.touched += sign * dense
}

function addExperts(place: Sums, layer: LayerWork, active: number, seen: number, sign: 1 | -1 = 1): void {
  place.read += sign * layer.experts * active
  place.weights += sign * layer.expert_weights
  place.expert_weights += sign * layer.expert_weights
  place.touched += sign * layer.experts * seen
}
