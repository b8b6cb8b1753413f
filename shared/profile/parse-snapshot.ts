import type * as z from 'zod'
import { UserError } from '../errors.ts'
import { type HardwareSnapshot, HardwareSnapshotSchema } from '../hardware/snapshot.ts'

/** A snapshot is a few KiB; anything near this is another kind of file. */
const MOST_CHARACTERS = 4_000_000
const HINT = 'Write one with "lp-tui detect --output hw.json" on the machine that it is about.'

/**
 * Reads a snapshot file, as `lp-tui detect --output` writes it.
 * @param file As the user named it, for the message.
 * @throws UserError('input') with one line: not JSON, another kind of file, another version, or the first wrong field.
 */
export function parseSnapshot(text: string, file: string): HardwareSnapshot {
  if (text.length > MOST_CHARACTERS) throw new UserError('input', `${file} is too large for a hardware snapshot.`, HINT)
  const value = parseJson(text, file)
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new UserError('input', `${file} is not a hardware snapshot: it holds no JSON object.`, HINT)
  }
  const kind: unknown = 'kind' in value ? value.kind : undefined
  if (kind !== 'hardware_snapshot')
    throw new UserError('input', `${file} is not a hardware snapshot: ${guess(value, kind)}.`, HINT)
  const version: unknown = 'schema_version' in value ? value.schema_version : undefined
  if (version !== 1) {
    const has = version === undefined ? 'no schema_version' : `schema_version ${show(version)}`
    throw new UserError('input', `${file} is a snapshot with ${has}; this program reads version 1.`, HINT)
  }
  const parsed = HardwareSnapshotSchema.safeParse(value)
  if (parsed.success) return parsed.data
  throw new UserError('input', `${file} is a damaged hardware snapshot: ${firstProblem(parsed.error)}`, HINT)
}

function parseJson(text: string, file: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch (cause) {
    throw new UserError('input', `${file} is not valid JSON, so it is no hardware snapshot.`, HINT, { cause })
  }
}

function guess(value: object, kind: unknown): string {
  if (kind !== undefined) return `its kind is ${show(kind)}`
  if ('settings' in value && 'backend' in value) return 'it is a runtime config'
  return 'it has no "kind"'
}

function firstProblem(error: z.ZodError): string {
  const [issue] = error.issues
  if (!issue) return 'it does not have the right form.'
  const path = issue.path.map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`)).join('')
  const message = issue.message.replace(/\s+/g, ' ').slice(0, 200)
  return path === '' ? `${message}.` : `${path.replace(/^\./, '')}: ${message}.`
}

function show(value: unknown): string {
  return (JSON.stringify(value) ?? String(value)).slice(0, 60)
}
