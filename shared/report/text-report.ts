import { count } from '../count.ts'
import type { JsonPath, LocatedFinding, Place } from '../finding.ts'
import { showGib } from '../units.ts'
import type { ConfigReport, Pair } from '../validate/config-report.ts'
import type { CheckResult } from './check.ts'
import { configLabel, shortName } from './config-label.ts'
import { plain } from './plain.ts'
import type { Problem } from './problem.ts'
import { problemText } from './problem-text.ts'
import { formatFinding } from './sentence.ts'
import { failsUnder, isEnforced, type PairState, pairStates } from './verdict.ts'

/** Above this many pairs a line for each would bury what matters. */
const FEW_PAIRS = 200

/**
 * A check for people: a line per finding, a line per config and target, then the verdict. Ends with a newline.
 * `configs/chat.json:12:3: error LP101 (nvidia_rtx_3060): Needs ...`. A large matrix has a line per problem, and only
 * the pairs that are not simply fine.
 */
export function textReport(result: CheckResult): string {
  const few = result.tally.pairs <= FEW_PAIRS
  const findings = inReadingOrder(result.problems).flatMap(few ? findingLines : (problem) => [problemLine(problem)])
  const pairs = result.configs.flatMap(({ report }) => {
    const stateOf = pairStates(report, result.fail_on)
    return report.pairs.flatMap((pair) => {
      const state = stateOf(pair)
      return few || state !== 'fits'
        ? [pairLine(configLabel(report), pair, stateWords(report, pair, state, result))]
        : []
    })
  })
  const blocks = [findings, pairs, [verdictLine(result), ...namedWords(result)]].filter((lines) => lines.length > 0)
  return `${blocks.map((lines) => lines.join('\n')).join('\n\n')}\n`
}

/** As an editor would step through them. */
function inReadingOrder(problems: readonly Problem[]): readonly Problem[] {
  return problems.toSorted((a, b) =>
    a.file === b.file
      ? a.place.line - b.place.line || a.place.column - b.place.column || (a.rule < b.rule ? -1 : 1)
      : a.file < b.file
        ? -1
        : 1,
  )
}

function findingLines({ hits, fix, config }: Problem): string[] {
  const { name } = config?.report ?? {}
  return hits.map((hit) => findingLine(fix === null ? hit : { ...hit, fix }, name, config?.nameOf))
}

/**
 * One finding as compilers write them, so that editors can jump to it.
 * @param name which of several configs in the file
 * @param nameOf how the file calls a key
 */
export function findingLine(finding: LocatedFinding, name?: string, nameOf?: (path: JsonPath) => string): string {
  const { file, place, severity, rule, target } = finding
  const about = [name === undefined ? '' : shortName(name), target === undefined ? '' : plain(target)]
  const said = about.filter((part) => part !== '').join(' on ')
  const on = said === '' ? '' : ` (${said})`
  return `${whereOf(file, place)}${severity} ${rule}${on}: ${formatFinding(finding, nameOf)}`
}

function problemLine(problem: Problem): string {
  const { file, place, severity, rule } = problem
  const { title, what, others, fix } = problemText(problem)
  const said = [`${title}.`, what, others, fix].filter((part) => part !== null).join(' ')
  return `${whereOf(file, place)}${severity} ${rule}: ${said}`
}

/** `configs/chat.json:12:3: `; nothing for what is about the check itself, which is in no file. */
function whereOf(file: string, { line, column }: Place): string {
  return file === '' ? '' : `${plain(file)}:${line}:${column}: `
}

/** In words, never by colour or sign alone. */
const STATES: Readonly<Record<PairState, string>> = {
  fits: 'fits',
  warned: 'fits, with warnings',
  fails: 'fails',
  unjudged: 'not judged in full',
  unread: 'not judged',
}

/** Who fails is told by what rule: sums that fit would look like the reason. */
function stateWords(
  { findings }: ConfigReport,
  { target }: Pair,
  state: PairState,
  { fail_on }: Pick<CheckResult, 'fail_on'>,
): string {
  if (state !== 'fails') return STATES[state]
  const here = findings.filter((one) => failsUnder(one, fail_on) && (one.target ?? target) === target)
  return `fails (${[...new Set(here.map(({ rule }) => rule))].sort().join(', ')})`
}

function pairLine(label: string, pair: Pair, state: string): string {
  const sums = pair.lines.map(({ name, need_bytes, usable }) => {
    return `${plain(name)} ${showGib(need_bytes)} of ${usable === null ? 'unknown' : showGib(usable.bytes)}`
  })
  const details = sums.length > 0 ? `: ${sums.join(', ')}` : ''
  return `${label} on ${plain(pair.target)}: ${state}${details}`
}

const WORDS = { pass: 'Passed', warn: 'Passed with findings', fail: 'Failed' } as const

/** `Failed: 2 errors, 1 warning in 1 config on 3 targets.` */
export function verdictLine({ tally: sum, verdict, fail_on }: CheckResult): string {
  const word = verdict === 'fail' && !isEnforced(fail_on) ? 'Failed, not enforced' : WORDS[verdict]
  const known = sum.known > 0 ? [`${sum.known} known`] : []
  const found = [count(sum.errors, 'error'), count(sum.warnings, 'warning'), ...known].join(', ')
  const open = sum.not_judged > 0 ? ` ${count(sum.not_judged, 'pair')} of config and target not judged.` : ''
  return `${word}: ${found} in ${count(sum.configs, 'config')} on ${count(sum.targets, 'target')}.${open}`
}

/** Who judges by a name alone says so; empty where nobody did. */
export function namedWords({ configs }: CheckResult): string[] {
  const named = configs.filter(({ facts_from }) => facts_from === 'catalog').length
  return named === 0 ? [] : [`Of ${count(named, 'config')} the model is known by its name alone, from the catalog.`]
}
