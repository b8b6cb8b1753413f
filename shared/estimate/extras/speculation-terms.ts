import type { ModelFacts } from '../../model/facts.ts'
import type { Hparams } from '../../model/hparams.ts'
import { hparamsOf } from '../compiled-model.ts'
import { contextSize } from '../context-size.ts'
import { estimateMemory } from '../estimate-memory.ts'
import { flashAttention } from '../flash-attention.ts'
import { layerDevices, type Where } from '../layer-device.ts'
import type { MemoryBreakdown, MemoryEstimate } from '../memory-estimate.ts'
import type { MemorySettings } from '../memory-settings.ts'
import type { ExtraId, ExtraTerm } from './extra-term.ts'
import { predictionCache, predictionCompute, predictionWeights, type Spread } from './prediction-context.ts'
import { predictionLayers, type ResolvedSpeculation, type Speculation } from './speculation.ts'

const N_MAX_FLAG = '--spec-draft-n-max'

/** Speculative decoding: what the main context needs more for it, and the draft's own model and context. */
export function speculationTerms(
  facts: ModelFacts,
  settings: MemorySettings,
  n_devices: number,
  resolved: ResolvedSpeculation,
  options: Speculation,
): ExtraTerm[] {
  if (resolved.type === 'none') return []
  const settings_draft = draftSettings(facts, settings, resolved, options)
  const own =
    resolved.draft === null
      ? resolved.type === 'draft-mtp'
        ? predictionTerms(facts, settings_draft, n_devices)
        : []
      : draftTerms(resolved.draft, settings_draft, n_devices, resolved.type === 'draft-mtp', options)
  return [...mainContextTerms(facts, settings, n_devices, resolved), ...own]
}

/** States to go back to, and logits for drafted tokens: the difference of two estimates of the main context. */
function mainContextTerms(
  facts: ModelFacts,
  settings: MemorySettings,
  n_devices: number,
  { type, n_draft, n_rs_seq }: ResolvedSpeculation,
): ExtraTerm[] {
  const placement = { devices: n_devices }
  const before = estimateMemory(facts, settings, placement)
  const after = estimateMemory(facts, { ...settings, n_draft, n_rs_seq }, placement)
  const flag = type.startsWith('draft-') ? N_MAX_FLAG : '--spec-type'
  return [
    ...differences('speculation.context', 'context', before, after, () => ({
      source: `the recurrent state of ${n_rs_seq} tokens more for each sequence, to go back to (llama_memory_recurrent)`,
      limit_flag: flag,
    })),
    ...differences('speculation.compute', 'compute', before, after, () => ({
      source: `logits of up to ${n_draft} drafted tokens a slot, and states to go back to, in the main model's graph`,
      limit_flag: flag,
      ...(after.basis === 'approximate' && { low: 0 }),
    })),
  ]
}

function differences(
  id: ExtraId,
  part: keyof MemoryBreakdown,
  before: MemoryEstimate,
  after: MemoryEstimate,
  rest: () => Pick<ExtraTerm, 'source' | 'limit_flag'> & { low?: number },
): ExtraTerm[] {
  const places = [...after.devices.keys(), 'host' as const]
  return places.map((place) => {
    const of = (estimate: MemoryEstimate) => (place === 'host' ? estimate.host : estimate.devices[place])?.[part] ?? 0
    return { id, place, bytes: Math.max(0, of(after) - of(before)), ...rest() }
  })
}

/** The settings of the draft's context (common_base_params_to_speculative): the main one's, but for these. */
function draftSettings(
  facts: ModelFacts,
  settings: MemorySettings,
  { type, n_draft }: ResolvedSpeculation,
  options: Speculation,
): MemorySettings {
  const block = type === 'draft-dflash' || type === 'draft-dspark'
  return {
    ...settings,
    // As many rows of logits as slots, whatever program runs it; drafts of whole blocks want a row a token.
    program: 'server',
    n_ctx: contextSize(hparamsOf(facts), settings).n_ctx,
    cache_type_k: options.draft_cache_type_k ?? 'f16',
    cache_type_v: options.draft_cache_type_v ?? 'f16',
    n_rs_seq: 0,
    n_draft: block ? n_draft : 0,
  }
}

