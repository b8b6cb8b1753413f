import type { ModelFacts } from '../../model/facts.ts'
import type { Hparams } from '../../model/hparams.ts'
import { cachePerLayer } from '../cache.ts'
import { contextSize } from '../context-size.ts'
import { graphModel } from '../graph/graph-model.ts'
import { MissingWeight } from '../graph/missing-weight.ts'
import { replayCompute } from '../graph/replay.ts'
import type { Where } from '../layer-device.ts'
import type { MemorySettings } from '../memory-settings.ts'
import { groupTensorBytes } from '../weight-table.ts'
import { buildQwenMtp, MTP_ARCHITECTURES, predictionHparams } from './mtp-graph.ts'

/** Bytes per device, and on the host. */
export type Spread = { readonly devices: number[]; host: number }

function spread(n_devices: number): Spread {
  return { devices: Array.from({ length: n_devices }, () => 0), host: 0 }
}

function addTo(sums: Spread, place: Where, bytes: number): void {
  if (place === 'host') sums.host += bytes
  else sums.devices[place] = (sums.devices[place] ?? 0) + bytes
}

/** Weights of the prediction layers, which are loaded for `draft-mtp` only; each lies where its layer does. */
export function predictionWeights(
  facts: ModelFacts,
  layers: readonly number[],
  where: readonly Where[],
  n_devices: number,
): Spread {
  const sums = spread(n_devices)
  for (const group of facts.tensors) {
    const bytes = groupTensorBytes(group)
    for (const [from, to] of group.layers ?? []) {
      for (const il of layers) if (il >= from && il <= to) addTo(sums, where[il] ?? 'host', bytes)
    }
  }
  return sums
}

/** Cache of the prediction layers: plain attention, in the draft's own types (llama_model::create_memory). */
export function predictionCache(
  hparams: Hparams,
  settings: MemorySettings,
  layers: readonly number[],
  where: readonly Where[],
  n_devices: number,
): Spread {
  const own = predictionHparams(hparams, layers)
  const { kv } = cachePerLayer(own, contextSize(own, settings), settings)
  const sums = spread(n_devices)
  for (const il of layers) addTo(sums, settings.offload_kqv ? (where[il] ?? 'host') : 'host', kv[il] ?? 0)
  return sums
}

/** Compute buffers of the prediction layers' context; null where their graph is not described here. */
export function predictionCompute(
  facts: ModelFacts,
  hparams: Hparams,
  settings: MemorySettings,
  layers: readonly number[],
  where: readonly Where[],
  n_devices: number,
  flash: boolean,
): Spread | null {
  const [only, ...more] = layers
  if (only !== hparams.n_layer || more.length > 0 || !MTP_ARCHITECTURES.has(facts.architecture)) return null
  const own = predictionHparams(hparams, layers)
  try {
    // A copy: what is remembered of these facts' graph belongs to the main context.
    const run = {
      facts: { ...facts },
      hparams: own,
      settings,
      size: contextSize(own, settings),
      where,
      n_devices,
      flash,
    }
    const model = graphModel(run)
    const bytes = replayCompute(buildQwenMtp, model, 1)
    return { devices: bytes.slice(0, n_devices), host: bytes[n_devices] ?? 0 }
  } catch (error) {
    if (error instanceof MissingWeight) return null
    throw error
  }
}
