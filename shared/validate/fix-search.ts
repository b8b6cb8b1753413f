import type { RuntimeConfig } from '../config/runtime-config.ts'
import type { Placement } from '../estimate/memory-estimate.ts'
import type { Fix, JsonPath } from '../finding.ts'
import type { ConfigContext } from './config-context.ts'
import type { FixValue, Hit, RangeStep, Rule } from './rule.ts'
import { RULES } from './rules/index.ts'
import { targetContext, type TargetContext } from './target-context.ts'

/** A rule that is broken, with the targets on which it is; none for a finding about the config alone. */
export type Broken = { readonly rule: Rule; readonly hit: Hit; readonly targets: readonly TargetContext[] }

/**
 * The smallest change of one key after which the rule holds on every target that broke it, and no target has an error
 * that it did not have before. Null when no single key does it. Costs some ten estimates per placement.
 * @param all every target of the check, for the last look
 */
export function findFix(before: ConfigContext, broken: Broken, all: readonly TargetContext[]): Fix | null {
  const { rule, hit, targets } = broken
  if (rule.scope === 'document') return null
  const known = errorsOf(before, all)
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
    return [...errorsOf(after, among)].every((error) => known.has(error))
  }

  for (const step of rule.fixes?.({ ...before, hit, targets }) ?? []) {
    const { path } = step
    const candidates = 'values' in step ? step.values : nearestThatHolds(step, (value) => holds(path, value))
    const value = candidates.find((candidate) => holds(path, candidate) && harmless(path, candidate))
    if (value !== undefined) return { path, value }
  }
  return null
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

/** Errors as `rule target`, whatever their place: a fix may move a place, but not add a kind of trouble. */
function errorsOf(context: ConfigContext, targets: readonly TargetContext[]): ReadonlySet<string> {
  const errors = new Set<string>()
  for (const rule of RULES) {
    if (rule.severity !== 'error') continue
    if (rule.scope === 'config' && rule.check(context, targets).length > 0) errors.add(rule.id)
    if (rule.scope !== 'target') continue
    for (const at of targets) if (rule.check(at).length > 0) errors.add(`${rule.id} ${at.target.id}`)
  }
  return errors
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
