import { checkShapes } from './check-shapes.ts'
import type { HparamValue, ModelFacts } from './facts.ts'
import type { GgufHeader } from './gguf/header.ts'
import type { GgufValue } from './gguf/metadata.ts'
import { badGguf, quote } from './gguf/trouble.ts'
import { precisionOfFileType, precisionOfTensors } from './precision-name.ts'
import { groupTensors } from './tensor-groups.ts'

/** What the schema of the facts allows (facts.ts). */
const MAX_NAME = 300
const MAX_ARCHITECTURE = 64
const MAX_KEY = 128
const MAX_TEXT = 200
const MAX_GROUPS = 20_000

/**
 * The facts of a language model from its header.
 * @param source where the facts come from, for people.
 * @throws UserError for a GGUF file that is no language model (an adapter, a vision projector, a vocabulary), or that
 * llama.cpp does not load for the shapes of its tensors.
 */
export function factsFromHeader(header: GgufHeader, source: string = header.name): ModelFacts {
  const { metadata, name } = header
  const architecture = readArchitecture(header)
  const tensors = groupTensors(header.tensors)
  if (tensors.length > MAX_GROUPS) throw badGguf(name, `has ${tensors.length} tensors that have nothing in common`)
  const file_type = metadata.get('general.file_type')
  const precision = typeof file_type === 'number' ? precisionOfFileType(file_type) : undefined
  const facts: ModelFacts = {
    schema_version: 1,
    name: (textOf(metadata.get('general.name')) || name).slice(0, MAX_NAME),
    architecture,
    precision: precision ?? precisionOfTensors(tensors),
    n_params: countWeights(header),
    hparams: { ...readHparams(header, architecture), vocab_size: readVocabSize(header, architecture) },
    tensors,
    source: source.slice(0, MAX_NAME),
  }
  checkShapes(facts, name)
  return facts
}

function readArchitecture(header: GgufHeader): string {
  const { metadata, name } = header
  const architecture = textOf(metadata.get('general.architecture'))
  const type = textOf(metadata.get('general.type'))
  if (type === 'adapter') throw badGguf(name, 'is a LoRA adapter, not a model', 'Give the model that it is for.')
  if (type === 'imatrix') throw badGguf(name, 'is an importance matrix, not a model')
  if (type === 'mmproj' || architecture === 'clip') {
    throw badGguf(name, 'is a vision or audio projector (mmproj), not a model', 'Give the model that it is for.')
  }
  if (architecture === '' || architecture.length > MAX_ARCHITECTURE) {
    throw badGguf(name, "does not say its architecture (metadata key 'general.architecture')")
  }
  if (header.tensors.length === 0) throw badGguf(name, 'has no tensors: it holds a vocabulary only')
  return architecture
}

function countWeights({ name, tensors }: GgufHeader): number {
  const total = tensors.reduce((sum, { shape }) => sum + shape.reduce((product, n) => product * n, 1), 0)
  if (!Number.isSafeInteger(total)) throw badGguf(name, 'claims to have more weights than any model')
  return total
}

/** The architecture's own keys without its name before them; what the facts have no form for is left out. */
function readHparams({ name, metadata }: GgufHeader, architecture: string): Record<string, HparamValue> {
  const prefix = `${architecture}.`
  const own: [string, HparamValue][] = []
  for (const [key, value] of metadata) {
    if (!key.startsWith(prefix) || key.length === prefix.length || key.length - prefix.length > MAX_KEY) continue
    // Left out, it would be taken for the default, which the file does not say.
    if (key.startsWith(`${prefix}rope.`) && typeof value === 'number' && !Number.isFinite(value)) {
      throw badGguf(name, `is damaged: ${quote(key)} is ${value}, not a finite number`)
    }
    const hparam = toHparam(value)
    if (hparam !== null) own.push([key.slice(prefix.length), hparam])
  }
  // Not by assignment: a key '__proto__' must stay a key.
  return Object.fromEntries(own)
}

function toHparam(value: GgufValue): HparamValue | null {
  if (typeof value === 'number') return Number.isFinite(value) ? value : null
  if (typeof value === 'boolean') return value
  if (typeof value === 'string') return value.length <= MAX_TEXT ? value : null
  if (typeof value === 'bigint' || 'kept' in value) return null
  const numbers = value.filter((entry) => typeof entry === 'number')
  if (numbers.length === value.length) return numbers.every(Number.isFinite) ? numbers : null
  return value.filter((entry) => typeof entry === 'boolean')
}

/**
 * The tokens of the vocabulary, which size every model (LLAMA_LOAD_LOCALS: `vocab.n_tokens()`); the key counts only in a
 * file without one (`tokenizer.ggml.model` = `none`, llama_vocab::impl::load).
 */
function readVocabSize({ name, metadata, tensors }: GgufHeader, architecture: string): number {
  const tokens = metadata.get('tokenizer.ggml.tokens')
  if (typeof tokens === 'object' && tokens.length > 0) return tokens.length
  const own = metadata.get(`${architecture}.vocab_size`)
  if (typeof own === 'number' && Number.isInteger(own) && own > 0) return own
  const rows = tensors.find((tensor) => tensor.name === 'token_embd.weight')?.shape[1]
  if (rows !== undefined) return rows
  throw badGguf(name, `has no vocabulary (architecture ${quote(architecture)}), so it is no language model`)
}

function textOf(value: GgufValue | undefined): string {
  return typeof value === 'string' ? value : ''
}
