import { existsSync, realpathSync } from 'node:fs'
import { posix, resolve } from 'node:path'
import { UserError } from '../../errors.ts'
import type { JsonPath, LocatedFinding } from '../../finding.ts'
import { matchesPath } from '../../policy/match-path.ts'
import { expandConfigs } from '../expand-configs.ts'
import { fileTrouble } from '../file-trouble.ts'
import type { Unlisted } from '../glob.ts'
import { isDynamicPattern, readGlob } from '../read-glob.ts'
import type { DocumentFormat } from './documents.ts'
import { isInside } from './confine.ts'
import type { LoadedPolicy } from './load-policy.ts'
import { type FilePattern, readPattern } from './patterns.ts'
import { CHECK_LIMITS, type CheckRequest } from './request.ts'

/** A file to check: as found, with the names of its targets; null: those of the whole check. */
export type FoundFile = {
  readonly file: string
  readonly targets: readonly string[] | null
  readonly format: DocumentFormat | null
  /** Nobody named it: it counts only when it turns out to run llama.cpp. */
  readonly by_default: boolean
}

/** With its place in the policy or the request; null: nobody asked for it, and it may well match nothing. */
type Asked = { readonly text: string; readonly path: JsonPath | null }

type Entry = {
  readonly patterns: readonly Asked[]
  readonly targets: readonly string[] | null
  readonly by_default?: true
}

/** What is checked when neither a policy nor a request says so. */
export const DEFAULT_CONFIGS = ['runtime_config.json', '*.runtime.json', 'configs/**/*.json'] as const
/** Of these, also checked then, only what runs llama.cpp. */
export const DEFAULT_FOREIGN = [
  '{docker-,}compose*.{yml,yaml}',
  '{llama-swap,config}*.{yml,yaml}',
  '{Modelfile,*.modelfile}',
  '{Dockerfile*,Containerfile*}',
  '*.{ini,sh}',
] as const

export type FoundFiles = {
  /** By name, each once; of several entries that match a file the last counts. */
  readonly files: readonly FoundFile[]
  /** What was looked for. */
  readonly patterns: readonly string[]
  /** Patterns of the policy or of the request that match nothing (LP904). */
  readonly findings: readonly LocatedFinding[]
  /** Folders that a pattern leads to and that cannot be searched (LP905). */
  readonly closed: readonly { readonly file: string; readonly message: string }[]
}

/**
 * The files of a check.
 * @throws UserError for a pattern that is unusable, a name that is no file (in a request), or too many files
 */
export async function findFiles(request: CheckRequest, loaded: LoadedPolicy): Promise<FoundFiles> {
  const { folder } = request
  const entries = entriesOf(request, loaded)
  const files = new Map<string, FoundFile>()
  const findings: LocatedFinding[] = []
  const excludes: string[] = []
  const unlisted = new Map<string, unknown>()
  for (const { patterns, targets, by_default = false } of entries) {
    for (const { text, path } of patterns) {
      const pattern = usable(text, request)
      if (pattern.excludes) {
        excludes.push(pattern.glob)
        continue
      }
      // oxlint-disable-next-line no-await-in-loop -- the last entry that matches a file counts
      const found = await expand(pattern, folder, request.configs !== null, (name, error) => unlisted.set(name, error))
      for (const file of found) files.set(resolve(folder, file), { file, targets, format: pattern.format, by_default })
      if (found.length === 0 && path !== null) findings.push(unmatched(text, path, request, loaded))
    }
  }
  for (const glob of excludes) {
    for (const file of await expand({ glob }, folder, false)) files.delete(resolve(folder, file))
  }
  // What is left out may stay closed.
  const closed = [...unlisted].filter(([name]) => !excludes.some((glob) => matchesPath(`${name}/x`, glob)))
  if (files.size > CHECK_LIMITS.files) {
    throw new UserError('usage', `${files.size} files are more than the ${CHECK_LIMITS.files} that one check takes`)
  }
  const sorted = [...files.values()].sort((a, b) => (a.file < b.file ? -1 : 1))
  return {
    files: sorted,
    patterns: entries.flatMap(({ patterns }) => patterns.map(({ text }) => text)),
    findings,
    closed: closed.map(([name, error]) => ({ file: name || '.', message: fileTrouble(name || '.', error).message })),
  }
}

function entriesOf({ configs }: CheckRequest, { policy }: LoadedPolicy): readonly Entry[] {
  const asked = (list: readonly string[], at: JsonPath) => list.map((text, index) => ({ text, path: [...at, index] }))
  const unasked = (list: readonly string[]) => list.map((text) => ({ text, path: null }))
  if (configs !== null) return [{ patterns: asked(configs, ['configs']), targets: null }]
  if (policy.configs === undefined) {
    return [
      { patterns: unasked(DEFAULT_CONFIGS), targets: null },
      { patterns: unasked(DEFAULT_FOREIGN), targets: null, by_default: true },
    ]
  }
  return policy.configs.map((entry, index) =>
    typeof entry === 'string'
      ? { patterns: [{ text: entry, path: ['configs', index] }], targets: null }
      : { patterns: asked(entry.files, ['configs', index, 'files']), targets: entry.targets },
  )
}

/** At its place in the policy; an input or a flag has none. */
function unmatched(text: string, path: JsonPath, request: CheckRequest, loaded: LoadedPolicy): LocatedFinding {
  const ofPolicy = request.configs === null
  const place = ofPolicy ? loaded.placeOf(path) : { line: 1, column: 1, end_column: 2 }
  const args = { pattern: text.slice(0, 80) }
  return { rule: 'LP904', severity: 'warning', path, args, file: (ofPolicy && loaded.file) || '', place }
}

function usable(text: string, { folder, root }: CheckRequest): FilePattern {
  const pattern = readPattern(text)
  if (root === null) return pattern
  // Up to the first wildcard a pattern is a path, and none may start outside. Where a name leads is seen when it is read.
  const isName = !isDynamicPattern(pattern.glob) || existsSync(resolve(folder, pattern.glob))
  const inside = isName
    ? isInside(resolve(folder, pattern.glob), root)
    : readGlob(pattern.glob).every(({ base }) => startsInside(resolve(folder, base), root))
  if (!inside) throw new UserError('usage', `${JSON.stringify(text.slice(0, 80))} leads out of the workspace`)
  return pattern
}

/** Links followed: the names in a folder outside are nobody's business. */
function startsInside(folder: string, root: string): boolean {
  return isInside(folder, root) && (!existsSync(folder) || isInside(realpathSync.native(folder), root))
}

/** @param strict a plain name must be a file */
async function expand(
  { glob }: { readonly glob: string },
  folder: string,
  strict: boolean,
  unlisted?: Unlisted,
): Promise<string[]> {
  try {
    const found = await expandConfigs([glob], folder, unlisted)
    return found.map((file) => posix.normalize(file))
  } catch (error) {
    if (!strict && error instanceof UserError && error.kind === 'input') return []
    throw error
  }
}
