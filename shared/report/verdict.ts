import type { Severity } from '../finding.ts'
import type { ConfigReport } from '../validate/config-report.ts'

/** From which severity on findings fail a check. */
export type FailOn = Severity | 'never'

export type Tally = {
  readonly configs: number
  /** Distinct targets. */
  readonly targets: number
  readonly errors: number
  readonly warnings: number
  /** Pairs of config and target of which some memory could not be judged. */
  readonly not_judged: number
  /** Pairs with at least one error, of the config or on the target. */
  readonly failing_pairs: number
}

export function tally(reports: readonly ConfigReport[]): Tally {
  const findings = reports.flatMap((report) => report.findings)
  const pairs = reports.flatMap((report) => report.pairs)
  return {
    configs: reports.length,
    targets: new Set(pairs.map(({ target }) => target)).size,
    errors: findings.filter(({ severity }) => severity === 'error').length,
    warnings: findings.filter(({ severity }) => severity === 'warning').length,
    not_judged: pairs.filter(({ judged }) => !judged).length,
    failing_pairs: reports.reduce((sum, report) => sum + failingTargets(report).length, 0),
  }
}

/** Targets on which a config fails: an error about the config itself counts on each. */
export function failingTargets({ findings, pairs }: ConfigReport): string[] {
  const errors = findings.filter(({ severity }) => severity === 'error')
  const everywhere = errors.some(({ target }) => target === undefined)
  const failing = new Set(errors.map(({ target }) => target))
  return pairs.map(({ target }) => target).filter((target) => everywhere || failing.has(target))
}

export type Verdict = 'pass' | 'warn' | 'fail'

/** `warn`: there is something to say, but nothing at or above `failOn`. */
export function verdict({ errors, warnings }: Tally, failOn: FailOn = 'error'): Verdict {
  const failing = { error: errors, warning: errors + warnings, never: 0 }[failOn]
  if (failing > 0) return 'fail'
  return errors + warnings > 0 ? 'warn' : 'pass'
}
