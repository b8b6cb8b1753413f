import { detect } from './hardware/detect.ts'
import type { Host } from './hardware/host.ts'
import type { HardwareSnapshot } from './hardware/snapshot.ts'
import { recommendedModels } from './plan/recommended-models.ts'
import type { HardwareProfiles } from './plan/template.ts'
import { platformId } from './profile/derived-profile.ts'
import { matchProfile } from './profile/match-profile.ts'

/** What this machine is: detection, then the profile that it matches. */
export async function detectHardware(host: Host): Promise<HardwareSnapshot> {
  const snapshot = await detect(host)
  return { ...snapshot, platform: platformId(snapshot, matchProfile(snapshot)) }
}

/** The hardware data base as recommended settings, the form of `profiles/hardware_profiles.json`. */
export function exportHardwareProfiles(): HardwareProfiles {
  return recommendedModels()
}
