import { namePattern } from '../config/overrides/name-pattern.ts'
import { splitOverride } from '../config/overrides/override-text.ts'
import type { RuntimeConfig } from '../config/runtime-config.ts'
import { hparamsOf } from '../estimate/compiled-model.ts'
import { tensorName } from '../estimate/overrides/tensor-override.ts'
import { isExpertGroup } from '../estimate/weight-table.ts'

/**
 * Tensors placed by name that stay so where layers are placed anew. Experts do not: the planner places them itself, by
 * `n_cpu_moe`. Nor does anything where no layer is left on a device.
 */
export function keptOverrides({ model, settings }: RuntimeConfig, n_gpu_layers: number): string[] {
  if (model === undefined || n_gpu_layers === 0) return []
  const { n_layer_all } = hparamsOf(model)
  return (settings.override_tensor ?? []).filter((text) => {
    const pattern = namePattern(splitOverride(text).pattern)
    return model.tensors.some(
      (group) =>
        !isExpertGroup(group) &&
        (group.layers === undefined
          ? pattern.found(group.name)
          : Array.from({ length: n_layer_all }, (_, il) => tensorName(group.name, il)).some(pattern.found)),
    )
  })
}
