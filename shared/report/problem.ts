import type { FindingArgs, Fix, JsonPath, LocatedFinding, Place, Severity } from '../finding.ts'
import type { Check, CheckedConfig } from './check.ts'

/** What one rule found at one place, over all targets. */
export type Problem = {
  readonly rule: string
  readonly severity: Severity
  readonly file: string
  readonly place: Place
  readonly path: JsonPath
  /** One finding a target, the worst first. */
  readonly hits: readonly LocatedFinding[]
  /** How many targets the config is judged on. */
  readonly of: number
  /** Null for a finding about the run itself. */
  readonly config: CheckedConfig | null
  readonly fix: Fix | null
}

/**
 * Findings merged by rule and place: errors first, then what fails on most targets, then the widest shortage, then
 * by path and line.
 */
export function mergeProblems({ configs, own }: Check): Problem[] {
  const fromConfigs = configs.flatMap((config) => merge(config.report.findings, config.report.pairs.length, config))
  return [...merge(own, 0, null), ...fromConfigs].sort(
    (a, b) =>
      Number(a.severity === 'warning') - Number(b.severity === 'warning') ||
      b.hits.length - a.hits.length ||
      shortage(b.hits[0]?.args) - shortage(a.hits[0]?.args) ||
      compare(a.file, b.file) ||
      a.place.line - b.place.line ||
      a.place.column - b.place.column ||
      compare(a.rule, b.rule),
  )
}

function merge(findings: readonly LocatedFinding[], of: number, config: CheckedConfig | null): Problem[] {
  const places = new Map<string, LocatedFinding[]>()
  for (const finding of findings) {
    const { severity, rule, file, place, path } = finding
    const key = `${severity} ${rule} ${place.line}:${place.column} ${path.join(' ')} ${file}`
    const list = places.get(key) ?? []
    places.set(key, list)
    list.push(finding)
  }
  return [...places.values()].flatMap((list) => {
    const hits = list.length === 1 ? list : list.toSorted((a, b) => shortage(b.args) - shortage(a.args))
    const [first] = hits
    if (first === undefined) return []
    const { rule, severity, file, place, path } = first
    return [{ rule, severity, file, place, path, hits, of, config, fix: null }]
  })
}

/** Bytes short; of what is not about memory by how much a count is over. */
function shortage(args: FindingArgs = {}): number {
  const { short_by, need, usable } = args
  if (typeof short_by === 'number' && short_by > 0) return short_by
  return typeof need === 'number' && typeof usable === 'number' ? need - usable : 0
}

/** By code units, so that the order is the same on every machine. */
function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b)
}
