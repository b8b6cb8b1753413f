import * as z from 'zod'
import { RELEASE_PATTERN } from '../config/formats/engine-release.ts'
import { RULES } from '../validate/rules/index.ts'
import { HEADROOM_PATTERN } from './headroom.ts'
import { levelsOf } from './levels.ts'

/** Where the file is looked for when nothing else is said. */
export const POLICY_FILE = '.github/lp-config.yml'

export const POLICY_VERSION = 1

export const FAIL_ON = ['error', 'warning', 'never'] as const
export const ANNOTATIONS = ['all', 'errors', 'none'] as const
export const SUMMARIES = ['full', 'failures', 'none'] as const
export const IF_NO_FILES_FOUND = ['error', 'warn', 'ignore'] as const

const pattern = z.string().min(1).max(512)
const targets = z.array(z.string().min(1).max(512)).min(1).max(1000)

/** A finding that is known and accepted for now. */
export const BaselineEntrySchema = z.strictObject({
  rule: z.enum(RULES.map(({ id }) => id)),
  /** The config's path; `*` and `**` match as in globs. */
  config: pattern,
  /** One config of a file that holds several: a section, a model, a service. All of them when absent. */
  name: z.string().min(1).max(512).optional(),
  /** All targets when absent. */
  target: z.string().min(1).max(512).optional(),
  reason: z.string().min(1).max(500),
  /** The last day on which it counts, as `2027-01-31`. */
  until: z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}$/)
    .optional(),
})
export type BaselineEntry = z.infer<typeof BaselineEntrySchema>

const baseline = z.array(BaselineEntrySchema).max(5000)

/** Configs, and the targets that they go to when those are not the policy's own. */
const ConfigGroupSchema = z.strictObject({ files: z.array(pattern).min(1).max(1000), targets })

/** The policy file, `.github/lp-config.yml`. Names as of the Action's inputs, which take precedence. */
export const PolicySchema = z.strictObject({
  $schema: z.string().max(500).optional(),
  version: z.literal(POLICY_VERSION),
  /** Patterns, `!` before one excludes; a group gives its files targets of their own. The last match counts. */
  configs: z
    .array(z.union([pattern, ConfigGroupSchema]))
    .min(1)
    .max(1000)
    .optional(),
  /** Profile ids and snapshot files. */
  targets: targets.optional(),
  /** The release of llama.cpp that a target runs, where it is another than the one that this program follows. */
  engines: z.record(z.string().min(1).max(512), z.string().regex(RELEASE_PATTERN)).optional(),
  /** Files of model facts, for configs that carry none. */
  models: z.array(pattern).max(1000).optional(),
  'fail-on': z.enum(FAIL_ON).optional(),
  'vram-headroom': z.string().regex(HEADROOM_PATTERN).optional(),
  annotations: z.enum(ANNOTATIONS).optional(),
  summary: z.enum(SUMMARIES).optional(),
  'if-no-files-found': z.enum(IF_NO_FILES_FOUND).optional(),
  /** The level of a rule where it is not the rule's own. */
  rules: z.strictObject(Object.fromEntries(RULES.map(({ id }) => [id, z.enum(levelsOf(id)).optional()]))).optional(),
  baseline: baseline.optional(),
})
export type Policy = z.infer<typeof PolicySchema>

/** A file of its own with baseline entries, as the input `baseline` names it. */
export const BaselineFileSchema = z.strictObject({ version: z.literal(POLICY_VERSION), baseline })
