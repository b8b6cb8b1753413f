import type { Hparams } from '../model/hparams.ts'
import type { Where } from './layer-device.ts'
import type { WeightTable } from './weight-table.ts'

/** Bytes by place. */
export type WeightsShare = { readonly devices: readonly number[]; readonly host: number }

/**
 * Where every tensor goes: llama_model::load_tensors and llama_model_loader::create_tensor.
 * @param where place of each layer and, last, of the output layer
 * @param moved bytes that are not in the table, by the place that overrides give them
 */
export function placeWeights(
  table: WeightTable,
  hparams: Hparams,
  where: readonly Where[],
  n_devices: number,
  n_cpu_moe: number,
  moved: ReadonlyMap<Where, number> = new Map(),
): WeightsShare {
  const devices = Array.from({ length: n_devices }, () => 0)
  let host = table.input
  const add = (place: Where, bytes: number) => {
    if (place === 'host') host += bytes
    else devices[place] = (devices[place] ?? 0) + bytes
  }
  const output = where[hparams.n_layer_all] ?? 'host'
  for (let il = 0; il < hparams.n_layer; il++) {
    const place = where[il] ?? 'host'
    add(place, table.layer[il] ?? 0)
    add(il < n_cpu_moe ? 'host' : place, table.experts[il] ?? 0)
  }
  add(where[0] ?? 'host', table.first)
  add(output, table.output)
  for (const place of ropePlaces(hparams, where)) add(place, table.rope)
  // On the host the token table itself serves, but for architectures that create `output` first.
  if (output !== 'host' || hparams.traits.output_first) add(output, table.tied)
  for (const [place, bytes] of moved) add(place, bytes)
  return { devices, host }
}

function ropePlaces(hparams: Hparams, where: readonly Where[]): Set<Where> {
  const places = new Set<Where>()
  for (let il = 0; il < hparams.n_layer; il++) {
    if (hparams.traits.rope_freqs_full_only && hparams.is_swa[il]) continue
    places.add(where[il] ?? 'host')
  }
  return places
}
