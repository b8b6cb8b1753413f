import type { Backend } from '../backend.ts'
import { cachePerLayer, swaCells } from '../estimate/cache.ts'
import { hparamsOf } from '../estimate/compiled-model.ts'
import { contextSize } from '../estimate/context-size.ts'
import { estimateMemory } from '../estimate/estimate-memory.ts'
import { extraMemory } from '../estimate/extras/extra-memory.ts'
import type { ExtraTerm } from '../estimate/extras/extra-term.ts'
import { layerDevices, type Where } from '../estimate/layer-device.ts'
import type { MemoryEstimate } from '../estimate/memory-estimate.ts'
import type { MemorySettings } from '../estimate/memory-settings.ts'
import { type WeightTable, weightTable } from '../estimate/weight-table.ts'
import { perDevice, serverDevices } from '../estimate/overrides/server-devices.ts'
import { hasOverrides, partWeights, withinDevices } from '../estimate/overrides/tensor-override.ts'
import { placeWeights } from '../estimate/weights.ts'
import type { ModelFacts } from '../model/facts.ts'
import type { Hparams } from '../model/hparams.ts'
import type { Sourced, Target } from '../profile/target.ts'
import { type BudgetLine, budgetLines } from '../estimate/budget.ts'
import { devicesFor } from '../validate/target-context.ts'

/** One summand: what it is, how it is computed with the numbers in it, and which rule of the engine it follows. */
export type Term = {
  readonly name: string
  readonly kind: 'model' | 'context' | 'compute'
  readonly bytes: number
  readonly formula: string
  readonly source: string
}

/** One device's or the host's memory, term by term. The terms add up to `total_bytes`. */
export type ExplainedPart = {
  readonly kind: 'device' | 'host'
  readonly name: string
  readonly terms: readonly Term[]
  readonly total_bytes: number
  /** What the budget must hold: on unified memory the host's line counts the devices too. */
  readonly need_bytes: number
  readonly usable: Sourced | null
  readonly state: BudgetLine['state']
}

export type ExplainedSum = {
  readonly estimate: MemoryEstimate
  readonly unified: boolean
  readonly parts: readonly ExplainedPart[]
  /** What comes beside the model's own buffers: the server's caches, copies, drivers. In none of the totals above. */
  readonly extras: readonly ExtraTerm[]
}

/**
 * The estimate of a model with settings on a target, every term with its formula.
 * @param backend the config's, where it differs from the target's own
 * @throws UserError for facts that no model can have
 */
export function explainMemory(
  facts: ModelFacts,
  asked: MemorySettings,
  target: Target,
  backend: Backend = target.backend,
): ExplainedSum {
  const devices = devicesFor(backend, target) ?? []
  const settings = withinDevices(perDevice(asked, serverDevices(devices)), devices.length)
  const estimate = estimateMemory(facts, settings, { devices: devices.length, backend })
  const hparams = hparamsOf(facts)
  const where = layerDevices(hparams, settings, { devices: devices.length })
  const situation: Situation = { facts, hparams, settings, where, n_devices: devices.length }
  const parts = budgetLines(estimate, target, devices).map((line, index): ExplainedPart => {
    const place: Where = line.kind === 'host' ? 'host' : index
    const own = line.kind === 'host' ? estimate.host : (estimate.devices[index] ?? estimate.host)
    const terms = [
      ...weightTerms(situation, place),
      ...contextTerms(situation, place),
      ...computeTerms(situation, own.compute, place, estimate.backend_terms),
    ]
    return {
      kind: line.kind,
      name: line.name,
      terms: terms.filter(({ bytes }) => bytes > 0),
      total_bytes: own.model + own.context + own.compute,
      need_bytes: line.need_bytes,
      usable: line.usable,
      state: line.state,
    }
  })
  const extras = extraMemory(facts, settings, target, { devices: devices.length, backend })
  return { estimate, unified: target.unified, parts, extras }
}

type Situation = {
  readonly facts: ModelFacts
  readonly hparams: Hparams
  readonly settings: MemorySettings
  readonly where: readonly Where[]
  readonly n_devices: number
}

const LOAD = 'llama.cpp llama_model::load_tensors'
const OVERRIDE = 'llama.cpp llama_model_loader::create_tensor'

/** Placement is a sum over the table's rows, so each row is placed alone. */
function weightTerms({ facts, hparams, settings, where, n_devices }: Situation, place: Where): Term[] {
  const { table, moved } = hasOverrides(settings)
    ? partWeights(facts, hparams, settings)
    : { table: weightTable(facts, hparams), moved: new Map<Where, number>() }
  const none = table.layer.map(() => 0)
  const empty: WeightTable = { layer: none, experts: none, input: 0, output: 0, first: 0, rope: 0, tied: 0 }
  const own = where.slice(0, hparams.n_layer)
  const layers = rangeWords(own, place)
  // Dense layers of a mixed model have none.
  const experts = own.map((home, il) =>
    (table.experts[il] ?? 0) === 0 ? null : il < settings.n_cpu_moe ? 'host' : home,
  )
  const rows: [string, Partial<WeightTable>, string][] = [
    ['layer weights', { layer: table.layer }, `${layers}, tensors as large as in the file`],
    [
      'expert weights',
      { experts: table.experts },
      expertWords(Math.min(settings.n_cpu_moe, hparams.n_layer), rangeWords(experts, place), place),
    ],
    ['output layer', { output: table.output }, 'output norm and matrix, tensors as large as in the file'],
    ['token table', { input: table.input }, 'looked up, not multiplied: always on the host'],
    ['token table as output', { tied: table.tied }, 'the file has no output matrix, the token table serves as one'],
    ['other weights', { first: table.first, rope: table.rope }, 'rope factors and tensors outside the layers'],
  ]
  const terms = rows.map(([name, row, formula]): Term => {
    const share = placeWeights({ ...empty, ...row }, hparams, where, n_devices, settings.n_cpu_moe)
    return { name, kind: 'model', bytes: at(share, place), formula, source: LOAD }
  })
  const by_name = `tensors that ${settings.override_tensor?.join(', ') ?? 'nothing'} puts here`
  return [
    ...terms,
    { name: 'weights placed by name', kind: 'model', bytes: moved.get(place) ?? 0, formula: by_name, source: OVERRIDE },
  ]
}

