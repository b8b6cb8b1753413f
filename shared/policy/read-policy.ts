import type * as z from 'zod'
import type { Places } from '../config/place.ts'
import { unknownKeyFindings, valueFindings } from '../config/schema-findings.ts'
import type { FindingArgs, JsonPath, LocatedFinding, Place } from '../finding.ts'
import { parseHeadroom } from './headroom.ts'
import { BaselineFileSchema, type Policy, PolicySchema } from './policy.ts'
import { readYaml } from './yaml/read-yaml.ts'

export type ReadPolicy = {
  /** Null when anything is wrong: half a policy is none. */
  readonly policy: Policy | null
  /** What can be understood beside what is wrong, to look for more that is; null where nothing can. */
  readonly rest: Partial<Policy> | null
  /** All that is wrong, by line. */
  readonly problems: readonly LocatedFinding[]
  readonly placeOf: (path: JsonPath) => Place
}

/**
 * Text of a policy file -> policy, or everything that is wrong with it at its place. Never throws.
 * @param file as the user named it
 */
export function readPolicy(text: string, file: string): ReadPolicy {
  return read(text, file, PolicySchema)
}

/** The same for a file of its own with baseline entries. */
export function readBaseline(text: string, file: string): ReadPolicy {
  return read(text, file, BaselineFileSchema)
}

function read(text: string, file: string, schema: z.ZodType<Partial<Policy>>): ReadPolicy {
  const { value, places, problems } = readYaml(text)
  const found = (problem: string, place: Place, path: JsonPath = [], args: FindingArgs = {}): LocatedFinding => ({
    rule: 'LP901',
    severity: 'error',
    path,
    args: { problem, ...args },
    file,
    place,
  })
  const fromText = problems.map(({ problem, offset, length, key }) =>
    found(problem, places.at(offset, length), [], key === undefined ? {} : { key }),
  )
  const placeOf = (path: JsonPath) => places.ofValue(path)
  if (value === undefined) return { policy: null, rest: null, problems: fromText, placeOf }
  if (value === null) {
    return { policy: null, rest: null, problems: [...fromText, found('empty', places.at(0, 1))], placeOf }
  }
  const parsed = schema.safeParse(value)
  const fromSchema = parsed.success ? [] : schemaProblems(parsed.error.issues, value, schema, places, file)
  const rest = parsed.success ? parsed.data : restOf(value, parsed.error.issues, schema)
  const fromValues = valueProblems(rest ?? {}, (problem, path) => found(problem, placeOf(path), path))
  const all = [...fromText, ...fromSchema, ...fromValues].sort(
    (a, b) => a.place.line - b.place.line || a.place.column - b.place.column,
  )
  const policy = parsed.success && all.length === 0 ? { version: 1 as const, ...parsed.data } : null
  return { policy, rest, problems: all, placeOf }
}

/** A policy without its top keys in which something is wrong. */
function restOf(
  value: unknown,
  issues: readonly z.core.$ZodIssue[],
  schema: z.ZodType<Partial<Policy>>,
): Partial<Policy> | null {
  if (typeof value !== 'object' || value === null) return null
  const wrong = new Set(
    issues.flatMap((issue) => {
      const [top] = issue.path
      if (top !== undefined) return [String(top)]
      return issue.code === 'unrecognized_keys' ? issue.keys : []
    }),
  )
  // Of releases one says whether they are of a target only where all targets are known.
  if (wrong.has('targets') || wrong.has('configs')) wrong.add('engines')
  const rest = Object.fromEntries(Object.entries(value).filter(([key]) => !wrong.has(key)))
  return schema.safeParse(rest).data ?? null
}

/** What a schema cannot say: whether a day exists, whether a share is too large. */
function valueProblems(
  policy: Partial<Policy>,
  found: (problem: string, path: JsonPath) => LocatedFinding,
): LocatedFinding[] {
  const headroom = policy['vram-headroom']
  const wrongShare = headroom !== undefined && parseHeadroom(headroom) === null
  const days = (policy.baseline ?? []).flatMap(({ until }, index) =>
    until === undefined || isDay(until) ? [] : [found('date', ['baseline', index, 'until'])],
  )
  return [...(wrongShare ? [found('headroom', ['vram-headroom'])] : []), ...days]
}

/** `2027-02-30` is no day. */
function isDay(text: string): boolean {
  const time = Date.parse(`${text}T00:00:00Z`)
  return Number.isFinite(time) && new Date(time).toISOString().startsWith(text)
}

function schemaProblems(
  issues: readonly z.core.$ZodIssue[],
  value: unknown,
  schema: z.core.$ZodType,
  places: Places,
  file: string,
): LocatedFinding[] {
  const flat = issues.flatMap((issue) => meant(issue))
  const wrong = valueFindings(flat, value, places).map((finding) => {
    const form = finding.args['problem'] === 'other' ? FORMS[String(finding.path[0])] : undefined
    return form === undefined ? finding : { ...finding, rule: 'LP901', args: { problem: form } }
  })
  return [...unknownKeyFindings(flat, schema, places), ...wrong].map((finding) => ({ ...finding, file }))
}

/** What to say of a text that has not the form that its key wants. */
const FORMS: Readonly<Record<string, string>> = { engines: 'release', 'vram-headroom': 'headroom', baseline: 'date' }

/** Of a choice between a text and an object, the complaints of the form that was written. */
function meant(issue: z.core.$ZodIssue): readonly z.core.$ZodIssue[] {
  if (issue.code !== 'invalid_union') return [issue]
  const inner = issue.errors.filter(
    (errors) => !errors.some(({ code, path }) => code === 'invalid_type' && path.length === 0),
  )
  const [only] = inner
  if (inner.length !== 1 || only === undefined) return [issue]
  return only.flatMap((one) => meant({ ...one, path: [...issue.path, ...one.path] }))
}
