import { readConfig } from '../../shared/config/read-config.ts'
import { isModelSet, readModelSet } from '../../shared/config/read-model-set.ts'
import { UserError } from '../../shared/errors.ts'
import type { HardwareSnapshot } from '../../shared/hardware/snapshot.ts'
import { findProfile } from '../../shared/profile/find-profile.ts'
import { targetFromProfile } from '../../shared/profile/target-from-profile.ts'
import { targetFromSnapshot } from '../../shared/profile/target-from-snapshot.ts'
import type { Target } from '../../shared/profile/target.ts'
import { loadTarget, seeMachine } from './target.ts'

/** The targets of configs for which none is named: each config's own. This machine is looked at once. */
export function ownTargets(): (text: string) => Promise<readonly Target[]> {
  let seen: Promise<HardwareSnapshot> | undefined
  return async (text) => [await ownTarget(text, () => (seen ??= seeMachine()))]
}

/**
 * Where a config is at home: the profile that its metadata names. This machine when it is of that kind, for then it
 * may be the very one, and what a profile assumes is known here; and when the metadata names no profile.
 */
export async function ownTarget(text: string, see: () => Promise<HardwareSnapshot> = seeMachine): Promise<Target> {
  const hardware = (isModelSet(text) ? readModelSet(text).set : readConfig(text).config)?.metadata?.hardware
  const machine = await see()
  if (hardware === undefined || hardware === machine.platform) return targetFromSnapshot(machine)
  try {
    // A cluster: its machines, the first of which runs llama-server.
    if (hardware.includes('+')) return await loadTarget(hardware.replaceAll('+', ','))
    return targetFromProfile(findProfile(hardware))
  } catch (error) {
    // The name of a machine, or of a profile that this version does not know.
    if (error instanceof UserError) return targetFromSnapshot(machine)
    throw error
  }
}
