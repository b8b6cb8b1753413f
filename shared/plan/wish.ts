import type { UseCase } from '../config/runtime-config.ts'
import type { Intent } from './intent.ts'

/** What a plan would be if memory were no limit, and how much each thing is worth when it is. */
export type Wish = {
  /** The best precision that this use case asks for; better ones are not considered. */
  readonly precision: string
  readonly n_ctx: number
  readonly n_batch: number
  readonly n_ubatch: number
  /** Whether context beyond the wish is worth memory. */
  readonly grow_context: boolean
  readonly weights: ObjectiveWeights
}

/**
 * Worth of each quantity, in doublings of decode speed: docs/planning.md explains the choice.
 * `loss` is per nat of Kullback-Leibler divergence.
 */
export type ObjectiveWeights = {
  readonly decode: number
  readonly prompt: number
  readonly context: number
  readonly loss: number
}

const GENERAL_CONTEXT = 8192

const WISHES: Readonly<Record<UseCase, Wish>> = {
  general: {
    precision: 'Q4_K_M',
    n_ctx: GENERAL_CONTEXT,
    n_batch: 2048,
    n_ubatch: 512,
    grow_context: false,
    weights: { decode: 1, prompt: 0.25, context: 0.5, loss: 8 },
  },
  // Twice the context, half the logical batch; then as much context as fits.
  long_context: {
    precision: 'Q4_K_M',
    n_ctx: 2 * GENERAL_CONTEXT,
    n_batch: 1024,
    n_ubatch: 512,
    grow_context: true,
    weights: { decode: 0.75, prompt: 0.25, context: 1, loss: 8 },
  },
  // A smaller precision and twice the physical batch.
  speed: {
    precision: 'Q3_K_M',
    n_ctx: GENERAL_CONTEXT,
    n_batch: 2048,
    n_ubatch: 1024,
    grow_context: false,
    weights: { decode: 2, prompt: 0.5, context: 0.5, loss: 4 },
  },
  quality: {
    precision: 'Q5_K_M',
    n_ctx: GENERAL_CONTEXT,
    n_batch: 2048,
    n_ubatch: 512,
    grow_context: false,
    weights: { decode: 0.5, prompt: 0.25, context: 0.5, loss: 30 },
  },
}

/** The wish of a use case, with the user's own data base over ours; the context never exceeds the training length. */
export function wishOf(intent: Intent, n_ctx_train: number): Wish {
  const base = WISHES[intent.use_case]
  const { template } = intent
  // A user's data base states its general values: the use case changes them as it changes ours.
  const general = WISHES.general
  const scaled =
    template === undefined
      ? base
      : {
          ...base,
          precision: intent.use_case === 'speed' || intent.use_case === 'quality' ? base.precision : template.precision,
          n_ctx: Math.round((template.context * base.n_ctx) / general.n_ctx),
          n_batch: Math.max(1, Math.round((template.prompt_batch * base.n_batch) / general.n_batch)),
          n_ubatch: Math.round((template.decode_batch * base.n_ubatch) / general.n_ubatch),
        }
  const limit = n_ctx_train > 0 ? n_ctx_train : scaled.n_ctx
  return {
    ...scaled,
    n_ctx: intent.n_ctx ?? Math.min(scaled.n_ctx, limit),
    n_batch: intent.pins?.n_batch ?? scaled.n_batch,
    n_ubatch: intent.pins?.n_ubatch ?? scaled.n_ubatch,
  }
}
