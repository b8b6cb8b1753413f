import { choiceFromCatalog, choiceFromFacts, findCatalogEntry, modelForSize, UserError } from '../../shared/index.ts'
import type { ModelChoice } from '../../shared/index.ts'
import { readGgufFile } from '../../shared/node/read-gguf-file.ts'
import { quoted } from './number.ts'
import { isFileName } from './target.ts'

export const MODEL_FLAGS = {
  model: { type: 'string', value: 'FILE|ID', help: 'a GGUF file, or a catalog id (lp-tui models list)' },
  'model-size': { type: 'string', value: 'SIZE', help: 'a size such as 8B: a well-known model of it is taken' },
} as const

type ModelValues = { readonly model?: string; readonly 'model-size'?: string }

/**
 * The model that the flags name.
 * @throws UserError when there is none, or both flags, or the file or id is no model
 */
export async function loadModel(values: ModelValues): Promise<ModelChoice> {
  const { model, 'model-size': size } = values
  if (model !== undefined && size !== undefined) {
    throw new UserError('usage', '--model and --model-size both name the model; give one of them')
  }
  if (size !== undefined) {
    const { entry, note } = modelForSize(size)
    return choiceFromCatalog(entry, note)
  }
  if (model === undefined || model === '') {
    throw new UserError('usage', 'which model? --model FILE.gguf, --model CATALOG_ID or --model-size 8B', LIST_HINT)
  }
  refuseRemote(model)
  if (await isFileName(model, '.gguf')) return choiceFromFacts(await readGgufFile(model), model)
  return choiceFromCatalog(findCatalogEntry(model))
}

/** @throws UserError('usage') for a name of a file that is elsewhere, with what to do */
export function refuseRemote(model: string): void {
  if (!/^(hf:|https?:)/i.test(model)) return
  throw new UserError(
    'usage',
    `${quoted(model)}: names of remote models (hf:, https:) are not supported yet`,
    'Download the GGUF file and pass its path, or pass a catalog id (lp-tui models list).',
  )
}

const LIST_HINT = 'lp-tui models list shows the catalog.'
