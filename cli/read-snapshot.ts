import type { HardwareSnapshot } from '../shared/hardware/snapshot.ts'
import { parseSnapshot } from '../shared/profile/parse-snapshot.ts'
import { readTextFile } from '../shared/node/read-text-file.ts'
import { SNAPSHOT_LIMIT_BYTES } from './inputs/target.ts'

/**
 * A saved snapshot.
 * @throws UserError with one sentence
 */
export async function readSnapshot(path: string): Promise<HardwareSnapshot> {
  return parseSnapshot(await readTextFile(path, SNAPSHOT_LIMIT_BYTES), path)
}
