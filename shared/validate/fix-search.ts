import type { RuntimeConfig } from '../config/runtime-config.ts'
import type { Placement } from '../estimate/memory-estimate.ts'
import type { Fix, JsonPath } from '../finding.ts'
import type { ConfigContext } from './config-context.ts'
import type { FixStep, FixValue, Hit, RangeStep, Rule } from './rule.ts'
import { RULES } from './rules/index.ts'
import { staleMetadata } from './rules/metadata.ts'
import { targetContext, type TargetContext } from './target-context.ts'

/** A rule that is broken, with the targets on which it is; none for a finding about the config alone. */
export type Broken = { readonly rule: Rule; readonly hit: Hit; readonly targets: readonly TargetContext[] }

/**
 * The smallest change of one key after which nothing is found at that key any more and nothing new elsewhere; where there is
 * none, one after which at least the rule holds on every target that broke it and no target has an error that it did not
 * have before, nor lacks more of a memory than before. Null when no single key does it. Costs some tens of estimates per placement.
 * @param all every target of the check, for the last look
 */
export function findFix(before: ConfigContext, broken: Broken, all: readonly TargetContext[]): Fix | null {
  const { rule, hit, targets } = broken
  if (rule.scope === 'document') return null
  const known = found(before, all)
  const known_errors = shortages(known.filter(isError))
  const elsewhere = new Set(known.filter((one) => !samePath(one.hit.path, hit.path)).map(({ key }) => key))
  const contextWith = (path: JsonPath, value: FixValue) => before.withConfig(withValue(before.config, path, value))
  const counts = (other: Hit) => (rule.scope === 'target' && !rule.per_key) || samePath(other.path, hit.path)
  const holds = (path: JsonPath, value: FixValue): boolean => {
    const after = contextWith(path, value)
    if (rule.scope === 'target') {
      return targets.every(({ target }) => !rule.check(targetContext(after, target)).some(counts))
    }
    const among = all.map(({ target }) => targetContext(after, target))
    return !rule.check(after, among).some(counts)
  }
  const harmless = (path: JsonPath, value: FixValue): boolean => {
    const after = contextWith(path, value)
    const among = all.map(({ target }) => targetContext(after, target))
    if (among.some(({ placement }, at) => losesGpu(all[at]?.placement ?? null, placement))) return false
    const errors = shortages(found(after, among, ({ severity }) => severity === 'error'))
    return [...errors].every(([key, short]) => short <= (known_errors.get(key) ?? -1))
  }
  const clean = (path: JsonPath, value: FixValue): boolean => {
    const after = contextWith(path, value)
    const among = all.map(({ target }) => targetContext(after, target))
    return found(after, among, ({ id }) => !FOLLOWING.has(id)).every(({ key }) => elsewhere.has(key))
  }

  const firstOf = (steps: readonly FixStep[], mends: (path: JsonPath, value: FixValue) => boolean): Fix | null => {
    for (const step of steps) {
      const { path } = step
      const candidates = 'values' in step ? step.values : nearestThatHolds(step, (value) => mends(path, value))
      const value = candidates.find((candidate) => mends(path, candidate) && harmless(path, candidate))
      if (value !== undefined) return { path, value }
    }
    return null
  }

  const steps = rule.fixes?.({ ...before, hit, targets }) ?? []
  const sure = (path: JsonPath, value: FixValue) => holds(path, value) && clean(path, value)
  // What mends another finding at the same key may mend this one with it.
  return firstOf([...steps, ...stepsBeside(before, broken, known)], sure) ?? firstOf(steps, holds)
}

/** The value nearest to the start of a range that holds, found by halving: what is further along holds too. */
function nearestThatHolds({ from, to, step }: RangeStep, holds: (value: number) => boolean): number[] {
  const valueAt = (index: number) => from + index * step
  let high = Math.floor((to - from) / step)
  if (!holds(valueAt(high))) return []
  let low = 0
  while (low < high) {
    const middle = Math.floor((low + high) / 2)
    if (holds(valueAt(middle))) high = middle
    else low = middle + 1
  }
  return [valueAt(high)]
}

/** A config that no longer uses a target's GPU has no error there, and is many times slower. */
function losesGpu(before: Placement | null, after: Placement | null): boolean {
  return before !== null && before.devices > 0 && after?.devices === 0
}

/** Steps of the other rules that are broken at the key of a finding. */
function stepsBeside(before: ConfigContext, { rule, hit }: Broken, known: readonly Found[]): FixStep[] {
  const beside = known.filter((one) => one.rule.id !== rule.id && samePath(one.hit.path, hit.path))
  return [...new Set(beside.map((one) => one.rule))].flatMap((other) => {
    const own = beside.filter((one) => one.rule === other)
    const [first] = own
    if (first === undefined || other.scope === 'document') return []
    return other.fixes?.({ ...before, hit: first.hit, targets: own.flatMap((one) => one.targets) }) ?? []
  })
}

/** Rules about figures that follow from the settings: whoever writes a fix writes them anew. */
const FOLLOWING = new Set([staleMetadata.id])

/** A broken rule on one target at most; `key` is `rule target`: a fix may move a place, but not add a kind of trouble. */
type Found = Broken & { readonly key: string }

const isError = ({ rule }: Found) => rule.severity === 'error'

/** What each kind of trouble lacks in bytes, 0 where none is about memory: RAM is not mended by what a full GPU cannot hold. */
function shortages(all: readonly Found[]): Map<string, number> {
  const sums = new Map<string, number>()
  for (const { key, hit } of all) sums.set(key, (sums.get(key) ?? 0) + Number(hit.args['short_by'] ?? 0))
  return sums
}

function found(
  context: ConfigContext,
  targets: readonly TargetContext[],
  asked: (rule: Rule) => boolean = () => true,
): Found[] {
  return RULES.filter(asked).flatMap((rule): Found[] => {
    if (rule.scope === 'document') return []
    if (rule.scope === 'config') {
      return rule.check(context, targets).map((hit) => ({ rule, hit, targets: [], key: rule.id }))
    }
    return targets.flatMap((at) =>
      rule.check(at).map((hit) => ({ rule, hit, targets: [at], key: `${rule.id} ${at.target.id}` })),
    )
  })
}

export function samePath(a: JsonPath, b: JsonPath): boolean {
  return a.length === b.length && a.every((segment, index) => segment === b[index])
}

/** The config with one value in place of another; fixes only touch keys at the top, in `settings` and in `metadata`. */
export function withValue(config: RuntimeConfig, path: JsonPath, value: FixValue): RuntimeConfig {
  const [first, second] = path
  if (second === undefined) return { ...config, [String(first)]: value }
  const holder = first === 'metadata' ? config.metadata : config.settings
  return { ...config, [String(first)]: { ...holder, [String(second)]: value } }
}
