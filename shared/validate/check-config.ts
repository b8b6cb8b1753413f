import { type ReadConfig, readConfig } from '../config/read-config.ts'
import type { JsonLimits } from '../config/scan-json.ts'
import type { Fix, LocatedFinding } from '../finding.ts'
import type { ModelFacts } from '../model/facts.ts'
import type { Target } from '../profile/target.ts'
import { configContext } from './config-context.ts'
import type { ConfigReport } from './config-report.ts'
import { type Broken, findFix, samePath } from './fix-search.ts'
import { RULES } from './rules/index.ts'
import { targetContext, type TargetContext } from './target-context.ts'

export type CheckInput = {
  readonly text: string
  /** As the user named it; shown, never opened. */
  readonly file: string
  readonly targets: readonly Target[]
  /** What the caller knows of the model; the facts embedded in the config when absent. */
  readonly facts?: ModelFacts
  readonly limits?: JsonLimits
  /** The text as read already; a reader of another format gives it. */
  readonly read?: ReadConfig
}

/** A check whose fixes are searched only when asked for: a matrix shows few of its findings. */
export type Inspection = {
  /** Without fixes. */
  readonly report: ConfigReport
  /** The fix for one of the report's findings, rechecked on all targets; null when no single key mends it. */
  readonly fixFor: (finding: LocatedFinding) => Fix | null
}

/** Judges one config on every target. Never throws for what a file may hold. */
export function checkConfig(input: CheckInput): ConfigReport {
  const { report, fixFor } = inspectConfig(input)
  const findings = report.findings.map((finding) => {
    const fix = fixFor(finding)
    return fix === null ? finding : { ...finding, fix }
  })
  return { ...report, findings }
}

/** As `checkConfig`, with the fixes left to be asked for. */
export function inspectConfig({ text, file, targets: given, facts, limits, read }: CheckInput): Inspection {
  const targets = withOwnIds(given)
  const { config, findings, placeOf, backend_stated = true } = read ?? readConfig(text, limits)
  const document = findings.map((finding): LocatedFinding => ({ ...finding, file }))
  if (config === null) {
    const pairs = targets.map(({ id }) => ({ target: id, estimate: null, lines: [], judged: false }))
    return { report: { file, config, findings: inOrder(document), pairs }, fixFor: () => null }
  }

  const context = configContext(config, facts, backend_stated)
  const on = targets.map((target) => targetContext(context, target))
  const broken: (Broken & { target?: string })[] = []
  // Loops: a matrix asks a million times, and nearly every answer is an empty list.
  for (const rule of RULES) {
    if (rule.scope === 'config') for (const hit of rule.check(context, on)) broken.push({ rule, hit, targets: [] })
    if (rule.scope !== 'target') continue
    for (const at of on) {
      for (const hit of rule.check(at)) broken.push({ rule, hit, targets: [at], target: at.target.id })
    }
  }
  const judged = broken.map(({ rule, hit, target }): LocatedFinding => ({
    rule: rule.id,
    severity: rule.severity,
    path: hit.path,
    args: hit.args,
    file,
    place: placeOf(hit.path),
    ...(target !== undefined && { target }),
  }))

  const fixes = new Map<string, Fix | null>()
  const fixFor = (finding: LocatedFinding): Fix | null => {
    const same = broken.filter(({ rule, hit }) => keyOf(rule, hit.path) === keyOf({ id: finding.rule }, finding.path))
    const [first] = same
    if (first === undefined) return null
    const key = keyOf(first.rule, first.hit.path)
    const known = fixes.get(key)
    if (known !== undefined) return known
    const everywhere = { ...first, targets: allTargetsOf(first, broken) }
    const fix = findFix(context, everywhere, on)
    fixes.set(key, fix)
    return fix
  }
  const pairs = on.map((at) => ({
    target: at.target.id,
    estimate: at.estimate,
    lines: at.lines,
    judged: isJudged(at),
  }))
  const report = { file, config, findings: inOrder([...document, ...judged]), pairs }
  return { report: backend_stated ? report : { ...report, backend_stated }, fixFor }
}

/** Snapshots of two like machines have one id; the report tells them apart: `nvidia_rtx_4090`, `nvidia_rtx_4090 (2)`. */
function withOwnIds(targets: readonly Target[]): readonly Target[] {
  const seen = new Map<string, number>()
  return targets.map((target) => {
    const count = (seen.get(target.id) ?? 0) + 1
    seen.set(target.id, count)
    return count === 1 ? target : { ...target, id: `${target.id} (${count})` }
  })
}

/** A backend that is missing is a verdict too; a model or a memory size that is missing is none. */
function isJudged({ placement, estimate, lines }: TargetContext): boolean {
  if (placement === null) return true
  return estimate !== null && lines.every(({ state }) => state !== 'unknown')
}

/** A fix must hold wherever the rule is broken: half a fix for a matrix is none. */
function allTargetsOf({ rule, hit }: Broken, broken: readonly Broken[]): readonly TargetContext[] {
  const perKey = rule.scope === 'target' && rule.per_key === true
  const same = broken.filter((one) => one.rule === rule && (!perKey || samePath(one.hit.path, hit.path)))
  return [...new Set(same.flatMap(({ targets }) => targets))]
}

function keyOf({ id }: { id: string }, path: readonly (string | number)[]): string {
  return `${id} ${path.join(' ')}`
}

function inOrder(findings: readonly LocatedFinding[]): LocatedFinding[] {
  return findings.toSorted(
    (a, b) =>
      a.place.line - b.place.line ||
      a.place.column - b.place.column ||
      compare(a.rule, b.rule) ||
      compare(a.target ?? '', b.target ?? ''),
  )
}

/** By code units, so that the order is the same on every machine. */
function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b)
}
