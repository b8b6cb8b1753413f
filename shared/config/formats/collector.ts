import type { FindingArgs, JsonPath, Severity } from '../../finding.ts'
import { placesOf, type PlacedFinding, type Places } from '../place.ts'
import type { Span } from './mapped-text.ts'

/** Most findings about one server; a file with more is not a file with a slip. */
const MOST = 50

/** Findings with places, gathered while one server of a file is read. */
export type Collector = {
  readonly places: Places
  readonly findings: readonly PlacedFinding[]
  /** True once something was found that keeps the config from being judged. */
  readonly blocked: () => boolean
  /** False once findings are only counted: what a finding costs to make need not be spent. */
  readonly room: () => boolean
  add: (rule: string, severity: Severity, args: FindingArgs, span: Span, path?: JsonPath) => void
  /** A finding after which no verdict can be given: the value is not in the file. */
  block: (rule: string, args: FindingArgs, span: Span, path?: JsonPath) => void
}

export function collectorFor(text: string): () => Collector {
  const places = placesOf(text, () => null)
  return () => {
    const findings: PlacedFinding[] = []
    let stopped = false
    const add: Collector['add'] = (rule, severity, args, span, path = []) => {
      if (findings.length >= MOST) return
      findings.push({ rule, severity, path, args, place: places.at(span.offset, span.length) })
    }
    return {
      places,
      findings,
      blocked: () => stopped,
      room: () => findings.length < MOST,
      add,
      block: (rule, args, span, path) => {
        stopped = true
        add(rule, 'error', args, span, path)
      },
    }
  }
}

/** Text of a checked file for a finding: cut at 80 characters. */
export function shown(text: string): string {
  return text.length <= 80 ? text : `${text.slice(0, 79)}…`
}
