import { anyRuleOf } from '../../policy/policy-rules.ts'
import type { ConfigReport } from '../../validate/config-report.ts'
import type { CheckResult } from '../check.ts'
import { count } from '../text-report.ts'
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
  const words = reasons.map(
    ([rule, n]) => `${count(n, 'pair')} by ${rule}, ${anyRuleOf(rule)?.title.toLowerCase() ?? ''}`,
  )
  return [`Not judged: ${words.join('; ')}.`]
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
