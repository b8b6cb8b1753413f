import { stat } from 'node:fs/promises'
import { resolve } from 'node:path'
import { errnoOf } from './file-trouble.ts'

/**
 * Whether a value means a file and not an id: it looks like a path, or there is a file of that name.
 * @param folder that relative names start from
 */
export async function isFileName(value: string, extension: string, folder = '.'): Promise<boolean> {
  if (/^(\.{0,2}[\\/]|~[\\/]|[a-z]:[\\/])|\\/i.test(value) || value.toLowerCase().endsWith(extension)) return true
  return stat(resolve(folder, value)).then(
    (found) => found.isFile() || value.includes('/'),
    // A link that leads in a circle is a file of that name all the same, and the reader says what is wrong with it.
    (error: unknown) => errnoOf(error) === 'ELOOP',
  )
}
