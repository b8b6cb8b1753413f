import type { ModelFacts } from '../model/facts.ts'
import type { Hparams } from '../model/hparams.ts'
import { padTo } from '../units.ts'
import type { ContextSize } from './context-size.ts'
import { graphBuilder } from './graph/architectures/index.ts'
import { flashOffItsLayer } from './graph/flash-probe.ts'
import { graphModel } from './graph/graph-model.ts'
import { MissingWeight } from './graph/missing-weight.ts'
import type { Where } from './layer-device.ts'
import type { MemorySettings } from './memory-settings.ts'
import { hasOverrides, overridesText } from './overrides/tensor-override.ts'

/** Answers by model and placement (`layerDevices` gives equal ones as the same array), then by what else matters. */
const BY_PLACEMENT = new WeakMap<ModelFacts, WeakMap<readonly Where[], Map<string, boolean>>>()
/** Answers by the graph's key: placements whose layers are represented by the same ones share them. */
const BY_KEY = new Map<string, boolean>()
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
  let placements = BY_PLACEMENT.get(facts)
  if (placements === undefined) BY_PLACEMENT.set(facts, (placements = new WeakMap()))
  let answers = placements.get(where)
  if (answers === undefined) placements.set(where, (answers = new Map()))
  const { n_parallel, kv_unified, offload_kqv, swa_full, cache_type_k, cache_type_v, n_cpu_moe, n_rs_seq } = settings
  const flags = `${n_devices} ${n_parallel} ${kv_unified} ${offload_kqv} ${swa_full} ${n_cpu_moe} ${n_rs_seq}`
  const key = `${flags} ${cache_type_k} ${cache_type_v} ${overridesText(settings)}`
  let runs = answers.get(key)
  if (runs === undefined) answers.set(key, (runs = flashRuns(facts, hparams, settings, where, n_devices)))
  return runs
}

function flashRuns(
  facts: ModelFacts,
  hparams: Hparams,
  settings: MemorySettings,
  where: readonly Where[],
  n_devices: number,
): boolean {
  // Everything in one place: nothing to be apart.
  if (!hasOverrides(settings) && new Set(where).size === 1 && (settings.offload_kqv || where[0] === 'host')) return true
  const build = graphBuilder(facts.architecture)
  if (build === undefined) return cachesBesideLayers(settings, hparams, where)
  const one = oneTokenEach(settings)
  const model = graphModel({ facts, hparams, settings, size: one, where, n_devices, flash: true }, { sized: false })
  const key = `${model.key} ${n_devices}`
  const known = BY_KEY.get(key)
  if (known !== undefined) return known
  try {
    const runs = !flashOffItsLayer(build, model)
    if (BY_KEY.size >= MOST_KEPT) BY_KEY.clear()
    BY_KEY.set(key, runs)
    return runs
  } catch (error) {
    if (error instanceof MissingWeight) return cachesBesideLayers(settings, hparams, where)
    throw error
  }
}

/** The size of the context does not matter to where operations run, so one stands for all. */
function oneTokenEach({ n_parallel, kv_unified }: MemorySettings): ContextSize {
  const cells = padTo(n_parallel, 256)
  const n_stream = kv_unified ? 1 : n_parallel
  return {
    n_ctx: cells * n_stream,
    n_ctx_seq: cells,
    n_stream,
    n_batch: n_parallel,
    n_ubatch: n_parallel,
    n_outputs_max: n_parallel,
  }
}

/**
 * For graphs not described here: attention runs where the cache is. Where some layers keep a state instead, attention is
 * often pulled to the neighbour's device (lfm2.cpp); without flash attention is the larger of the two.
 */
function cachesBesideLayers(settings: MemorySettings, hparams: Hparams, where: readonly Where[]): boolean {
  if (hparams.is_recr.includes(true)) return false
  return settings.offload_kqv || !where.some((place, il) => place !== 'host' && hparams.has_kv[il])
}
