import type { ModelSet } from '../../config/model-set.ts'
import { hparamsOf } from '../../estimate/compiled-model.ts'
import { estimateMemory } from '../../estimate/estimate-memory.ts'
import { totalOf } from '../../estimate/memory-estimate.ts'
import { resolveSettings } from '../../estimate/memory-settings.ts'

type Needs = readonly number[]

/**
 * How many models a loader that knows no groups may keep loaded, so that whichever they are, no memory holds more than at the
 * worst of the set's groups. 0 where a model's facts are not known.
 */
export function mostLoaded({ members, groups }: ModelSet): number {
  const needs = new Map(members.map(({ name, config }) => [name, needsOf(config)] as const))
  if ([...needs.values()].includes(null)) return 0
  const of = (name: string) => needs.get(name) ?? []
  const width = Math.max(...members.map(({ name }) => of(name).length))
  const planned = Array.from({ length: width }, (_, at) =>
    groups.reduce((sum, group) => {
      const bytes = group.members.map((name) => of(name)[at] ?? 0)
      return sum + (group.swap ? Math.max(...bytes) : bytes.reduce((a, b) => a + b, 0))
    }, 0),
  )
  for (let count = members.length; count > 1; count--) {
    const worst = planned.map((_, at) =>
      largest(
        members.map(({ name }) => of(name)[at] ?? 0),
        count,
      ),
    )
    if (worst.every((bytes, at) => bytes <= (planned[at] ?? 0))) return count
  }
  return 1
}

/** Bytes of the host, then of each device. */
function needsOf({ model, settings, metadata, backend }: ModelSet['members'][number]['config']): Needs | null {
  if (model === undefined) return null
  const devices = backend === 'cpu' ? 0 : (settings.tensor_split?.length ?? 1)
  const resolved = resolveSettings(settings, hparamsOf(model), metadata?.program)
  const memory = estimateMemory(model, resolved, { devices, backend })
  return [memory.host, ...memory.devices].map(totalOf)
}

function largest(bytes: readonly number[], count: number): number {
  return bytes
    .toSorted((a, b) => b - a)
    .slice(0, count)
    .reduce((a, b) => a + b, 0)
}
