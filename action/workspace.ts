import { existsSync } from 'node:fs'
import { readlink, realpath } from 'node:fs/promises'
import { dirname, join, relative, sep } from 'node:path'
import { UserError } from '../shared/errors.ts'
import { confine, isInside } from '../shared/node/check/confine.ts'

/** Where the Action may read and write, as real paths. */
export type Workspace = {
  readonly root: string
  /** Names of files start from here. */
  readonly folder: string
  /** A path as annotations must have it to attach to the diff: from the repository that holds the file. */
  readonly shownName: (path: string) => string
}

/** @throws UserError for a working directory that is not a folder in the workspace */
export async function openWorkspace(
  env: Readonly<Record<string, string | undefined>>,
  directory: string | null,
): Promise<Workspace> {
  const root = await realpath(env['GITHUB_WORKSPACE'] ?? process.cwd())
  const folder = directory === null ? root : confine(directory, root, root)
  return { root, folder, shownName: shownNames(root) }
}

/** `actions/checkout` with `path:` puts a repository below the workspace; its own root counts. */
function shownNames(root: string): Workspace['shownName'] {
  const roots = new Map<string, string>()
  const repositoryOf = (folder: string): string => {
    if (folder === root || !isInside(folder, root)) return root
    const known = roots.get(folder)
    if (known !== undefined) return known
    const found = existsSync(join(folder, '.git')) ? folder : repositoryOf(dirname(folder))
    roots.set(folder, found)
    return found
  }
  return (path) =>
    relative(repositoryOf(dirname(path)), path)
      .split(sep)
      .join('/')
}

/**
 * Where a result may be written: a free name in a folder of the workspace, not through a link, not into `.git`.
 * @throws UserError for any other
 */
export async function outputPath(name: string, { root, folder }: Workspace): Promise<string> {
  const parent = confine(dirname(name), folder, root)
  const path = join(parent, name.split(/[\\/]/).at(-1) ?? '')
  const trouble = (what: string) => new UserError('usage', `${JSON.stringify(name.slice(0, 80))} ${what}`)
  if (path === parent || /[\\/]$/.test(name)) throw trouble('names no file to write')
  if (relative(root, path).split(sep).includes('.git')) throw trouble('lies in .git, where nothing is written')
  if (existsSync(path) || (await isLink(path))) throw trouble('exists already; results are written to new files only')
  return path
}

async function isLink(path: string): Promise<boolean> {
  return readlink(path).then(
    () => true,
    () => false,
  )
}
