import { isKnownArchitecture } from '../model/architecture.ts'
import type { ModelFacts } from '../model/facts.ts'
import { closedFormCompute, type ComputeShare } from './closed-form-compute.ts'
import { graphBuilder } from './graph/architectures/index.ts'
import { compiledSizes } from './graph/compiled-graphs.ts'
import { graphModel } from './graph/graph-model.ts'
import { MissingWeight } from './graph/missing-weight.ts'
import { replayCompute } from './graph/replay.ts'
import { pipelineCopies } from './pipeline-copies.ts'
import type { PlacedRun } from './placed-run.ts'

/** `replayed`: llama.cpp's own allocation, run again. `closed_form`: an approximation. */
export type ComputeBuffers = ComputeShare & { readonly basis: 'replayed' | 'closed_form' }

/** Replays by what they depend on: planning asks for the same ones again and again. */
const REPLAYED = new Map<string, readonly number[]>()
const MOST_KEPT = 20_000

/** Bytes of compute buffers per device and on the host. */
export function computeBuffers(run: PlacedRun): ComputeBuffers {
  const { facts, n_devices } = run
  const bytes = replayed(run)
  if (bytes !== null) {
    return { devices: bytes.slice(0, n_devices), host: bytes[n_devices] ?? 0, basis: 'replayed' }
  }
  const unknown = isKnownArchitecture(facts.architecture) ? null : { per_layer_width: perLayerWidth(facts) }
  return { ...closedFormCompute(run, unknown), basis: 'closed_form' }
}

function perLayerWidth({ tensors }: ModelFacts): number {
  return tensors.find(({ name }) => name.startsWith('per_layer_token_embd'))?.shape[0] ?? 0
}

/** Bytes by backend, the CPU last; null where the model's graph is not described here. */
function replayed(run: PlacedRun): readonly number[] | null {
  const build = graphBuilder(run.facts.architecture)
  if (build === undefined) return null
  const copies = pipelineCopies(run)
  try {
    const compiled = compiledSizes(build, run, copies)
    if (compiled !== null) return compiled
    const model = graphModel(run)
    const key = `${model.key} ${run.n_devices} ${copies}`
    const known = REPLAYED.get(key)
    if (known !== undefined) return known
    const bytes = replayCompute(build, model, copies)
    if (REPLAYED.size >= MOST_KEPT) REPLAYED.clear()
    REPLAYED.set(key, bytes)
    return bytes
  } catch (error) {
    if (error instanceof MissingWeight) return null
    throw error
  }
}
