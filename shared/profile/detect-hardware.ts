import { detectAndExplain } from '../hardware/detect.ts'
import type { Explanation } from '../hardware/explain-detection.ts'
import type { Host } from '../hardware/host.ts'
import type { HardwareSnapshot } from '../hardware/snapshot.ts'
import { platformId } from './derived-profile.ts'
import { matchProfile } from './match-profile.ts'

/** What this machine is: detection, then the profile that it matches. */
export async function detectHardware(host: Host): Promise<HardwareSnapshot> {
  return (await explainHardware(host)).snapshot
}

/** The same with what each probe said, what was believed of it, and why. */
export async function explainHardware(host: Host): Promise<{ snapshot: HardwareSnapshot; explanation: Explanation }> {
  const { snapshot, explanation } = await detectAndExplain(host)
  return { snapshot: { ...snapshot, platform: platformId(snapshot, matchProfile(snapshot)) }, explanation }
}
