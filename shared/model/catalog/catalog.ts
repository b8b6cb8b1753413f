import { UserError } from '../../errors.ts'
import { nearestNames } from '../../nearest.ts'
import type { ModelFacts } from '../facts.ts'
import { deriveFacts } from './derive.ts'
import { ENTRIES } from './entries.ts'
import type { CatalogEntry } from './entry.ts'
import { parsePrecision } from './precisions.ts'

/** Every catalog model, family by family, from the smallest to the largest. */
export function listCatalog(): readonly CatalogEntry[] {
  return ENTRIES
}

/** `Llama-3.1-8B-Instruct`, `meta-llama/Llama_3.1 8B` -> `llama-3.1-8b`: what people write for the same model. */
function canonical(id: string): string {
  return id
    .trim()
    .toLowerCase()
    .replace(/^.*\//, '')
    .replaceAll(/[\s_:]+/g, '-')
    .replace(/-(instruct|it|chat|base|gguf)(-gguf)?$/, '')
}

/**
 * A catalog model by id or alias; case, owner (`owner/`), and endings like `-Instruct` do not matter.
 * @throws UserError with the nearest names.
 */
export function findCatalogEntry(id: string): CatalogEntry {
  const wanted = canonical(id.slice(0, 200))
  const found = ENTRIES.find((entry) => entry.id === wanted || entry.aliases.includes(wanted))
  if (found !== undefined) return found
  const idOf = new Map(ENTRIES.flatMap(({ id: own, aliases }) => [own, ...aliases].map((name) => [name, own])))
  // The ids of what is near: two names of one model would be one suggestion less.
  const near = [...new Set(nearestNames(wanted, idOf.keys(), 12).map((name) => idOf.get(name) ?? name))].slice(0, 3)
  throw new UserError(
    'usage',
    `No catalog model is named ${JSON.stringify(id.slice(0, 80))}.${near.length === 0 ? '' : ` Did you mean ${near.join(', ')}?`}`,
    'List the catalog with `lp-tui models`, or give a GGUF file.',
  )
}

/**
 * What must be known of a catalog model at a precision (`Q4_K_M`), equal to what its GGUF file would say.
 * @throws UserError for an unknown model or precision.
 */
export function catalogModel(id: string, precision: string): ModelFacts {
  return deriveFacts(findCatalogEntry(id), parsePrecision(precision))
}