function contextTerms({ hparams, settings, where }: Situation, place: Where): Term[] {
  const size = contextSize(hparams, settings)
  const cache = cachePerLayer(hparams, size, settings)
  const here = cache.kv.flatMap((_, il) =>
    (settings.offload_kqv ? (where[il] ?? 'host') : 'host') === place ? [il] : [],
  )
  const types = hparams.is_mla ? settings.cache_type_k : `${settings.cache_type_k}/${settings.cache_type_v}`
  const cacheTerm = (name: string, layers: readonly number[], cells: number, source: string): Term => {
    const bytes = sum(layers.map((il) => cache.kv[il] ?? 0))
    const used = layers.filter((il) => (cache.kv[il] ?? 0) > 0).length
    const streams = size.n_stream > 1 ? ` x ${size.n_stream} streams` : ''
    const row = Math.round(bytes / Math.max(1, used * cells * size.n_stream))
    const formula = `${used} layers x ${cells} cells${streams} x ${row} bytes (${types})`
    return { name, kind: 'context', bytes, formula, source }
  }
  const windowed = here.filter((il) => hparams.is_swa[il])
  const full = here.filter((il) => !hparams.is_swa[il])
  const states = here.filter((il) => (cache.recurrent[il] ?? 0) > 0)
  const state = cache.recurrent[states[0] ?? 0] ?? 0
  return [
    cacheTerm('KV cache', full, size.n_ctx_seq, 'llama.cpp llama_kv_cache'),
    cacheTerm(
      'KV cache of the sliding window',
      windowed,
      hparams.n_swa > 0 ? swaCells(hparams, size, settings) : size.n_ctx_seq,
      'llama.cpp llama_kv_cache_iswa',
    ),
    {
      name: 'recurrent state',
      kind: 'context',
      bytes: sum(states.map((il) => cache.recurrent[il] ?? 0)),
      formula: `${states.length} layers x ${state} bytes for ${settings.n_parallel} sequences`,
      source: 'llama.cpp llama_memory_recurrent',
    },
  ]
}

/** The graph's buffer, and what the backend's own way adds to it. */
function computeTerms(
  situation: Situation,
  bytes: number,
  place: Where,
  backend_terms: readonly ExtraTerm[] = [],
): readonly Term[] {
  const own = backend_terms.filter((term) => term.place === place)
  return [
    computeTerm(situation, bytes - sum(own.map((term) => term.bytes))),
    ...own.map((term): Term => ({
      name: BACKEND_NAMES[term.id] ?? term.id,
      kind: 'compute',
      bytes: term.bytes,
      formula: term.source,
      source: BACKEND,
    })),
  ]
}

const BACKEND = 'llama.cpp ggml_backend_sched, ggml-cuda'
const BACKEND_NAMES: Readonly<Partial<Record<ExtraTerm['id'], string>>> = {
  'device.op_offload': "copies of the host's weights",
  'device.cache_f16_copies': 'unpacked cache of a layer',
}

function computeTerm({ hparams, settings }: Situation, bytes: number): Term {
  const { n_ubatch, n_outputs_max } = contextSize(hparams, settings)
  const rows = Math.min(n_ubatch, n_outputs_max)
  const logits = `${rows === 1 ? 'one row' : `${rows} rows`} of logits (program ${settings.program})`
  return {
    name: 'compute buffer',
    kind: 'compute',
    bytes,
    formula: `what lives at once in the graph of a micro-batch of ${n_ubatch} tokens with ${logits}`,
    source: 'llama.cpp llama_context::sched_reserve',
  }
}

function expertWords(n_cpu_moe: number, layers: string, place: Where): string {
  if (n_cpu_moe === 0) return layers
  const kept = `those of the first ${n_cpu_moe} layers`
  return place === 'host' ? `${layers}; ${kept} among them` : `${layers}; ${kept} stay on the host`
}

/** `32 layers (0 to 31)`, `9 layers (23 to 31)`, `10 layers (0, 2 to 10)`. */
function rangeWords(where: readonly (Where | null)[], place: Where): string {
  const own = where.flatMap((other, il) => (other === place ? [il] : []))
  const [first] = own
  if (first === undefined) return 'no layers'
  if (own.length === 1) return `layer ${first}`
  const runs = own.reduce<[number, number][]>((found, il) => {
    const last = found.at(-1)
    if (last !== undefined && last[1] === il - 1) last[1] = il
    else found.push([il, il])
    return found
  }, [])
  // Experts in every other layer: the list would be longer than what it says.
  const shown = runs.length > 4 ? [[first, own.at(-1) ?? first] as const] : runs
  return `${own.length} layers (${shown.map(([from, to]) => (from === to ? from : `${from} to ${to}`)).join(', ')})`
}

function at(share: { devices: readonly number[]; host: number }, place: Where): number {
  return place === 'host' ? share.host : (share.devices[place] ?? 0)
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}
