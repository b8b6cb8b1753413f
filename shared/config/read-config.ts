import type * as z from 'zod'
import type { JsonPath, Place } from '../finding.ts'
import { parseConfig } from './embedded-model.ts'
import { parseJson } from './parse-json.ts'
import type { PlacedFinding } from './place.ts'
import { CONFIG_VERSION, RuntimeConfigSchema, type RuntimeConfig } from './runtime-config.ts'
import type { JsonLimits } from './scan-json.ts'
import { unknownKeyFindings, valueFindings } from './schema-findings.ts'

export type ReadConfig = {
  /** Null when the text cannot be understood as a runtime config. Unknown keys alone do not make it null. */
  readonly config: RuntimeConfig | null
  /** In no particular order. */
  readonly findings: readonly PlacedFinding[]
  /** Where the value at `path` stands, or what should hold it. */
  readonly placeOf: (path: JsonPath) => Place
  /** False where the file does not say the backend: then each target's own is meant. */
  readonly backend_stated?: boolean
}

/**
 * Text of a runtime config -> config and what is wrong with the text itself (LP001 to LP008). Never throws.
 * @param limits what to refuse before parsing; {@link JSON_LIMITS} when absent
 */
export function readConfig(text: string, limits?: JsonLimits): ReadConfig {
  const { json, places, findings } = parseJson(text, limits)
  const placeOf = (path: JsonPath) => places.ofValue(path)
  if (json === null) return { config: null, findings, placeOf }
  const { value } = json

  const foreign = foreignFinding(value, placeOf)
  if (foreign !== null) return { config: null, findings: [...findings, foreign], placeOf }

  const strict = parseConfig(value)
  if (strict.success) return { config: strict.data, findings, placeOf }
  const { issues } = strict.error
  const unknown = unknownKeyFindings(issues, RuntimeConfigSchema, places)
  const wrong = valueFindings(issues, value, places)
  const config = wrong.length > 0 ? null : (RuntimeConfigSchema.safeParse(without(value, issues)).data ?? null)
  return { config, findings: [...findings, ...unknown, ...wrong], placeOf }
}

/** What a runtime config cannot do without: a file with none of them is another program's. */
const OWN_KEYS = ['backend', 'model_path', 'settings'] as const

/** One clear sentence for a file that is something else, in place of a list of what it lacks. */
function foreignFinding(value: unknown, placeOf: (path: JsonPath) => Place): PlacedFinding | null {
  if (typeof value !== 'object' || value === null) return null
  const { version, kind } = value as { version?: unknown; kind?: unknown }
  if (typeof version === 'number' && version !== CONFIG_VERSION) {
    const args = { version, known: CONFIG_VERSION }
    return { rule: 'LP006', severity: 'error', path: ['version'], args, place: placeOf(['version']) }
  }
  if (kind === 'hardware_snapshot') {
    const args = { key: 'kind', problem: 'other_file', expected: ['hardware_snapshot'] }
    return { rule: 'LP004', severity: 'error', path: ['kind'], args, place: placeOf(['kind']) }
  }
  const keys = Array.isArray(value) ? [] : Object.keys(value)
  if (keys.length > 0 && !OWN_KEYS.some((key) => keys.includes(key))) {
    return { rule: 'LP008', severity: 'error', path: [], args: { problem: 'no_config' }, place: placeOf([]) }
  }
  return null
}

/** The value without the keys that the schema does not know: they are reported, and the rest can still be judged. */
function without(value: unknown, issues: readonly z.core.$ZodIssue[]): unknown {
  const unknown = issues.filter((issue) => issue.code === 'unrecognized_keys')
  for (const { path, keys } of unknown) {
    let holder = value as Record<PropertyKey, unknown>
    for (const segment of path) holder = holder[segment] as Record<PropertyKey, unknown>
    for (const key of keys) delete holder[key]
  }
  return value
}
