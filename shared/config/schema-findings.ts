import type * as z from 'zod'
import type { FindingArgs, JsonPath } from '../finding.ts'
import { nearestNames } from '../nearest.ts'
import type { PlacedFinding, Places } from './place.ts'
import { keysAt } from './schema-keys.ts'
import { showKey } from './show-path.ts'

type Issue = z.core.$ZodIssue

/** More problems of one kind than this are counted, not listed. */
const MOST = 50

/** What other tools call our settings, beside what a typo would find. */
const OTHER_NAMES: Readonly<Record<string, string>> = {
  batch_size: 'n_batch',
  cache_type: 'cache_type_k',
  context: 'n_ctx',
  context_length: 'n_ctx',
  ctx_size: 'n_ctx',
  flash_attention: 'flash_attn',
  gpu_layers: 'n_gpu_layers',
  mlock: 'use_mlock',
  mmap: 'use_mmap',
  ngl: 'n_gpu_layers',
  num_ctx: 'n_ctx',
  num_gpu: 'n_gpu_layers',
  no_repack: 'use_extra_bufts',
  num_thread: 'n_threads',
  parallel: 'n_parallel',
  repack: 'use_extra_bufts',
  threads: 'n_threads',
  threads_batch: 'n_threads_batch',
  type_k: 'cache_type_k',
  type_v: 'cache_type_v',
  ubatch_size: 'n_ubatch',
}

/** Keys that a schema does not know, as findings LP005 with the nearest name. */
export function unknownKeyFindings(issues: readonly Issue[], schema: z.core.$ZodType, places: Places): PlacedFinding[] {
  const unknown = issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys' ? issue.keys.map((key) => ({ holder: pathOf(issue), key })) : [],
  )
  return unknown.slice(0, MOST).map(({ holder, key }, index) => {
    const path = [...holder, key]
    const names = keysAt(schema, holder)
    const belongs = holder.length === 0 ? keysAt(schema, ['settings']).includes(key) : keysAt(schema, []).includes(key)
    const other = Object.hasOwn(OTHER_NAMES, key) ? (OTHER_NAMES[key] ?? '') : ''
    const near = names.includes(other) ? [other] : nearestNames(key, names)
    const args = {
      key: showKey(path),
      near,
      ...(belongs && { belongs_in: holder.length === 0 ? 'settings' : 'the document itself' }),
      ...more(unknown.length, index),
    }
    return { rule: 'LP005', severity: 'error', path, args, place: places.ofKey(path) }
  })
}

/** Values that a schema refuses, as findings LP004. Strings of the file are never repeated; numbers are. */
export function valueFindings(issues: readonly Issue[], value: unknown, places: Places): PlacedFinding[] {
  const byPath = new Map<string, Issue>()
  for (const issue of issues) {
    if (issue.code === 'unrecognized_keys') continue
    const key = JSON.stringify(issue.path)
    const first = byPath.get(key)
    if (first === undefined || isTighter(issue, first)) byPath.set(key, issue)
  }
  const wrong = [...byPath.values()]
  return wrong.slice(0, MOST).map((issue, index) => {
    const path = pathOf(issue)
    const args = { key: showKey(path), ...describe(issue, valueAt(value, path)), ...more(wrong.length, index) }
    return { rule: 'LP004', severity: 'error', path, args, place: places.ofValue(path) }
  })
}

/** A number may pass two limits at once (2^53: not safe, and over the most): the one that counts says enough. */
function isTighter(issue: Issue, other: Issue): boolean {
  if (issue.code === 'too_big' && other.code === 'too_big') return issue.maximum < other.maximum
  return issue.code === 'too_small' && other.code === 'too_small' && issue.minimum > other.minimum
}

function describe(issue: Issue, actual: unknown): FindingArgs {
  const found = kindOf(actual)
  if (found === 'missing') return { problem: 'missing' }
  const shown = typeof actual === 'number' ? { found, value: actual } : { found }
  switch (issue.code) {
    case 'invalid_type':
      return { problem: 'type', expected: [issue.expected], ...shown }
    case 'invalid_union':
      return { problem: 'type', expected: issue.errors.flat().map((inner) => expectedOf(inner)), ...shown }
    case 'too_small':
      return {
        problem: issue.inclusive === false ? 'not_over' : 'too_small',
        limit: Number(issue.minimum),
        of: issue.origin,
        ...shown,
      }
    case 'too_big':
      return { problem: 'too_big', limit: Number(issue.maximum), of: issue.origin, ...shown }
    case 'invalid_value': {
      const choices = issue.values.map(String)
      if (typeof actual === 'string' && choices.includes(actual)) {
        return { problem: 'type', expected: issue.values.map((one) => typeof one), ...shown }
      }
      const near = typeof actual === 'string' ? nearestNames(actual, choices, 1).filter((name) => name !== actual) : []
      return { problem: 'choice', choices, near, ...shown }
    }
    case 'invalid_format':
      // Of a pattern nobody reads what is meant; a schema that says it in words beside it is repeated.
      return issue.message.startsWith('Invalid ')
        ? { problem: 'other', ...shown }
        : { problem: 'form', form: issue.message }
    default:
      return { problem: 'other', ...shown }
  }
}

function expectedOf(issue: Issue): string {
  return issue.code === 'invalid_type' ? issue.expected : 'shorter'
}

function kindOf(value: unknown): string {
  if (value === undefined) return 'missing'
  if (value === null) return 'null'
  if (Array.isArray(value)) return 'array'
  return typeof value
}

function more(all: number, index: number): FindingArgs {
  return index === MOST - 1 && all > MOST ? { more: all - MOST } : {}
}

function pathOf(issue: Issue): JsonPath {
  return issue.path.map((segment) => (typeof segment === 'number' ? segment : String(segment)))
}

function valueAt(value: unknown, path: JsonPath): unknown {
  return path.reduce<unknown>(
    (at, segment) =>
      typeof at === 'object' && at !== null ? (at as Record<string | number, unknown>)[segment] : undefined,
    value,
  )
}
