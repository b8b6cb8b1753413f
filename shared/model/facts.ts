import * as z from 'zod'
import { TENSOR_TYPES } from './tensor-types.ts'

const number = z.number().refine(Number.isFinite)
const dimension = z
  .int()
  .min(1)
  .max(2 ** 40)

/**
 * Tensors that differ only in their layer. `name` has `%d` where the layer number stands
 * (`blk.%d.attn_q.weight`); without `%d` it is one tensor outside the layers (`token_embd.weight`).
 */
export const TensorGroupSchema = z.strictObject({
  name: z.string().min(1).max(128),
  type: z.enum(TENSOR_TYPES),
  /** Dimensions, fastest first, as GGUF stores them: `[n_in, n_out]` or `[n_in, n_out, n_expert]`. */
  shape: z.array(dimension).min(1).max(4),
  /** Inclusive ranges of layers, ascending; absent for a tensor outside the layers. */
  layers: z
    .array(z.tuple([z.int().min(0).max(9999), z.int().min(0).max(9999)]))
    .max(5000)
    .optional(),
})
export type TensorGroup = z.infer<typeof TensorGroupSchema>

export const HparamValueSchema = z.union([
  number,
  z.boolean(),
  z.string().max(200),
  z.array(number).max(10_000),
  z.array(z.boolean()).max(10_000),
])
export type HparamValue = z.infer<typeof HparamValueSchema>

/**
 * What must be known of a model to place it, without its vocabulary or weights. From a GGUF header, from the
 * catalog, or embedded in a runtime config under `model`.
 */
export const ModelFactsSchema = z.strictObject({
  schema_version: z.literal(1),
  /** `general.name`, or the catalog id. */
  name: z.string().max(300),
  /** `general.architecture`: `llama`, `qwen3`, `gemma3`, ... */
  architecture: z.string().min(1).max(64),
  /** Name of the file's quantisation mix: `Q4_K_M`, `F16`; `mixed` when unknown. */
  precision: z.string().max(32),
  /** Number of weights. */
  n_params: z.int().min(0),
  /**
   * GGUF keys of the architecture without its prefix (`block_count`, `attention.head_count_kv`, `rope.freq_base`, ...),
   * with `vocab_size` always present. Values as the file has them.
   */
  hparams: z.record(z.string().max(128), HparamValueSchema),
  tensors: z.array(TensorGroupSchema).min(1).max(20_000),
  /** Where the facts come from: a file name, `catalog`, a URL. For people; never a full path. */
  source: z.string().max(300),
})
export type ModelFacts = z.infer<typeof ModelFactsSchema>

/** What a message calls a model: the file that must be mended, where there is one. */
export function labelOf({ name, source }: Pick<ModelFacts, 'name' | 'source'>): string {
  return source === 'catalog' || source === '' ? name : source
}
