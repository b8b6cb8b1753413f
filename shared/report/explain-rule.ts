import { UserError } from '../errors.ts'
import type { Severity } from '../finding.ts'
import { didYouMean } from '../nearest.ts'
import { ruleOf, RULES } from '../validate/rules/index.ts'
import { pageUrl } from '../project.ts'

export type RuleExplanation = {
  readonly id: string
  readonly title: string
  readonly severity: Severity
  /** Why it matters and what to do, a paragraph each. */
  readonly text: string
}

/**
 * What a rule is about.
 * @param id as in a report, in any case
 * @throws UserError for an id that is no rule
 */
export function explainRule(id: string): RuleExplanation {
  const rule = ruleOf(id.toUpperCase())
  if (rule === undefined) {
    const ids = RULES.map((known) => known.id)
    throw new UserError(
      'usage',
      `There is no rule ${id.slice(0, 40)}.${didYouMean(id, ids)}`,
      `lp-tui explain lists all rules, ${pageUrl('docs/rules.md')} has examples.`,
    )
  }
  const { title, severity, why, remedy } = rule
  return { id: rule.id, title, severity, text: `${why}\n\n${remedy}` }
}
