import type { LocatedFinding } from '../finding.ts'
import { showGib } from '../units.ts'
import type { ConfigReport, Pair } from '../validate/config-report.ts'
import { plain } from './plain.ts'
import { formatFinding } from './sentence.ts'
import { failingTargets, type FailOn, tally, type Tally, verdict } from './verdict.ts'

/**
 * A check for people: a line per finding, a line per config and target, then the verdict. Ends with a newline.
 * `configs/chat.json:12:3: error LP101 (nvidia_rtx_3060): Needs ...`
 */
export function textReport(reports: readonly ConfigReport[], failOn: FailOn = 'error'): string {
  const findings = reports.flatMap((report) => report.findings.map(findingLine))
  const pairs = reports.flatMap((report) => report.pairs.map((pair) => pairLine(report, pair)))
  const blocks = [findings, pairs, [verdictLine(tally(reports), failOn)]].filter((lines) => lines.length > 0)
  return `${blocks.map((lines) => lines.join('\n')).join('\n\n')}\n`
}

/** One finding as compilers write them, so that editors can jump to it. */
export function findingLine(finding: LocatedFinding): string {
  const { file, place, severity, rule, target } = finding
  const on = target === undefined ? '' : ` (${plain(target)})`
  return `${plain(file)}:${place.line}:${place.column}: ${severity} ${rule}${on}: ${formatFinding(finding)}`
}

function pairLine(report: ConfigReport, pair: Pair): string {
  const sums = pair.lines.map(({ name, need_bytes, usable }) => {
    return `${plain(name)} ${showGib(need_bytes)} of ${usable === null ? 'unknown' : showGib(usable.bytes)}`
  })
  const details = sums.length > 0 ? `: ${sums.join(', ')}` : ''
  return `${plain(report.file)} on ${plain(pair.target)}: ${stateOf(report, pair)}${details}`
}

/** In words, never by colour or sign alone. */
function stateOf(report: ConfigReport, pair: Pair): string {
  if (report.config === null) return 'not judged'
  if (!pair.judged) return 'not judged in full'
  if (failingTargets(report).includes(pair.target)) return 'fails'
  return report.findings.some(({ target }) => target === undefined || target === pair.target)
    ? 'fits, with warnings'
    : 'fits'
}

const WORDS = { pass: 'Passed', warn: 'Passed with findings', fail: 'Failed' } as const

/** `Failed: 2 errors, 1 warning in 1 config on 3 targets.` */
function verdictLine(sum: Tally, failOn: FailOn = 'error'): string {
  const found = [count(sum.errors, 'error'), count(sum.warnings, 'warning')].join(', ')
  const open = sum.not_judged > 0 ? ` ${count(sum.not_judged, 'pair')} of config and target not judged.` : ''
  const where = `in ${count(sum.configs, 'config')} on ${count(sum.targets, 'target')}`
  return `${WORDS[verdict(sum, failOn)]}: ${found} ${where}.${open}`
}

function count(n: number, noun: string): string {
  return `${n} ${noun}${n === 1 ? '' : 's'}`
}
