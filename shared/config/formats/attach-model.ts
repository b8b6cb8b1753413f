import type { ModelFacts } from '../../model/facts.ts'
import { readHparams } from '../../model/hparams.ts'
import { UserError } from '../../errors.ts'
import type { RuntimeConfig } from '../runtime-config.ts'
import type { ForeignConfig } from './foreign-config.ts'

/**
 * The same with the model's facts in its config, and with the context that the engine takes from the model in numbers:
 * its training length, or that for each slot (see `ForeignConfig.context_per_training`).
 */
export function attachModel(read: ForeignConfig, model: ModelFacts): ForeignConfig {
  const times = read.context_per_training
  const length = times === null ? 0 : trainingLength(model)
  const withModel = (config: RuntimeConfig | null): RuntimeConfig | null => {
    if (config === null) return null
    const n_ctx = times === null || length === 0 ? config.settings.n_ctx : Math.min(length * times, 2 ** 31 - 1)
    return { ...config, model, settings: { ...config.settings, ...(n_ctx !== undefined && { n_ctx }) } }
  }
  return { ...read, config: withModel(read.config), draft: withModel(read.draft) }
}

/** 0 where the facts cannot be those of a model: the check itself then says so. */
function trainingLength(model: ModelFacts): number {
  try {
    return readHparams(model).n_ctx_train
  } catch (error) {
    if (error instanceof UserError) return 0
    throw error
  }
}
