import { UserError } from '../errors.ts'
import { modelForSize } from '../model/catalog/index.ts'
import { listProfiles } from '../profile/database.ts'
import type { HardwareProfile } from '../profile/hardware-profile.ts'
import { targetFromProfile } from '../profile/target-from-profile.ts'
import { choiceFromCatalog } from './choose-model.ts'
import { makePlan } from './make-plan.ts'
import type { ModelChoice } from './model-choice.ts'
import type { HardwareProfiles, Template } from './template.ts'

/** Size classes of the data base, each with the size whose representative model is planned for it. */
const CLASSES: readonly (readonly [name: string, size: string])[] = [
  ['1-3B', '3B'],
  ['7-8B', '8B'],
  ['13B', '14B'],
  ['30B+', '32B'],
  ['70B+', '70B'],
]

/**
 * The hardware data base as recommended settings: profile id -> what to run on it, by size class. Every value comes from
 * the planner and the estimators; sizes that do not fit a profile are left out.
 */
export function recommendedModels(profiles: readonly HardwareProfile[] = listProfiles()): HardwareProfiles {
  const models = CLASSES.map(([name, size]) => [name, choiceFromCatalog(modelForSize(size).entry)] as const)
  return Object.fromEntries(
    profiles.map((profile) => {
      const target = targetFromProfile(profile)
      const plans = models.flatMap(([name, model]) => {
        const template = templateFor(profile, model)
        return template === null ? [] : [[name, template] as const]
      })
      return [
        profile.id,
        { display_name: target.display_name, backend: target.backend, recommended_models: Object.fromEntries(plans) },
      ]
    }),
  )
}

function templateFor(profile: HardwareProfile, model: ModelChoice): Template | null {
  try {
    const { config } = makePlan({ target: targetFromProfile(profile), model, intent: { use_case: 'general' } })
    const { settings, metadata } = config
    return {
      precision: metadata?.precision ?? '',
      gpu_layers: settings.n_gpu_layers ?? 0,
      prompt_batch: settings.n_batch ?? 0,
      decode_batch: settings.n_ubatch ?? 0,
      threads: settings.n_threads ?? 1,
      context: settings.n_ctx ?? 0,
      expected_tokens_per_sec: metadata?.expected_tokens_per_sec ?? null,
    }
  } catch (error) {
    // It does not fit: then it is not recommended.
    if (error instanceof UserError) return null
    throw error
  }
}
