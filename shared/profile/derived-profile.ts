import type { HardwareSnapshot } from '../hardware/snapshot.ts'
import { GIB } from '../units.ts'
import { findProfile } from './find-profile.ts'
import type { HardwareProfile } from './hardware-profile.ts'
import { matchProfile, type ProfileMatch } from './match-profile.ts'
import { usedGpus } from './snapshot-gpus.ts'

/**
 * The class that unknown hardware is counted to: a slow card, an ARM board, a small machine with one memory channel,
 * or a plain desktop. All of them sit at the slow end, so that a plan made with them is not too bold.
 */
export function genericProfile(snapshot: HardwareSnapshot, part: 'gpu' | 'cpu'): HardwareProfile {
  if (part === 'gpu') return findProfile('generic_gpu')
  if (snapshot.cpu_type.startsWith('arm') || snapshot.cpu_type.startsWith('aarch'))
    return findProfile('generic_cpu_arm64')
  const small = snapshot.cpu.physical_cores <= 4 && snapshot.memory.total_bytes <= 9 * GIB
  return findProfile(small ? 'generic_cpu_single_channel' : 'generic_cpu')
}

/** What `platform` in a snapshot says: the matched profile's id, or `generic_gpu` or `generic_cpu` for unknown hardware. */
export function platformId(snapshot: HardwareSnapshot, match: ProfileMatch = matchProfile(snapshot)): string {
  if (match.profile) return match.profile.id
  return usedGpus(snapshot).some((gpu) => !gpu.integrated) ? 'generic_gpu' : 'generic_cpu'
}
