import { BACKENDS } from '../../shared/backend.ts'
import { CACHE_TYPES } from '../../shared/config/settings.ts'
import { EXPORT_FORMATS } from '../../shared/export/index.ts'
import { listCatalog } from '../../shared/model/catalog/catalog.ts'
import { PRECISIONS } from '../../shared/model/catalog/precisions.ts'
import { listProfiles } from '../../shared/profile/database.ts'
import { RULES } from '../../shared/validate/rules/index.ts'
import { FILES, type Candidate } from './candidate.ts'

/** Values of options that are names of ours, by the option; other options say their values in their placeholder. */
const NAMES: Readonly<Record<string, () => readonly Candidate[]>> = {
  hardware: () => [{ value: 'auto', help: 'this machine' }, ...profileIds(), ...files()],
  model: () => [...modelIds(), ...files()],
  precision: () => PRECISIONS.map(({ name }) => ({ value: name })),
  to: () => EXPORT_FORMATS.map((value) => ({ value })),
  backend: () => BACKENDS.map((value) => ({ value })),
  'cache-type-k': () => CACHE_TYPES.map((value) => ({ value })),
  'cache-type-v': () => CACHE_TYPES.map((value) => ({ value })),
}

/** @param placeholder as the help shows it: `FILE`, `on|off|auto` */
export function flagValues(flag: string, placeholder: string): readonly Candidate[] {
  const named = NAMES[flag]
  if (named) return named()
  if (/FILE|PATH|FOLDER|GLOB/.test(placeholder)) return files()
  if (/^[\w-]+(\|[\w-]+)+$/.test(placeholder) && placeholder === placeholder.toLowerCase()) {
    return placeholder.split('|').map((value) => ({ value }))
  }
  return []
}

/**
 * Values of a word that is no option, by its placeholder in the usage.
 * @param command as the help names it: an ID of `lp-tui models` is another than one of `lp-tui profiles`
 */
export function wordValues(command: string, placeholder: string): readonly Candidate[] {
  if (/FILE|SNAPSHOT|GLOB/.test(placeholder)) return files()
  if (placeholder === 'RULE') return RULES.map(({ id, title }) => ({ value: id, help: title }))
  if (placeholder !== 'ID') return []
  if (command === 'lp-tui models') return modelIds()
  return command === 'lp-tui profiles' ? profileIds() : []
}

function profileIds(): Candidate[] {
  return listProfiles().map(({ id, display_name }) => ({ value: id, help: display_name }))
}

function modelIds(): Candidate[] {
  return listCatalog().map(({ id, display_name }) => ({ value: id, help: display_name }))
}

function files(): Candidate[] {
  return [{ value: FILES }]
}
