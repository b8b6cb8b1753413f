import type { LocatedFinding } from '../finding.ts'
import type { BudgetLine } from '../estimate/budget.ts'
import type { ConfigReport, Pair } from '../validate/config-report.ts'
import { formatFinding } from './sentence.ts'
import { failingTargets, type FailOn, tally, type Tally, verdict, type Verdict } from './verdict.ts'

export type JsonReport = {
  readonly schema_version: 1
  readonly kind: 'check_report'
  readonly verdict: Verdict
  readonly summary: Tally
  readonly configs: readonly {
    readonly file: string
    readonly findings: readonly (LocatedFinding & { readonly message: string })[]
    readonly pairs: readonly JsonPair[]
  }[]
}

type JsonPair = {
  readonly target: string
  readonly result: 'pass' | 'fail' | 'not_judged'
  readonly basis: string | null
  readonly engine: string | null
  readonly program: string | null
  /** Bytes. */
  readonly memory: readonly {
    readonly kind: BudgetLine['kind']
    readonly name: string
    readonly model: number
    readonly context: number
    readonly compute: number
    readonly need: number
    readonly usable: number | null
    readonly usable_source: string | null
    readonly state: BudgetLine['state']
  }[]
}

/** A check as a versioned, JSON-ready object: the same findings and numbers as in every other form. */
export function jsonReport(reports: readonly ConfigReport[], failOn: FailOn = 'error'): JsonReport {
  const summary = tally(reports)
  return {
    schema_version: 1,
    kind: 'check_report',
    verdict: verdict(summary, failOn),
    summary,
    configs: reports.map((report) => ({
      file: report.file,
      findings: report.findings.map((finding) => ({ ...finding, message: formatFinding(finding) })),
      pairs: report.pairs.map((pair) => jsonPair(report, pair)),
    })),
  }
}

function jsonPair(report: ConfigReport, { target, estimate, lines, judged }: Pair): JsonPair {
  const fails = failingTargets(report).includes(target)
  return {
    target,
    result: judged ? (fails ? 'fail' : 'pass') : 'not_judged',
    basis: estimate?.basis ?? null,
    engine: estimate?.engine ?? null,
    program: estimate?.program ?? null,
    memory: lines.map(({ kind, name, need, need_bytes, usable, state }) => ({
      kind,
      name,
      ...need,
      need: need_bytes,
      usable: usable?.bytes ?? null,
      usable_source: usable?.source ?? null,
      state,
    })),
  }
}
