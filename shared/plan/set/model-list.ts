import * as z from 'zod'
import { USE_CASES } from '../../config/runtime-config.ts'
import { MemberNameSchema, MOST_MEMBERS } from '../../config/model-set.ts'
import { typedNumber } from '../../typed-number.ts'

/** `32k` as 32768, as `--context` takes it; anything else as it is. */
function counted(value: unknown): unknown {
  return typeof value === 'string' && /^\d{1,7}k$/i.test(value) ? typedNumber(value) : value
}

const WishSchema = z.strictObject({
  /** What requests call it. */
  name: MemberNameSchema,
  /** A GGUF file, `hf:OWNER/REPO[:QUANT]`, or a catalog id. */
  model: z.string().min(1).max(4096),
  use_case: z.enum(USE_CASES).optional(),
  /** How much it matters beside the others; 1 when absent. */
  weight: z.number().gt(0).max(1000).optional(),
  /** `pinned`: it stays loaded. `swappable`: it may make room for others; so when absent. */
  load: z.enum(['pinned', 'swappable']).optional(),
  precision: z.string().min(1).max(32).optional(),
  /** Tokens: `16384`, `16k`. */
  context: z
    .preprocess(
      counted,
      z
        .int()
        .min(1)
        .max(2 ** 31 - 1),
    )
    .meta({ type: ['integer', 'string'], pattern: '^\\d{1,7}[kK]$' })
    .optional(),
  /** Slots. */
  parallel: z.int().min(1).max(256).optional(),
})

/** `models.yml`: the models of one machine, as they are wished for. */
export const ModelListSchema = z.strictObject({
  $schema: z.string().max(500).optional(),
  version: z.literal(1).optional(),
  models: z.array(WishSchema).min(1).max(MOST_MEMBERS),
})
export type ModelList = z.infer<typeof ModelListSchema>
