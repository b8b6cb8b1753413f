import { num } from '../../validate/args.ts'
import { memoryTerms } from '../../validate/rules/memory-words.ts'
import { showGib } from '../../units.ts'
import type { Problem } from '../problem.ts'
import { problemText } from '../problem-text.ts'
import { count } from '../../count.ts'
import { code, words } from './escape.ts'

/** Targets whose sums are shown; the others are in the matrix and in the JSON report. */
const MOST_SUMS = 12
export const MOST_PROBLEMS = 20

/** Where files can be looked at: `https://github.com/o/r/blob/SHA`; null when that is not known. */
export type Blob = string | null

/** All problems of one file, folded away. */
export function fileDetails(file: string, problems: readonly Problem[], blob: Blob): string {
  const errors = problems.filter(({ severity }) => severity === 'error').length
  const counts = [count(errors, 'error'), count(problems.length - errors, 'warning')].join(', ')
  const shown = problems.slice(0, MOST_PROBLEMS).map((problem) => details(problem, blob))
  const rest = problems.length - shown.length
  return [
    `<details><summary>${file === '' ? 'The check itself' : code(file)}: ${counts}</summary>`,
    ...shown,
    ...(rest > 0 ? [`${rest} more in this file.`] : []),
    '</details>',
  ].join('\n\n')
}

function details(problem: Problem, blob: Blob): string {
  const { title, what, others, fix, link: page } = problemText(problem)
  const { line, column } = problem.place
  const place = `line ${line}, column ${column}`
  const link = blob === null ? place : `[${place}](${linkTo(blob, problem.file)}#L${line})`
  const at = problem.file === '' ? '' : `, ${link}`
  const sums = sumTable(problem)
  return [
    `**${problem.severity} [${problem.rule}](${page}) ${words(title)}**${at}`,
    words(what),
    ...(sums === null && others !== null ? [words(others)] : []),
    ...(sums === null ? [] : [sums]),
    ...(fix === null ? [] : [words(fix)]),
  ].join('\n\n')
}

function linkTo(blob: string, file: string): string {
  const segments = file
    .replaceAll(/\p{Cs}/gu, '\uFFFD')
    .split('/')
    .map(encodeURIComponent)
  return `${blob}/${segments.join('/')}`.replaceAll('(', '%28').replaceAll(')', '%29')
}

/** Need, budget and sum of every target that is over; null for what is not about memory. */
function sumTable({ hits }: Problem): string | null {
  const sums = hits.flatMap(({ target, args }) =>
    target !== undefined && typeof args['weights'] === 'number' && typeof args['usable'] === 'number'
      ? [{ target, args }]
      : [],
  )
  if (sums.length < 2) return null
  const rows = sums.slice(0, MOST_SUMS).map(({ target, args }) => {
    const cells = [showGib(num(args, 'need')), showGib(num(args, 'usable')), words(memoryTerms(args))]
    return `| ${code(target)} | ${cells.join(' | ')} |`
  })
  const rest = sums.length - rows.length
  return [
    '| Target | Needs | Leaves | Sum |',
    '|---|---|---|---|',
    ...rows,
    ...(rest > 0 ? [`| ${rest} more | | | |`] : []),
  ].join('\n')
}
