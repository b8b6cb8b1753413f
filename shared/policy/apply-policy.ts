import type { LocatedFinding, Place } from '../finding.ts'
import type { ConfigReport } from '../validate/config-report.ts'
import type { Level } from './levels.ts'
import { matchesPath } from './match-path.ts'
import type { BaselineEntry } from './policy.ts'

/** A baseline entry with where it is written. */
export type PlacedEntry = { readonly entry: BaselineEntry; readonly file: string; readonly place: Place }

/** A finding that a baseline entry covers. */
export type KnownFinding = {
  readonly finding: LocatedFinding
  readonly reason: string
  readonly until: string | null
}

/** What a policy makes of findings, report by report; at the end it says what is wrong with the entries themselves. */
export type PolicyRun = {
  /**
   * The report with the policy's levels, without what is known.
   * @param file the config as the policy names it, which need not be as reports do
   */
  readonly apply: (report: ConfigReport, file: string) => ConfigReport
  readonly known: () => readonly KnownFinding[]
  /** Entries that have expired (LP902) or that matched nothing (LP903). */
  readonly findings: () => readonly LocatedFinding[]
}

/**
 * @param levels level by rule id, where it is not the rule's own
 * @param today `2026-11-30`, UTC
 */
export function startPolicy(
  levels: Readonly<Record<string, Level | undefined>>,
  entries: readonly PlacedEntry[],
  today: string,
): PolicyRun {
  const byRule = new Map<string, PlacedEntry[]>()
  for (const one of entries) {
    const list = byRule.get(one.entry.rule) ?? []
    byRule.set(one.entry.rule, list)
    list.push(one)
  }
  const covered = new Map<PlacedEntry, number>()
  /** Entries whose finding is there but for this key. */
  const missed = new Map<PlacedEntry, 'target' | 'name'>()
  const known: KnownFinding[] = []
  const isExpired = ({ entry }: PlacedEntry) => entry.until !== undefined && entry.until < today

  const keep = (finding: LocatedFinding, file: string, name: string | undefined): LocatedFinding[] => {
    const level = levels[finding.rule]
    if (level === 'off') return []
    const own = level === undefined ? finding : { ...finding, severity: level }
    const matching = (byRule.get(finding.rule) ?? []).filter((one) => {
      const { entry } = one
      if (!matchesPath(file, entry.config)) return false
      const other = otherKey(entry, finding.target, name)
      if (other !== null) missed.set(one, other)
      return other === null
    })
    for (const one of matching) covered.set(one, (covered.get(one) ?? 0) + 1)
    const valid = matching.find((one) => !isExpired(one))
    if (valid === undefined) return [own]
    known.push({ finding: own, reason: valid.entry.reason, until: valid.entry.until ?? null })
    return []
  }

  return {
    apply: (report, file) => ({
      ...report,
      findings: report.findings.flatMap((finding) => keep(finding, file, report.name)),
    }),
    known: () => known,
    findings: () =>
      entries.flatMap((one): LocatedFinding[] => {
        const { rule, config, until = '' } = one.entry
        const at = { path: [], file: one.file, place: one.place }
        const count = covered.get(one) ?? 0
        if (isExpired(one)) {
          return [{ ...at, rule: 'LP902', severity: 'error', args: { rule, config, until, covered: count } }]
        }
        const args = { rule, config, other: missed.get(one) ?? '' }
        return count > 0 ? [] : [{ ...at, rule: 'LP903', severity: 'warning', args }]
      }),
  }
}

/** The key by which an entry is about another finding; null when it is about this one. */
function otherKey(
  entry: BaselineEntry,
  target: string | undefined,
  name: string | undefined,
): 'target' | 'name' | null {
  if (entry.target !== undefined && entry.target !== target) return 'target'
  return entry.name !== undefined && entry.name !== name ? 'name' : null
}
