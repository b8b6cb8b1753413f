import type { JsonPath } from '../finding.ts'
import { anyRuleOf } from '../policy/policy-rules.ts'
import { pageUrl } from '../project.ts'
import { showShort } from '../validate/rules/memory-words.ts'
import { shortName } from './config-label.ts'
import { plain } from './plain.ts'
import type { Problem } from './problem.ts'
import { findingSentence } from './sentence.ts'

/** Other targets that a message names; the summary has them all. */
const NAMED = 8

/** A problem in words, each part one line that is safe to print. */
export type ProblemText = {
  /** `VRAM over on 3 of 8 targets` */
  readonly title: string
  /** The worst target's arithmetic. */
  readonly what: string
  /** The other targets and by how much; null when there are none. */
  readonly others: string | null
  /** The change that mends it everywhere; null when none was found. */
  readonly fix: string | null
  /** Where the rule is described. */
  readonly link: string
}

export function problemText(problem: Problem): ProblemText {
  const { rule, hits, of, fix, config } = problem
  const [worst] = hits
  const title = anyRuleOf(rule)?.title ?? 'Finding'
  const targets = hits.filter(({ target }) => target !== undefined).length
  const on = targets === 0 ? '' : ` on ${targets} of ${of} target${of === 1 ? '' : 's'}`
  const name = config?.report.name
  const inside = name === undefined ? '' : ` in ${shortName(name)}`
  const first = worst?.target === undefined || of === 1 ? '' : `${plain(worst.target)}: `
  return {
    title: `${title}${inside}${on}`,
    what: worst === undefined ? '' : `${first}${findingSentence(worst)}`,
    others: othersOf(problem),
    fix: fix === null ? null : plain(fixText(fix, nowAt(config?.report.config, fix.path), of, config?.nameOf)),
    link: linkOf(rule),
  }
}

function othersOf({ hits }: Problem): string | null {
  const rest = hits.slice(1).flatMap(({ target, args }) => (target === undefined ? [] : [{ target, args }]))
  if (rest.length === 0) return null
  const short = rest.every(({ args }) => typeof args['short_by'] === 'number' && args['short_by'] > 0)
  const named = rest
    .slice(0, NAMED)
    .map(({ target, args }) => (short ? `${plain(target)} by ${showShort(args)}` : plain(target)))
  const more = rest.length > NAMED ? ` and ${rest.length - NAMED} more` : ''
  return `Also ${short ? 'over' : 'on'}: ${named.join(', ')}${more}.`
}

/** `Fix: set settings.n_ctx to 12288 (now 32768); rechecked on all 8 targets.` */
function fixText(
  { path, value }: NonNullable<Problem['fix']>,
  now: string,
  of: number,
  nameOf: ((path: JsonPath) => string) | undefined,
): string {
  const checked = of === 1 ? 'rechecked' : `rechecked on all ${of} targets`
  return `Fix: set ${nameOf?.(path) ?? path.join('.')} to ${JSON.stringify(value)} (now ${now}); ${checked}.`
}

function nowAt(config: unknown, path: Problem['path']): string {
  const value = path.reduce<unknown>(
    (at, segment) => (typeof at === 'object' && at !== null ? Reflect.get(at, segment) : undefined),
    config,
  )
  return value === undefined ? 'absent' : JSON.stringify(value).slice(0, 80)
}

function linkOf(rule: string): string {
  const page = rule.startsWith('LP9') ? 'policy' : 'rules'
  return pageUrl(`docs/${page}.md#${rule.toLowerCase()}`)
}
