import type { ModelFacts } from '../model/facts.ts'
import type { Hparams } from '../model/hparams.ts'
import { layerCache } from './cache.ts'
import type { ContextSize } from './context-size.ts'
import type { Where } from './layer-device.ts'
import type { MemorySettings } from './memory-settings.ts'
import { hasOverrides, type Overrides, partWeights } from './overrides/tensor-override.ts'
import { weightTable } from './weight-table.ts'
import { placeWeights, type WeightsShare } from './weights.ts'

/** Layers in one place that keep equally much for the context. */
type LayerGroup = { readonly place: Where; readonly layer: number; readonly count: number }

/** What follows from a model and the places of its layers alone. */
export type PlacedModel = { readonly weights: WeightsShare; readonly groups: readonly LayerGroup[] }

/** By model and by placement (`layerDevices` gives equal ones as the same array), then by devices and experts moved. */
const KNOWN = new WeakMap<ModelFacts, WeakMap<readonly Where[], Map<number, PlacedModel>>>()

/** More than there are layers. */
const MOST_LAYERS = 10_000

/** The model at these places, summed up on the first call. */
export function placedModel(
  facts: ModelFacts,
  hparams: Hparams,
  where: readonly Where[],
  n_devices: number,
  settings: Pick<MemorySettings, 'n_cpu_moe'> & Overrides,
): PlacedModel {
  const { n_cpu_moe } = settings
  if (hasOverrides(settings)) {
    const { table, moved } = partWeights(facts, hparams, settings)
    const weights = placeWeights(table, hparams, where, n_devices, n_cpu_moe, moved)
    return { weights, groups: layerGroups(hparams, where) }
  }
  let placements = KNOWN.get(facts)
  if (placements === undefined) KNOWN.set(facts, (placements = new WeakMap()))
  let models = placements.get(where)
  if (models === undefined) placements.set(where, (models = new Map()))
  const key = n_devices * MOST_LAYERS + Math.min(n_cpu_moe, MOST_LAYERS - 1)
  let placed = models.get(key)
  if (placed === undefined) {
    const weights = placeWeights(weightTable(facts, hparams), hparams, where, n_devices, n_cpu_moe)
    models.set(key, (placed = { weights, groups: layerGroups(hparams, where) }))
  }
  return placed
}

function layerGroups(hparams: Hparams, where: readonly Where[]): LayerGroup[] {
  const { has_kv, is_swa, is_recr, n_embd_k_gqa, n_embd_v_gqa } = hparams
  const groups = new Map<string, LayerGroup>()
  for (let layer = 0; layer < hparams.n_layer_all; layer++) {
    const place = where[layer] ?? 'host'
    const key = [place, has_kv[layer], is_swa[layer], is_recr[layer], n_embd_k_gqa[layer], n_embd_v_gqa[layer]].join()
    const known = groups.get(key)
    groups.set(key, { place, layer: known?.layer ?? layer, count: (known?.count ?? 0) + 1 })
  }
  return [...groups.values()]
}

/** Bytes for the context in each place. */
export function placeContext(
  { groups }: PlacedModel,
  hparams: Hparams,
  size: ContextSize,
  settings: MemorySettings,
  n_devices: number,
): WeightsShare {
  const devices = Array.from({ length: n_devices }, () => 0)
  let host = 0
  const bytesOf = layerCache(hparams, size, settings)
  for (const { place, layer, count } of groups) {
    const { kv, recurrent } = bytesOf(layer)
    const bytes = (kv + recurrent) * count
    if (place === 'host' || !settings.offload_kqv) host += bytes
    else devices[place] = (devices[place] ?? 0) + bytes
  }
  return { devices, host }
}
