import { UserError } from '../errors.ts'

/** What the user can make of an errno, as the rest of a sentence that begins with the path. */
const REASONS: Record<string, string> = {
  ENOENT: 'does not exist',
  ENOTDIR: 'does not exist (a part of its path is not a folder)',
  EISDIR: 'is a folder, not a file',
  ELOOP: 'is a symbolic link that leads nowhere',
  ENAMETOOLONG: 'has a name that is too long for the file system',
  EACCES: 'may not be accessed: permission denied',
  EPERM: 'may not be accessed: permission denied',
  EROFS: 'is on a read-only file system',
  ENOSPC: 'does not fit: the disk is full',
  EDQUOT: 'does not fit: the disk quota is used up',
  EFBIG: 'does not fit: it is over the file size limit',
  EBADF: 'goes nowhere: the output is not open for writing',
  EIO: 'cannot be accessed: input/output error',
  EMFILE: 'cannot be opened: too many open files',
  ENFILE: 'cannot be opened: too many open files',
}

/** The path itself is wrong, so another path mends it; anything else is trouble of the machine. */
const WRONG_PATH = new Set(['ENOENT', 'ENOTDIR', 'EISDIR', 'ELOOP', 'ENAMETOOLONG', 'ERR_INVALID_ARG_VALUE'])
/** A file that may not be read is unreadable input; a folder that may not be written is trouble of the machine. */
const CLOSED = new Set(['EACCES', 'EPERM'])

/** The `code` of a file system error, or '' for anything else. */
export function errnoOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : ''
  return typeof code === 'string' ? code : ''
}

/**
 * A file system error as one sentence about `path`; UserErrors pass as they are.
 * @param doing what was tried with the path
 */
export function fileTrouble(path: string, error: unknown, doing: 'reading' | 'writing' = 'reading'): UserError {
  if (error instanceof UserError) return error
  const code = errnoOf(error)
  // Node refuses a NUL in a path before the system sees it.
  const reason = code === 'ERR_INVALID_ARG_VALUE' ? 'is not a possible path' : REASONS[code]
  const message = `${showPath(path)} ${reason ?? `cannot be accessed: ${code || String(error)}`}`
  const input = WRONG_PATH.has(code) || (doing === 'reading' && CLOSED.has(code))
  return new UserError(input ? 'input' : 'environment', message, undefined, { cause: error })
}

/** A path for a message: on one line, without what a terminal would obey. */
export function showPath(path: string): string {
  return path === '' ? "''" : path.replaceAll(/\p{Cc}/gu, '\uFFFD')
}
