import { readConfig } from '../../shared/config/read-config.ts'
import { isModelSet, readModelSet } from '../../shared/config/read-model-set.ts'
import { UserError } from '../../shared/errors.ts'
import type { HardwareSnapshot } from '../../shared/hardware/snapshot.ts'
import { findProfile } from '../../shared/profile/find-profile.ts'
import { targetFromProfile } from '../../shared/profile/target-from-profile.ts'
import { targetFromSnapshot } from '../../shared/profile/target-from-snapshot.ts'
import type { Target } from '../../shared/profile/target.ts'
import { loadTarget, loadTargets, seeMachine } from './target.ts'

/**
 * The targets to judge a config on: the named ones for all configs alike; without names each config's own. What is
 * loaded or detected is so once.
 */
export function targetsFor(names: readonly string[]): (text: string) => Promise<readonly Target[]> {
  let named: Promise<Target[]> | undefined
  let seen: Promise<HardwareSnapshot> | undefined
  const see = () => (seen ??= seeMachine())
  return async (text) => {
    if (names.length > 0) return (named ??= loadTargets(names))
    return [await ownTarget(text, see)]
  }
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
