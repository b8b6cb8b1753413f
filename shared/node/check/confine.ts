import { realpathSync } from 'node:fs'
import { resolve, sep } from 'node:path'
import { UserError } from '../../errors.ts'
import { fileTrouble, showPath } from '../file-trouble.ts'

/**
 * The absolute path of a name, once it is sure that it lies inside `root`, links followed.
 * @param root a real path; null: anything goes
 * @throws UserError for a name that leads out, or is not there
 */
export function confine(name: string, folder: string, root: string | null): string {
  const path = resolve(folder, name)
  if (root === null) return path
  if (!isInside(path, root)) throw leadsOut(name)
  try {
    const real = realpathSync.native(path)
    if (!isInside(real, root)) throw leadsOut(name)
    return real
  } catch (error) {
    throw fileTrouble(name, error)
  }
}

/** Whether a path is the folder or in it. */
export function isInside(path: string, folder: string): boolean {
  return path === folder || path.startsWith(folder.endsWith(sep) ? folder : folder + sep)
}

function leadsOut(name: string): UserError {
  return new UserError('usage', `${showPath(name.slice(0, 80))} leads out of the workspace`)
}
