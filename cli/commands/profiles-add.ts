import { mkdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { UserError } from '../../shared/errors.ts'
import type { HardwareFile } from '../../shared/profile/device-row.ts'
import { clashesOf } from '../../shared/profile/parse-profile-file.ts'
import { profileFromSnapshot } from '../../shared/profile/profile-from-snapshot.ts'
import { writeOutput } from '../inputs/output.ts'
import { quoted } from '../inputs/number.ts'
import type { Io } from '../io.ts'
import { ownProfilesFolder } from '../own-profiles.ts'
import { readSnapshot } from '../read-snapshot.ts'

type Asked = {
  /** The snapshot's file. */
  readonly file: string
  readonly id: string | undefined
  readonly name: string | undefined
  readonly output: string | undefined
  readonly force: boolean | undefined
  /** `2026-11-28` */
  readonly date: string
}

/**
 * Writes a snapshot as a profile: into the user's own folder, or with `output` as a file for the repository.
 * @throws UserError for an id that the data base has, one that has no right form, or a file that is there
 */
export async function addProfile(io: Io, asked: Asked): Promise<void> {
  const id = asked.id?.trim()
  if (id !== undefined && !/^[a-z0-9_]{1,64}$/.test(id)) {
    throw new UserError('usage', `${quoted(id)} is no id: lower-case letters, digits and underscores, at most 64`)
  }
  const snapshot = await readSnapshot(asked.file)
  const file = profileFromSnapshot(snapshot, { id, display_name: asked.name, date: asked.date })
  const row = file.devices[0]
  if (row === undefined) throw new Error('a snapshot gives one row')
  refuseClash(file, row.id)
  const own = asked.output === undefined
  const path = asked.output ?? join(ownProfilesFolder(io), `${row.id}.json`)
  if (own) await mkdir(dirname(path), { recursive: true }).catch((cause: unknown) => noFolder(dirname(path), cause))
  await writeOutput(io, path, `${JSON.stringify(file, null, 2)}\n`, asked.force, [asked.file])
  if (own) io.out(`${row.id}\n`)
  io.note(
    own
      ? `  ${row.id} is now a profile for every command: lp-tui profiles show ${row.id}`
      : `  for the repository: add its row to profiles/hardware/${file.category}.json, with evidence for every figure`,
  )
}

function refuseClash(file: HardwareFile, id: string): void {
  const clash = clashesOf(file)[0]
  if (clash === undefined) return
  throw new UserError(
    'usage',
    `the data base has a profile "${clash}" already`,
    `Name yours otherwise: --id my_${id}`.slice(0, 120),
  )
}

function noFolder(folder: string, cause: unknown): never {
  throw new UserError('environment', `${folder} cannot be made`, 'Name a file with --output.', { cause })
}
