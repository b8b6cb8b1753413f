import { isKnownArchitecture } from '../model/architecture.ts'
import type { ModelFacts } from '../model/facts.ts'
import { hparamsOf } from './compiled-model.ts'
import { backendTerms } from './backend/backend-terms.ts'
import { type ComputeBuffers, computeBuffers } from './compute.ts'
import { contextSize } from './context-size.ts'
import { ENGINE } from './engine.ts'
import type { ExtraTerm } from './extras/extra-term.ts'
import { flashAttention } from './flash-attention.ts'
import { layerDevices } from './layer-device.ts'
import type { MemoryBreakdown, MemoryEstimate, Placement } from './memory-estimate.ts'
import type { MemorySettings } from './memory-settings.ts'
import { perDevice } from './overrides/server-devices.ts'
import { withinDevices } from './overrides/tensor-override.ts'
import { placeContext, placedModel } from './placed-model.ts'

/** Largest error of the total to expect of closed forms: for architectures whose other rules are known, and for others. */
const BOUND_KNOWN = 0.1
const BOUND_UNKNOWN = 0.3

/**
 * What llama.cpp will allocate, in bytes: per device and on the host, split as it splits it. Weights and context follow
 * its own rules; compute buffers are its own allocation run again, or closed forms (`basis: approximate`) for
 * architectures whose graph is not described here.
 * @throws UserError for facts that no model can have
 */
export function estimateMemory(facts: ModelFacts, asked: MemorySettings, placement: Placement): MemoryEstimate {
  const hparams = hparamsOf(facts)
  const settings = withinDevices(perDevice(asked, placement.of_servers), placement.devices)
  const size = contextSize(hparams, settings)
  const where = layerDevices(hparams, settings, placement)
  const flash = flashAttention(facts, hparams, settings, where, placement.devices)
  const placed = placedModel(facts, hparams, where, placement.devices, settings)
  const { weights } = placed
  const context = placeContext(placed, hparams, size, settings, placement.devices)
  const run = { facts, hparams, size, settings, where, n_devices: placement.devices, flash }
  const compute = computeBuffers(run)
  const backend_terms = backendTerms(run, placement)
  const device = (index: number): MemoryBreakdown => ({
    model: weights.devices[index] ?? 0,
    context: context.devices[index] ?? 0,
    compute: (compute.devices[index] ?? 0) + bytesAt(backend_terms, index),
  })
  return {
    program: settings.program,
    ...trust(facts, settings, placement, compute.basis, { weights, context, compute }),
    devices: Array.from({ length: placement.devices }, (_, index) => device(index)),
    host: { model: weights.host, context: context.host, compute: compute.host },
    ...(backend_terms.length > 0 && { backend_terms }),
    engine: ENGINE,
  }
}

function bytesAt(terms: readonly ExtraTerm[], index: number): number {
  return terms.reduce((sum, { place, bytes }) => sum + (place === index ? bytes : 0), 0)
}

/**
 * Weights and context alone, which `estimateMemory` never says less than: enough to see that something does not fit, at a
 * fraction of the time.
 * @throws UserError for facts that no model can have
 */
export function leastMemory(facts: ModelFacts, asked: MemorySettings, placement: Placement): MemoryEstimate {
  const hparams = hparamsOf(facts)
  const settings = withinDevices(perDevice(asked, placement.of_servers), placement.devices)
  const where = layerDevices(hparams, settings, placement)
  const placed = placedModel(facts, hparams, where, placement.devices, settings)
  const context = placeContext(placed, hparams, contextSize(hparams, settings), settings, placement.devices)
  const at = (model = 0, bytes = 0): MemoryBreakdown => ({ model, context: bytes, compute: 0 })
  return {
    program: settings.program,
    basis: 'approximate',
    bound: 1,
    devices: placed.weights.devices.map((bytes, device) => at(bytes, context.devices[device])),
    host: at(placed.weights.host, context.host),
    engine: ENGINE,
  }
}

type Sums = Readonly<Record<'weights' | 'context' | 'compute', { devices: readonly number[]; host: number }>>

function trust(
  facts: ModelFacts,
  settings: MemorySettings,
  placement: Placement,
  basis: ComputeBuffers['basis'],
  sums: Sums,
): Pick<MemoryEstimate, 'basis' | 'bound'> {
  // Rows of every matrix on every device: placed here as if split by layer.
  if (settings.split_mode === 'row' && placement.devices > 1) return { basis: 'approximate', bound: BOUND_UNKNOWN }
  if (basis === 'replayed') return { basis: 'exact', bound: 0 }
  if (isKnownArchitecture(facts.architecture)) return { basis: 'approximate', bound: BOUND_KNOWN }
  return { basis: 'approximate', bound: Math.max(BOUND_UNKNOWN, mostTooMuch(facts, sums)) }
}

/** Keys of models that keep less for the context than a cache of all cells in all layers, as it is counted here. */
const KEEPS_LESS =
  /sliding_window|full_attention_interval|shared_kv|kv_lora|attention\.causal|pooling_type|^(?:ssm|kda|shortconv)\./

/** The total beside the least that it can be: nothing is less than the weights and a context that no key makes smaller. */
function mostTooMuch({ hparams }: ModelFacts, { weights, context, compute }: Sums): number {
  const total = ({ devices, host }: Sums['weights']) => devices.reduce((sum, bytes) => sum + bytes, host)
  const doubtful = total(compute) + (Object.keys(hparams).some((key) => KEEPS_LESS.test(key)) ? total(context) : 0)
  return doubtful / Math.max(1, total(weights) + total(context) + total(compute) - doubtful)
}
