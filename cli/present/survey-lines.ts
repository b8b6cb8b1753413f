import type { BudgetLine } from '../../shared/estimate/budget.ts'
import { findingLine } from '../../shared/report/text-report.ts'
import { showGib } from '../../shared/units.ts'
import type { ConfigReport } from '../../shared/validate/config-report.ts'
import { tableLines } from './fields.ts'

/** Whether a target runs a config: `no` has errors, `tight` has warnings, `unknown` lacks the facts to judge it. */
type Answer = 'runs' | 'tight' | 'unknown' | 'no'
const ORDER: readonly Answer[] = ['runs', 'tight', 'unknown', 'no']

/** Which hardware runs a config: a line a target, those that do first. */
export function surveyLines(report: ConfigReport): string[] {
  const about = report.findings.filter((finding) => finding.target === undefined)
  const rows = report.pairs
    .map(({ target, lines }) => {
      const rules = report.findings.filter((finding) => finding.target === target).map(({ rule }) => rule)
      return { answer: answerOf(report, target), cells: [target, tightest(lines), [...new Set(rules)].join(' ')] }
    })
    .sort((a, b) => ORDER.indexOf(a.answer) - ORDER.indexOf(b.answer))
  const running = report.pairs.filter(({ target }) => runsOn(report, target)).length
  return [
    ...about.map((finding) => findingLine(finding)),
    ...tableLines(rows.map(({ answer, cells }) => [answer, ...cells])),
    '',
    `${report.file} runs on ${running} of ${report.pairs.length} targets`,
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
