import type * as z from 'zod'
import { MemberNameSchema } from './config/model-set.ts'
import { unknownKeyFindings, valueFindings } from './config/schema-findings.ts'
import type { PlacedFinding } from './config/place.ts'
import { showKey } from './config/show-path.ts'
import { type ModelList, ModelListSchema } from './plan/set/model-list.ts'
import { addressesTwice, type Cluster, ClusterSchema, twinsOf } from './profile/cluster.ts'
import { readYaml } from './policy/yaml/read-yaml.ts'

/** A file of wishes; null with what is wrong with it, by line. */
export type ReadWishes<T> = { readonly list: T | null; readonly problems: readonly PlacedFinding[] }

/** Text of `models.yml` (YAML, or JSON, which is YAML too) -> the models that a set is planned for. Never throws. */
export function readModelList(text: string): ReadWishes<ModelList> {
  return readEntries(text, ModelListSchema, ['models', 'name'], twinsOf, 'a name that no other has')
}

/** `contxt of chat` in place of `models[3].contxt`, where the entry has a name that can be shown. */
function withName(problem: PlacedFinding, value: unknown): PlacedFinding {
  const [top, at, ...rest] = problem.path
  if (top !== 'models' || typeof at !== 'number' || rest.length === 0 || rest[0] === 'name') return problem
  const { models } = value as { models: { name?: unknown }[] }
  const name = MemberNameSchema.safeParse(models[at]?.name).data
  return name === undefined ? problem : { ...problem, args: { ...problem.args, key: `${showKey(rest)} of ${name}` } }
}

/** Text of `cluster.yml` -> its machines. Never throws. */
export function readCluster(text: string): ReadWishes<Cluster> {
  const wanted = 'an address that no other machine has'
  return readEntries(text, ClusterSchema, ['machines', 'address'], addressesTwice, wanted)
}

/** Data of a schema; with a finding for every value that an entry before it has already, beside what else is wrong. */
function readEntries<T>(
  text: string,
  schema: z.ZodType<T>,
  [top, key]: readonly [string, string],
  twinsIn: typeof twinsOf,
  wanted: string,
): ReadWishes<T> {
  const yaml = readYaml(text)
  const { value, places } = yaml
  const { list, problems } = readAs(yaml, schema)
  const entries: unknown = isObject(value) ? value[top] : null
  const keys = Array.isArray(entries) ? entries.map((entry: unknown) => (isObject(entry) ? entry[key] : null)) : []
  const twins = twinsIn(keys).map((at): PlacedFinding => {
    const path = [top, at, key]
    const args = { key: showKey(path), problem: 'choice', found: 'string', choices: [wanted], near: [] }
    return { rule: 'LP004', severity: 'error', path, args, place: places.ofValue(path) }
  })
  const found = [...problems.map((problem) => withName(problem, value)), ...twins]
  return { list: found.length === 0 ? list : null, problems: found.sort(byPlace) }
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
}

function byPlace({ place: a }: PlacedFinding, { place: b }: PlacedFinding): number {
  return a.line - b.line || a.column - b.column
}

/** What YAML says -> data of a schema, or findings with places. */
function readAs<T>({ value, places, problems }: ReturnType<typeof readYaml>, schema: z.ZodType<T>): ReadWishes<T> {
  const [broken] = problems
  if (broken !== undefined) {
    const { problem, offset, length, key } = broken
    const args = { problem, ...(key !== undefined && { key }) }
    const place = places.at(offset, length)
    return { list: null, problems: [{ rule: 'LP901', severity: 'error', path: [], args, place }] }
  }
  const parsed = schema.safeParse(value)
  if (parsed.success) return { list: parsed.data, problems: [] }
  const { issues } = parsed.error
  const found = [...unknownKeyFindings(issues, schema, places), ...valueFindings(issues, value, places)]
  return { list: null, problems: found }
}
