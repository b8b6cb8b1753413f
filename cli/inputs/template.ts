import { UserError } from '../../shared/errors.ts'
import { didYouMean } from '../../shared/nearest.ts'
import type { ModelChoice } from '../../shared/plan/model-choice.ts'
import { parseHardwareProfiles, type Template } from '../../shared/plan/template.ts'
import { findProfile } from '../../shared/profile/find-profile.ts'
import type { Target } from '../../shared/profile/target.ts'
import { readTextFile } from '../../shared/node/read-text-file.ts'
import { quoted } from './number.ts'

const PROFILES_LIMIT_BYTES = 8 * 1024 * 1024
/** How far a model may be from the size class that stands for it. */
const TOLERANCE = 0.25

/** The part of an intent that `--profiles` states; the size class is that of the model itself. */
export async function templateFor(
  file: string | undefined,
  target: Target,
  model: ModelChoice,
): Promise<{ template?: Template }> {
  if (file === undefined) return {}
  return { template: await loadTemplate(file, target, model.facts(model.precisions[0] ?? '').n_params) }
}

/**
 * The recommended values of a data base of the user's own for one target and model size.
 * @param n_params weights of the model
 * @throws UserError when the file has no entry for the target, or none near the size
 */
async function loadTemplate(file: string, target: Target, n_params: number): Promise<Template> {
  const profiles = parseHardwareProfiles(await readTextFile(file, PROFILES_LIMIT_BYTES), file)
  const id = namesOf(target).find((name) => Object.hasOwn(profiles, name))
  if (id === undefined) {
    const near = didYouMean(target.id, Object.keys(profiles))
    throw new UserError('input', `${file} has no entry for ${target.id}.${near}`, 'Add one, or leave --profiles out.')
  }
  const classes = Object.entries(profiles[id]?.recommended_models ?? {})
  const billions = n_params / 1e9
  const best = classes
    .map(([name, template]) => ({ template, miss: missOf(name, billions) }))
    .sort((a, b) => a.miss - b.miss)[0]
  if (best !== undefined && best.miss <= TOLERANCE) return best.template
  const names = classes.map(([name]) => quoted(name)).join(', ') || 'none'
  throw new UserError(
    'input',
    `${file} recommends nothing near ${billions.toFixed(1)}B for ${id} (size classes: ${names})`,
    'Add the size class, or leave --profiles out.',
  )
}

function namesOf(target: Target): string[] {
  if (target.profile_id === null) return [target.id]
  return [target.id, target.profile_id, ...findProfile(target.profile_id).aliases]
}

/** Part by which a size misses a class: `7-8B`, `13B`, `<1B`, `30B+` (of two open classes the larger that holds it). */
function missOf(name: string, billions: number): number {
  const match = /^(<?)(\d+(?:\.\d+)?)(?:-(\d+(?:\.\d+)?))?B?(\+?)$/i.exec(name.trim())
  if (match === null) return Number.POSITIVE_INFINITY
  const first = Number(match[2])
  const low = match[1] === '<' ? 0 : first
  const high = match[4] === '+' ? Number.POSITIVE_INFINITY : Number(match[3] ?? first)
  if (billions < low) return (low - billions) / low
  if (billions > high) return (billions - high) / high
  // Inside: an open class gives way to a nearer one.
  return high === Number.POSITIVE_INFINITY ? Math.min(TOLERANCE, (billions - low) / billions / 100) : 0
}
