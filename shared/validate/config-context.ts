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
  /** False: whatever the config says, each target's own backend is meant. */
  readonly backend_stated: boolean
  /** Null when no facts are known or they cannot be those of a model. */
  readonly model: KnownModel | null
  /** Why given facts cannot be used. */
  readonly trouble: string | null
  /** The estimate on a placement; null without a model. */
  readonly estimateOn: (placement: Placement) => MemoryEstimate | null
  /** The same for another config of the same model: what a fix would make of it. Shares what was computed. */
  readonly withConfig: (config: RuntimeConfig) => ConfigContext
}

/**
 * @param facts what the caller knows of the model (a GGUF beside the config, a facts file); the facts embedded
 * in the config when absent
 * @param backend_stated false: each target's own backend is meant
 */
export function configContext(
  config: RuntimeConfig,
  facts: ModelFacts | undefined = config.model,
  backend_stated = true,
): ConfigContext {
  return contextOf(config, facts, backend_stated, memoOf(facts))
}

type EstimateOn = (known: KnownModel, placement: Placement) => MemoryEstimate

/** Estimates by settings and placement: a search for fixes asks for most of them more than once. */
type Memo = Map<string, MemoryEstimate>

/** A fleet's configs are variants of few settings of few models: what one of them asked for serves the others. */
const memos = new WeakMap<ModelFacts, Memo>()
const MOST_REMEMBERED = 5000

function memoOf(facts: ModelFacts | undefined): Memo {
  const known = facts && memos.get(facts)
  if (known !== undefined && known.size < MOST_REMEMBERED) return known
  const memo: Memo = new Map()
  if (facts !== undefined) memos.set(facts, memo)
  return memo
}

function contextOf(
  config: RuntimeConfig,
  facts: ModelFacts | undefined,
  backend_stated: boolean,
  memo: Memo,
): ConfigContext {
  // Most targets of a matrix are one placement; settings are long to write out as a key.
  const placed = new Map<string, MemoryEstimate>()
  const estimateOn: EstimateOn = (known, placement) => {
    const key = `${placement.devices} ${placement.backend} ${placement.of_servers?.join() ?? ''}`
    const estimate = placed.get(key) ?? remembered(known, placement, memo)
    placed.set(key, estimate)
    return estimate
  }
  const { model, trouble } = knownModel(config, facts, estimateOn)
  return {
    config,
    backend_stated,
    model,
    trouble,
    estimateOn: (placement) => (model === null ? null : estimateOn(model, placement)),
    withConfig: (other) => contextOf(other, facts, backend_stated, memo),
  }
}

function remembered({ facts, settings }: KnownModel, placement: Placement, memo: Memo): MemoryEstimate {
  const key = JSON.stringify([settings, placement])
  const known = memo.get(key)
  if (known !== undefined) return known
  const estimate = estimateMemory(facts, settings, placement)
  memo.set(key, estimate)
  return estimate
}

function knownModel(
  config: RuntimeConfig,
  facts: ModelFacts | undefined,
  estimateOn: EstimateOn,
): { model: KnownModel | null; trouble: string | null } {
  if (facts === undefined) return { model: null, trouble: null }
  try {
    const hparams = hparamsOf(facts)
    const settings = resolveSettings(config.settings, hparams, config.metadata?.program)
    const model = { facts, hparams, settings }
    // Facts that no model can have may show only when they are used.
    estimateOn(model, { devices: config.backend === 'cpu' ? 0 : 1, backend: config.backend })
    return { model, trouble: null }
  } catch (error) {
    if (error instanceof UserError) return { model: null, trouble: error.message }
    throw error
  }
}
