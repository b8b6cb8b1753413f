import type { ModelFacts } from '../../model/facts.ts'
import { hparamsOf } from '../compiled-model.ts'
import type { Where } from '../layer-device.ts'
import {
  hasOverrides,
  overriddenPlace,
  type Overrides,
  tensorName,
  withinDevices,
} from '../overrides/tensor-override.ts'
import { groupWork, isRead, type LayerWork } from './model-work.ts'

/** Work on one weight that an override places; `il` is the layer that it belongs to, the number of layers the output. */
export type MovedWork = { readonly il: number; readonly place: Where; readonly work: LayerWork }

/** The work on all weights that overrides place on the host or on one of so many devices. */
export function movedWork(facts: ModelFacts, asked: Overrides, n_devices: number): MovedWork[] {
  const overrides = withinDevices(asked, n_devices)
  if (!hasOverrides(overrides)) return []
  const { n_layer, n_layer_all, n_expert, n_expert_used } = hparamsOf(facts)
  const active = n_expert > 0 ? Math.min(1, n_expert_used / n_expert) : 1
  return facts.tensors.flatMap((group) => {
    const work = groupWork(group, active)
    const at = (il: number, name: string): MovedWork[] => {
      const place = overriddenPlace(overrides, name)
      return place === null ? [] : [{ il, place, work }]
    }
    // The output runs once a prompt: what it multiplies is not counted, only what it reads.
    if (group.layers === undefined) {
      if (!isRead(group, facts)) return []
      return at(n_layer_all, group.name).map((one) => ({ ...one, work: { ...work, dense_weights: 0 } }))
    }
    return group.layers.flatMap(([from, to]) =>
      Array.from({ length: Math.max(0, Math.min(to, n_layer - 1) - from + 1) }, (_, i) =>
        at(from + i, tensorName(group.name, from + i)),
      ).flat(),
    )
  })
}
