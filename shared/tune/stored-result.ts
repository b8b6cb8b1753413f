import * as z from 'zod'
import { ModelFactsSchema } from '../model/facts.ts'
import { OBJECTIVES } from './objective.ts'
import { TunedSettingsSchema } from './tuned-settings.ts'

const text = z.string().max(300)
const speed = z.number().min(0).max(1e9)
const count = z.int().min(0).max(1_000_000)

const SpreadSchema = z.strictObject({ median: speed, low: speed, high: speed, runs: count })

const MeasuredSchema = z.strictObject({
  score: SpreadSchema.nullable(),
  pp: SpreadSchema.optional(),
  tg: SpreadSchema.optional(),
  users: SpreadSchema.optional(),
})

const TestSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('pp'), tokens: count }),
  z.strictObject({ kind: z.literal('tg'), tokens: count, depth: count }),
  z.strictObject({ kind: z.literal('users'), users: count, n_prompt: count, n_gen: count }),
])

/** What tuning found on one machine for one model: a file of the store, and of `lp-tui tune export`. */
export const StoredResultSchema = z.strictObject({
  schema_version: z.literal(1),
  kind: z.literal('tune_result'),
  /** Short hash of what it is keyed by: model, hardware, engine build, objective. */
  id: z.string().regex(/^[0-9a-f]{12}$/),
  /** ISO 8601. */
  created: z.iso.datetime(),
  generator: text,
  model: z.strictObject({ file: text, digest: z.string().regex(/^[0-9a-f]{16}$/), facts: ModelFactsSchema }),
  hardware: z.strictObject({
    digest: z.string().regex(/^[0-9a-f]{16}$/),
    /** Profile id, or the nearest generic one. */
    platform: text,
    display_name: text,
    cpu: text,
    cores: count,
    gpus: z.array(text).max(256),
    ram_gb: z.number().min(0),
    backend: text,
  }),
  engine: z.strictObject({
    program: z.enum(['llama-bench', 'llama-server', 'node-llama-cpp']),
    commit: z.string().max(64),
    number: count.nullable(),
    backends: text,
  }),
  objective: z.strictObject({ name: z.enum(OBJECTIVES), n_prompt: count, n_gen: count, users: count }),
  /** Context that every candidate had to leave room for. */
  n_ctx: z.int().min(1),
  outcome: z.enum(['gain', 'no_gain', 'only_tuned', 'unproved']),
  /** Why llama.cpp's defaults gave no speed, where they gave none. */
  defaults_failure: text.nullable(),
  winner: TunedSettingsSchema,
  ratio: z.number().positive().max(1e6).nullable(),
  interval: z.strictObject({ low: z.number().min(0), high: z.number().min(0) }).nullable(),
  defaults: MeasuredSchema,
  tuned: MeasuredSchema,
  tests: z.array(TestSchema).max(10),
  runs: count,
  budget_s: z.number().min(0).max(1e6),
  elapsed_s: z.number().min(0).max(1e7),
  interrupted: z.boolean(),
  /** A budget that is long enough, where this one ended before all was tried and nothing was proved. */
  enough_s: z.number().positive().max(1e7).optional(),
})
export type StoredResult = z.infer<typeof StoredResultSchema>

/** A stored result from its text; null where it is none that this version can read. */
export function parseStoredResult(json: string): StoredResult | null {
  try {
    const parsed = StoredResultSchema.safeParse(JSON.parse(json))
    return parsed.success ? parsed.data : null
  } catch {
    return null
  }
}

/** Whether its settings may be used: they were faster outside the noise, or the only ones that ran. */
export function isProved({ outcome }: Pick<StoredResult, 'outcome'>): boolean {
  return outcome === 'gain' || outcome === 'only_tuned'
}
