import { clusterTarget } from '../profile/cluster.ts'
import { findProfile } from '../profile/find-profile.ts'
import { parseSnapshot } from '../profile/parse-snapshot.ts'
import { targetFromProfile } from '../profile/target-from-profile.ts'
import { targetFromSnapshot } from '../profile/target-from-snapshot.ts'
import type { Target } from '../profile/target.ts'
import type { clusterFromText } from './cluster-file.ts'

/** What the name of a target may lead to. */
export type TargetWorld = {
  /** @throws UserError for a file that cannot be read */
  readonly read: (file: string) => Promise<string>
  /** Whether a name means a snapshot file and no profile. */
  readonly isFile: (name: string) => Promise<boolean>
  /** `cluster-file.ts`, which a face may load on demand: YAML takes its time. */
  readonly clusterFromText: typeof clusterFromText
  /** @throws UserError where no machine of one's own is meant */
  readonly ownMachine: () => Promise<Target>
}

/**
 * What a name of hardware means: `auto` is this machine, a JSON file is a saved snapshot, a YAML file a cluster, several
 * with commas between them a cluster too; anything else a profile id.
 * @throws UserError when it is none of them; with the nearest ids
 */
export async function targetNamed(name: string, world: TargetWorld): Promise<Target> {
  if (name === 'auto') return world.ownMachine()
  if (name.includes(',')) {
    const targets = await Promise.all(name.split(',').map((one) => targetNamed(one.trim(), world)))
    return clusterTarget(targets.map((target) => ({ target })))
  }
  if (/\.ya?ml$/i.test(name)) {
    return world.clusterFromText(await world.read(name), name, (one) => targetNamed(one, world))
  }
  if (await world.isFile(name)) return targetFromSnapshot(parseSnapshot(await world.read(name), name))
  return targetFromProfile(findProfile(name))
}
