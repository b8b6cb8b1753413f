import { ENGINE } from '../../estimate/engine.ts'
import { KIB } from '../../units.ts'
import type { BaseReport } from '../base-report.ts'
import { type Change, changesAgainst, changeWords } from '../change.ts'
import type { CheckResult } from '../check.ts'
import type { Problem } from '../problem.ts'
import { failsUnder, isEnforced } from '../verdict.ts'
import { count } from '../../count.ts'
import { namedWords } from '../text-report.ts'
import { type Blob, fileDetails, MOST_PROBLEMS } from './details.ts'
import { code, codeBlock, configCell, utf8Length, words } from './escape.ts'
import { matrix } from './matrix.ts'
import { openWords, unseenWords } from './not-judged.ts'

/** GitHub drops a summary of more than 1,024 KiB whole. */
const BUDGET_BYTES = 900 * KIB
const MOST_FILES = 20
const MOST_CHANGES = 50

export type MarkdownOptions = {
  readonly summary?: 'full' | 'failures'
  readonly blob?: Blob
  readonly base?: BaseReport | null
  /** Bytes that the summary may have. */
  readonly budget?: number
}

/**
 * A check as a job summary: the verdict, the matrix, details of what fails, what the base branch had, the command that
 * repeats it. When the budget is short details go first, then rows; never the heading, the matrix's head, or what the
 * check did not see.
 */
export function markdownReport(result: CheckResult, options: MarkdownOptions = {}): string {
  const failuresOnly = options.summary === 'failures'
  const budget = options.budget ?? BUDGET_BYTES
  const table = matrix(result, failuresOnly)
  const legend = [LEGEND, ...openWords(result)].join('\n\n')
  const head = [heading(result), intro(result)]
  const foot = [known(result), `Repeat it locally:\n\n${codeBlock(result.command)}`].filter((part) => part !== '')
  let left =
    budget -
    size([...head, ...foot, table.head.join('\n'), legend, ...unseenWords(result.problems, budget / 8)]) -
    RESERVE
  const take = (part: string): boolean => {
    const bytes = size([part])
    if (bytes > left) return false
    left -= bytes
    return true
  }
  const rows = takeWhile(table.rows, take)
  const cut = table.rows.length - rows.length
  const changes = options.base ? [changeTable(changesAgainst(result, options.base))].filter(take) : []
  const files = groupByFile(
    failuresOnly ? result.problems.filter((problem) => failsUnder(problem, result.fail_on)) : result.problems,
  )
  const details = takeWhile(
    files.slice(0, MOST_FILES).map(([file, problems]) => fileDetails(file, problems, options.blob ?? null)),
    take,
  )
  const hidden = files.length - details.length
  const told = files.slice(0, details.length).filter(([, problems]) => problems.length <= MOST_PROBLEMS)
  const untold = result.problems.filter(({ file }) => !told.some(([shown]) => shown === file))
  return `${[
    ...head,
    ...unseenWords(untold, budget / 8),
    ...(table.head.length > 0 ? [[...table.head, ...rows].join('\n'), legend] : []),
    ...(cut > 0 ? [`${count(cut, 'more row')} left out to stay within GitHub's limit.`] : []),
    ...(table.rest === null ? [] : [table.rest]),
    ...changes,
    ...details,
    ...(hidden > 0 ? [`${count(hidden, 'more file')} with findings; the log and the JSON report have them all.`] : []),
    ...(result.searched < result.problems.length && result.problems.length > details.length && result.searched > 0
      ? [`Fixes were looked for for the first ${result.searched} problems.`]
      : []),
    ...foot,
  ].join('\n\n')}\n`
}

/** Room for the lines that say what was left out. */
const RESERVE = 1024

const LEGEND = 'Numbers: GiB needed / GiB usable of the fullest memory.'

function heading({ verdict, tally, fail_on }: CheckResult): string {
  const sign = { pass: '✅', warn: '⚠️', fail: '❌' }[verdict]
  const word = { pass: 'passed', warn: 'passed with findings', fail: 'failed' }[verdict]
  const enforced = verdict === 'fail' && !isEnforced(fail_on) ? ' (not enforced)' : ''
  return `## ${sign} Model configs ${word}${enforced}: ${count(tally.errors, 'error')}, ${count(tally.warnings, 'warning')}`
}

function intro(result: CheckResult): string {
  const { tally, policy_file, engines } = result
  const by = policy_file === null ? '' : ` by ${code(policy_file)}`
  const pairs = `${count(tally.failing_pairs, 'pair')} of ${tally.pairs} fail${tally.failing_pairs === 1 ? 's' : ''}`
  const open = tally.not_judged === 0 ? '' : `, ${tally.not_judged} not judged`
  return [
    `${count(tally.configs, 'config')} on ${count(tally.targets, 'target')}${by}: ${pairs}${open}.`,
    `Memory as ${code(ENGINE)} allocates it.`,
    ...namedWords(result),
    ...pins(engines),
  ].join(' ')
}

/** Most pins that are written out. */
const MOST_PINS = 12

function pins(engines: CheckResult['engines']): string[] {
  if (engines.size === 0) return []
  const all = [...engines].map(([target, release]) => `${code(target)} runs ${code(release)}`)
  const rest = all.length > MOST_PINS ? ` and ${all.length - MOST_PINS} more are pinned` : ''
  return [`Options are checked for the pinned releases: ${all.slice(0, MOST_PINS).join(', ')}${rest}.`]
}

function known({ known: all }: CheckResult): string {
  if (all.length === 0) return ''
  const reasons = new Map<string, number>()
  for (const { reason } of all) reasons.set(reason, (reasons.get(reason) ?? 0) + 1)
  const lines = [...reasons].slice(0, 20).map(([reason, n]) => `- ${n}: ${words(reason)}`)
  return `${count(all.length, 'known finding')}, covered by the baseline:\n\n${lines.join('\n')}`
}

function changeTable(changes: readonly Change[]): string {
  if (changes.length === 0) return '### Against the base branch\n\nNo pair changes.'
  const rows = changes
    .slice(0, MOST_CHANGES)
    .map((change) => `| ${configCell(change)} | ${code(change.target)} | ${changeWords(change)} |`)
  const rest = changes.length - rows.length
  return [
    '### Against the base branch\n',
    '| Config | Target | Change |',
    '|---|---|---|',
    ...rows,
    ...(rest > 0 ? [`\n${count(rest, 'more pair')} changed.`] : []),
  ].join('\n')
}

function groupByFile(problems: readonly Problem[]): [string, Problem[]][] {
  const files = new Map<string, Problem[]>()
  for (const problem of problems) {
    const list = files.get(problem.file) ?? []
    files.set(problem.file, list)
    list.push(problem)
  }
  return [...files]
}

function takeWhile(parts: readonly string[], take: (part: string) => boolean): string[] {
  const end = parts.findIndex((part) => !take(part))
  return end === -1 ? [...parts] : parts.slice(0, end)
}

/** Each part is followed by an empty line. */
function size(parts: readonly string[]): number {
  return parts.reduce((sum, part) => sum + utf8Length(part) + 2, 0)
}
