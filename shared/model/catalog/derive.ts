import type { ModelFacts, TensorGroup } from '../facts.ts'
import type { TensorType } from '../tensor-types.ts'
import type { CatalogEntry } from './entry.ts'
import { tensorInventory } from './inventory/index.ts'
import { sourceType } from './inventory/source-type.ts'
import { modelShape, type ModelShape } from './inventory/tensor.ts'
import { byLayerThenName, quantizeMix, type MixModel, type SourceTensor } from './quantize/mix.ts'
import { baseType, isQuantized, type Precision } from './quantize/precision.ts'

function sourceTensors(m: ModelShape, precision: Precision): SourceTensor[] {
  const base = baseType(precision)
  const wide = base === 'bf16' || base === 'f32' ? base : 'f16'
  return tensorInventory(m)
    .map(({ name, layer, shape }) => ({
      name: layer === null ? name : `blk.${layer}.${name}`,
      layer,
      shape,
      type: sourceType(m.architecture, name, shape, wide),
    }))
    .sort(byLayerThenName)
}

function mixModel(m: ModelShape): MixModel {
  const n_head_kv = m.at('attention.head_count_kv', 0)
  return {
    architecture: m.architecture,
    block_count: m.n_layer,
    expert_count: m.optional('expert_count'),
    gqa: n_head_kv === 0 ? 0 : Math.floor(m.at('attention.head_count', 0) / n_head_kv),
    tied_embeddings: m.flags.tied_embeddings,
  }
}

/** Tensors that differ only in their layer become one group; the groups keep the order of their first tensor. */
function group(tensors: readonly SourceTensor[], types: readonly TensorType[]): TensorGroup[] {
  const groups = new Map<string, Omit<TensorGroup, 'layers'> & { layers?: [number, number][] }>()
  for (const [i, tensor] of tensors.entries()) {
    const type = types[i] ?? tensor.type
    const { layer, shape } = tensor
    const name = layer === null ? tensor.name : tensor.name.replace(`blk.${layer}.`, 'blk.%d.')
    const key = `${name} ${type} ${shape.join('x')}`
    const known = groups.get(key)
    if (layer === null || known === undefined) {
      groups.set(key, { name, type, shape: [...shape], ...(layer === null ? {} : { layers: [[layer, layer]] }) })
      continue
    }
    const last = known.layers?.at(-1)
    if (last !== undefined && last[1] === layer - 1) last[1] = layer
    else known.layers?.push([layer, layer])
  }
  return [...groups.values()]
}

/**
 * What the header of a file of this model at this precision says: the converter's tensors with the types that
 * `llama-quantize` gives them.
 */
export function deriveFacts(entry: CatalogEntry, precision: Precision): ModelFacts {
  const m = modelShape(entry.architecture, entry.hparams, entry.tensors)
  const tensors = sourceTensors(m, precision)
  // A file of 16 or 32 bits comes from the converter as it is.
  const types = isQuantized(baseType(precision))
    ? quantizeMix(precision, mixModel(m), tensors)
    : tensors.map(({ type }) => type)
  return {
    schema_version: 1,
    name: entry.id,
    architecture: entry.architecture,
    precision,
    n_params: tensors.reduce((n, { shape }) => n + shape.reduce((product, d) => product * d, 1), 0),
    hparams: { ...entry.hparams },
    tensors: group(tensors, types),
    source: 'catalog',
  }
}
