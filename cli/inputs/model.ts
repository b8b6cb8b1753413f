import { stat } from 'node:fs/promises'
import { UserError } from '../../shared/errors.ts'
import { findCatalogEntry } from '../../shared/model/catalog/catalog.ts'
import { modelForSize } from '../../shared/model/catalog/model-for-size.ts'
import { choiceFromCatalog, choiceFromFacts } from '../../shared/plan/choose-model.ts'
import type { ModelChoice } from '../../shared/plan/model-choice.ts'
import { showPath } from '../../shared/node/file-trouble.ts'
import { expandHome } from '../../shared/node/home-folder.ts'
import { readGgufFile } from '../../shared/node/read-gguf-file.ts'
import { isRemoteName } from '../../shared/node/remote-name.ts'
import { isFileName } from '../../shared/node/is-file-name.ts'

export const MODEL_FLAGS = {
  model: {
    type: 'string',
    value: 'FILE|URL|ID',
    help: 'a GGUF file, its URL, hf:OWNER/REPO[:QUANT], or a catalog id (lp-tui models)',
  },
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
  if (isRemoteName(model)) return loadRemoteModel(model)
  const path = expandHome(model)
  if (await isFileName(path, '.gguf')) return choiceFromFacts(await readGgufFile(path), path)
  try {
    return choiceFromCatalog(findCatalogEntry(model))
  } catch (error) {
    // A model of the catalog may have a folder of its name beside it; only what is no model is looked up.
    if (await isFolder(path)) throw new UserError('input', `${showPath(model)} is a folder, not a file`, FOLDER_HINT)
    throw error
  }
}

function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  )
}

const FOLDER_HINT = 'Name the GGUF file in it.'

/** Nothing here goes to the network but for a name that only it can answer. */
async function loadRemoteModel(name: string): Promise<ModelChoice> {
  // Loaded on demand: HTTP and TLS would slow every other command down.
  const { readRemoteGguf } = await import('../../shared/node/read-remote-gguf.ts')
  const { facts, file_name, note } = await readRemoteGguf(name, { env: process.env })
  return { ...choiceFromFacts(facts, file_name), note }
}

/** @throws UserError('usage') for a name of a file that is elsewhere, with what to do */
export function refuseRemote(model: string): void {
  if (!isRemoteName(model)) return
  throw new UserError(
    'usage',
    'a model must be on this machine to be run, and this one is elsewhere',
    'Download the GGUF file and pass its path; lp-tui generate plans for a remote model as it is.',
  )
}

const LIST_HINT = 'lp-tui models list shows the catalog.'
