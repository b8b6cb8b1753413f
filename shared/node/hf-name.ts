import { UserError } from '../errors.ts'
import { plain } from '../report/plain.ts'

/** `hf:owner/repo:Q4_K_M`, taken apart. */
export type HfName = { readonly owner: string; readonly repo: string; readonly quant: string | undefined }

/** As llama.cpp has it (common/hf-cache.cpp, is_valid_repo_id): letters, digits and _, with single . and - between. */
const NAME = /^[A-Za-z0-9_]+(?:[.-][A-Za-z0-9_]+)*$/
/** The hub's own limit for a name with its owner. */
const MAX_NAME = 96
const QUANT = /^[A-Za-z0-9_]+(?:[.-][A-Za-z0-9_]+)*$/

/** @throws UserError('usage') for anything that is no name of a repository on the hub. */
export function parseHfName(text: string): HfName {
  const [name = '', quant, ...rest] = text.slice('hf:'.length).split(':')
  const [owner = '', repo = '', ...folders] = name.split('/')
  const wrong = rest.length > 0 || folders.length > 0 || name.length > MAX_NAME || !NAME.test(owner) || !NAME.test(repo)
  if (wrong || (quant !== undefined && (quant.length > MAX_NAME || !QUANT.test(quant)))) {
    const shown = plain(text.length > 60 ? `${text.slice(0, 60)}...` : text)
    throw new UserError('usage', `'${shown}' is no model on Hugging Face`, HINT)
  }
  return { owner, repo, quant }
}

const HINT = 'Give hf:owner/repo or hf:owner/repo:QUANT, such as hf:ggml-org/gemma-3-4b-it-GGUF:Q4_K_M.'
