import type { ModelFacts } from '../../model/facts.ts'
import { readHparams } from '../../model/hparams.ts'
import { UserError } from '../../errors.ts'
import type { RuntimeConfig } from '../runtime-config.ts'
import type { ForeignConfig } from './foreign-config.ts'

/**
 * The same with the model's facts in its config, and with the context that the engine takes from the model in numbers:
 * its training length, or that for each slot (see `ForeignConfig.context_per_training`). More layers than the model has are
 * all of them.
 */
export function attachModel(read: ForeignConfig, model: ModelFacts): ForeignConfig {
  const times = read.context_per_training
  const { length, layers } = sizesOf(model)
  const withModel = (config: RuntimeConfig | null): RuntimeConfig | null => {
    if (config === null) return null
    const { settings } = config
    const n_ctx = times === null || length === 0 ? settings.n_ctx : Math.min(length * times, 2 ** 31 - 1)
    // `-ngl 99` is how people write all of them.
    const all = (settings.n_gpu_layers ?? 0) > layers && layers > 0
    const experts = (settings.n_cpu_moe ?? 0) >= layers && layers > 0
    return {
      ...config,
      model,
      settings: {
        ...settings,
        ...(n_ctx !== undefined && { n_ctx }),
        ...(all && { n_gpu_layers: -1 }),
        ...(experts && { n_cpu_moe: layers - 1 }),
      },
    }
  }
  return { ...read, config: withModel(read.config), draft: withModel(read.draft) }
}

/** Training length, and layers with the output's; 0 where the facts cannot be those of a model: the check itself then says so. */
function sizesOf(model: ModelFacts): { length: number; layers: number } {
  try {
    const { n_ctx_train, n_layer_all } = readHparams(model)
    return { length: n_ctx_train, layers: n_layer_all + 1 }
  } catch (error) {
    if (error instanceof UserError) return { length: 0, layers: 0 }
    throw error
  }
}
