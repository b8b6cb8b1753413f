import type { BudgetLine } from '../../shared/estimate/budget.ts'
import { findingLine } from '../../shared/report/text-report.ts'
import { showGib } from '../../shared/units.ts'
import type { ConfigReport } from '../../shared/validate/config-report.ts'
import { tableLines } from './fields.ts'

/** Whether a target runs a config: `no` has errors, `tight` has warnings, `unknown` lacks the facts to judge it. */
type Answer = 'runs' | 'tight' | 'unknown' | 'no'
const ORDER: readonly Answer[] = ['runs', 'tight', 'unknown', 'no']

/** LP303: the target has another kind of hardware than the config is for. */
const OTHER_KIND = 'LP303'

/** Which hardware runs a config: a line a target, those that do first. Targets without its backend are counted, not listed. */
export function surveyLines(report: ConfigReport): string[] {
  const about = report.findings.filter((finding) => finding.target === undefined)
  const rulesOn = (target: string) =>
    report.findings.filter((finding) => finding.target === target).map(({ rule }) => rule)
  const ofKind = report.pairs.filter(({ target }) => !rulesOn(target).includes(OTHER_KIND))
  const others = report.pairs.length - ofKind.length
  const rows = ofKind
    .map(({ target, lines }) => {
      const rules = rulesOn(target)
      return {
        answer: answerOf(report, target),
        cells: [target, tightest(lines), [...new Set(rules)].sort().join(' ')],
      }
    })
    .sort((a, b) => ORDER.indexOf(a.answer) - ORDER.indexOf(b.answer))
  const running = report.pairs.filter(({ target }) => runsOn(report, target)).length
  return [
    ...about.map((finding) => findingLine(finding)),
    ...tableLines(rows.map(({ answer, cells }) => [answer, ...cells])),
    '',
    `${report.file} runs on ${running} of ${ofKind.length} targets${others > 0 ? ` that have its backend, ${report.config?.backend}` : ''}`,
    ...(others > 0
      ? [`${others} more have another: a config is for one kind of hardware (LP303); plan one for each with generate`]
      : []),
  ]
}

/** Whether a target was judged and has no errors. */
export function runsOn(report: ConfigReport, target: string): boolean {
  return ['runs', 'tight'].includes(answerOf(report, target))
}

function answerOf(report: ConfigReport, target: string): Answer {
  if (report.config === null) return 'no'
  if (report.pairs.find((pair) => pair.target === target)?.judged !== true) return 'unknown'
  const own = report.findings.filter((finding) => finding.target === undefined || finding.target === target)
  if (own.some(({ severity }) => severity === 'error')) return 'no'
  return own.length > 0 ? 'tight' : 'runs'
}

/** The memory that decides: the fullest one. */
function tightest(lines: readonly BudgetLine[]): string {
  const shares = lines.flatMap(({ name, need_bytes, usable }) =>
    usable === null || need_bytes === 0 ? [] : [{ name, need_bytes, usable: usable.bytes }],
  )
  const most = shares.sort((a, b) => b.need_bytes / b.usable - a.need_bytes / a.usable)[0]
  return most === undefined ? '' : `${most.name} ${showGib(most.need_bytes)} of ${showGib(most.usable)}`
}
