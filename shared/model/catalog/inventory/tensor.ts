import type { TensorFlags } from '../entry.ts'
import type { HparamValue } from '../../facts.ts'

/** A tensor that a GGUF file of a model has: `name` without `blk.N.`, `layer` null outside the layers. */
export type InventoryTensor = {
  readonly name: string
  readonly layer: number | null
  readonly shape: readonly number[]
}

/** `[name, ...dimensions]`, fastest dimension first. */
export type TensorRow = readonly [name: string, ...shape: number[]]

/** What an inventory is derived from. */
export type ModelShape = {
  readonly architecture: string
  readonly flags: TensorFlags
  /** @throws Error when the entry lacks the key: a defect of the catalog. */
  number(key: string): number
  /** The value for one layer of a key that may be a list by layer. */
  at(key: string, layer: number): number
  optional(key: string): number
  /** A list by layer; empty when the key is absent. */
  list(key: string): readonly (number | boolean)[]
  readonly n_embd: number
  readonly n_vocab: number
  readonly n_layer: number
}

export function modelShape(
  architecture: string,
  hparams: Readonly<Record<string, HparamValue>>,
  flags: TensorFlags,
): ModelShape {
  const scalar = (key: string, value: HparamValue | undefined): number => {
    if (typeof value !== 'number') throw new TypeError(`catalog: ${architecture} lacks the number ${key}`)
    return value
  }
  const number = (key: string) => scalar(key, hparams[key])
  return {
    architecture,
    flags,
    number,
    at: (key, layer) => {
      const value = hparams[key]
      return Array.isArray(value) ? Number(value[layer]) : scalar(key, value)
    },
    optional: (key) => (hparams[key] === undefined ? 0 : number(key)),
    list: (key) => {
      const value = hparams[key]
      return Array.isArray(value) ? value : []
    },
    n_embd: number('embedding_length'),
    n_vocab: number('vocab_size'),
    n_layer: number('block_count'),
  }
}

/** All layers' rows and the rows outside them as one list, in the quantiser's layer order. */
export function assemble(
  outside: readonly TensorRow[],
  n_layer: number,
  rowsOf: (layer: number) => readonly TensorRow[],
): InventoryTensor[] {
  const toTensor =
    (layer: number | null) =>
    ([name, ...shape]: TensorRow): InventoryTensor => ({ name, layer, shape })
  const layers = Array.from({ length: n_layer }, (_, layer) => rowsOf(layer).map(toTensor(layer)))
  return [...outside.map(toTensor(null)), ...layers.flat()]
}
