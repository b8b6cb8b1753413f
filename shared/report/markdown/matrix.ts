import { gib } from '../../units.ts'
import type { ConfigReport, Pair } from '../../validate/config-report.ts'
import type { CheckResult } from '../check.ts'
import { count } from '../../count.ts'
import { type PairState, pairStates } from '../verdict.ts'
import { code, configCell } from './escape.ts'

/** More columns than this cannot be read side by side. */
const MOST_COLUMNS = 10
export const MOST_ROWS = 100

export type Matrix = {
  /** Header and rule of the table. */
  readonly head: readonly string[]
  /** One a config, failing ones first. */
  readonly rows: readonly string[]
  /** How many configs have no row, in words; null when all have. */
  readonly rest: string | null
}

type Row = { readonly report: ConfigReport; readonly states: ReadonlyMap<string, PairState>; readonly failing: number }

/** The config x target table. Of many targets those with the most failures have columns, the others are counted. */
export function matrix({ configs, fail_on }: CheckResult, failuresOnly: boolean): Matrix {
  const all: Row[] = configs.map(({ report }) => {
    const stateOf = pairStates(report, fail_on)
    const states = new Map(report.pairs.map((pair) => [pair.target, stateOf(pair)]))
    return { report, states, failing: [...states.values()].filter(isBad).length }
  })
  const wanted = failuresOnly ? all.filter(({ failing }) => failing > 0) : all
  const rows = wanted.toSorted((a, b) => b.failing - a.failing || (a.report.file < b.report.file ? -1 : 1))
  const shown = rows.slice(0, MOST_ROWS)
  const { columns, others } = chooseColumns(rows)
  const names = [...columns.map(code), ...(others > 0 ? [`${others} others`] : [])]
  const left = all.filter((row) => !shown.includes(row))
  return {
    head: names.length === 0 ? [] : [`| Config | ${names.join(' | ')} |`, `|---|${names.map(() => '---|').join('')}`],
    rows: names.length === 0 ? [] : shown.map((row) => rowLine(row, columns, others > 0)),
    rest: left.length === 0 ? null : restWords(left),
  }
}

export function restWords(left: readonly { readonly failing: number }[]): string {
  const failing = left.filter((row) => row.failing > 0).length
  const fine = left.length - failing
  const parts = [...(failing > 0 ? [`${failing} with failures`] : []), ...(fine > 0 ? [`${fine} without`] : [])]
  return `${count(left.length, 'more config')}: ${parts.join(', ')}.`
}

function chooseColumns(rows: readonly Row[]): { columns: string[]; others: number } {
  const failures = new Map<string, number>()
  for (const { states } of rows) {
    for (const [target, state] of states) failures.set(target, (failures.get(target) ?? 0) + Number(isBad(state)))
  }
  const targets = [...failures.keys()]
  if (targets.length <= MOST_COLUMNS) return { columns: targets, others: 0 }
  const worst = [...failures].filter(([, n]) => n > 0).sort((a, b) => b[1] - a[1])
  const chosen = new Set(worst.slice(0, MOST_COLUMNS).map(([target]) => target))
  return { columns: targets.filter((target) => chosen.has(target)), others: targets.length - chosen.size }
}

function isBad(state: PairState): boolean {
  return state === 'fails' || state === 'unjudged' || state === 'unread'
}

function rowLine({ report, states }: Row, columns: readonly string[], rest: boolean): string {
  const pairs = new Map(report.pairs.map((pair) => [pair.target, pair]))
  const cells = columns.map((target) => {
    const pair = pairs.get(target)
    const state = states.get(target)
    return pair === undefined || state === undefined ? '' : cell(pair, state)
  })
  const shown = new Set(columns)
  const others = [...states].filter(([target]) => !shown.has(target)).map(([, state]) => state)
  return `| ${[configCell(report), ...cells, ...(rest ? [othersCell(others)] : [])].join(' | ')} |`
}

const SIGNS: Readonly<Record<PairState, string>> = {
  fits: '✅ fits',
  warned: '⚠️ warned',
  fails: '❌ fails',
  unjudged: '– not judged',
  unread: '– not judged',
}

/** `❌ fails 7.3/5.6`: a sign, a word, and the memory that decides in GiB. */
function cell(pair: Pair, state: PairState): string {
  const numbers = deciding(pair)
  return numbers === null ? SIGNS[state] : `${SIGNS[state]} ${numbers}`
}

function othersCell(states: readonly PairState[]): string {
  const bad = states.filter(isBad).length
  if (bad === 0) return states.length === 0 ? '' : `${SIGNS.fits}: ${states.length}`
  return `❌ fails: ${bad}${bad < states.length ? `, fits: ${states.length - bad}` : ''}`
}

/** Need and budget of the fullest memory; null when nothing is known. */
function deciding({ lines }: Pair): string | null {
  let fullest: { share: number; text: string } | null = null
  for (const { need_bytes, usable } of lines) {
    if (need_bytes === 0 || usable === null) continue
    const share = need_bytes / usable.bytes
    if (fullest === null || share > fullest.share) {
      fullest = { share, text: `${gib(need_bytes).toFixed(1)}/${gib(usable.bytes).toFixed(1)}` }
    }
  }
  return fullest?.text ?? null
}
