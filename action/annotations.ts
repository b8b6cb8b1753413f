import * as core from '@actions/core'
import type { LocatedFinding, Severity } from '../shared/index.ts'
import { formatFinding } from '../shared/index.ts'
import { plain } from '../shared/report/plain.ts'

/** The runner keeps ten annotations of a kind and drops the rest in silence (ExecutionContext.cs): nine, and one that says so. */
const PLACED = 9
/** The runner cuts messages at 4,096 characters. */
const MESSAGE_LIMIT = 1500

/** One place with everything that a rule found there, over all targets. */
type Annotation = {
  readonly severity: Severity
  readonly rule: string
  readonly file: string
  readonly findings: readonly LocatedFinding[]
}

/** Findings of one rule at one place become one annotation, the widest first; more than nine end in an honest tenth. */
export function annotate(
  findings: readonly LocatedFinding[],
  which: 'all' | 'errors' | 'none',
  enforced: boolean,
): void {
  if (which === 'none') return
  const merged = mergeByPlace(findings)
  for (const severity of ['error', 'warning'] as const) {
    if (severity === 'warning' && which === 'errors') continue
    const all = merged.filter((one) => one.severity === severity)
    const emit = severity === 'error' && enforced ? core.error : core.warning
    for (const one of all.slice(0, all.length > PLACED + 1 ? PLACED : PLACED + 1)) place(one, emit)
    if (all.length > PLACED + 1) emit(`${all.length - PLACED} more ${severity}s are in the log (${all.length} in all).`)
  }
}

function mergeByPlace(findings: readonly LocatedFinding[]): Annotation[] {
  const places = new Map<string, LocatedFinding[]>()
  for (const finding of findings) {
    const key = `${finding.severity} ${finding.rule} ${finding.file} ${finding.place.line}:${finding.place.column}`
    const list = places.get(key) ?? []
    places.set(key, list)
    list.push(finding)
  }
  return [...places.values()]
    .flatMap((list) => {
      const [first] = list
      return first === undefined
        ? []
        : [{ severity: first.severity, rule: first.rule, file: first.file, findings: list }]
    })
    .sort((a, b) => b.findings.length - a.findings.length)
}

function place(annotation: Annotation, emit: typeof core.error): void {
  const [first] = annotation.findings
  if (first === undefined) return
  const sentences = annotation.findings.map((finding) => {
    const on = finding.target === undefined ? '' : `${finding.target}: `
    return plain(`${on}${formatFinding(finding)}`)
  })
  emit(sentences.join('\n').slice(0, MESSAGE_LIMIT), {
    title: `${annotation.rule}${annotation.findings.length > 1 ? ` on ${annotation.findings.length} targets` : ''}`,
    file: annotation.file,
    startLine: first.place.line,
    endLine: first.place.line,
    startColumn: first.place.column,
    endColumn: first.place.end_column,
  })
}
