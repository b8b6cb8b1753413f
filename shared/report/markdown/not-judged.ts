import { anyRuleOf } from '../../policy/policy-rules.ts'
import type { ConfigReport } from '../../validate/config-report.ts'
import type { CheckResult } from '../check.ts'
import { utf8Length, words } from './escape.ts'
import { count } from '../../count.ts'
import type { Problem } from '../problem.ts'
import { problemText } from '../problem-text.ts'
import { type FailOn, pairStates } from '../verdict.ts'

/** Rules whose findings say why a config that can be read was not judged. */
const REASONS = new Set(['LP010', 'LP011'])

/** Why pairs have no verdict, as one line under the matrix; none when all have one. */
export function openWords({ configs, fail_on }: CheckResult): string[] {
  const pairs = new Map<string, number>()
  for (const { report } of configs)
    for (const rule of openRules(report, fail_on)) pairs.set(rule, (pairs.get(rule) ?? 0) + 1)
  if (pairs.size === 0) return []
  const reasons = [...pairs].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
  const told = reasons.map(
    ([rule, n]) => `${count(n, 'pair')} by ${rule}, ${anyRuleOf(rule)?.title.toLowerCase() ?? ''}`,
  )
  return [`Not judged: ${told.join('; ')}.`]
}

/** Rules about a run that did not see all that it was to check, the gravest first. */
const UNSEEN = ['LP906', 'LP905', 'LP904']
const MOST_UNSEEN = 10

/** What the check itself did not see, as a list of at most `bytes`; none where it saw everything. */
export function unseenWords(problems: readonly Problem[], bytes: number): string[] {
  const all = UNSEEN.flatMap((rule) => problems.filter((problem) => problem.config === null && problem.rule === rule))
  if (all.length === 0) return []
  let left = bytes
  const lines = all
    .slice(0, MOST_UNSEEN)
    .map((problem) => `- ${problem.rule}: ${words(problemText(problem).what.slice(0, 300))}`)
    .filter((line) => (left -= utf8Length(line)) >= 0)
  const rest = all.length - lines.length
  const rules = [...new Set(all.map(({ rule }) => rule))].join(', ')
  const more = rest === 0 ? [] : [`- ${rest} more of ${rules}; the log and the JSON report have them all.`]
  return [['Not seen by this check:\n', ...lines, ...more].join('\n')]
}

/** The reason of each pair that is open. */
function openRules(report: ConfigReport, fail_on: FailOn): string[] {
  const stateOf = pairStates(report, fail_on)
  return report.pairs.flatMap((pair) => {
    const state = stateOf(pair)
    if (state !== 'unjudged' && state !== 'unread') return []
    const own = report.findings.filter(
      ({ target, rule, severity }) =>
        (target === undefined || target === pair.target) &&
        (state === 'unread' ? severity === 'error' : REASONS.has(rule)),
    )
    const [first] = own
    return first === undefined ? [] : [first.rule]
  })
}
