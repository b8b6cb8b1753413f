import {
  findProfile,
  readConfig,
  targetFromProfile,
  targetFromSnapshot,
  UserError,
  type Target,
} from '../../shared/index.ts'
import { loadTargets, seeMachine } from './target.ts'

/**
 * The targets to judge a config on: the named ones for all configs alike; without names each config's own. What is
 * loaded or detected is so once.
 */
export function targetsFor(names: readonly string[]): (text: string) => Promise<readonly Target[]> {
  let named: Promise<Target[]> | undefined
  let machine: Promise<Target> | undefined
  const thisMachine = () => (machine ??= seeMachine().then(targetFromSnapshot))
  return async (text) => {
    if (names.length > 0) return (named ??= loadTargets(names))
    return [await ownTarget(text, thisMachine)]
  }
}

/** The profile that the config's own metadata names, else this machine. */
export async function ownTarget(
  text: string,
  thisMachine = () => seeMachine().then(targetFromSnapshot),
): Promise<Target> {
  const hardware = readConfig(text).config?.metadata?.hardware
  if (hardware === undefined) return thisMachine()
  try {
    return targetFromProfile(findProfile(hardware))
  } catch (error) {
    // The name of a snapshot, or of a profile that this version does not know.
    if (error instanceof UserError) return thisMachine()
    throw error
  }
}
