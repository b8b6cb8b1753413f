import { readdir } from 'node:fs/promises'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { UserError } from '../shared/errors.ts'
import { errnoOf } from '../shared/node/file-trouble.ts'

export const OWN_PROFILE_LIMIT_BYTES = 1024 * 1024
const MOST_FILES = 500

type Place = { readonly env: Readonly<Record<string, string | undefined>>; readonly platform: NodeJS.Platform }

/**
 * The user's own profiles: XDG_CONFIG_HOME where it is set, else the system's folder for settings
 * (`~/.config`, `~/Library/Application Support`, `%APPDATA%`), then `lp-tui/profiles`.
 */
export function ownProfilesFolder({ env, platform }: Place): string {
  const home = env['HOME'] || env['USERPROFILE'] || homedir()
  const fallback =
    platform === 'darwin'
      ? join(home, 'Library', 'Application Support')
      : platform === 'win32'
        ? env['APPDATA'] || join(home, 'AppData', 'Roaming')
        : join(home, '.config')
  return join(env['XDG_CONFIG_HOME'] || fallback, 'lp-tui', 'profiles')
}

/** Whether this process has taken any: most users have none, and then nothing of the data base is loaded here. */
let taken = false

/**
 * Takes the user's own profiles into the data base of this process. A file that cannot be read is named in a line and
 * left out: it must not keep a command from its work.
 */
export async function loadOwnProfiles(place: Place, note: (line: string) => void): Promise<void> {
  const folder = ownProfilesFolder(place)
  const names = await readdir(folder).catch((error: unknown) => {
    if (errnoOf(error) !== 'ENOENT') note(`${folder} cannot be read, so its profiles are not used`)
    return []
  })
  const files = names.filter((name) => name.toLowerCase().endsWith('.json')).sort()
  if (files.length === 0 && !taken) return
  taken = files.length > 0
  const [{ setOwnProfiles }, { parseProfileFile }, { readTextFile }] = await Promise.all([
    import('../shared/profile/database.ts'),
    import('../shared/profile/parse-profile-file.ts'),
    import('../shared/node/read-text-file.ts'),
  ])
  const read = await Promise.all(
    files.slice(0, MOST_FILES).map(async (name) => {
      const file = join(folder, name)
      try {
        return [parseProfileFile(await readTextFile(file, OWN_PROFILE_LIMIT_BYTES), file)]
      } catch (error) {
        if (!(error instanceof UserError)) throw error
        note(`${error.message} It is left out.`)
        return []
      }
    }),
  )
  setOwnProfiles(read.flat())
}
