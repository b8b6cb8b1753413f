import { UserError } from '../../errors.ts'
import type { ModelFacts } from '../../model/facts.ts'
import type { GgufHeader } from '../../model/gguf/header.ts'
import type { GgufValue } from '../../model/gguf/metadata.ts'
import { tensorBytes } from '../../model/tensor-types.ts'
import { padTo } from '../../units.ts'
import { weightNames } from '../graph/weight-names.ts'
import { quote } from '../../model/gguf/trouble.ts'
import { otherKind } from './vision/vision-facts.ts'

const ALIGNMENT = 32
const PAIR = /^(.+)\.lora_([ab])$/
const LAYER = /^blk\.(\d+)\.(.+)$/

/** The two factors that change one of the model's weights. */
export type AdapterPair = {
  /** The model's tensor: `blk.3.attn_q.weight`. */
  readonly name: string
  /** Layer, or null outside the layers. */
  readonly il: number | null
  /** Both factors, as a buffer holds them. */
  readonly bytes: number
  /** Rows of the result, and the adapter's rank. */
  readonly n_out: number
  readonly rank: number
}

/** A LoRA adapter for a model: what `--lora` names. */
export type AdapterFacts = { readonly name: string; readonly pairs: readonly AdapterPair[] }

/**
 * The facts of a LoRA adapter, held to the model that it is for as llama.cpp does (src/llama-adapter.cpp).
 * @throws UserError for a file that is no LoRA adapter, or one of another model
 */
export function adapterFacts(header: GgufHeader, model: ModelFacts): AdapterFacts {
  const { metadata, name } = header
  if (metadata.get('general.type') !== 'adapter') {
    const hint = 'Convert the adapter with convert_lora_to_gguf.py of llama.cpp and give that file.'
    throw new UserError('input', `${name} is ${otherKind(metadata)}, not a LoRA adapter`, hint)
  }
  const kind = metadata.get('adapter.type')
  if (kind !== 'lora') {
    throw new UserError('input', `${name} is an adapter of the type ${worded(kind)}; llama.cpp knows lora only`)
  }
  const architecture = metadata.get('general.architecture')
  if (architecture !== model.architecture) {
    const message = `${name} is a LoRA adapter for the architecture ${worded(architecture)}, the model is ${quote(model.architecture)}`
    throw new UserError('input', message, 'Give the model that the adapter was trained on.')
  }
  return { name, pairs: pairsOf(header, model) }
}

function worded(value: GgufValue | undefined): string {
  return typeof value === 'string' ? quote(value) : 'unknown'
}

function pairsOf({ name, tensors }: GgufHeader, model: ModelFacts): AdapterPair[] {
  const halves = new Map<string, { bytes: number; a?: readonly number[]; b?: readonly number[] }>()
  for (const { name: tensor, type, shape } of tensors) {
    const [, base, half] = PAIR.exec(tensor) ?? []
    if (base === undefined || (half !== 'a' && half !== 'b')) {
      // Norm vectors are passed over, as llama.cpp does.
      if (tensor.endsWith('_norm.weight')) continue
      throw new UserError('input', `${name} has a tensor ${quote(tensor)}, which is no part of a LoRA adapter`)
    }
    const known = halves.get(base)
    const bytes = (known?.bytes ?? 0) + padTo(tensorBytes(type, shape), ALIGNMENT)
    halves.set(base, { ...known, bytes, [half]: shape })
  }
  const names = weightNames(model)
  return [...halves].map(([base, { bytes, a, b }]) => {
    const [, layer, rest] = LAYER.exec(base) ?? []
    const il = layer === undefined ? null : Number(layer)
    const weight = il === null ? names.get(base)?.[0] : names.get(`blk.%d.${rest ?? ''}`)?.[il]
    if (a === undefined || b === undefined)
      throw new UserError('input', `${name}: half of the pair for ${quote(base)} is missing`)
    const table = base === 'token_embd.weight'
    const fits = table
      ? weight?.shape[0] === b[1] && weight?.shape[1] === a[1]
      : weight?.shape[0] === a[0] && weight?.shape[1] === b[1] && a[1] === b[0]
    if (weight === undefined || !fits) {
      const what = weight === undefined ? 'changes' : 'has another shape for'
      const message = `${name} ${what} ${quote(base)}, which the model ${weight === undefined ? 'does not have' : 'has differently'}`
      throw new UserError('input', message, 'Give the model that the adapter was trained on.')
    }
    // For the token table A and B change sides: what comes out is an embedding.
    const [n_out = 0, rank = 0] = table ? [weight.shape[0], a[0]] : [weight.shape[1], a[1]]
    return { name: base, il, bytes, n_out, rank }
  })
}
