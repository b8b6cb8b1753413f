import type { RuntimeConfig } from '../config/runtime-config.ts'
import { hparamsOf } from '../estimate/compiled-model.ts'
import { layerDevices } from '../estimate/layer-device.ts'
import { resolveSettings } from '../estimate/memory-settings.ts'
import type { Target } from '../profile/target.ts'

/** Layers of a model on one device of a cluster; the output layer counts as the last. */
export type DeviceLayers = { readonly device: string; readonly first: number; readonly last: number }

/** Which layers lie on which device, in the order in which a token passes through them; empty without the model's facts. */
export function clusterLayers({ settings, model, metadata }: RuntimeConfig, target: Target): DeviceLayers[] {
  if (model === undefined) return []
  const hparams = hparamsOf(model)
  const where = layerDevices(hparams, resolveSettings(settings, hparams, metadata?.program), {
    devices: target.devices.length,
  })
  return target.devices.flatMap(({ name }, at) => {
    const first = where.indexOf(at)
    return first === -1 ? [] : [{ device: name, first, last: where.lastIndexOf(at) }]
  })
}
