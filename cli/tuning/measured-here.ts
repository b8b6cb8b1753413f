import type { HardwareSnapshot } from '../../shared/hardware/snapshot.ts'
import { dataFolder } from '../../shared/node/tune/data-folder.ts'
import { digestOf, resultStore } from '../../shared/node/tune/result-store.ts'
import type { Target } from '../../shared/profile/target.ts'
import type { StoredResult } from '../../shared/tune/stored-result.ts'
import { hardwareKey } from '../../shared/tune/tune-key.ts'
import type { Io } from '../io.ts'

/** What `lp-tui tune` has kept of this machine. A result of other hardware, or of the same with other memory, is none. */
export async function measuredHere(
  io: Pick<Io, 'env' | 'platform'>,
  target: Target,
  snapshot: HardwareSnapshot,
): Promise<readonly StoredResult[]> {
  const { results } = await resultStore(dataFolder(io)).list()
  const hardware = digestOf(hardwareKey(target, snapshot))
  return results.filter((result) => result.hardware.digest === hardware)
}
