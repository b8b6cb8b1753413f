import { resolve } from 'node:path'
import { UserError } from '../../errors.ts'
import type { JsonPath, LocatedFinding } from '../../finding.ts'
import { expandConfigs } from '../expand-configs.ts'
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

type Entry = {
  readonly patterns: readonly string[]
  readonly targets: readonly string[] | null
  readonly path: JsonPath
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
  /** By name; of several entries that match a file the last counts. */
  readonly files: readonly FoundFile[]
  /** What was looked for. */
  readonly patterns: readonly string[]
  /** Patterns of the policy that match nothing (LP904). */
  readonly findings: readonly LocatedFinding[]
}

/**
 * The files of a check.
 * @throws UserError for a pattern that is unusable, a name that is no file (in a request), or too many files
 */
export async function findFiles(request: CheckRequest, loaded: LoadedPolicy): Promise<FoundFiles> {
  const { folder } = request
  const fromPolicy = request.configs === null && loaded.policy.configs !== undefined
  const entries = entriesOf(request, loaded)
  const files = new Map<string, FoundFile>()
  const findings: LocatedFinding[] = []
  const excludes: string[] = []
  for (const { patterns, targets, path, by_default = false } of entries) {
    for (const text of patterns) {
      const pattern = usable(text, request)
      if (pattern.excludes) {
        excludes.push(pattern.glob)
        continue
      }
      // oxlint-disable-next-line no-await-in-loop -- the last entry that matches a file counts
      const found = await expand(pattern, folder, request.configs !== null)
      for (const file of found) files.set(file, { file, targets, format: pattern.format, by_default })
      if (found.length === 0 && fromPolicy && loaded.file !== null) {
        const place = loaded.placeOf(path)
        findings.push({
          rule: 'LP904',
          severity: 'warning',
          path,
          args: { pattern: text.slice(0, 80) },
          file: loaded.file,
          place,
        })
      }
    }
  }
  for (const glob of excludes) for (const file of await expand({ glob }, folder, false)) files.delete(file)
  if (files.size > CHECK_LIMITS.files) {
    throw new UserError('usage', `${files.size} files are more than the ${CHECK_LIMITS.files} that one check takes`)
  }
  const sorted = [...files.values()].sort((a, b) => (a.file < b.file ? -1 : 1))
  return { files: sorted, patterns: entries.flatMap(({ patterns }) => patterns), findings }
}

function entriesOf({ configs }: CheckRequest, { policy }: LoadedPolicy): readonly Entry[] {
  if (configs !== null) return [{ patterns: configs, targets: null, path: [] }]
  if (policy.configs === undefined) {
    const own = { patterns: DEFAULT_CONFIGS, targets: null, path: [] }
    return [own, { ...own, patterns: DEFAULT_FOREIGN, by_default: true }]
  }
  return policy.configs.map((entry, index) =>
    typeof entry === 'string'
      ? { patterns: [entry], targets: null, path: ['configs', index] }
      : { patterns: entry.files, targets: entry.targets, path: ['configs', index] },
  )
}

function usable(text: string, { folder, root }: CheckRequest): FilePattern {
  const pattern = readPattern(text)
  // Up to the first wildcard a pattern is a path; none may start outside, nor climb out later.
  const climbs = pattern.glob.split(/[\\/]/).includes('..') && /[*?[{(]/.test(pattern.glob)
  const fixed = pattern.glob.replace(/[*?[{(].*$/s, '')
  if (root !== null && (climbs || !isInside(resolve(folder, fixed), root))) {
    throw new UserError('usage', `${JSON.stringify(text.slice(0, 80))} leads out of the workspace`)
  }
  return pattern
}

/** @param strict a plain name must be a file */
async function expand({ glob }: { readonly glob: string }, folder: string, strict: boolean): Promise<string[]> {
  try {
    const found = await expandConfigs([glob], folder)
    return found.map((file) => file.replace(/^(\.\/)+/, ''))
  } catch (error) {
    if (!strict && error instanceof UserError && error.kind === 'input') return []
    throw error
  }
}
