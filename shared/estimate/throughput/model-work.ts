import { hparamsOf } from '../compiled-model.ts'
import { isExpertGroup } from '../weight-table.ts'
import type { ModelFacts, TensorGroup } from '../../model/facts.ts'
import type { Hparams } from '../../model/hparams.ts'
import { tensorBytes } from '../../model/tensor-types.ts'
import { type Format, formatOf } from './format.ts'

/** What one layer (or the output matrix) costs: bytes to read and weights to multiply. */
export type LayerWork = {
  /** Bytes of everything but experts, all read for every token. */
  readonly dense: number
  /** Bytes of all experts. */
  readonly experts: number
  /** Weights multiplied per token, of the dense part and of the experts used. */
  readonly dense_weights: number
  readonly expert_weights: number
}

/** A model as speed sees it: what it reads and multiplies, layer by layer. */
export type ModelWork = {
  readonly hparams: Hparams
  /** One entry a layer that runs; prediction layers are left out. */
  readonly layers: readonly LayerWork[]
  readonly output: LayerWork
  /** Share of the experts that one token uses; 1 without experts. */
  readonly active: number
  /** Format of most of the bytes that a token reads. */
  readonly format: Format
}

const NOTHING: LayerWork = { dense: 0, experts: 0, dense_weights: 0, expert_weights: 0 }

/** Only looked up, a row a token (llama-arch.cpp LLM_TENSOR_LAYER_INPUT): nothing to read, unless it is the output too. */
const LOOKED_UP = /^(token_embd|per_layer_token_embd|position_embd|token_types)\.(weight|bias)$/

const KNOWN = new WeakMap<ModelFacts, ModelWork>()

/** The model's work, summed on the first call for these facts. */
export function modelWork(facts: ModelFacts): ModelWork {
  const known = KNOWN.get(facts)
  if (known !== undefined) return known
  const work = sumWork(facts)
  KNOWN.set(facts, work)
  return work
}

function sumWork(facts: ModelFacts): ModelWork {
  const hparams = hparamsOf(facts)
  const active = hparams.n_expert > 0 ? Math.min(1, hparams.n_expert_used / hparams.n_expert) : 1
  const layers: LayerWork[] = Array.from({ length: hparams.n_layer }, () => NOTHING)
  const byFormat = new Map<Format, number>()
  let output = NOTHING
  for (const group of facts.tensors) {
    const one = groupWork(group, active)
    const read = one.dense + one.experts * active
    const format = formatOf(group.type)
    const count = (n: number) => byFormat.set(format, (byFormat.get(format) ?? 0) + read * n)
    if (group.layers === undefined) {
      if (!isRead(group, facts)) continue
      output = add(output, one)
      count(1)
      continue
    }
    for (const [from, to] of group.layers) {
      for (let il = from; il <= Math.min(to, hparams.n_layer - 1); il++) {
        layers[il] = add(layers[il] ?? NOTHING, one)
        count(1)
      }
    }
  }
  const [format] = [...byFormat].sort((a, b) => b[1] - a[1])[0] ?? ['f16' as const]
  return { hparams, layers, output, active, format }
}

/** Whether a tensor outside the layers is read whole for a token: the output matrix, also when it is the tied table. */
export function isRead(group: TensorGroup, facts: ModelFacts): boolean {
  if (!LOOKED_UP.test(group.name)) return true
  return group.name === 'token_embd.weight' && !facts.tensors.some(({ name }) => name === 'output.weight')
}

export function groupWork(group: TensorGroup, active: number): LayerWork {
  const bytes = tensorBytes(group.type, group.shape)
  // Vectors (norms, biases) are added or scaled, not multiplied as a matrix.
  const weights = group.shape.length < 2 ? 0 : group.shape.reduce((n, size) => n * size, 1)
  return isExpertGroup(group)
    ? { dense: 0, experts: bytes, dense_weights: 0, expert_weights: weights * active }
    : { dense: bytes, experts: 0, dense_weights: weights, expert_weights: 0 }
}

function add(a: LayerWork, b: LayerWork): LayerWork {
  return {
    dense: a.dense + b.dense,
    experts: a.experts + b.experts,
    dense_weights: a.dense_weights + b.dense_weights,
    expert_weights: a.expert_weights + b.expert_weights,
  }
}
