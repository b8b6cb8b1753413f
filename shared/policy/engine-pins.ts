import { buildOf } from '../config/formats/engine-release.ts'
import type { UsedOption } from '../config/formats/foreign-config.ts'
import { FLAG_ADDITIONS } from '../config/formats/llama-flag-changes.ts'
import type { LocatedFinding } from '../finding.ts'

/** The release of llama.cpp that a target runs, by target id; the one that this program follows where none is pinned. */
export type EnginePins = ReadonlyMap<string, string>

/**
 * The findings of a config once each target's release is known: an option that was removed later than a target's release
 * is fine there, and one that came later is not.
 * @param targets ids, in the order of the check
 */
export function forReleases(
  findings: readonly LocatedFinding[],
  options: readonly UsedOption[],
  file: string,
  targets: readonly string[],
  pins: EnginePins,
): readonly LocatedFinding[] {
  const build = (target: string) => buildOf(pins.get(target) ?? '')
  const told = findings.flatMap((finding): LocatedFinding[] => {
    const { rule, args } = finding
    const removed_in = args['build']
    if (rule !== 'LP013' || typeof removed_in !== 'number') return [finding]
    const refused = targets.filter((target) => build(target) >= removed_in)
    return refused.length === targets.length ? [finding] : refused.map((target) => ({ ...finding, target }))
  })
  const early = options.flatMap(({ key, has_value, place }) => {
    const addition = FLAG_ADDITIONS.find(({ flags, env }) => [...flags, env].includes(spelled(key)))
    if (addition === undefined || (addition.value_only === true && !has_value)) return []
    const { added_in, value_only = false } = addition
    return targets.flatMap((target): LocatedFinding[] => {
      if (build(target) >= added_in) return []
      const args = { key, build: added_in, engine: pins.get(target) ?? '', value_only }
      return [{ rule: 'LP016', severity: 'error', path: [], args, file, place, target }]
    })
  })
  return [...told, ...early]
}

/** A key of a preset is an option without its dashes. */
function spelled(key: string): string {
  if (key.startsWith('-') || key.startsWith('LLAMA_ARG_')) return key
  return `${key.length > 5 ? '--' : '-'}${key}`
}
