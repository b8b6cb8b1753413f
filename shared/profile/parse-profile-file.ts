import { UserError } from '../errors.ts'
import { builtInProfiles, expandRow } from './database.ts'
import { type HardwareFile, HardwareFileSchema } from './device-row.ts'

const HINT = 'profiles/schemas/hardware.schema.json describes the form; "lp-tui profiles add SNAPSHOT" writes one.'

/**
 * Reads a file of profiles, as the data base has them.
 * @param file as the user named it, for the message
 * @throws UserError('input') with one line: not JSON, the first wrong field, or an id that is taken
 */
export function parseProfileFile(text: string, file: string): HardwareFile {
  let value: unknown
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch (cause) {
    throw new UserError('input', `${file} is not valid JSON, so it holds no profiles.`, HINT, { cause })
  }
  const parsed = HardwareFileSchema.safeParse(value)
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    const path = (issue?.path ?? []).map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`)).join('')
    const what = `${path.replace(/^\./, '') || 'the file'}: ${(issue?.message ?? 'wrong form').slice(0, 200)}`
    throw new UserError('input', `${file} holds no profiles: ${what}.`, HINT)
  }
  const clash = clashesOf(parsed.data)[0]
  if (clash !== undefined) {
    throw new UserError('input', `${file}: the data base has a profile "${clash}" already.`, 'Give it another id.')
  }
  return parsed.data
}

/** Ids and aliases of a file that the data base has, too. */
export function clashesOf(file: HardwareFile): string[] {
  const taken = new Set(builtInProfiles().flatMap(({ id, aliases }) => [id, ...aliases]))
  const own = file.devices.flatMap((row) => expandRow(row, file, true)).flatMap(({ id, aliases }) => [id, ...aliases])
  return own.filter((id) => taken.has(id))
}
