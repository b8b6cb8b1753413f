import { detectAndExplain } from './hardware/detect.ts'
import type { Explanation } from './hardware/explain-detection.ts'
import type { Host } from './hardware/host.ts'
import type { HardwareSnapshot } from './hardware/snapshot.ts'
import { recommendedModels } from './plan/recommended-models.ts'
import type { HardwareProfiles } from './plan/template.ts'
import { platformId } from './profile/derived-profile.ts'
import { matchProfile } from './profile/match-profile.ts'

/** What this machine is: detection, then the profile that it matches. */
export async function detectHardware(host: Host): Promise<HardwareSnapshot> {
  return (await explainHardware(host)).snapshot
}

/** The same with what each probe said, what was believed of it, and why. */
export async function explainHardware(host: Host): Promise<{ snapshot: HardwareSnapshot; explanation: Explanation }> {
  const { snapshot, explanation } = await detectAndExplain(host)
  return { snapshot: { ...snapshot, platform: platformId(snapshot, matchProfile(snapshot)) }, explanation }
}

/** The hardware data base as recommended settings, the form of `profiles/hardware_profiles.json`. */
export function exportHardwareProfiles(): HardwareProfiles {
  return recommendedModels()
}
