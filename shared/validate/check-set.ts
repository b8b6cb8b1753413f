import type { ReadModelSet } from '../config/read-model-set.ts'
import { linesTogether, partsText, type TogetherLine } from '../estimate/together.ts'
import type { MemoryEstimate } from '../estimate/memory-estimate.ts'
import type { LocatedFinding } from '../finding.ts'
import type { Target } from '../profile/target.ts'
import type { ConfigReport, Pair } from './config-report.ts'

/** How reports call the set as a whole, beside its members. */
export const TOGETHER = 'all loaded'

/**
 * Judges what the members of a set need together on every target, each memory at its worst (LP105, LP106).
 * @param reports of the members, in the order of the set, each on the same targets
 */
export function checkSet(
  file: string,
  { members, groups, placeOf }: ReadModelSet,
  reports: readonly ConfigReport[],
  targets: readonly Target[],
): ConfigReport | null {
  const config = reports[0]?.config ?? null
  if (config === null) return null
  const findings: LocatedFinding[] = []
  const pairs = targets.map((target, at): Pair => {
    const own = reports.map(({ pairs: of }) => of[at])
    const id = own[0]?.target ?? target.id
    const lines = new Map(members.map(({ name }, index) => [name, own[index]?.lines ?? []]))
    const together = linesTogether(lines, groups, target.backend)
    for (const one of together) {
      const { state } = one.line
      if (state !== 'over' && state !== 'near') continue
      const path = [
        'members',
        largest(
          one,
          members.map(({ name }) => name),
        ),
        'name',
      ]
      findings.push({
        rule: state === 'over' ? 'LP105' : 'LP106',
        severity: state === 'over' ? 'error' : 'warning',
        path,
        args: argsOf(one),
        file,
        place: placeOf(path),
        target: id,
      })
    }
    const judged = together.length > 0 && together.every(({ line }) => line.state !== 'unknown')
    return {
      target: id,
      estimate: estimateOf(together, own[0]?.estimate ?? null),
      lines: together.map(({ line }) => line),
      judged,
    }
  })
  return { file, name: TOGETHER, config, findings, pairs }
}

function argsOf(together: TogetherLine): LocatedFinding['args'] {
  const { line } = together
  return {
    device: line.kind === 'host' && line.name === 'RAM' ? 'the RAM' : line.name,
    need: line.need_bytes,
    usable: line.usable?.bytes ?? 0,
    parts: partsText(together),
  }
}

/** The member that takes most of a memory: the one to look at. */
function largest({ parts }: TogetherLine, names: readonly string[]): number {
  const [first] = parts.toSorted((a, b) => b.bytes - a.bytes)
  return Math.max(0, names.indexOf(first?.name ?? ''))
}

/** The sum as an estimate, so that reports show it as they show a config's. */
function estimateOf(together: readonly TogetherLine[], like: MemoryEstimate | null): MemoryEstimate | null {
  const host = together.at(-1)?.line
  if (host === undefined || like === null) return null
  return { ...like, devices: together.slice(0, -1).map(({ line }) => line.need), host: host.need }
}
