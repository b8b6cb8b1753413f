import { UserError } from '../../errors.ts'
import type { ModelFacts } from '../facts.ts'
import { deriveFacts } from './derive.ts'
import { findCatalogEntry } from './catalog.ts'
import type { CatalogEntry } from './entry.ts'
import { NATIVE_PRECISION, parsePrecision } from './precisions.ts'
import type { Precision } from './quantize/precision.ts'

/** What `llama-server -hf` and `ollama pull` take when a name says no precision. */
const USUAL: Precision = 'Q4_K_M'

/**
 * The catalog model that a name means, or null: a GGUF's file name (`Meta-Llama-3.1-8B-Instruct-Q4_K_M.gguf`), a name
 * on the Hugging Face hub (`hf:owner/Qwen3-8B-GGUF:Q8_0`), or one of Ollama's (`llama3.1:8b`). Only a name that is
 * wholly that of the model counts: a fine-tune may have another vocabulary, a dynamic mix other types.
 * @param precision what else is known of the precision, for a name that says none
 */
export function catalogModelByName(name: string, precision?: string): ModelFacts | null {
  const { model, said, remote } = partsOf(name)
  const entry = entryOf(model)
  if (entry === null) return null
  const usual = remote ? (NATIVE_PRECISION[entry.architecture] ?? USUAL) : ''
  const known = precisionOf(said ?? precision ?? usual)
  return known === null ? null : deriveFacts(entry, known)
}

type Parts = { readonly model: string; readonly said: string | null; readonly remote: boolean }

function partsOf(name: string): Parts {
  const hub = /^hf:(?:[^/:]+\/)?([^/:]+)(?::([\w-]+))?$/i.exec(name)
  if (hub !== null) return { model: hub[1] ?? '', said: hub[2] ?? null, remote: true }
  const file = /([^\\/]+)\.gguf$/i.exec(name)?.[1]
  if (file !== undefined) return withoutPrecision(file.replace(/-\d{5}-of-\d{5}$/, ''), false)
  // Ollama's names hold no folders of their own: owner/model:tag.
  const ollama = /^(?:[\w.-]+\/)?([\w.-]+):([\w.-]+)$/.exec(name)
  if (ollama === null) return { model: '', said: null, remote: false }
  const tag = withoutPrecision(ollama[2] ?? '', true)
  return { ...tag, model: `${ollama[1]}-${tag.model}` }
}

/** `name-Q4_K_M`, `name.q4_k_m` -> the two. */
function withoutPrecision(text: string, remote: boolean): Parts {
  const [, model = text, said = null] =
    /^(.+?)[-._]((?:I?Q\d_\w+|BF16|F16|F32|FP16|FP32|MXFP4\w*|TQ\d_\d|NVFP4))$/i.exec(text) ?? []
  return { model, said, remote }
}

function entryOf(name: string): CatalogEntry | null {
  return orNull(() => findCatalogEntry(name))
}

function precisionOf(text: string): Precision | null {
  return orNull(() => parsePrecision(text))
}

function orNull<T>(find: () => T): T | null {
  try {
    return find()
  } catch (error) {
    if (error instanceof UserError) return null
    throw error
  }
}
