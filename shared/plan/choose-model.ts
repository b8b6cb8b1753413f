import { UserError } from '../errors.ts'
import { type CatalogEntry, catalogModel, parsePrecision, PRECISIONS } from '../model/catalog/index.ts'
import type { ModelFacts } from '../model/facts.ts'
import type { ModelChoice } from './model-choice.ts'

/** Architectures whose makers publish one small format and nothing better: their experts are trained in it. */
const NATIVE: Readonly<Record<string, string>> = { 'gpt-oss': 'MXFP4_MOE' }

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
  const native = NATIVE[entry.architecture]
  return {
    id: entry.id,
    display_name: entry.display_name,
    size_label: entry.n_params,
    precisions: native === undefined ? PRECISIONS.map(({ name }) => name) : [native],
    facts: (precision) => catalogModel(entry.id, parsePrecision(precision)),
    path: (precision) => {
      const name = parsePrecision(precision)
      return `./models/${entry.id}/gguf/${name}/${entry.id}-${name.toLowerCase()}.gguf`
    },
    ...(note === undefined ? {} : { note }),
  }
}
