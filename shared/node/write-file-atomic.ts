import { randomBytes } from 'node:crypto'
import * as node_fs from 'node:fs/promises'
import { basename, dirname, join, sep } from 'node:path'
import { UserError } from '../errors.ts'
import { errnoOf, fileTrouble, showPath } from './file-trouble.ts'

/** The calls that writing makes, so that a test can let one of them fail. */
export type WriteFs = Pick<
  typeof node_fs,
  'chmod' | 'link' | 'lstat' | 'open' | 'realpath' | 'rename' | 'stat' | 'unlink'
>

export type WriteOptions = {
  /** Replace a file that is there already. */
  readonly force?: boolean
  readonly fs?: WriteFs
}

/**
 * Writes a text file all or nothing: readers see the old file or the new one, and when anything fails the old one is
 * whole and nothing else is left behind. Keeps the mode of a file that it replaces; writes through a symbolic link.
 * @throws UserError with one sentence: there is a file already and `force` is not set; the target is a folder; the
 * folder is missing or read-only; the disk is full.
 */
export async function writeFileAtomic(path: string, text: string, options: WriteOptions = {}): Promise<void> {
  const fs = options.fs ?? node_fs
  const force = options.force === true
  try {
    const old = await existing(fs, path, force)
    const target = old === null ? path : await fs.realpath(path)
    const draft = join(dirname(target), `.lp-tui-${randomBytes(8).toString('hex')}.tmp`)
    try {
      await writeDraft(fs, draft, text)
      if (old !== null) await fs.chmod(draft, old.mode & 0o7777)
      if (force) await fs.rename(draft, target)
      else await moveToFreeName(fs, draft, target)
    } finally {
      // Gone already after a rename.
      await fs.unlink(draft).catch(() => {})
    }
    await syncFolder(fs, dirname(target))
  } catch (error) {
    throw await explain(path, error, fs)
  }
}

/** The file that would be replaced, or null when the name is free. */
async function existing(fs: WriteFs, path: string, force: boolean): Promise<{ mode: number } | null> {
  const at_name = await fs.lstat(path).catch(absent)
  if (at_name === null) {
    if (path === '' || path.endsWith('/') || path.endsWith(sep)) {
      throw new UserError('usage', `${showPath(path)} names no file to write`)
    }
    return null
  }
  // A link that leads nowhere: to force replaces the link itself.
  const old = await fs.stat(path).catch(absent)
  if (old?.isDirectory()) throw new UserError('input', `${showPath(path)} is a folder, not a file`)
  if (old !== null && !old.isFile()) {
    throw new UserError('input', `${showPath(path)} is a pipe or a device, not a file`)
  }
  if (!force) throw refused(path)
  return old
}

function absent(error: unknown): null {
  if (errnoOf(error) === 'ENOENT') return null
  throw error
}

async function writeDraft(fs: WriteFs, draft: string, text: string): Promise<void> {
  const handle = await fs.open(draft, 'wx')
  try {
    await handle.writeFile(text, 'utf8')
    // A rename may reach the disk before the data does; after a power cut the name would stand for an empty file.
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** Gives the draft its name unless another writer was first: a link, unlike a rename, never replaces. */
async function moveToFreeName(fs: WriteFs, draft: string, target: string): Promise<void> {
  try {
    await fs.link(draft, target)
  } catch (error) {
    const code = errnoOf(error)
    if (code === 'EEXIST') throw refused(target)
    if (!NO_HARD_LINKS.has(code)) throw error
    await claimAndRename(fs, draft, target)
  }
}

/** How file systems without hard links (FAT, many network and phone storages) answer. */
const NO_HARD_LINKS = new Set(['EPERM', 'EACCES', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK', 'EXDEV', 'EINVAL'])

async function claimAndRename(fs: WriteFs, draft: string, target: string): Promise<void> {
  try {
    await (await fs.open(target, 'wx')).close()
  } catch (error) {
    throw errnoOf(error) === 'EEXIST' ? refused(target) : error
  }
  try {
    await fs.rename(draft, target)
  } catch (error) {
    await fs.unlink(target).catch(() => {})
    throw error
  }
}

/** Makes the new name durable. A courtesy: not every system can, and the file itself is safe by now. */
async function syncFolder(fs: WriteFs, folder: string): Promise<void> {
  const handle = await fs.open(folder, 'r').catch(() => null)
  await handle?.sync().catch(() => {})
  await handle?.close().catch(() => {})
}

function refused(path: string): UserError {
  return new UserError('usage', `${showPath(path)} exists already`, 'Use --force to replace it, or another name.')
}

/** An errno about the hidden draft, told about the path that the user gave. */
async function explain(path: string, error: unknown, fs: WriteFs): Promise<UserError> {
  const folder = dirname(path)
  if (errnoOf(error) === 'ENOTDIR') {
    return new UserError('input', `${showPath(folder)} is not a folder`, 'Give the output another name.', {
      cause: error,
    })
  }
  if (errnoOf(error) === 'ENOENT') {
    const there = await fs.stat(folder).catch(() => null)
    if (there !== null) return closedFolder(folder, there.nlink, error)
    return new UserError('input', `The folder ${showPath(folder)} does not exist`, 'Create it first.', { cause: error })
  }
  if (['EACCES', 'EPERM', 'EROFS'].includes(errnoOf(error))) {
    const trouble = fileTrouble(folder, error, 'writing')
    return new UserError('environment', `Cannot write ${showPath(basename(path))}: ${trouble.message}`, undefined, {
      cause: error,
    })
  }
  return fileTrouble(path, error, 'writing')
}

/** A folder that is there and takes no file: one of the system's own (`/proc`), or the current one after its removal. */
function closedFolder(folder: string, links: number, cause: unknown): UserError {
  return links === 0
    ? new UserError('environment', 'The current folder does not exist any more', 'Change to another one (cd).', {
        cause,
      })
    : new UserError(
        'input',
        `No file can be made in the folder ${showPath(folder)}`,
        'Give the output another place.',
        {
          cause,
        },
      )
}
