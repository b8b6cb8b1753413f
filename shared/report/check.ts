import type { Fix, JsonPath, LocatedFinding } from '../finding.ts'
import type { ModelFacts } from '../model/facts.ts'
import type { KnownFinding } from '../policy/apply-policy.ts'
import type { Target } from '../profile/target.ts'
import type { ConfigReport } from '../validate/config-report.ts'
import { mergeProblems, type Problem } from './problem.ts'
import { type FailOn, tally, type Tally, verdict, type Verdict } from './verdict.ts'

/** Where the facts of a model come from. Those of the catalog are by the model's name alone. */
export type FactsFrom = 'config' | 'facts_file' | 'gguf' | 'catalog'

/** One config of a check, with what a report may still ask of it. */
export type CheckedConfig = {
  /** After the policy: its levels, and without what a baseline covers. */
  readonly report: ConfigReport
  /** The fix for a finding of the report, rechecked on all targets; null when no single key mends it. */
  readonly fixFor: (finding: LocatedFinding) => Fix | null
  /** What the config was judged with; null when nothing is known of its model. */
  readonly facts: ModelFacts | null
  /** Null with the facts. */
  readonly facts_from: FactsFrom | null
  /** How the file calls a key of the config; absent where it uses our own names. */
  readonly nameOf?: (path: JsonPath) => string
}

/** Everything that was checked in one run: what every form of report is made of. */
export type Check = {
  readonly configs: readonly CheckedConfig[]
  /** By id, as judged: with the policy's head-room taken off. */
  readonly targets: ReadonlyMap<string, Target>
  /** The release of llama.cpp that the policy pins for a target, by id. */
  readonly engines: ReadonlyMap<string, string>
  /** Findings about the run itself: of the policy file, or of a file that could not be read. */
  readonly own: readonly LocatedFinding[]
  readonly known: readonly KnownFinding[]
  /** Name of the policy file; null without one. */
  readonly policy_file: string | null
  readonly fail_on: FailOn
  /** The command line that repeats this check. */
  readonly command: string
}

/** A check with its verdict, and its findings merged by place and completed with their fixes. */
export type CheckResult = Check & {
  readonly tally: Tally
  readonly verdict: Verdict
  /** The gravest first. */
  readonly problems: readonly Problem[]
  /** How many of the problems a fix was looked for. */
  readonly searched: number
}

/** A summary shows fixes for as many problems; to look for more is to wait for what nobody reads. */
export const SHOWN_FIXES = 20

/** How long a check may take, from its start to its last fix. */
export type TimeLimit = { readonly seconds: number; readonly isOver: () => boolean }

const NO_LIMIT: TimeLimit = { seconds: Infinity, isOver: () => false }

/**
 * @param fixes for how many problems, in their order, a fix is looked for
 * @param time when it is over no further fix is looked for, which is a finding (LP906)
 */
export function concludeCheck(check: Check, fixes = SHOWN_FIXES, time = NO_LIMIT): CheckResult {
  let searched = 0
  let late = false
  const problems = mergeProblems(check).map((problem) => {
    const { config, hits } = problem
    const [worst] = hits
    if (config === null || worst === undefined || searched >= fixes) return problem
    late ||= time.isOver()
    if (late) return problem
    searched++
    return { ...problem, fix: config.fixFor(worst) }
  })
  const result = judged(check, problems, searched)
  return late ? withFindings(result, [timeOver(check, { fixed: searched, seconds: time.seconds })]) : result
}

/** The result with more findings about the run itself; the fixes that were found stay. */
export function withFindings(result: CheckResult, own: readonly LocatedFinding[]): CheckResult {
  if (own.length === 0) return result
  const check = { ...result, own: [...result.own, ...own] }
  const fixes = new Map(result.problems.map(({ hits, fix }) => [hits[0], fix]))
  const problems = mergeProblems(check).map((one) => ({ ...one, fix: fixes.get(one.hits[0]) ?? null }))
  return judged(check, problems, result.searched)
}

/**
 * What was left out when time ran out, where all was judged: a warning.
 * @param args `fixed` problems that fixes were looked for, or `unmended` of `files` whose fixes were not worked out
 */
export function timeOver({ policy_file }: Pick<Check, 'policy_file'>, args: LocatedFinding['args']): LocatedFinding {
  const place = { line: 1, column: 1, end_column: 2 }
  // By the path each is a finding of its own.
  return { rule: 'LP906', severity: 'warning', path: Object.keys(args), args, file: policy_file ?? '', place }
}

function judged(check: Check, problems: readonly Problem[], searched: number): CheckResult {
  const reports = check.configs.map(({ report }) => report)
  const sum = tally(reports, check.own, check.known.length, check.fail_on)
  return { ...check, tally: sum, verdict: verdict(sum, check.fail_on), problems, searched }
}

/** A check out of reports alone: their findings carry the fixes. */
export function checkOf(reports: readonly ConfigReport[], more: Partial<Check> = {}): Check {
  return {
    configs: reports.map((report) => ({
      report,
      fixFor: (finding) => finding.fix ?? null,
      facts: report.config?.model ?? null,
      facts_from: report.config?.model === undefined ? null : ('config' as const),
    })),
    targets: new Map(),
    engines: new Map(),
    own: [],
    known: [],
    policy_file: null,
    fail_on: 'error',
    command: 'lp-tui validate',
    ...more,
  }
}
