import * as z from 'zod'
import { UserError } from '../errors.ts'
import { BACKENDS } from '../backend.ts'
import { parsePrecision } from '../model/catalog/index.ts'
import { pageUrl } from '../project.ts'

/** Recommended values for one size class, in the words of `profiles/hardware_profiles.json`. */
export const TemplateSchema = z.strictObject({
  precision: z.string().min(1).max(32),
  /** -1: all layers. */
  gpu_layers: z.int().min(-1).max(100_000),
  /** `n_batch`. */
  prompt_batch: z
    .int()
    .min(1)
    .max(2 ** 20),
  /** `n_ubatch`. */
  decode_batch: z
    .int()
    .min(1)
    .max(2 ** 20),
  threads: z.int().min(1).max(100_000),
  context: z
    .int()
    .min(1)
    .max(2 ** 31 - 1),
  expected_tokens_per_sec: z.number().min(0).nullable(),
})
export type Template = z.infer<typeof TemplateSchema>

/** `profiles/hardware_profiles.json`: profile id -> what to run on it, by size class. */
export const HardwareProfilesSchema = z.record(
  z.string().max(100),
  z.strictObject({
    display_name: z.string().min(1).max(200),
    backend: z.enum(BACKENDS),
    recommended_models: z.record(z.string().max(32), TemplateSchema),
  }),
)
export type HardwareProfiles = z.infer<typeof HardwareProfilesSchema>

/**
 * A data base of the user's own (`--profiles FILE`).
 * @throws UserError with the first thing that is wrong and where
 */
export function parseHardwareProfiles(text: string, file: string): HardwareProfiles {
  let data: unknown
  try {
    data = JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch {
    throw new UserError('input', `${file} is not valid JSON.`, 'Check it with a JSON formatter.')
  }
  const parsed = HardwareProfilesSchema.safeParse(data)
  if (parsed.success) return withKnownPrecisions(parsed.data, file)
  const issue = parsed.error.issues[0]
  const where = issue?.path.join('.') || 'the top level'
  throw new UserError(
    'input',
    `${file}: ${where} does not have the form of a hardware profile file (${issue?.code ?? 'unknown'}).`,
    `${pageUrl('profiles/README.md')} shows the form.`,
  )
}

function withKnownPrecisions(profiles: HardwareProfiles, file: string): HardwareProfiles {
  for (const [id, { recommended_models }] of Object.entries(profiles)) {
    for (const [size, { precision }] of Object.entries(recommended_models)) {
      try {
        parsePrecision(precision)
      } catch (error) {
        if (!(error instanceof UserError)) throw error
        throw new UserError('input', `${file}: ${id}, ${size}: ${error.message}`, error.hint)
      }
    }
  }
  return profiles
}
