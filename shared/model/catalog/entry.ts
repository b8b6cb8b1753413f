import * as z from 'zod'
import { HparamValueSchema } from '../facts.ts'

/** What the hyperparameters do not say about the tensors in the file. Absent means no. */
const TensorFlagsSchema = z.strictObject({
  /** No `output.weight`: the token embedding serves as the output too. */
  tied_embeddings: z.boolean(),
  /** `attn_{q,k,v}.bias`. */
  qkv_bias: z.boolean().optional(),
  /** `rope_freqs.weight`: the converter wrote the model's rope scaling as factors. */
  rope_freqs: z.boolean().optional(),
  /** `rope_factors_{long,short}.weight`. */
  rope_factors: z.boolean().optional(),
  /** `exp_probs_b.bias`: a bias on the routing of experts. */
  router_bias: z.boolean().optional(),
  /** `attn_sinks` in layers with a sliding window. */
  attention_sinks: z.boolean().optional(),
  /** Layers of full attention use their keys as values: no `attn_v` there (Gemma 4's larger models). */
  keys_as_values: z.boolean().optional(),
})
export type TensorFlags = z.infer<typeof TensorFlagsSchema>

export const SIZE_CLASSES = ['<1B', '1-3B', '4B', '7-8B', '13B', '20B', '30B+', '70B+', '200B+'] as const

const keyName = z.string().regex(/^[a-z0-9_]+(\.[a-z0-9_]+)*$/)

export const CatalogEntrySchema = z.strictObject({
  /** What people type: `llama-3.1-8b`. */
  id: z.string().regex(/^[a-z0-9]+([.-][a-z0-9]+)*$/),
  aliases: z.array(z.string().regex(/^[a-z0-9]+([.-][a-z0-9]+)*$/)).max(20),
  display_name: z.string().min(1).max(60),
  family: z.string().min(1).max(30),
  /** Year and month of the release of the weights. */
  released: z.string().regex(/^20\d\d-(0[1-9]|1[0-2])$/),
  /** As its makers call it: `8B`, `30B-A3B`. */
  n_params: z.string().regex(/^\d+(\.\d+)?[MB](-A\d+(\.\d+)?B)?$/),
  /** By all weights, for they all take memory; a mixture of experts reads only a part of them per token. */
  size_class: z.enum(SIZE_CLASSES),
  /** `general.architecture` of the GGUF files. */
  architecture: z.string().min(1).max(64),
  /** GGUF keys without the architecture's prefix. */
  hparams: z.record(keyName, HparamValueSchema),
  tensors: TensorFlagsSchema,
  /** Published documents, what each confirms, and how they are found. */
  source: z
    .array(
      z.strictObject({
        document: z.string().min(10).max(200),
        confirms: z.string().min(5).max(400),
      }),
    )
    .min(1),
})
export type CatalogEntry = z.infer<typeof CatalogEntrySchema>
