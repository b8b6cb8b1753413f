import { readdir, unlink } from 'node:fs/promises'
import { join } from 'node:path'
import { UserError } from '../../shared/errors.ts'
import { fileTrouble, showPath } from '../../shared/node/file-trouble.ts'
import { readTextFile } from '../../shared/node/read-text-file.ts'
import { expandRow, listProfiles } from '../../shared/profile/database.ts'
import { profileNamed } from '../../shared/profile/find-profile.ts'
import { parseProfileFile } from '../../shared/profile/parse-profile-file.ts'
import { didYouMean } from '../../shared/nearest.ts'
import { quoted } from '../inputs/number.ts'
import { outLines, type Io } from '../io.ts'
import { OWN_PROFILE_LIMIT_BYTES, ownProfilesFolder } from '../own-profiles.ts'

/**
 * Takes a profile of the user's own away, with its file.
 * @throws UserError for one of the data base, for none, and for one that shares its file with others
 */
export async function removeProfile(io: Io, id: string): Promise<void> {
  const profile = profileNamed(id)
  if (profile?.own !== true) throw notOwn(id, profile !== undefined)
  const file = await fileOf(profile.id, ownProfilesFolder(io))
  await unlink(file).catch((error: unknown) => {
    throw fileTrouble(file, error, 'writing')
  })
  outLines(io, [`${profile.id} removed: ${showPath(file)}`])
}

function notOwn(id: string, known: boolean): UserError {
  if (known)
    return new UserError('usage', `${quoted(id)} is of the data base, and only profiles of your own are removed`)
  const own = listProfiles().filter((one) => one.own)
  const ids = own.map((one) => one.id)
  const list = ids.length === 0 ? 'You have none.' : `Yours: ${ids.slice(0, 20).join(', ')}.`
  return new UserError('usage', `there is no profile ${quoted(id)}.${didYouMean(id, ids)}`, list)
}

/** The file in the user's folder that holds a profile, which may have been renamed by hand. */
async function fileOf(id: string, folder: string): Promise<string> {
  const names = (await readdir(folder)).filter((name) => name.toLowerCase().endsWith('.json')).sort()
  for (const name of names) {
    const file = join(folder, name)
    // oxlint-disable-next-line no-await-in-loop -- the first that has it
    const ids = await idsIn(file)
    if (!ids.includes(id)) continue
    if (ids.length === 1) return file
    throw new UserError(
      'usage',
      `${showPath(file)} holds ${ids.join(', ')}`,
      'Take the row out of the file, or delete it.',
    )
  }
  throw new UserError('input', `no file in ${showPath(folder)} holds ${id} any more`)
}

/** None for a file that cannot be read: it was left out when the profiles were taken. */
async function idsIn(file: string): Promise<readonly string[]> {
  try {
    const parsed = parseProfileFile(await readTextFile(file, OWN_PROFILE_LIMIT_BYTES), file)
    return parsed.devices.flatMap((row) => expandRow(row, parsed, true)).map(({ id }) => id)
  } catch (error) {
    if (error instanceof UserError) return []
    throw error
  }
}
