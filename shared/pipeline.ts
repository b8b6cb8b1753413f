import { detect } from './hardware/detect.ts'
import type { Host } from './hardware/host.ts'
import type { HardwareSnapshot } from './hardware/snapshot.ts'
import { matchProfile } from './profile/match-profile.ts'

/** What this machine is: detection, then the profile that it matches. */
export async function detectHardware(host: Host): Promise<HardwareSnapshot> {
  const snapshot = await detect(host)
  const { profile } = matchProfile(snapshot)
  const fallback = snapshot.gpus.length > 0 ? 'generic_gpu' : 'generic_cpu'
  return { ...snapshot, platform: profile?.id ?? fallback }
}
