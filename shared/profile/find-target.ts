import { findProfile } from './find-profile.ts'
import type { Target } from './target.ts'
import { targetFromProfile } from './target-from-profile.ts'

/**
 * The profile with this id or alias as a target: what plans, estimates and verdicts are made for.
 * @throws UserError('usage') that names the nearest ids.
 */
export function findTarget(id: string): Target {
  return targetFromProfile(findProfile(id))
}
