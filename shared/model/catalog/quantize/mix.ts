import type { TensorType } from '../../tensor-types.ts'
import { baseType, isQuantized, type Precision } from './precision.ts'
import { isQuantizable } from './eligible.ts'
import { fittingType } from './fallback.ts'
import { isValueLike, tensorRole, type TensorRole } from './role.ts'
import { embeddingRule, outputRule } from './embedding-rules.ts'
import { LAYER_RULES, LOW_BIT_RULES, type Place } from './layer-rules.ts'

/** What the mix rules ask about a model. */
export type MixModel = {
  readonly architecture: string
  /** All blocks, draft (nextn) blocks included. */
  readonly block_count: number
  /** 0 for a dense model. */
  readonly expert_count: number
  /** Query heads per key/value head of the first layer; 0 where that layer has no attention. */
  readonly gqa: number
  /** `output.weight` is absent: the token embedding serves as the output too. */
  readonly tied_embeddings: boolean
}

/** One tensor of a model, `name` as in the file (`blk.3.attn_v.weight`), `type` as converted. */
export type SourceTensor = {
  readonly name: string
  /** null outside the layers. */
  readonly layer: number | null
  readonly shape: readonly number[]
  readonly type: TensorType
}

/** The order in which the quantiser meets the tensors (src/llama-model-loader.h weight_name_comparer). */
export function byLayerThenName(a: SourceTensor, b: SourceTensor): number {
  return (a.layer ?? -1) - (b.layer ?? -1) || (a.name < b.name ? -1 : a.name > b.name ? 1 : 0)
}

/**
 * The type of every tensor after `llama-quantize` without an importance matrix, in the order of `tensors`, which must
 * be sorted with {@link byLayerThenName}: some rules count tensors as they come.
 * Source: src/llama-quant.cpp llama_tensor_get_type() and llama_tensor_get_type_impl().
 */
export function quantizeMix(
  precision: Precision,
  model: MixModel,
  tensors: readonly SourceTensor[],
): readonly TensorType[] {
  const base = baseType(precision)
  const roles = tensors.map((tensor) => tensorRole(tensor.name))
  const valueCount = roles.filter(isValueLike).length
  const seen = new Map<TensorRole | 'value', number>()
  const countOf = (key: TensorRole | 'value') => {
    const n = seen.get(key) ?? 0
    seen.set(key, n + 1)
    return n
  }

  return tensors.map((tensor, i): TensorType => {
    if (!isQuantizable(tensor.name, tensor.shape)) return tensor.type
    if (!isQuantized(base)) return base
    const role = roles[i] ?? 'other'
    const columns = tensor.shape[0] ?? 0
    if (role === 'output' || (role === 'token_embd' && model.tied_embeddings)) {
      return fittingType(outputRule(precision, model.architecture, columns), columns)
    }
    if (precision === 'MXFP4_MOE') return fittingType((tensor.shape[2] ?? 1) > 1 ? 'mxfp4' : 'q8_0', columns)
    if (role === 'token_embd') return fittingType(embeddingRule(precision), columns)

    const valueLike = isValueLike(role)
    const place: Place = {
      precision,
      base,
      model,
      layer: tensor.layer ?? 0,
      index: countOf(valueLike ? 'value' : role),
      valueCount,
    }
    const rules = precision.startsWith('IQ2') ? LOW_BIT_RULES : LAYER_RULES
    // A fused or compressed projection that holds values goes by the value rule.
    const wanted = rules[valueLike ? 'attn_v' : role]?.(place)
    return fittingType(wanted ?? base, columns)
  })
}
