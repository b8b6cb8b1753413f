import type { CheckResult } from './check.ts'
import type { Problem } from './problem.ts'
import { problemText } from './problem-text.ts'
import { count } from '../count.ts'
import { failsUnder, isEnforced } from './verdict.ts'

/** Which findings become annotations; `errors`: those that fail the check. */
export type AnnotationChoice = 'all' | 'errors' | 'none'

/**
 * The runner keeps the first ten annotations of a kind and drops the rest in silence (actions/runner
 * ExecutionContext.cs, _maxCountPerIssueType): nine places, and a tenth that says what is left out.
 */
const KEPT = 10
/** The runner cuts messages at 4,096 characters, the Checks API titles at 255. */
const MESSAGE_LIMIT = 1500
const TITLE_LIMIT = 255

/**
 * The annotations of a check as workflow commands, a line each. What fails the check is placed as an error, whatever its
 * severity; what is not enforced as warnings, and then shares their ten.
 * @param notes warnings about the run; each takes a place
 */
export function githubReport(
  result: CheckResult,
  which: AnnotationChoice = 'all',
  notes: readonly string[] = [],
): string {
  const before = notes.map((note) => `${commandLine('warning', {}, note)}\n`).join('')
  if (which === 'none') return before
  const enforced = isEnforced(result.fail_on)
  const failing = (problem: Problem) => failsUnder(problem, result.fail_on)
  const errors = result.problems.filter(failing)
  const warnings = which === 'errors' ? [] : result.problems.filter((problem) => !failing(problem))
  const lines = enforced
    ? [...placed(errors, 'error'), ...placed(warnings, 'warning', KEPT - notes.length)]
    : placed([...errors, ...warnings], 'warning', KEPT - notes.length)
  return before + lines.map((line) => `${line}\n`).join('')
}

function placed(problems: readonly Problem[], command: 'error' | 'warning', kept = KEPT): string[] {
  const shown = problems.length > kept - 1 ? kept - 1 : problems.length
  const rest = problems.length - shown
  const lines = problems.slice(0, shown).map((problem) => annotation(problem, command))
  if (rest === 0) return lines
  const noun = command === 'error' ? 'violation' : 'finding'
  return [
    ...lines,
    commandLine(
      command,
      {},
      `${rest} more ${noun}${rest === 1 ? ' is' : 's are'} in the job summary (${count(problems.length, noun)} in all).`,
    ),
  ]
}

function annotation(problem: Problem, command: 'error' | 'warning'): string {
  const { rule, file, place } = problem
  const { title, what, others, fix, link } = problemText(problem)
  const more = [others, fix].filter((part) => part !== null)
  const end = `${rule}: ${link}`
  const body = [what, ...more].join('\n').slice(0, MESSAGE_LIMIT - end.length - 1)
  const at = {
    title: `${rule} ${title}`.slice(0, TITLE_LIMIT),
    file,
    line: place.line,
    endLine: place.line,
    col: place.column,
    endColumn: Math.max(place.column, place.end_column),
  }
  return commandLine(command, file === '' ? { title: at.title } : at, `${body}\n${end}`)
}

/** One workflow command: `::error title=...,file=...::message`, escaped as the runner undoes it. */
export function commandLine(
  command: 'error' | 'warning',
  properties: Readonly<Record<string, string | number>>,
  message: string,
): string {
  const pairs = Object.entries(properties).map(([name, value]) => `${name}=${escapeProperty(String(value))}`)
  return `::${command}${pairs.length > 0 ? ' ' : ''}${pairs.join(',')}::${escapeData(message)}`
}

function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
}
