import type * as z from 'zod'
import { MemberNameSchema } from './config/model-set.ts'
import { unknownKeyFindings, valueFindings } from './config/schema-findings.ts'
import type { PlacedFinding } from './config/place.ts'
import { showKey } from './config/show-path.ts'
import type { JsonPath } from './finding.ts'
import { type ModelList, ModelListSchema } from './plan/set/model-list.ts'
import { addressTwice, type Cluster, ClusterSchema } from './profile/cluster.ts'
import { readYaml } from './policy/yaml/read-yaml.ts'

/** A file of wishes; null with what is wrong with it, by line. */
export type ReadWishes<T> = { readonly list: T | null; readonly problems: readonly PlacedFinding[] }

/** Text of `models.yml` (YAML, or JSON, which is YAML too) -> the models that a set is planned for. Never throws. */
export function readModelList(text: string): ReadWishes<ModelList> {
  const read = readAs(text, ModelListSchema)
  const { list, problems } = read
  if (list === null) {
    const { value } = readYaml(text)
    return { list, problems: problems.map((problem) => withName(problem, value)) }
  }
  const names = list.models.map(({ name }) => name)
  const twice = names.findIndex((name, index) => names.indexOf(name) < index)
  return twice === -1 ? read : refused(text, ['models', twice, 'name'], 'a name that no other has')
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
  const read = readAs(text, ClusterSchema)
  const { list } = read
  if (list === null) return read
  const twice = addressTwice(list.machines)
  return twice === -1 ? read : refused(text, ['machines', twice, 'address'], 'an address that no other machine has')
}

/** A value that is of its kind, and cannot be beside the others. */
function refused(text: string, path: JsonPath, wanted: string): ReadWishes<never> {
  const args = { key: showKey(path), problem: 'choice', found: 'string', choices: [wanted], near: [] }
  const place = readYaml(text).places.ofValue(path)
  return { list: null, problems: [{ rule: 'LP004', severity: 'error', path, args, place }] }
}

/** YAML text -> data of a schema, or findings with places. */
function readAs<T>(text: string, schema: z.ZodType<T>): ReadWishes<T> {
  const { value, places, problems } = readYaml(text)
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
  return { list: null, problems: found.sort((a, b) => a.place.line - b.place.line || a.place.column - b.place.column) }
}
