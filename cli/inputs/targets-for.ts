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
 * The targets to judge a config on: the named ones for all configs alike; without names the profile that the
 * config's own metadata names, else this machine. Each is loaded once.
 */
export function targetsFor(names: readonly string[]): (text: string) => Promise<readonly Target[]> {
  let named: Promise<Target[]> | undefined
  let machine: Promise<Target> | undefined
  return async (text) => {
    if (names.length > 0) return (named ??= loadTargets(names))
    const own = ownTarget(text)
    if (own !== null) return [own]
    return [await (machine ??= seeMachine().then(targetFromSnapshot))]
  }
}

function ownTarget(text: string): Target | null {
  const hardware = readConfig(text).config?.metadata?.hardware
  if (hardware === undefined) return null
  try {
    return targetFromProfile(findProfile(hardware))
  } catch (error) {
    // The name of a snapshot, or of a profile that this version does not know.
    if (error instanceof UserError) return null
    throw error
  }
}
