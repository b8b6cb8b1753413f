import { type Dirent, statSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { join, relative, resolve, sep } from 'node:path'
import { errnoOf } from './file-trouble.ts'
import { matchesName, readGlob } from './read-glob.ts'

/** Never searched: what stands there is nobody's config. */
const CLOSED = new Set(['.git', 'node_modules'])

/** What is left of a pattern below a folder, a part a level. */
type Rest = readonly string[]

/** Told of each folder that a pattern leads to and whose names nobody may see. */
export type Unlisted = (folder: string, error: unknown) => void

/**
 * Files that match, with `/` between folders, as relative to `cwd`. Links to files match wherever they lead, and so do
 * those that lead nowhere: who reads them says so. Links to folders are followed only before the first wildcard.
 * @throws UserError for a pattern that is not read here
 */
export async function glob(pattern: string, cwd: string, unlisted: Unlisted = () => {}): Promise<string[]> {
  const byBase = new Map<string, Rest[]>()
  for (const { base, parts } of readGlob(pattern)) byBase.set(base, [...(byBase.get(base) ?? []), parts])
  const found = new Set<string>()
  for (const [base, wanted] of byBase) {
    if (base.split('/').some((name) => CLOSED.has(name))) continue
    const folder = resolve(cwd, base)
    // oxlint-disable-next-line no-await-in-loop -- folder by folder
    await walk(folder, relative(cwd, folder).split(sep).join('/'), distinct(wanted), found, unlisted)
  }
  return [...found]
}

async function walk(
  folder: string,
  shown: string,
  wanted: readonly Rest[],
  found: Set<string>,
  unlisted: Unlisted,
): Promise<void> {
  const entries = await readdir(folder, { withFileTypes: true }).catch((error: unknown) => {
    // Where a pattern starts there may be nothing: then nothing matches.
    if (!['ENOENT', 'ENOTDIR'].includes(errnoOf(error))) unlisted(shown, error)
    return []
  })
  for (const entry of entries) {
    const { name } = entry
    if (CLOSED.has(name)) continue
    const below = wanted.flatMap((pattern) => step(pattern, name))
    if (below.length === 0) continue
    const path = shown === '' ? name : `${shown}/${name}`
    // oxlint-disable-next-line no-await-in-loop -- folder by folder
    if (entry.isDirectory()) await walk(join(folder, name), path, distinct(below), found, unlisted)
    else if (below.some((rest) => rest.length === 0) && isFile(entry, folder)) found.add(path)
  }
}

function isFile(entry: Dirent, folder: string): boolean {
  if (!entry.isSymbolicLink()) return entry.isFile()
  try {
    return !statSync(join(folder, entry.name)).isDirectory()
  } catch {
    return true
  }
}

/** What is left of a pattern after a name: none, one, or two where `**` may end or go on. */
function step(pattern: Rest, name: string): Rest[] {
  const [first, ...rest] = pattern
  if (first === undefined) return []
  if (first !== '**') return matchesName(name, first) ? [rest] : []
  const hidden = name.startsWith('.')
  return [...(hidden ? [] : [pattern]), ...(rest.length > 0 ? step(rest, name) : hidden ? [] : [[]])]
}

function distinct(patterns: readonly Rest[]): Rest[] {
  return [...new Map(patterns.map((pattern) => [pattern.join('/'), pattern])).values()]
}
