import { parseJson } from './parse-json.ts'
import type { PlacedFinding } from './place.ts'
import { MODEL_SET_KIND, type ModelSet, ModelSetSchema, type SetGroup } from './model-set.ts'
import type { ReadConfig } from './read-config.ts'
import { unknownKeyFindings, valueFindings } from './schema-findings.ts'

/** One member of a set as a config of its own, its places those in the set's file. */
export type ReadMember = { readonly name: string; readonly index: number; readonly read: ReadConfig }

export type ReadModelSet = {
  /** Null when the text cannot be understood as a model set. */
  readonly set: ModelSet | null
  readonly findings: readonly PlacedFinding[]
  readonly members: readonly ReadMember[]
  readonly groups: readonly SetGroup[]
  readonly placeOf: ReadConfig['placeOf']
}

/** Whether a JSON text is a model set, by its `kind`; it need not be one that can be read. */
export function isModelSet(text: string): boolean {
  return new RegExp(`"kind"\\s*:\\s*"${MODEL_SET_KIND}"`).test(text.slice(0, 2000))
}

/** Text of a model set -> set and what is wrong with the text itself. Never throws. */
export function readModelSet(text: string): ReadModelSet {
  const { json, places, findings } = parseJson(text)
  const placeOf: ReadConfig['placeOf'] = (path) => places.ofValue(path)
  const none = { set: null, members: [], groups: [], placeOf }
  if (json === null) return { ...none, findings }
  const { value } = json
  const parsed = ModelSetSchema.safeParse(value)
  if (!parsed.success) {
    const { issues } = parsed.error
    const unknown = unknownKeyFindings(issues, ModelSetSchema, places)
    return { ...none, findings: [...findings, ...unknown, ...valueFindings(issues, value, places)] }
  }
  const set = parsed.data
  const members = set.members.map(({ name, config }, index): ReadMember => ({
    name,
    index,
    read: { config, findings: [], placeOf: (path) => placeOf(['members', index, 'config', ...path]) },
  }))
  return { set, findings, members, groups: set.groups, placeOf }
}
