import * as z from 'zod'
import { BACKENDS } from '../backend.ts'
import { ModelFactsSchema } from '../model/facts.ts'
import { PROGRAMS } from '../program.ts'
import { SettingsSchema } from './settings.ts'

export const CONFIG_VERSION = 1

export const USE_CASES = ['general', 'long_context', 'speed', 'quality'] as const
export type UseCase = (typeof USE_CASES)[number]

/** What the plan was made for. Informative, but checked against the settings it stands beside. */
export const MetadataSchema = z.strictObject({
  /** Profile id or snapshot name of the target. */
  hardware: z.string().max(200).optional(),
  /** Parameters, as in `8B`. */
  model_size: z.string().max(32).optional(),
  precision: z.string().max(32).optional(),
  use_case: z.enum(USE_CASES).optional(),
  /** Decode speed, tokens per second, one stream; null where nothing supports a number. */
  expected_tokens_per_sec: z.number().min(0).nullable().optional(),
  expected_tokens_per_sec_range: z.tuple([z.number().min(0), z.number().min(0)]).optional(),
  /** How the speed is known: `measured on the same hardware`, `model`, ... */
  expected_tokens_per_sec_basis: z.string().max(200).optional(),
  /** GiB on all devices together. */
  estimated_vram_usage_gb: z.number().min(0).optional(),
  /** GiB of host memory. */
  estimated_ram_usage_gb: z.number().min(0).optional(),
  /** MiB that llama-server's cache of earlier prompts is held to, where its default is more than is left beside the model. */
  cache_ram_mib: z.int().min(0).max(1_000_000_000).optional(),
  /** The program that the estimate is for. */
  program: z.enum(PROGRAMS).optional(),
  /** llama.cpp release that the estimate was proved against. */
  engine: z.string().max(100).optional(),
  /** `lp-tui` and its version. */
  generator: z.string().max(100).optional(),
})

/** The file that `lp-tui generate` writes and everything else reads. */
export const RuntimeConfigSchema = z.strictObject({
  $schema: z.string().max(500).optional(),
  /** Format version; absent means 1. */
  version: z.literal(CONFIG_VERSION).optional(),
  backend: z.enum(BACKENDS),
  model_path: z.string().min(1).max(4096),
  settings: SettingsSchema,
  metadata: MetadataSchema.optional(),
  /** Model facts, so that the config can be judged where the GGUF is not. */
  model: ModelFactsSchema.optional(),
})
export type RuntimeConfig = z.infer<typeof RuntimeConfigSchema>
