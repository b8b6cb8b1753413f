import { existsSync } from 'node:fs'
import { dirname, isAbsolute, join, relative, sep } from 'node:path'
import type { CheckResult } from '../../report/check.ts'

/** How reports for other programs name files: from the root of the repository that holds them. */
export type ShownNames = {
  /**
   * The names of the files of one check; null for a file that is in no repository and not below `top`. Where the files
   * lie in several repositories, names start from `top`, so that no two are equal.
   */
  readonly among: (paths: readonly string[]) => (path: string) => string | null
  /** A folder from the root of its repository; empty for the root. */
  readonly inside: (folder: string) => string
  /** The result with every file as its own repository calls it, which is what GitHub and GitLab attach findings by. */
  readonly attached: (result: CheckResult) => CheckResult
}

/**
 * `actions/checkout` with `path:` puts repositories below the workspace, and a repository may hold others.
 * @param top a real path, the root of whatever is in no repository below it
 */
export function shownNames(top: string): ShownNames {
  const roots = new Map<string, string>()
  const rootOf = (folder: string): string => {
    const up = dirname(folder)
    if (folder === top || up === folder) return top
    const known = roots.get(folder)
    if (known !== undefined) return known
    const found = isRepository(folder) ? folder : rootOf(up)
    roots.set(folder, found)
    return found
  }
  const own = new Map<string, string>()
  const among: ShownNames['among'] = (paths) => {
    const several = new Set(paths.map((path) => rootOf(dirname(path)))).size > 1
    return (path) => {
      const inRepository = below(rootOf(dirname(path)), path)
      if (!several) return inRepository
      const shown = below(top, path)
      if (shown !== null && inRepository !== null) own.set(shown, inRepository)
      return shown
    }
  }
  return {
    among,
    inside: (folder) => below(rootOf(folder), folder) ?? '',
    attached: (result) =>
      own.size === 0
        ? result
        : { ...result, problems: result.problems.map((one) => ({ ...one, file: own.get(one.file) ?? one.file })) },
  }
}

/** The root of the repository that a folder is in; null when it is in none. */
export function repositoryOf(folder: string): string | null {
  const up = dirname(folder)
  return isRepository(folder) ? folder : up === folder ? null : repositoryOf(up)
}

/** `.git` is a file in worktrees and submodules. */
function isRepository(folder: string): boolean {
  return existsSync(join(folder, '.git'))
}

function below(folder: string, path: string): string | null {
  const name = relative(folder, path).split(sep).join('/')
  return name === '..' || name.startsWith('../') || isAbsolute(name) ? null : name
}
