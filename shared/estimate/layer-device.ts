import type { Hparams } from '../model/hparams.ts'
import type { MemorySettings } from './memory-settings.ts'
import type { Placement } from './memory-estimate.ts'

/** Index of a device, or `host`. */
export type Where = number | 'host'

/** Placements by what they depend on, so that equal ones are the same array: much else is remembered by it. */
const KNOWN = new WeakMap<Hparams, Map<string, readonly Where[]>>()

/**
 * Where each layer lives: index 0 to n_layer_all - 1 the layers, n_layer_all the output layer.
 * src/llama-model.cpp load_tensors (get_layer_buft_list): the last `n_gpu_layers` of these are offloaded,
 * and split over the devices by the cumulative shares (std::upper_bound).
 * @returns the same array for the same question
 */
export function layerDevices(hparams: Hparams, settings: MemorySettings, placement: Placement): readonly Where[] {
  const { n_gpu_layers, split_mode, tensor_split } = settings
  let placements = KNOWN.get(hparams)
  if (placements === undefined) KNOWN.set(hparams, (placements = new Map()))
  const shares = placement.devices > 1 ? `${split_mode} ${tensor_split.join()}` : ''
  const key = `${n_gpu_layers} ${placement.devices} ${shares}`
  let where = placements.get(key)
  if (where === undefined) placements.set(key, (where = placeLayers(hparams, settings, placement)))
  return where
}

function placeLayers(hparams: Hparams, settings: MemorySettings, placement: Placement): Where[] {
  const slots = hparams.n_layer_all + 1
  const offloaded = placement.devices === 0 ? 0 : Math.min(settings.n_gpu_layers, slots)
  const first = slots - offloaded
  const bounds = cumulativeShares(settings, placement.devices)
  return Array.from({ length: slots }, (_, il) => {
    if (il < first) return 'host'
    // In 32-bit floats, as llama.cpp computes both sides of the comparison.
    const position = Math.fround((il - first) / offloaded)
    const device = bounds.findIndex((bound) => bound > position)
    return device === -1 ? bounds.length - 1 : device
  })
}

function cumulativeShares(settings: MemorySettings, devices: number): number[] {
  if (devices <= 1 || settings.split_mode === 'none') return [1]
  const given = Array.from({ length: devices }, (_, i) => settings.tensor_split[i] ?? 0)
  const shares = given.some((share) => share > 0) ? given : given.map(() => 1)
  const sums: number[] = []
  let sum = 0
  for (const share of shares) {
    sum = Math.fround(sum + share)
    sums.push(sum)
  }
  return sums.map((value) => Math.fround(value / sum))
}
