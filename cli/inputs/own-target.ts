import { readConfig } from '../../shared/config/read-config.ts'
import { isModelSet, readModelSet } from '../../shared/config/read-model-set.ts'
import { UserError } from '../../shared/errors.ts'
import type { HardwareSnapshot } from '../../shared/hardware/snapshot.ts'
import { clusterTarget, rpcServers } from '../../shared/profile/cluster.ts'
import { findProfile } from '../../shared/profile/find-profile.ts'
import { targetFromProfile } from '../../shared/profile/target-from-profile.ts'
import { targetFromSnapshot } from '../../shared/profile/target-from-snapshot.ts'
import type { Target } from '../../shared/profile/target.ts'
import { seeMachine } from './target.ts'

/**
 * The targets of configs for which none is named: each config's own. This machine is looked at once.
 * @param note is told, once a cluster, which machines are only assumed
 */
export function ownTargets(note: (text: string) => void): (text: string) => Promise<readonly Target[]> {
  let seen: Promise<HardwareSnapshot> | undefined
  const noted = new Set<string>()
  return async (text) => {
    const once = (line: string) => {
      if (!noted.has(line)) note(line)
      noted.add(line)
    }
    return [await ownTargetOf(text, once, () => (seen ??= seeMachine()))]
  }
}

/**
 * Where a config is at home: the profile that its metadata names. This machine when it is of that kind, for then it
 * may be the very one, and what a profile assumes is known here; and when the metadata names no profile.
 * @param note is told which machines are only assumed
 */
export async function ownTargetOf(
  text: string,
  note: (line: string) => void,
  see: () => Promise<HardwareSnapshot> = seeMachine,
): Promise<Target> {
  const target = await ownTarget(text, see)
  if (rpcServers(target).length > 0) {
    note(
      `note: metadata names the kinds of machines of a cluster (${target.id}), not the machines: their memory and links are assumed. --hardware cluster.yml takes the real ones.`,
    )
  }
  return target
}

async function ownTarget(text: string, see: () => Promise<HardwareSnapshot>): Promise<Target> {
  const config = isModelSet(text) ? null : readConfig(text).config
  const hardware = (config ?? readModelSet(text).set)?.metadata?.hardware
  const machine = await see()
  if (hardware === undefined || hardware === machine.platform) return targetFromSnapshot(machine)
  try {
    if (hardware.includes('+')) return ownCluster(hardware.split('+'), config?.settings.rpc_servers ?? [], machine)
    return targetFromProfile(findProfile(hardware))
  } catch (error) {
    // The name of a machine, or of a profile that this version does not know.
    if (error instanceof UserError) return targetFromSnapshot(machine)
    throw error
  }
}

/** A cluster: its machines, the first of which runs llama-server, at the addresses that the config has for them. */
function ownCluster(names: readonly string[], servers: readonly string[], machine: HardwareSnapshot): Target {
  const addresses = servers.length === names.length - 1 ? servers : []
  return clusterTarget(
    names.map((name, at) => ({
      // Only the first can be this machine: the others are somewhere else.
      target:
        at === 0 && name === machine.platform ? targetFromSnapshot(machine) : targetFromProfile(findProfile(name)),
      address: at === 0 ? undefined : addresses[at - 1],
    })),
  )
}
