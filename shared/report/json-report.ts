import { UserError } from '../errors.ts'
import type { BudgetLine } from '../estimate/budget.ts'
import { estimateThroughput } from '../estimate/throughput/estimate-throughput.ts'
import type { LocatedFinding } from '../finding.ts'
import { str } from '../validate/args.ts'
import type { Pair } from '../validate/config-report.ts'
import type { CheckedConfig, CheckResult, FactsFrom } from './check.ts'
import { formatFinding } from './sentence.ts'
import { pairStates, type PairState, type Tally, type Verdict } from './verdict.ts'

export type JsonReport = {
  readonly schema_version: 1
  readonly kind: 'check_report'
  readonly verdict: Verdict
  readonly fail_on: string
  readonly summary: Tally
  readonly policy: { readonly file: string | null; readonly findings: readonly JsonFinding[] }
  readonly configs: readonly {
    readonly file: string
    /** Which of several configs in the file; null where there is one. */
    readonly name: string | null
    /** Where the model's facts come from; null when nothing is known of it. */
    readonly model_facts: FactsFrom | null
    readonly findings: readonly JsonFinding[]
    readonly pairs: readonly JsonPair[]
  }[]
  /** Files that were to be checked and could not be read. */
  readonly unread: readonly { readonly file: string; readonly message: string }[]
  /** What a baseline covers, with its reason. */
  readonly known: readonly (JsonFinding & { readonly reason: string; readonly until: string | null })[]
}

type JsonFinding = LocatedFinding & { readonly message: string }

export type JsonPair = {
  readonly target: string
  readonly result: 'pass' | 'fail' | 'not_judged'
  readonly basis: string | null
  readonly engine: string | null
  readonly program: string | null
  /** Tokens per second of one stream; null where nothing supports a number. */
  readonly decode_tokens_per_s: number | null
  /** Bytes. */
  readonly memory: readonly {
    readonly kind: BudgetLine['kind']
    readonly name: string
    readonly model: number
    readonly context: number
    readonly compute: number
    readonly need: number
    readonly usable: number | null
    readonly usable_source: string | null
    readonly state: BudgetLine['state']
  }[]
}

/** A check as a versioned, JSON-ready object: the same findings and numbers as in every other form. */
export function jsonReport(result: CheckResult): JsonReport {
  const fixes = new Map(result.problems.flatMap(({ hits, fix }) => (fix === null ? [] : hits.map((hit) => [hit, fix]))))
  const names = new Map(
    result.problems.flatMap(({ hits, config }) => (config?.nameOf ? hits.map((hit) => [hit, config.nameOf]) : [])),
  )
  const json = (finding: LocatedFinding): JsonFinding => {
    const fix = fixes.get(finding)
    const whole = fix === undefined ? finding : { ...finding, fix }
    return { ...whole, message: formatFinding(whole, names.get(finding)) }
  }
  return {
    schema_version: 1,
    kind: 'check_report',
    verdict: result.verdict,
    fail_on: result.fail_on,
    summary: result.tally,
    policy: { file: result.policy_file, findings: result.own.map(json) },
    configs: result.configs.map((config) => {
      const { file, name = null, findings, pairs } = config.report
      const stateOf = pairStates(config.report, result.fail_on)
      return {
        file,
        name,
        model_facts: config.facts_from,
        findings: findings.map(json),
        pairs: pairs.map((pair) => jsonPair(pair, stateOf(pair), decodeSpeed(result, config, pair))),
      }
    }),
    unread: result.own
      .filter(({ rule }) => rule === 'LP905')
      .map(({ file, args }) => ({ file, message: str(args, 'message') })),
    known: result.known.map(({ finding, reason, until }) => ({ ...json(finding), reason, until })),
  }
}

function jsonPair({ target, estimate, lines }: Pair, state: PairState, speed: number | null): JsonPair {
  const judged = state !== 'unjudged' && state !== 'unread'
  return {
    target,
    result: judged ? (state === 'fails' ? 'fail' : 'pass') : 'not_judged',
    basis: estimate?.basis ?? null,
    engine: estimate?.engine ?? null,
    program: estimate?.program ?? null,
    decode_tokens_per_s: speed,
    memory: lines.map(({ kind, name, need, need_bytes, usable, state: fit }) => ({
      kind,
      name,
      ...need,
      need: need_bytes,
      usable: usable?.bytes ?? null,
      usable_source: usable?.source ?? null,
      state: fit,
    })),
  }
}

/** Decode speed of a pair in tokens per second, to three digits. */
export function decodeSpeed(
  { targets }: CheckResult,
  { report, facts }: CheckedConfig,
  { target: id, estimate }: Pair,
): number | null {
  const target = targets.get(id)
  const { config } = report
  if (target === undefined || config === null || facts === null || estimate === null) return null
  try {
    const backend = report.backend_stated === false ? target.backend : config.backend
    const { tg } = estimateThroughput(facts, { ...config.settings, backend }, target)
    return tg === null ? null : Number(tg.tokens_per_s.toPrecision(3))
  } catch (error) {
    if (error instanceof UserError) return null
    throw error
  }
}
