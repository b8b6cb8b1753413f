import { UserError } from '../errors.ts'
import {
  type CatalogEntry,
  catalogModel,
  NATIVE_PRECISION,
  parsePrecision,
  PRECISIONS,
} from '../model/catalog/index.ts'
import type { ModelFacts } from '../model/facts.ts'
import type { ModelChoice } from './model-choice.ts'

/** A model file: its precision is what it is. */
export function choiceFromFacts(facts: ModelFacts, path: string): ModelChoice {
  return {
    id: facts.name,
    display_name: facts.name,
    precisions: [facts.precision],
    facts: (precision) => {
      if (precision.toUpperCase() === facts.precision.toUpperCase()) return facts
      throw new UserError(
        'usage',
        `${path} is ${facts.precision}, not ${precision}.`,
        'Leave --precision out, or give a file of that precision.',
      )
    },
    path: () => path,
  }
}

/** A catalog model: facts for any precision, and a path where such a file would usually be. */
export function choiceFromCatalog(entry: CatalogEntry, note?: string): ModelChoice {
  const native = NATIVE_PRECISION[entry.architecture]
  return {
    id: entry.id,
    display_name: entry.display_name,
    size_label: entry.n_params,
    precisions: native === undefined ? publishedFor(entry) : [native],
    facts: (precision) => catalogModel(entry.id, parsePrecision(precision)),
    path: (precision) => {
      const name = parsePrecision(precision)
      return `./models/${entry.id}/gguf/${name}/${entry.id}-${name.toLowerCase()}.gguf`
    },
    ...(note === undefined ? {} : { note }),
  }
}

/** MXFP4_MOE packs experts alone: of a dense model it is a Q8_0 by another name. */
function publishedFor({ hparams }: CatalogEntry): string[] {
  const has_experts = Number(hparams['expert_count'] ?? 0) > 0
  return PRECISIONS.map(({ name }) => name).filter((name) => has_experts || name !== 'MXFP4_MOE')
}
