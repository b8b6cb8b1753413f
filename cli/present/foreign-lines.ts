import { FOREIGN_RULES } from '../../shared/config/formats/index.ts'
import type { Finding, Place } from '../../shared/finding.ts'
import { formatFinding } from '../../shared/report/sentence.ts'

const RULES = new Map(FOREIGN_RULES.map((rule) => [rule.id, rule]))

/** A finding about another program's file; without a place for what was typed. */
export function foreignLine(file: string | null, finding: Finding & { readonly place: Place }): string {
  const { place, rule, severity } = finding
  const said = RULES.get(rule)?.sentence(finding.args) ?? formatFinding(finding)
  return `${file === null ? '' : `${file}:${place.line}:${place.column}: `}${severity} ${rule}: ${said}`
}
