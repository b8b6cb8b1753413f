import { stat } from 'node:fs/promises'
import { UserError } from '../../shared/errors.ts'
import type { HardwareSnapshot } from '../../shared/hardware/snapshot.ts'
import { clusterTarget } from '../../shared/profile/cluster.ts'
import { listProfiles } from '../../shared/profile/database.ts'
import { findProfile } from '../../shared/profile/find-profile.ts'
import { parseSnapshot } from '../../shared/profile/parse-snapshot.ts'
import { targetFromProfile } from '../../shared/profile/target-from-profile.ts'
import { targetFromSnapshot } from '../../shared/profile/target-from-snapshot.ts'
import type { Target } from '../../shared/profile/target.ts'
import { errnoOf } from '../../shared/node/file-trouble.ts'
import { readTextFile } from '../../shared/node/read-text-file.ts'

/** A snapshot of a machine with 256 GPUs stays far below this. */
export const SNAPSHOT_LIMIT_BYTES = 1024 * 1024

/** What detection sees on this machine. */
export async function seeMachine(): Promise<HardwareSnapshot> {
  // Loaded on demand: most targets are named, and the probes are a tenth of all files.
  const [{ detectHardware }, { nodeHost }, { systemInformation }] = await Promise.all([
    import('../../shared/pipeline.ts'),
    import('../../shared/node/host.ts'),
    import('../system.ts'),
  ])
  return detectHardware(nodeHost(systemInformation()))
}

/**
 * What `--hardware` names: `auto` is this machine, a JSON file is a saved snapshot, a YAML file a cluster, several with commas
 * between them a cluster too; anything else a profile id.
 * @throws UserError when it is none of them; with the nearest ids
 */
export async function loadTarget(name: string): Promise<Target> {
  if (name === '') throw new UserError('usage', '--hardware needs a value', HARDWARE_HINT)
  if (name === 'all') throw new UserError('usage', 'only validate takes --hardware all; name one target', HARDWARE_HINT)
  if (name === 'auto') return targetFromSnapshot(await seeMachine())
  if (name.includes(',')) {
    const targets = await Promise.all(name.split(',').map((one) => loadTarget(one.trim())))
    return clusterTarget(targets.map((target) => ({ target })))
  }
  if (/\.ya?ml$/i.test(name)) return loadCluster(name)
  if (await isFileName(name, '.json')) {
    return targetFromSnapshot(parseSnapshot(await readTextFile(name, SNAPSHOT_LIMIT_BYTES), name))
  }
  return targetFromProfile(findProfile(name))
}

async function loadCluster(file: string): Promise<Target> {
  const { clusterFromText } = await import('../../shared/node/cluster-file.ts')
  return clusterFromText(await readTextFile(file, SNAPSHOT_LIMIT_BYTES), file, loadTarget)
}

/** The whole data base as targets. */
export function allTargets(): Target[] {
  return listProfiles().map(targetFromProfile)
}

/** Whether a value means a file and not an id: it looks like a path, or there is a file of that name. */
export async function isFileName(value: string, extension: string): Promise<boolean> {
  if (/^(\.{0,2}[\\/]|~[\\/]|[a-z]:[\\/])|\\/i.test(value) || value.toLowerCase().endsWith(extension)) return true
  return stat(value).then(
    (found) => found.isFile() || value.includes('/'),
    // A link that leads in a circle is a file of that name all the same, and the reader says what is wrong with it.
    (error: unknown) => errnoOf(error) === 'ELOOP',
  )
}

const HARDWARE_HINT = 'Use auto, a profile id (lp-tui profiles list) or a snapshot file (lp-tui detect --output FILE).'
