import { stat } from 'node:fs/promises'
import { resolve } from 'node:path'
import { UserError } from '../errors.ts'
import { fileTrouble, showPath } from './file-trouble.ts'
import { glob, type Unlisted } from './glob.ts'
import { isDynamicPattern } from './read-glob.ts'

/** More matches than this are a pattern that went wrong (`**` from the root of a disk), not a fleet of configs. */
export const MAX_CONFIG_FILES = 2000
const MAX_PATTERN_LENGTH = 1000

/**
 * The files that names and patterns mean, sorted, each once, as relative to `cwd` as they were given. A name that exists
 * is that file, whatever characters it has. Wildcards find links to files, and do not follow those to folders; `.git` and
 * `node_modules` are not searched.
 * @param patterns file names or globs
 * @param cwd folder that relative ones start from
 * @param unlisted told of folders that a pattern leads to and that cannot be searched
 * @throws UserError('input') for a name that is no file, UserError('usage') for a pattern that is unusable or matches too much
 */
export async function expandConfigs(patterns: readonly string[], cwd: string, unlisted?: Unlisted): Promise<string[]> {
  const files = new Set<string>()
  for (const pattern of patterns) {
    if (pattern === '' || pattern.length > MAX_PATTERN_LENGTH) {
      throw new UserError('usage', `a config name has 1 to ${MAX_PATTERN_LENGTH} characters`)
    }
    for (const file of await expandOne(pattern, cwd, unlisted)) files.add(file)
    if (files.size > MAX_CONFIG_FILES) {
      throw new UserError(
        'usage',
        `${showPath(pattern)} matches more than ${MAX_CONFIG_FILES} files`,
        'Name the folder of the configs: configs/*.json',
      )
    }
  }
  return [...files].sort()
}

async function expandOne(pattern: string, cwd: string, unlisted?: Unlisted): Promise<string[]> {
  const found = await look(resolve(cwd, pattern))
  if (found === 'file') return [pattern]
  if (found === 'folder') {
    throw new UserError(
      'input',
      `${showPath(pattern)} is a folder, not a file`,
      `Name the files in it: ${inside(pattern)}`,
    )
  }
  if (!isDynamicPattern(pattern)) throw fileTrouble(pattern, found.error)
  return glob(forwardSlashes(pattern), cwd, unlisted)
}

async function look(path: string): Promise<'file' | 'folder' | { error: unknown }> {
  try {
    return (await stat(path)).isDirectory() ? 'folder' : 'file'
  } catch (error) {
    return { error }
  }
}

function inside(folder: string): string {
  return `${showPath(folder.replace(/[\\/]+$/, ''))}/*.json`
}

/** On Windows people type `configs\*.json`; in a glob the backslash escapes. */
function forwardSlashes(pattern: string): string {
  return process.platform === 'win32' && !pattern.includes('/') ? pattern.replaceAll('\\', '/') : pattern
}
