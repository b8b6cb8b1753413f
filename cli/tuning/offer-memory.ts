import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { UserError } from '../../shared/errors.ts'
import { dataFolder } from '../../shared/node/tune/data-folder.ts'
import { readTextFile } from '../../shared/node/read-text-file.ts'
import { writeFileAtomic } from '../../shared/node/write-file-atomic.ts'
import type { Io } from '../io.ts'

type Place = Pick<Io, 'env' | 'platform' | 'note'>

const FILE = 'no-measuring-offer'
const TEXT = 'llama-pajamas-run does not offer to measure while this file is here.\n'

/** Whether the user does not want to be asked again. */
export async function offerDeclined(io: Place): Promise<boolean> {
  try {
    await readTextFile(join(dataFolder(io), FILE), 1024)
    return true
  } catch (error) {
    if (error instanceof UserError) return false
    throw error
  }
}

/** Remembers it; where that is not possible the question comes again, and nothing else happens. */
export async function declineOffer(io: Place): Promise<void> {
  const folder = dataFolder(io)
  try {
    await mkdir(folder, { recursive: true })
    await writeFileAtomic(join(folder, FILE), TEXT, { force: true })
    io.note('not asked again; lp-tui tune measures at any time')
  } catch {
    io.note(`this could not be remembered in ${folder}`)
  }
}
