import { UserError } from '../errors.ts'
import { didYouMean } from '../nearest.ts'
import { listProfiles } from './database.ts'
import type { HardwareProfile } from './hardware-profile.ts'

let byName: ReadonlyMap<string, HardwareProfile> = new Map()
let of: readonly HardwareProfile[] | undefined

function names(): ReadonlyMap<string, HardwareProfile> {
  const profiles = listProfiles()
  if (of !== profiles) {
    byName = new Map(profiles.flatMap((profile) => [profile.id, ...profile.aliases].map((id) => [id, profile])))
    of = profiles
  }
  return byName
}

/** The profile with this id or alias, whatever the case, or undefined. */
export function profileNamed(id: string): HardwareProfile | undefined {
  return names().get(id.trim().toLowerCase())
}

/**
 * The profile with this id or alias, whatever the case.
 * @throws UserError('usage') that names the nearest ids.
 */
export function findProfile(id: string): HardwareProfile {
  const profile = profileNamed(id)
  if (profile) return profile
  const shown = id.trim().slice(0, 80)
  const near = didYouMean(
    shown,
    listProfiles().map((known) => known.id),
  )
  throw new UserError(
    'usage',
    `There is no hardware profile "${shown}".${near}`,
    'Run "lp-tui profiles list" to see all of them, or "lp-tui detect --output hw.json" to describe your own machine.',
  )
}
