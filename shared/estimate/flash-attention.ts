import type { ModelFacts } from '../model/facts.ts'
import type { Hparams } from '../model/hparams.ts'
import { contextSize } from './context-size.ts'
import { graphBuilder } from './graph/architectures/index.ts'
import { flashOffItsLayer } from './graph/flash-probe.ts'
import { graphModel } from './graph/graph-model.ts'
import { MissingWeight } from './graph/missing-weight.ts'
import type { Where } from './layer-device.ts'
import type { MemorySettings } from './memory-settings.ts'

/** Answers by what they depend on: planning asks for the same ones again and again. */
const KNOWN = new Map<string, boolean>()
const MOST_KEPT = 5000

/**
 * Whether flash attention runs. For `auto` llama.cpp builds a graph of one token a sequence, looks where its attention
 * would run, and does without when that is not the layer's device (llama_context::resolve_fused_ops).
 */
export function flashAttention(
  facts: ModelFacts,
  hparams: Hparams,
  settings: MemorySettings,
  where: readonly Where[],
  n_devices: number,
): boolean {
  if (settings.flash_attn !== 'auto') return settings.flash_attn === 'on'
  // Everything in one place: nothing to be apart.
  if (new Set(where).size === 1 && (settings.offload_kqv || where[0] === 'host')) return true
  const build = graphBuilder(facts.architecture)
  if (build === undefined) return cachesBesideLayers(settings, hparams, where)
  const size = contextSize(hparams, settings)
  const one = { ...size, n_ubatch: settings.n_parallel, n_outputs_max: settings.n_parallel }
  const model = graphModel(facts, hparams, settings, one, where, n_devices, true)
  const key = `${model.key} ${n_devices}`
  const known = KNOWN.get(key)
  if (known !== undefined) return known
  try {
    const runs = !flashOffItsLayer(build, model)
    if (KNOWN.size >= MOST_KEPT) KNOWN.clear()
    KNOWN.set(key, runs)
    return runs
  } catch (error) {
    if (error instanceof MissingWeight) return cachesBesideLayers(settings, hparams, where)
    throw error
  }
}

/** For graphs not described here: attention runs where the cache is. */
function cachesBesideLayers(settings: MemorySettings, hparams: Hparams, where: readonly Where[]): boolean {
  return settings.offload_kqv || !where.some((place, il) => place !== 'host' && hparams.has_kv[il])
}
