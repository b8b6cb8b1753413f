import type { LocatedFinding, Severity } from '../finding.ts'
import { TOGETHER } from '../validate/check-set.ts'
import type { ConfigReport, Pair } from '../validate/config-report.ts'

/** From which severity on findings fail a check. */
export type FailOn = Severity | 'never'

/** Whether a finding fails a check. With `never` those count as failing that would by default; it is not enforced. */
export function failsUnder({ severity }: { readonly severity: Severity }, fail_on: FailOn): boolean {
  return severity === 'error' || fail_on === 'warning'
}

export type Tally = {
  readonly configs: number
  /** Distinct targets. */
  readonly targets: number
  readonly errors: number
  readonly warnings: number
  /** Findings that a baseline covers; they count nowhere else. */
  readonly known: number
  /** Pairs of config and target. */
  readonly pairs: number
  /** Pairs of which some memory could not be judged. */
  readonly not_judged: number
  /** Pairs with at least one finding that fails the check, of the config or on the target. */
  readonly failing_pairs: number
}

/** @param own findings about the run itself, such as an expired baseline entry */
export function tally(
  reports: readonly ConfigReport[],
  own: readonly LocatedFinding[] = [],
  known = 0,
  fail_on: FailOn = 'error',
): Tally {
  const targets = new Set<string>()
  const count = { errors: 0, warnings: 0, pairs: 0, not_judged: 0, failing_pairs: 0 }
  const add = ({ severity }: LocatedFinding) => count[severity === 'error' ? 'errors' : 'warnings']++
  own.forEach(add)
  for (const report of reports) {
    report.findings.forEach(add)
    count.pairs += report.pairs.length
    count.failing_pairs += failingTargets(report, fail_on).length
    for (const { target, judged } of report.pairs) {
      targets.add(target)
      if (!judged) count.not_judged++
    }
  }
  // The row of what a set needs together is none of its configs.
  const configs = reports.filter(({ name }) => name !== TOGETHER).length
  return { configs, targets: targets.size, known, ...count }
}

/** Targets on which a config fails: what fails the config itself counts on each. */
export function failingTargets({ findings, pairs }: ConfigReport, fail_on: FailOn): string[] {
  const errors = findings.filter((finding) => failsUnder(finding, fail_on))
  const everywhere = errors.some(({ target }) => target === undefined)
  const failing = new Set(errors.map(({ target }) => target))
  return pairs.map(({ target }) => target).filter((target) => everywhere || failing.has(target))
}

/** A cell of the matrix in a word. `unjudged`: some memory could not be judged; `unread`: the config is no config. */
export type PairState = 'fits' | 'warned' | 'fails' | 'unjudged' | 'unread'

/** The state of any pair of a report. */
export function pairStates(report: ConfigReport, fail_on: FailOn): (pair: Pair) => PairState {
  const failing = new Set(failingTargets(report, fail_on))
  const everywhere = report.findings.some(({ target }) => target === undefined)
  const warned = new Set(report.findings.map(({ target }) => target))
  return ({ target, judged }) => {
    if (report.config === null) return 'unread'
    if (!judged) return 'unjudged'
    if (failing.has(target)) return 'fails'
    return everywhere || warned.has(target) ? 'warned' : 'fits'
  }
}

export type Verdict = 'pass' | 'warn' | 'fail'

/**
 * `warn`: there is something to say, but nothing at or above `failOn`. With `never` the verdict is that of `error`;
 * whether it ends a run is another matter ({@link isEnforced}).
 */
export function verdict({ errors, warnings }: Tally, failOn: FailOn = 'error'): Verdict {
  const failing = failOn === 'warning' ? errors + warnings : errors
  if (failing > 0) return 'fail'
  return errors + warnings > 0 ? 'warn' : 'pass'
}

/** Whether a verdict of `fail` may end a run. */
export function isEnforced(failOn: FailOn): boolean {
  return failOn !== 'never'
}
