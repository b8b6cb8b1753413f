import type { CheckResult } from './check.ts'
import type { Problem } from './problem.ts'
import { problemText } from './problem-text.ts'

/** One entry of GitLab's code quality report, which is a part of Code Climate's format. */
export type CodeClimateIssue = {
  readonly type: 'issue'
  readonly check_name: string
  readonly description: string
  readonly categories: readonly ['Compatibility']
  readonly severity: 'major' | 'minor'
  /** The same for a problem in every run, whatever line it moves to: GitLab tells old from new by it. */
  readonly fingerprint: string
  readonly location: { readonly path: string; readonly lines: { readonly begin: number; readonly end: number } }
}

/** A check for GitLab's merge requests: an artifact of the kind `codequality`. One entry a problem, ready for JSON. */
export function codeClimateReport(result: CheckResult): readonly CodeClimateIssue[] {
  const seen = new Map<string, number>()
  return result.problems
    .filter(({ file }) => file !== '')
    .map((problem) => {
      const { rule, severity, file, place } = problem
      const { title, what, others, fix } = problemText(problem)
      const identity = identityOf(problem)
      const before = seen.get(identity) ?? 0
      seen.set(identity, before + 1)
      return {
        type: 'issue',
        check_name: rule,
        description: [`${title}.`, what, others, fix].filter((part) => part !== null).join(' '),
        categories: ['Compatibility'],
        severity: severity === 'error' ? 'major' : 'minor',
        fingerprint: hash(`${identity} ${before}`),
        location: { path: file, lines: { begin: place.line, end: place.line } },
      }
    })
}

/** What a problem is about, without its line. */
function identityOf({ rule, file, path, config }: Problem): string {
  return JSON.stringify([rule, file, config?.report.name ?? null, path])
}

/** 64 bits of FNV-1a as two halves: to tell problems apart, not to keep a secret. */
function hash(text: string): string {
  const half = (seed: number) => {
    let value = seed
    for (let index = 0; index < text.length; index++) value = Math.imul(value ^ text.charCodeAt(index), 0x01000193)
    return (value >>> 0).toString(16).padStart(8, '0')
  }
  return half(0x811c9dc5) + half(0x2f0b4c47)
}
