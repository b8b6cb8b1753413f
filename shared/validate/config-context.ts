import { UserError } from '../errors.ts'
import type { RuntimeConfig } from '../config/runtime-config.ts'
import { hparamsOf } from '../estimate/compiled-model.ts'
import { estimateMemory } from '../estimate/estimate-memory.ts'
import type { MemoryEstimate, Placement } from '../estimate/memory-estimate.ts'
import { type MemorySettings, resolveSettings } from '../estimate/memory-settings.ts'
import type { ModelFacts } from '../model/facts.ts'
import type { Hparams } from '../model/hparams.ts'

/** A model that can be placed. */
export type KnownModel = {
  readonly facts: ModelFacts
  readonly hparams: Hparams
  readonly settings: MemorySettings
}

/** A config as the rules see it, whatever it runs on. */
export type ConfigContext = {
  readonly config: RuntimeConfig
  /** Null when no facts are known or they cannot be those of a model. */
  readonly model: KnownModel | null
  /** Why given facts cannot be used. */
  readonly trouble: string | null
  /** The estimate on a placement; each placement is computed once. Null without a model. */
  readonly estimateOn: (placement: Placement) => MemoryEstimate | null
}

/**
 * @param facts what the caller knows of the model (a GGUF beside the config, a facts file); the facts embedded
 * in the config when absent
 */
export function configContext(config: RuntimeConfig, facts: ModelFacts | undefined): ConfigContext {
  const { model, trouble } = knownModel(config, facts ?? config.model)
  const estimates = new Map<string, MemoryEstimate>()
  return {
    config,
    model,
    trouble,
    estimateOn: (placement) => {
      if (model === null) return null
      const key = `${placement.devices} ${placement.backend ?? ''}`
      const known = estimates.get(key)
      if (known !== undefined) return known
      const estimate = estimateMemory(model.facts, model.settings, placement)
      estimates.set(key, estimate)
      return estimate
    },
  }
}

function knownModel(
  config: RuntimeConfig,
  facts: ModelFacts | undefined,
): { model: KnownModel | null; trouble: string | null } {
  if (facts === undefined) return { model: null, trouble: null }
  try {
    const hparams = hparamsOf(facts)
    const settings = resolveSettings(config.settings, hparams, config.metadata?.program)
    return { model: { facts, hparams, settings }, trouble: null }
  } catch (error) {
    if (error instanceof UserError) return { model: null, trouble: error.message }
    throw error
  }
}
