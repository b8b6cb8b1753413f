import { inOneLine, UserError } from '../../errors.ts'
import type { LocatedFinding } from '../../finding.ts'
import { nearestNames } from '../../nearest.ts'
import type { EnginePins } from '../../policy/engine-pins.ts'
import { type Headroom, withHeadroom } from '../../policy/headroom.ts'
import { listProfiles } from '../../profile/database.ts'
import { withCheckNames } from '../../profile/check-names.ts'
import type { Target } from '../../profile/target.ts'
import { type LoadedPolicy, PolicyError } from './load-policy.ts'
import type { Asker } from './check-targets.ts'
import type { CheckRequest, CheckWorld } from './request.ts'

/** Targets by the name that loads them; `all` loads many. */
export type LoadedTargets = {
  /** What the check's own names mean; null when nobody names any. */
  readonly common: readonly Target[] | null
  /** What the names of a group of configs mean. */
  readonly named: (names: readonly string[]) => readonly Target[]
  /** The id that reports show for a name: an alias has another, a file is shown by its own name. */
  readonly idOf: (name: string) => string
  /** The releases that the policy pins. */
  readonly engines: EnginePins
}

/**
 * Loads every target that is named anywhere, each once.
 * @throws PolicyError with every name in the policy that is no target; UserError with every such name in the request
 */
export async function loadTargets(
  request: CheckRequest,
  loaded: LoadedPolicy,
  world: CheckWorld,
  headroom: Headroom | null,
): Promise<LoadedTargets> {
  const { policy, file, placeOf } = loaded
  const found = new Map<string, readonly Target[]>()
  const troubles = new Map<string, UserError>()
  const load = async (name: string, asker: Asker): Promise<void> => {
    if (found.has(name) || troubles.has(name)) return
    try {
      const loadedTarget = await world.loadTarget(name, asker)
      const list: readonly Target[] = 'id' in loadedTarget ? [loadedTarget] : loadedTarget
      found.set(
        name,
        list.map((target) => withHeadroom(target, headroom)),
      )
    } catch (error) {
      if (!(error instanceof UserError)) throw error
      troubles.set(name, error)
    }
  }

  if (request.targets !== null) {
    for (const name of request.targets) await load(name, 'request') // oxlint-disable-line no-await-in-loop -- detection runs once
    throwAll([...troubles.values()])
  }
  const mentions = request.targets === null ? mentionsOf(policy, request.configs === null) : []
  const problems: LocatedFinding[] = []
  for (const { name, path } of mentions) {
    await load(name, 'policy') // oxlint-disable-line no-await-in-loop -- as above
    const trouble = troubles.get(name)
    if (trouble === undefined || file === null) continue
    const args = argsOf(name, trouble)
    problems.push({ rule: 'LP901', severity: 'error', path, args, file, place: placeOf(path) })
  }
  if (request.targets === null) problems.push(...strangers(loaded, mentions))
  if (problems.length > 0) throw new PolicyError(problems)

  const byName = withCheckNames([...found].map(([name, targets]) => ({ name, targets })))
  const named = (names: readonly string[]) => unique(names.flatMap((name) => byName.get(name) ?? []))
  const names = request.targets ?? policy.targets
  const idOf = (name: string) => byName.get(name)?.[0]?.id ?? name
  const engines = new Map(Object.entries(policy.engines ?? {}).map(([name, release]) => [idOf(name), release]))
  return { common: names === undefined ? null : named(names), named, idOf, engines }
}

/** Of a name what it may have been meant for; of a file, a cluster and `auto` what is wrong with it. */
function argsOf(name: string, trouble: UserError): LocatedFinding['args'] {
  if (name === 'auto' || trouble.kind !== 'usage' || /[,/\\]|\.(?:json|ya?ml)$/i.test(name)) {
    return { problem: 'target_file', trouble: inOneLine(trouble).slice(0, 400) }
  }
  const ids = listProfiles().map(({ id }) => id)
  return { problem: 'target', name: name.slice(0, 80), near: nearestNames(name, ids) }
}

/** Releases pinned for what is no target of the policy: a slip would leave the target unpinned. */
function strangers({ policy, file, placeOf }: LoadedPolicy, mentions: readonly Mention[]): LocatedFinding[] {
  const known = [...new Set(mentions.map(({ name }) => name))]
  return Object.keys(policy.engines ?? {}).flatMap((name): LocatedFinding[] => {
    if (file === null || known.includes(name) || known.includes('all')) return []
    const path = ['engines', name]
    const args = { problem: 'engine', name: name.slice(0, 80), near: nearestNames(name, known) }
    return [{ rule: 'LP901', severity: 'error', path, args, file, place: placeOf(path) }]
  })
}

type Mention = { readonly name: string; readonly path: readonly (string | number)[] }

/** Every target that a policy names, with its place. */
function mentionsOf({ targets = [], configs = [] }: LoadedPolicy['policy'], groups: boolean): Mention[] {
  return [
    ...targets.map((name, index) => ({ name, path: ['targets', index] })),
    ...configs.flatMap((entry, at) =>
      typeof entry === 'string' || !groups
        ? []
        : entry.targets.map((name, index) => ({ name, path: ['configs', at, 'targets', index] })),
    ),
  ]
}

function throwAll(troubles: readonly UserError[]): void {
  const [first] = troubles
  if (first === undefined) return
  if (troubles.length === 1) throw first
  throw new UserError(
    first.kind,
    troubles.map(({ message }) => message.replace(/[^.!?]$/, '$&.')).join(' '),
    first.hint,
  )
}

function unique(targets: readonly Target[]): readonly Target[] {
  return [...new Map(targets.map((target) => [target.id, target])).values()]
}
