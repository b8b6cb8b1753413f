import { existsSync, lstatSync, statSync } from 'node:fs'
import { mkdir, readlink, realpath } from 'node:fs/promises'
import { basename, dirname, join, relative, resolve, sep } from 'node:path'
import { UserError } from '../shared/errors.ts'
import { confine, isInside } from '../shared/node/check/confine.ts'
import { forInput } from '../shared/node/check/for-input.ts'
import { type ShownNames, shownNames } from '../shared/node/check/shown-names.ts'
import { fileTrouble, showPath } from '../shared/node/file-trouble.ts'

/** Where the Action may read and write, as real paths. */
export type Workspace = {
  readonly root: string
  /** Names of files start from here. */
  readonly folder: string
  /** How reports name files. */
  readonly names: ShownNames
}

/** @throws UserError for a workspace that is not there, and a working directory that is not a folder in it */
export async function openWorkspace(
  env: Readonly<Record<string, string | undefined>>,
  directory: string | null,
): Promise<Workspace> {
  const root = await rootOf(env)
  const folder = directory === null ? root : await forInput('working-directory', () => folderIn(root, directory))
  return { root, folder, names: shownNames(root) }
}

async function rootOf(env: Readonly<Record<string, string | undefined>>): Promise<string> {
  const named = env['GITHUB_WORKSPACE'] || null
  try {
    const root = await realpath(named ?? process.cwd())
    if (statSync(root).isDirectory()) return root
  } catch (error) {
    throw fileTrouble(named === null ? 'the current folder' : `the workspace ${named}`, error)
  }
  throw new UserError('input', `the workspace ${showPath(named ?? '.')} is not a folder`)
}

function folderIn(root: string, directory: string): string {
  const folder = confine(directory, root, root)
  if (!statSync(folder).isDirectory()) throw new UserError('input', `${showPath(directory)} is not a folder`)
  return folder
}

/**
 * Where a result may be written: a free name in the workspace, not through a link, not into `.git`. Makes the folder of
 * it: names are looked at before the check, and a run of minutes must not end in one that cannot be written.
 * @throws UserError for any other
 */
export async function outputPath(name: string, { root, folder }: Workspace): Promise<string> {
  const trouble = (what: string) => new UserError('usage', `${JSON.stringify(name.slice(0, 80))} ${what}`)
  const { there, missing } = nearestFolder(dirname(name), folder, root)
  const parent = join(there, ...missing)
  const path = join(parent, name.split(/[\\/]/).at(-1) ?? '')
  if (path === parent || /[\\/]$/.test(name)) throw trouble('names no file to write')
  if (relative(root, path).split(sep).includes('.git')) throw trouble('lies in .git, where nothing is written')
  if (!statSync(there).isDirectory()) throw trouble('does not lie in a folder: a part of its path is a file')
  try {
    if (missing.length > 0) await mkdir(parent, { recursive: true })
  } catch (error) {
    throw fileTrouble(dirname(name), error, 'writing')
  }
  if (existsSync(path) || (await isLink(path))) throw trouble('exists already; results are written to new files only')
  return path
}

/** The deepest folder of a path that is there, links followed, and the names below it that are not. */
function nearestFolder(name: string, folder: string, root: string): { there: string; missing: readonly string[] } {
  let path = resolve(folder, name)
  const missing: string[] = []
  // A link that leads nowhere is there: to make a folder behind it could lead out.
  while (isInside(path, root) && path !== root && lstatSync(path, { throwIfNoEntry: false }) === undefined) {
    missing.unshift(basename(path))
    path = dirname(path)
  }
  return { there: confine(missing.length === 0 ? name : path, folder, root), missing }
}

async function isLink(path: string): Promise<boolean> {
  return readlink(path).then(
    () => true,
    () => false,
  )
}
