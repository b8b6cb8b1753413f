import { UserError } from '../../shared/errors.ts'
import type { HardwareSnapshot } from '../../shared/hardware/snapshot.ts'
import { targetFromSnapshot } from '../../shared/profile/target-from-snapshot.ts'
import type { Target } from '../../shared/profile/target.ts'
import { isFileName } from '../../shared/node/is-file-name.ts'
import { targetNamed, type TargetWorld } from '../../shared/node/target-named.ts'
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

/** Files from the current folder, and this machine. */
export const HERE: TargetWorld = {
  read: (file) => readTextFile(file, SNAPSHOT_LIMIT_BYTES),
  isFile: (name) => isFileName(name, '.json'),
  clusterFromText: async (...args) => (await import('../../shared/node/cluster-file.ts')).clusterFromText(...args),
  ownMachine: async () => targetFromSnapshot(await seeMachine()),
}

/**
 * What `--hardware` names.
 * @throws UserError when it is no target; with the nearest ids
 */
export async function loadTarget(name: string): Promise<Target> {
  if (name === '') throw new UserError('usage', '--hardware needs a value', HARDWARE_HINT)
  if (name === 'all') throw new UserError('usage', 'only validate takes --hardware all; name one target', HARDWARE_HINT)
  return targetNamed(name, HERE)
}

const HARDWARE_HINT = 'Use auto, a profile id (lp-tui profiles list) or a snapshot file (lp-tui detect --output FILE).'