/** A draft model of its own: everything that any model needs. Its layers are offloaded by its own flag, all by default. */
function draftTerms(
  draft: ModelFacts,
  base: MemorySettings,
  n_devices: number,
  is_mtp: boolean,
  { draft_n_gpu_layers: asked = -1 }: Speculation,
): ExtraTerm[] {
  const all = hparamsOf(draft).n_layer_all + 1
  const n_gpu_layers = asked < 0 ? all : Math.min(asked, all)
  const settings = { ...base, n_gpu_layers, n_cpu_moe: 0, override_tensor: [] }
  const estimate = estimateMemory(draft, settings, { devices: n_devices })
  const places = [...estimate.devices.keys(), 'host' as const]
  const exact = estimate.basis === 'exact' && !is_mtp
  return places.flatMap((place) => {
    const part = (place === 'host' ? estimate.host : estimate.devices[place]) ?? { model: 0, context: 0, compute: 0 }
    const compute = exact ? {} : { low: Math.floor(part.compute / 2), high: Math.ceil(part.compute * 1.5) }
    return [
      {
        id: 'draft.model',
        place,
        bytes: part.model,
        source: `the weights of ${draft.name}`,
        limit_flag: '--spec-draft-ngl',
      },
      {
        id: 'draft.context',
        place,
        bytes: part.context,
        source: `its cache for the main model's context of ${settings.n_ctx} tokens`,
        limit_flag: '--spec-draft-type-k',
      },
      { id: 'draft.compute', place, bytes: part.compute, ...compute, source: 'its compute buffer' },
    ] satisfies ExtraTerm[]
  })
}

/** The model's own prediction layers: their weights, and a second context that runs them alone. */
function predictionTerms(facts: ModelFacts, settings: MemorySettings, n_devices: number): ExtraTerm[] {
  const hparams = hparamsOf(facts)
  const layers = predictionLayers(facts)
  const where = layerDevices(hparams, settings, { devices: n_devices })
  const weights = predictionWeights(facts, layers, where, n_devices)
  const cache = predictionCache(hparams, settings, layers, where, n_devices)
  const { compute, low } = computeOf(facts, hparams, settings, layers, where, n_devices)
  const terms = (id: ExtraId, { devices, host }: Spread, source: string, more: Partial<ExtraTerm> = {}): ExtraTerm[] =>
    [...devices, host].map((bytes, index) => ({
      id,
      place: index < n_devices ? index : 'host',
      bytes,
      source,
      ...more,
      ...(more.low === undefined ? {} : { low: 0, high: bytes }),
    }))
  return [
    ...terms('mtp.model', weights, `prediction layers (nextn) of ${facts.name}, loaded for draft-mtp only`),
    ...terms('mtp.context', cache, `the prediction layers' cache for ${settings.n_ctx} tokens`, {
      limit_flag: '--spec-draft-type-k',
    }),
    ...terms('mtp.compute', compute, 'the compute buffer of the context that runs the prediction layers', low),
  ]
}

/** Replayed where the prediction layer's graph is described; else that of the whole model, which has wider moments. */
function computeOf(
  facts: ModelFacts,
  hparams: Hparams,
  settings: MemorySettings,
  layers: readonly number[],
  where: readonly Where[],
  n_devices: number,
): { compute: Spread; low: Partial<ExtraTerm> } {
  const flash = flashAttention(facts, hparams, settings, where, n_devices)
  const replayed = predictionCompute(facts, hparams, settings, layers, where, n_devices, flash)
  if (replayed !== null) return { compute: replayed, low: {} }
  const { devices, host } = estimateMemory(facts, settings, { devices: n_devices })
  return { compute: { devices: devices.map(({ compute }) => compute), host: host.compute }, low: { low: 0 } }
}
